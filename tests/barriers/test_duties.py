from datetime import timedelta

import pytest

from app.barriers.duties import owned, unowned
from app.barriers.operations import assign_barrier, remove_barrier
from app.core import clock
from app.core.clock import now, today
from app.goals.operations import retire_goal, revise_goal
from app.organisation.viewers import with_standing
from app.people.models import Role
from app.people.operations import close_user
from tests.barriers.answers import assigned, reported
from tests.comments.test_duties import CAST, queries_of


def who_has(cast, barrier, source):
    """Who has it on their desk; and the reminders go to the same."""
    subject = ("barrier", barrier.id)
    desks = {name: source(with_standing(getattr(cast, name)), today()) for name in CAST}
    found = {name for name, desk in desks.items() if subject in {duty.subject for duty in desk}}
    everybody = {duty.user_id for duty in source(None, today()) if duty.subject == subject}
    assert everybody == {getattr(cast, name).id for name in found}
    return found


def test_without_an_owner_it_waits_for_those_who_answer_for_the_goal(cast):
    with clock.at(now() - timedelta(days=20)):
        barrier = reported(cast)
    assert who_has(cast, barrier, unowned) == {"karin"}
    assert who_has(cast, barrier, owned) == set()
    (duty,) = unowned(cast.karin, today())
    assert (duty.since, duty.due_on) == (today() - timedelta(days=20), today() - timedelta(days=6))
    assert (duty.endpoint, duty.url) == ("barriers.assign", {"goal_id": cast.goal.id, "barrier_id": barrier.id})
    revise_goal(cast.goal, by=cast.ida, owner_id=None)
    assert who_has(cast, barrier, unowned) == {"karin"}


def test_with_one_it_waits_for_the_owner_until_it_is_gone(cast):
    barrier = assigned(cast, days=5)
    assert who_has(cast, barrier, unowned) == set()
    assert who_has(cast, barrier, owned) == {"trine"}
    (duty,) = owned(cast.trine, today())
    assert duty.due_on == today() + timedelta(days=5)
    remove_barrier(barrier, by=cast.trine, how="Brevet er skrevet om.", removed_on=today())
    assert who_has(cast, barrier, owned) == set()


def test_an_owner_whose_account_is_closed_is_none(cast):
    barrier = assigned(cast, owner=cast.bo)
    close_user(cast.bo, by=cast.mads)
    assert who_has(cast, barrier, owned) == set()
    assert who_has(cast, barrier, unowned) == {"karin"}


def test_a_retired_goals_barriers_wait_for_nobody(cast):
    first, second = reported(cast), assigned(cast)
    retire_goal(cast.goal, by=cast.ida, reason="Ingen brugte det.")
    assert who_has(cast, first, unowned) == who_has(cast, second, owned) == set()


def test_an_administrator_owes_nothing(cast):
    barrier = reported(cast)
    assign_barrier(barrier, by=cast.karin, owner=cast.mads, due_on=today())
    assert cast.mads.role is Role.ADMINISTRATOR
    assert who_has(cast, barrier, owned) == set()


def test_the_desk_leads_to_it(page, cast):
    barrier = assigned(cast)
    links = page(cast.trine).get("/").doc.xpath("//main//a/@href")
    assert f"/goals/{cast.goal.id}/barriers#barrier-{barrier.id}" in links


@pytest.mark.parametrize(("source", "name"), [(unowned, "karin"), (unowned, None), (owned, "trine"), (owned, None)])
def test_many_cost_as_many_queries_as_one_and_a_desk_is_bounded(cast, source, name):
    user = getattr(cast, name) if name else None
    make = reported if source is unowned else assigned
    make(cast)
    few = queries_of(lambda: source(user, today()))
    for _time in range(60):
        make(cast)
    assert queries_of(lambda: source(user, today())) == few
    assert len(source(user, today())) == (50 if user else 61)
