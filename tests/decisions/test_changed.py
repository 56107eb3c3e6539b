import pytest

from app.actions.operations import finish_action
from app.core.clock import today
from app.decisions.models import OutcomeKind
from app.decisions.operations import act_on, agree_placement, decide_on_goal, note_outcome
from app.minutes.operations import send_out_minutes
from tests import litany
from tests.decisions.answers import on_goal, plain


def test_it_tells_all_staff_what_was_decided(page, cast):
    one = on_goal(cast)
    decide_on_goal(one, by=cast.karin, kind=OutcomeKind.ADJUST, words="Vi tæller ikke længere opkald.")
    agree_placement(one, by=cast.karin, places={"focus": 1})
    note_outcome(one, by=cast.karin, words="Kun taget til efterretning.")
    before = page(cast.bo).get("/decisions/changed")
    assert "Nothing to tell yet" in before.words
    send_out_minutes(one.meeting, by=cast.karin)
    words = page(cast.bo).get("/decisions/changed").words
    for told in ("Vi tæller ikke længere opkald.", "Placement agreed: Focus mostly value creation.", cast.goal.title):
        assert told in words
    assert "Kun taget til efterretning." not in words


def test_by_year_and_unit(page, cast):
    one = on_goal(cast)
    decide_on_goal(one, by=cast.karin, kind=OutcomeKind.ADJUST, words="Vi tæller ikke længere opkald.")
    send_out_minutes(one.meeting, by=cast.karin)
    for query, shown in (
        (f"unit={cast.service.id}", True), (f"unit={cast.roads.id}", False), (f"year={today().year}", True),
        ("unit=9999", True), ("year=x", True),
    ):  # fmt: skip
        assert ("opkald" in page(cast.emma).get(f"/decisions/changed?{query}").words) is shown, query


def test_nothing_confidential(page, cast):
    one = on_goal(cast, is_confidential=True, title="En sag om en kollega")
    note_outcome(one, by=cast.karin, words="Hemmeligt.", is_decision=True)
    send_out_minutes(one.meeting, by=cast.karin)
    for user in (cast.karin, cast.emma):
        text = page(user).get("/decisions/changed").text
        assert "Hemmeligt." not in text
        assert "kollega" not in text


def done(cast, one):
    acted = act_on(
        one, by=cast.karin, title="Felterne fjernes", responsible_id=cast.karin.id, due_on=today(),
        unit_id=cast.service.id,
    )  # fmt: skip
    finish_action(acted.action, by=cast.karin)


@pytest.mark.parametrize("is_out", [False, True])
@pytest.mark.parametrize("about", ["goal", "draft", None])
def test_what_was_done_is_told_once_the_minutes_are_out_and_never_of_a_draft(page, cast, about, is_out):
    one = on_goal(cast, goal=getattr(cast, about)) if about else plain(cast)
    done(cast, one)
    if is_out:
        send_out_minutes(one.meeting, by=cast.karin)
    for user in (cast.emma, cast.bo):
        shown = "Felterne fjernes" in page(user).get("/decisions/changed").words
        assert shown is (is_out and about != "draft")


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/decisions/changed")
    litany.refuses(page, "/decisions/changed", cast.ida, "POST")
