import pytest

from app.core.db import session
from app.decisions import operations
from app.decisions.models import Outcome, OutcomeKind
from app.decisions.queries import outcomes_on
from app.goals.models import Status
from app.hearings.operations import AlreadyOpen
from app.meetings.models import Stage
from tests.decisions.answers import at, fresh, on_goal
from tests.meetings.answers import item, met, private

DO = {
    "note": lambda one, by: operations.note_outcome(one, by=by, words="x", key="k"),
    "decide": lambda one, by: operations.decide_on_goal(one, by=by, kind=OutcomeKind.KEEP, words="x", key="k"),
    "place": lambda one, by: operations.agree_placement(one, by=by, places={"use": 2}, key="k"),
    "act": lambda one, by: operations.act_on(
        one, by=by, title="x", responsible_id=by.id, due_on=None, unit_id=one.goal.unit_id, key="k"
    ),
    "review": lambda one, by: operations.review_next(one, by=by, next_review_on=one.goal.next_review_on, key="k"),
    "lift": lambda one, by: operations.lift_item(one, by=by, words="x", key="k"),
    "carry": lambda one, by: operations.carry_over(one, by=by, words="x", key="k"),
}


@pytest.mark.parametrize("name", DO)
def test_the_same_key_is_kept_once(cast, name):
    one = on_goal(cast)
    first, second = DO[name](one, cast.karin), DO[name](one, cast.karin)
    assert first.id == second.id
    assert session().query(Outcome).count() == 1


@pytest.mark.parametrize("name", DO)
@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.CALLED, Stage.APPROVED])
def test_nothing_is_recorded_before_it_opens_nor_once_it_is_approved(cast, name, stage):
    one = item(cast, met(cast, stage=stage), title="", goal=cast.goal)
    with pytest.raises(operations.NotNow):
        DO[name](one, cast.karin)
    assert session().query(Outcome).count() == 0


@pytest.mark.parametrize("name", ["decide", "place", "review"])
def test_a_confidential_item_changes_no_goal(cast, name):
    one = on_goal(cast, is_confidential=True)
    with pytest.raises(operations.NotHere):
        DO[name](one, cast.karin)


@pytest.mark.parametrize("name", ["decide", "place", "act", "lift", "carry"])
def test_the_employees_own_meeting_changes_nothing_outside_it(cast, name):
    one = item(cast, private(cast, stage=Stage.IN_SESSION), title="", goal=cast.goal)
    with pytest.raises(ValueError):  # noqa: PT011 - each has its own
        DO[name](one, cast.trine)


def test_everything_or_nothing(cast):
    """Where the goal refuses, the outcome is not kept either."""
    one = on_goal(cast)
    operations.decide_on_goal(one, by=cast.karin, kind=OutcomeKind.HEAR_AGAIN, words="x", key="1")
    with pytest.raises(AlreadyOpen):
        operations.decide_on_goal(one, by=cast.karin, kind=OutcomeKind.HEAR_AGAIN, words="x", key="2")
    assert len(outcomes_on(one)) == 1


def test_the_other_verbs(cast):
    one = on_goal(cast)
    assert operations.keep_discussion(one, by=cast.karin, discussion="Sagt")
    assert not operations.keep_discussion(one, by=cast.karin, discussion="Sagt")
    assert operations.treat_item(one, by=cast.karin)
    outcome = operations.note_outcome(one, by=cast.karin, words="x")
    assert operations.reword_outcome(outcome, by=cast.karin, words="y")
    assert not operations.reword_outcome(outcome, by=cast.karin, words="y")
    operations.withdraw_outcome(outcome, by=cast.karin)
    with pytest.raises(operations.NotNow):
        operations.answer_item(one, by=cast.karin, words="x")
    assert fresh(cast.goal).status is Status.IN_FORCE


SENT = {
    "note": {"words": "x"}, "decide": {"words": "x", "kind": "retire"}, "place": {"use_place": 2},
    "lift": {"words": "x", "kind": "decision"}, "carry": {"words": "x"},
}  # fmt: skip


@pytest.mark.parametrize("verb", SENT)
@pytest.mark.parametrize("headers", [{"X-Outbox": "1"}, {}])
def test_what_is_sent_again_is_answered_as_it_was_the_first_time(page, cast, verb, headers):
    """The answer got lost on the way: the browser sends again, though the goal is retired by now."""
    one = on_goal(cast)
    sent = SENT[verb] | {"key": "the-same"}
    first, again = (page(cast.karin).post(at(one, verb), sent, headers=headers).status_code for _ in range(2))
    assert first == again == (200 if headers else 302)
    assert len(outcomes_on(one)) == 1


def test_a_key_opens_nothing_for_those_who_may_not_record(page, cast):
    one = on_goal(cast)
    page(cast.karin).post(at(one, "note"), SENT["note"] | {"key": "the-same"})
    assert page(cast.emma).post(at(one, "decide"), SENT["decide"] | {"key": "the-same"}).status_code == 403
