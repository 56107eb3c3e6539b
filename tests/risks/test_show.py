from app.risks.models import Certainty, Factor
from tests import litany
from tests.cast import speak_danish
from tests.risks.answers import drafted, finished, strain


def path(assessment, goal=None):
    return f"/goals/{goal.id if goal else assessment.goal_id}/risks/{assessment.id}"


def whole(cast):
    return finished(
        cast, strain(words="Om mandagen."), factors=(Factor.WORKLOAD,), extent="Alle 26.", nature="Hast ved telefonen.",
        certainty=Certainty.HIGH,
    )  # fmt: skip


def test_everything_that_was_said_can_be_read(page, cast):
    words = page(cast.emma).get(path(whole(cast))).words
    for said in (
        "Kø og hast", "Om mandagen.", "Det giver lidt.", "Alle 26.", "Hast ved telefonen.", "Ugentligt teammøde.",
        "Heavy workload and time pressure", "Sure", "Karin Nørgård", "Trine Løvenskjold", "Tipping", "Medium, 9",
    ):  # fmt: skip
        assert said in words


def test_what_people_typed_is_text_and_nothing_else(page, cast):
    assessment = finished(cast, strain("<b>Hast</b>", words="<script>alert(1)</script>"))
    shown = page(cast.emma).get(path(assessment))
    assert "<b>Hast</b>" in shown.words
    assert "<script>alert" not in shown.text


def test_a_draft_is_there_only_for_those_who_may_assess(page, cast):
    draft = drafted(cast, strain())
    assert "Go on with the draft" in page(cast.trine).get(path(draft)).words
    litany.hidden_from(page, path(draft), cast.emma, cast.mads, cast.otto, cast.bo)


def test_an_assessment_is_found_only_under_its_own_goal(page, cast):
    litany.hidden_from(page, path(whole(cast), cast.draft), cast.ida)


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.emma)
    words = page(cast.emma).get(path(whole(cast))).words
    assert "De seks forhold" in words
    assert "Stor arbejdsmængde og tidspres" in words


def test_litany(page, cast):
    assessment = finished(cast, strain(), goal=cast.draft)
    litany.asks_strangers_to_sign_in(page, path(assessment))
    litany.hidden_from(page, path(assessment), cast.bo, cast.otto)
    litany.hidden_from(page, f"/goals/{cast.goal.id}/risks/9999", cast.ida)
    litany.refuses(page, path(assessment), cast.ida, "POST")
