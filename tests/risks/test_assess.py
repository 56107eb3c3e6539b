import pytest
import sqlalchemy as sa

from app.core.clock import today
from app.core.db import session
from app.core.formats import typed_day
from app.goals.models import Aspect, RiskLevel
from app.organisation.models import Side
from app.risks.models import Assessment, Verdict
from tests import litany
from tests.cast import speak_danish
from tests.risks.answers import drafted, finished, line, path, strain, typed


def kept():
    return list(session().scalars(sa.select(Assessment).order_by(Assessment.id)))


def test_an_assessment_is_finished_in_one_go(page, cast):
    answer = page(cast.ida).post(path(cast.goal), typed(cast, finish="1"))
    (assessment,) = kept()
    assert answer.location == f"/goals/{cast.goal.id}/risks/{assessment.id}"
    assert assessment.is_finished
    assert assessment.verdict is Verdict.TIPPING
    assert {one.user_id: one.side for one in assessment.participants} == {
        cast.karin.id: Side.MANAGEMENT, cast.trine.id: Side.EMPLOYEES,
    }  # fmt: skip
    session().refresh(cast.goal)
    assert cast.goal.risk_level is RiskLevel.MEDIUM


def test_a_draft_can_be_half_done_and_taken_up_by_the_other_side(page, cast):
    said = {"assessed_on": typed_day(today()), "version": "0"} | line("fairness", 0, "Skæve vilkår", 4, 4)
    answer = page(cast.karin).post(path(cast.goal), said | {"save": "1"})
    assert answer.location == path(cast.goal)
    (draft,) = kept()
    assert not draft.is_finished
    form = page(cast.trine).get(path(cast.goal))
    assert form.values("fairness-strains-0-title") == ["Skæve vilkår"]
    assert "Not prevented well enough" in form.words
    strain_id = form.values("fairness-strains-0-strain_id")[0]
    assert strain_id == str(draft.ratings[0].strain_id)


def test_there_is_always_room_for_two_more_lines(page, cast):
    assert len(page(cast.karin).get(path(cast.goal)).values("trust-strains-1-title")) == 1
    drafted(cast, strain(aspect=Aspect.TRUST))
    form = page(cast.karin).get(path(cast.goal))
    assert [form.values(f"trust-strains-{n}-title") for n in range(4)] == [["Kø og hast"], [""], [""], []]


def test_the_last_assessment_stands_ready_but_who_took_part_is_asked_anew(page, cast):
    finished(cast, strain(words="Om mandagen."), days=200)
    form = page(cast.karin).get(path(cast.goal))
    assert form.values("motivation-strains-0-title") == ["Kø og hast"]
    assert form.doc.xpath("//input[@name='motivation-gain'][@value='1'][@checked]")
    assert form.values("assessed_on") == [typed_day(today())]
    assert not form.doc.xpath("//input[@type='checkbox'][@checked]")
    assert len(kept()) == 1, "looking at the form writes nothing"


def test_what_was_said_before_and_is_expected_is_kept(page, cast):
    first = finished(cast, strain(before=(4, 4), expected=(1, 2)), days=200)
    key = first.ratings[0].strain_id
    said = line("trust", 0, "", "", "") | line("motivation", 0, "Kø og hast", 2, 3, strain_id=key)
    page(cast.karin).post(path(cast.goal), typed(cast, finish="1") | said)
    rating = next(one for one in kept()[-1].ratings if one.strain_id == key)
    assert (rating.probability, rating.consequence) == (2, 3)
    assert (rating.probability_before, rating.consequence_expected) == (4, 2)


def test_to_finish_both_sides_and_all_aspects_are_needed(page, cast):
    said = {
        name: value for name, value in typed(cast, finish="1").items() if not name.startswith(("identity", "employees"))
    }
    answer = page(cast.karin).post(path(cast.goal), said)
    assert answer.status_code == 200
    summary = " ".join(answer.doc.get_element_by_id("errors").text_content().split())
    assert "2 things are missing or wrong" in summary
    assert "Tick who took part from the employee side." in summary
    assert "Answer for Professional identity and role, or add a strain." in summary
    links = answer.doc.xpath("//*[@id='errors']//a/@href")
    assert all(answer.doc.get_element_by_id(link[1:]) is not None for link in links)
    assert answer.values("extent")[0].strip() == "Alle 26, mest om mandagen."
    assert kept() == []


def test_another_verdict_needs_its_reason(page, cast):
    answer = page(cast.karin).post(path(cast.goal), typed(cast, finish="1", verdict="prevented"))
    assert "Say why you judge otherwise" in answer.words
    said = typed(cast, finish="1", verdict="prevented", verdict_reason="Skærmen er slukket.")
    page(cast.karin).post(path(cast.goal), said)
    assert kept()[0].verdict is Verdict.PREVENTED


