import pytest
import sqlalchemy as sa

from app.core.clock import today
from app.core.db import session
from app.core.formats import typed_day
from app.goals.models import Aspect, RiskLevel
from app.organisation.models import Side
from app.risks.models import Assessment, Mark, Verdict
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
    assert not form.doc.xpath("//input[contains(@name, 'fate')][@checked]"), "nothing is said of it yet"
    assert "Om mandagen." in form.words
    assert len(kept()) == 1, "looking at the form writes nothing"


def carried(cast, fate="", place=(3, 3), finish="1", **more):
    """A whole form beside the line of an assessment that was finished before: what is said of that line."""
    key = finished(cast, strain(), days=200).ratings[0].strain_id
    said = line("trust", 0, "", "", "") | line("motivation", 0, "", *place, strain_id=key)
    more = {f"motivation-strains-0-{name}": value for name, value in ({"fate": fate} | more).items()}
    return typed(cast, **({"finish": "1"} if finish else {"save": "1"})) | said | more


def test_before_any_measures_and_what_is_expected_can_be_said(page, cast):
    places = {"probability_before": "4", "consequence_before": "4", "probability_expected": "1"}
    said = typed(cast, finish="1") | {f"trust-strains-0-{name}": step for name, step in places.items()}
    assert "Choose how often and how serious, or neither." in page(cast.karin).post(path(cast.goal), said).words
    page(cast.karin).post(path(cast.goal), said | {"trust-strains-0-consequence_expected": "2"})
    (rating,) = kept()[0].ratings
    assert (rating.probability_before, rating.consequence_before) == (4, 4)
    assert (rating.probability_expected, rating.consequence_expected) == (1, 2)


def test_what_is_expected_to_get_worse_needs_a_reason(page, cast):
    worse = {"trust-strains-0-probability_expected": "5", "trust-strains-0-consequence_expected": "5"}
    answer = page(cast.karin).post(path(cast.goal), typed(cast, finish="1") | worse)
    assert "You expect “Køskærmen bliver læst som kontrol” to get worse" in answer.words
    worse["trust-strains-0-reason"] = "Der kommer en skærm mere."
    assert page(cast.karin).post(path(cast.goal), typed(cast, finish="1") | worse).status_code == 302


def test_a_line_from_last_time_can_not_be_passed_over(page, cast):
    answer = page(cast.karin).post(path(cast.goal), carried(cast))
    assert "Say of “Kø og hast” whether it is still like this" in answer.words
    link = answer.doc.xpath("//*[@id='errors']//a/@href")[0]
    assert answer.doc.get_element_by_id(link[1:]).tag == "fieldset"
    without = {name: value for name, value in typed(cast, finish="1").items() if "strains" not in name}
    assert "Say of “Kø og hast” whether" in page(cast.karin).post(path(cast.goal), without).words
    assert len(kept()) == 1


def test_a_line_from_last_time_is_confirmed_as_it_was(page, cast):
    page(cast.karin).post(path(cast.goal), carried(cast, "same", place=(1, 1)))
    (rating,) = kept()[-1].ratings
    assert (rating.probability, rating.consequence) == (3, 3), "still like this is like this"
    assert (rating.mark, rating.confirmed) == (Mark.UNCHANGED, True)
    assert "Unchanged, confirmed." in page(cast.emma).get(f"/goals/{cast.goal.id}/risks/{kept()[-1].id}").words


def test_a_line_that_falls_needs_a_reason(page, cast):
    said = carried(cast, "changed", place=(1, 3))
    assert "“Kø og hast” is lower than last time" in page(cast.karin).post(path(cast.goal), said).words
    page(cast.karin).post(path(cast.goal), said | {"motivation-strains-0-reason": "Skærmen er slukket."})
    (rating,) = kept()[-1].ratings
    assert (rating.mark, rating.reason) == (Mark.CHANGED, "Skærmen er slukket.")


def test_a_line_that_is_gone_needs_a_reason_and_stands_as_gone(page, cast):
    said = carried(cast, "gone")
    assert "Say why “Kø og hast” wears on nobody any more." in page(cast.karin).post(path(cast.goal), said).words
    page(cast.karin).post(path(cast.goal), said | {"motivation-strains-0-reason": "Vi tæller det ikke mere."})
    assert kept()[-1].ratings == []
    shown = page(cast.emma).get(f"/goals/{cast.goal.id}/risks/{kept()[-1].id}").words
    assert "Gone since last time" in shown
    assert "Vi tæller det ikke mere." in shown


@pytest.mark.parametrize("fate", ["same", "changed", "gone"])
def test_a_draft_keeps_what_was_said_of_a_line(page, cast, fate):
    page(cast.karin).post(path(cast.goal), carried(cast, fate, place=(3, 4), finish="", reason="Sådan er det."))
    form = page(cast.trine).get(path(cast.goal))
    assert form.doc.xpath("//input[contains(@name, 'fate')][@checked]/@value") == [fate]
    if fate != "same":
        assert form.values("motivation-strains-0-reason")[0].strip() == "Sådan er det."


def test_more_lines_than_an_aspect_holds_are_refused(page, cast):
    many = {name: value for n in range(200) for name, value in line("trust", n, f"Uro {n}", 1, 1).items()}
    finished(cast, strain(aspect=Aspect.TRUST), days=200)
    answer = page(cast.karin).post(path(cast.goal), typed(cast, save="1") | many)
    assert answer.status_code == 200
    assert "more strains than an aspect can hold" in answer.words


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
