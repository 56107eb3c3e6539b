from datetime import timedelta

import pytest

from app.actions.models import ActionStatus
from app.core import clock
from app.core.clock import now, today
from app.core.operation import operation, record
from app.goals.operations import add_goal, revise_goal
from app.organisation.viewers import with_standing
from app.risks.duties import again
from app.risks.lines import Gone
from app.risks.operations import accept_risk
from tests.comments.test_duties import CAST, queries_of
from tests.risks.answers import drafted, finished, strain, treated


def waiting(cast):
    """Who has what on the desk: {name: codes}."""
    desks = {name: again(with_standing(getattr(cast, name)), today()) for name in CAST}
    return {name: [duty.code for duty in desk] for name, desk in desks.items() if desk}


def treat(cast, *, days=0, **action):
    with clock.at(now() - timedelta(days=30)):
        assessment = finished(cast, strain("Kø"))
    return treated(cast, *(one.strain for one in assessment.ratings), days=days, **action)


@operation("test.changed")
def change_substance(goal):
    goal.measured_count = 14
    record("test.changed", goal, by=None)


def test_closing_the_last_action_asks_for_a_new_rating(cast):
    treat(cast, days=3)
    assert waiting(cast) == {"karin": ["assess.again"]}
    (duty,) = again(with_standing(cast.karin), today())
    assert (duty.endpoint, duty.url) == ("risks.assess", {"goal_id": cast.goal.id})
    assert (duty.since, duty.due_on) == (today() - timedelta(days=3), None)
    assert again(None, today()) == [], "nobody is reminded of what has no date"


@pytest.mark.parametrize("status", [ActionStatus.PLANNED, ActionStatus.UNDERWAY])
def test_as_long_as_an_action_is_open_nothing_is_asked(cast, status):
    strains = treat(cast).strains
    treated(cast, *strains, status=status)
    assert waiting(cast) == {}


def test_a_dropped_action_neither_asks_nor_hinders(cast):
    strains = treat(cast, status=ActionStatus.DROPPED).strains
    assert waiting(cast) == {}
    treated(cast, *strains)
    assert waiting(cast) == {"karin": ["assess.again"]}


def test_what_was_treated_before_the_newest_assessment_is_settled(cast):
    treat(cast, days=30)
    assert waiting(cast) == {}


def test_the_new_rating_settles_it(cast):
    treat(cast, days=3)
    finished(cast, strain("Kø", confirmed=True))
    assert waiting(cast) == {}


def test_a_goal_that_changed_in_substance_is_to_be_assessed_again(cast):
    finished(cast, strain())
    change_substance(cast.goal)
    assert waiting(cast) == {"karin": ["assess.outdated"]}
    finished(cast, strain(confirmed=True))
    assert waiting(cast) == {}


def test_a_draft_is_asked_for_by_its_gate_and_not_here(cast):
    finished(cast, strain(), goal=cast.draft)
    change_substance(cast.draft)
    assert waiting(cast) == {}


def test_a_goal_stands_once(cast):
    treat(cast)
    change_substance(cast.goal)
    drafted(cast, strain("Kø"))
    assert waiting(cast) == {"karin": ["assess.again"]}


def test_without_owner_and_leader_it_waits_for_the_nearest_above(cast):
    treat(cast)
    revise_goal(cast.goal, by=cast.ida, owner_id=None)
    assert waiting(cast) == {"karin": ["assess.again"]}


def test_more_goals_take_no_more_queries(cast):
    treat(cast)
    one = queries_of(lambda: again(with_standing(cast.karin), today()))
    first = finished(cast, strain("Uro"), goal=cast.draft, days=30)
    treated(cast, *(rating.strain for rating in first.ratings))
    change_substance(cast.goal)
    assert queries_of(lambda: again(with_standing(cast.karin), today())) == one


def test_an_action_of_the_same_day_counts_from_when_it_was_settled(cast):
    """Closed in the morning and assessed at noon asks nothing; closed in the afternoon does."""
    with clock.at(now() - timedelta(hours=5)):
        first = finished(cast, strain("Kø"))
    early = treated(cast, *(one.strain for one in first.ratings))
    assert waiting(cast) == {"karin": ["assess.again"]}
    settle(early, now() - timedelta(hours=6))
    assert waiting(cast) == {}


@operation("test.settled")
def settle(action, at):
    action.settled_at = at
    record("test.settled", action, by=None)


def test_a_strain_that_is_gone_is_not_asked_about(cast):
    with clock.at(now() - timedelta(days=30)):
        first = finished(cast, strain("Kø"))
    (rating,) = first.ratings
    with clock.at(now() - timedelta(days=20)):
        finished(cast, gone=(Gone(rating.strain_id, "Køen er væk.", rating.strain.aspect, rating.strain.title),))
    treated(cast, rating.strain)
    assert waiting(cast) == {}


def test_many_acceptances_take_as_many_queries_as_one(cast, page):
    def at_desk():
        return page(cast.karin).get("/").queries

    spare_goals = [add_goal(title=f"Mål {n}", unit_id=cast.service.id, by=cast.ida) for n in range(6)]
    for goal in spare_goals[:1]:
        accept(cast, goal)
    few = at_desk()
    for goal in spare_goals[1:]:
        accept(cast, goal)
    assert at_desk() == few


def accept(cast, goal):
    rating = finished(cast, strain(today=(5, 4)), goal=goal).ratings[0]
    accept_risk(rating, by=cast.ida, accepted_by=cast.karin, reason="For nu.", until=today() + timedelta(days=20))
