from datetime import timedelta

import pytest

from app.core import clock
from app.core.clock import now, today
from app.effects.duties import owed
from app.effects.operations import answer_effect
from app.goals.operations import add_goal, revise_goal, send_to_hearing
from app.organisation.viewers import with_standing
from tests.comments.test_duties import CAST, queries_of
from tests.effects.answers import reported


def who_owes(cast, effect):
    """Who has it on their desk; and the reminders go to the same."""
    subject = ("effect", effect.id)
    desks = {name: owed(with_standing(getattr(cast, name)), today()) for name in CAST}
    found = {name for name, desk in desks.items() if subject in {duty.subject for duty in desk}}
    everybody = {duty.user_id for duty in owed(None, today()) if duty.subject == subject}
    assert everybody == {getattr(cast, name).id for name in found}
    return found


def test_the_owner_owes_an_answer(cast):
    with clock.at(now() - timedelta(days=20)):
        effect = reported(cast)
    assert who_owes(cast, effect) == {"karin"}
    (duty,) = owed(cast.karin, today())
    assert (duty.since, duty.due_on) == (today() - timedelta(days=20), today() - timedelta(days=6))
    assert (duty.endpoint, duty.url) == ("effects.answer", {"goal_id": cast.goal.id, "effect_id": effect.id})
    answer_effect(effect, by=cast.ida, answer="Det ser vi på.")
    assert who_owes(cast, effect) == set()


def test_without_an_owner_those_who_lead_the_unit(cast):
    revise_goal(cast.goal, by=cast.ida, owner_id=None)
    assert who_owes(cast, reported(cast)) == {"karin"}


def test_an_owner_elsewhere_owes_it_alone(cast):
    revise_goal(cast.goal, by=cast.ida, owner_id=cast.otto.id)
    assert who_owes(cast, reported(cast)) == {"otto"}
    assert who_owes(cast, reported(cast, by=cast.otto)) == {"karin"}


def test_what_the_only_leader_has_reported_waits_for_the_nearest_above(cast):
    assert who_owes(cast, reported(cast, by=cast.karin)) == {"mette"}


def test_where_nobody_answers_for_the_goal_those_who_keep_the_register_do(cast):
    orphan = add_goal(by=cast.ida, title="Uden ejer", unit_id=cast.root.id)
    send_to_hearing(orphan, by=cast.ida)
    assert who_owes(cast, reported(cast, goal=orphan)) == {"ida"}


@pytest.mark.parametrize("name", ["karin", None])
def test_many_cost_as_many_queries_as_one_and_a_desk_is_bounded(cast, name):
    user = getattr(cast, name) if name else None
    reported(cast)
    few = queries_of(lambda: owed(user, today()))
    for _time in range(60):
        reported(cast)
    assert queries_of(lambda: owed(user, today())) == few
    assert len(owed(user, today())) == (50 if user else 61)