def test_a_goal_without_influence_needs_only_the_reason(page, cast):
    said = {
        name: value for name, value in typed(cast, finish="1").items() if "gain" not in name and "strains" not in name
    }
    page(cast.karin).post(path(cast.goal), said | {"no_influence_reason": "Det handler om bygninger."})
    (assessment,) = kept()
    assert assessment.verdict is Verdict.PREVENTED
    session().refresh(cast.goal)
    assert cast.goal.risk_level is RiskLevel.LOW


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (line("trust", 0, "", 3, 3), "Say what wears on people"),
        (line("trust", 0, "Uro", "", 3), "Choose how often it shows."),
        (line("trust", 0, "Uro", 3, ""), "Choose how serious it is."),
        (line("trust", 0, "Uro", 6, 1), "Choose one of the answers."),
        (line("trust", 1, "køskærmen bliver læst som kontrol", 1, 1), "This stands twice."),
        ({"trust-gain": "4"}, "Choose one of the answers."),
        ({"assessed_on": "31.12.2999"}, "The day lies ahead."),
        ({"assessed_on": ""}, "Write the day of the assessment."),
        ({"management": ["9999"]}, "Choose one of the answers."),
        ({"factors": ["weather"]}, "Choose one of the answers."),
        ({"extent": "x" * 4001}, "Shorten it"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(page, cast, changed, message):
    answer = page(cast.karin).post(path(cast.goal), typed(cast, save="1") | changed)
    assert answer.status_code == 200
    assert message in answer.words
    assert answer.values("measures-planning")[0].strip() == "To rolige timer hver formiddag."
    assert kept() == []


def test_nobody_takes_part_from_both_sides(page, cast):
    answer = page(cast.karin).post(path(cast.goal), typed(cast, save="1", more_employees=str(cast.karin.id)))
    assert answer.status_code == 200
    assert "Choose one of the answers." in answer.words  # who can be ticked can't be picked as well
    both = {"more_employees": str(cast.bo.id), "more_management": str(cast.bo.id)}
    assert (
        "Somebody is ticked on both sides"
        in page(cast.karin).post(path(cast.goal), typed(cast, save="1", **both)).words
    )


def test_somebody_else_can_be_picked_and_is_ticked_from_then_on(page, cast):
    page(cast.karin).post(path(cast.goal), typed(cast, save="1", more_employees=str(cast.emma.id)))
    form = page(cast.karin).get(path(cast.goal))
    ticked = form.doc.xpath("//input[@name='employees'][@checked]/@value")
    assert sorted(ticked) == sorted([str(cast.trine.id), str(cast.emma.id)])


def test_two_who_begin_at_once_do_not_overwrite_each_other(page, cast):
    page(cast.karin).post(path(cast.goal), typed(cast, save="1", extent="Karins ord"))
    answer = page(cast.trine).post(path(cast.goal), typed(cast, save="1", extent="Trines ord"))
    assert answer.status_code == 409
    assert "Karins ord" in answer.words
    assert answer.values("extent")[0].strip() == "Trines ord"
    (draft,) = kept()
    assert draft.extent == "Karins ord"
    again = typed(cast, save="1", extent="Trines ord", version=answer.values("version")[0])
    assert page(cast.trine).post(path(cast.goal), again).status_code == 302
    session().refresh(draft)
    assert draft.extent == "Trines ord"


def test_what_was_finished_meanwhile_is_not_taken_up_unseen(page, cast):
    draft = drafted(cast, strain())
    seen = str(draft.version)
    page(cast.karin).post(path(cast.goal), typed(cast, finish="1", version=seen))
    answer = page(cast.trine).post(path(cast.goal), typed(cast, save="1", version=seen))
    assert answer.status_code == 409
    assert "They finished the assessment." in answer.words
    assert len(kept()) == 1


def test_it_is_whole_in_danish(page, cast):
    drafted(cast, strain())
    speak_danish(cast.karin)
    assert "Gør vurderingen færdig" in page(cast.karin).get(path(cast.goal)).words
    refused = page(cast.karin).post(
        path(cast.goal), typed(cast, finish="1", assessed_on="") | line("trust", 0, "", 1, 1)
    )
    assert "Skriv, hvad belastningen er" in refused.words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.bo, cast.otto)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.goal), cast.emma, cast.otto, cast.mads, method=method)
    for user in (cast.ida, cast.karin, cast.mette, cast.trine, cast.frederik):
        assert page(user).get(path(cast.goal)).status_code == 200
    litany.refuses(page, path(cast.goal), cast.ida, "DELETE")
