"""Setting aside, taking back, and keeping the score."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa

from app.checks.jobs import JOBS
from app.checks.models import CheckScore, SetAside
from app.checks.operations import NotWithin, keep_scores, set_aside, take_back
from app.checks.queries import check, findings_of, kept_scores
from app.checks.rules import BY_CODE
from app.checks.settings import latest_until
from app.core import clock
from app.core.audit import Event
from app.core.clock import now, today
from app.core.db import session
from app.core.history import told
from app.goals.models import Answer, Status
from tests.checks.answers import aside, put, sound

MONDAY = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)


def found(cast, goal):
    return {one.rule.code: one.aside for one in findings_of(cast.ida, goal)}


def hits(cast, code):
    return next((one for one in check(cast.ida).hits if one.rule.code == code), None)


def test_a_finding_is_set_aside_and_comes_back_by_itself(cast):
    goal = sound(cast, identifiable=Answer.YES)
    before = check(cast.ida).score
    kept = aside(cast, goal, "identifiable", days=30)
    assert found(cast, goal) == {"identifiable": kept}
    one = hits(cast, "identifiable")
    assert (one.open, one.aside) == (set(), {goal.id})
    assert check(cast.ida).score.value > before.value
    with clock.at(now() + timedelta(days=30)):
        assert found(cast, goal) == {"identifiable": kept}
    with clock.at(now() + timedelta(days=31)):
        assert found(cast, goal) == {"identifiable": None}
        assert hits(cast, "identifiable").open == {goal.id}


def test_only_that_finding_of_that_goal_is_set_aside(cast):
    goal = sound(cast, identifiable=Answer.YES, purpose="")
    other = sound(cast, identifiable=Answer.YES)
    aside(cast, goal, "identifiable")
    assert found(cast, goal)["without_purpose"] is None
    assert found(cast, other) == {"identifiable": None}


def test_it_stands_in_the_goals_history(app, cast):
    goal = sound(cast, identifiable=Answer.YES)
    take_back(aside(cast, goal, "identifiable"), by=cast.karin)
    events = session().scalars(sa.select(Event).where(Event.code.like("finding.%")).order_by(Event.id)).all()
    assert [(event.code, event.about_id) for event in events] == [
        ("finding.set_aside", goal.id), ("finding.taken_back", goal.id),
    ]  # fmt: skip
    with app.test_request_context():
        first, second = told(events)
    assert "Ida Møllegård satte en anmærkning fra serviceeftersynet til side til og med" in first.sentence
    assert "Enkeltpersoner kan kendes i tallene" in first.sentence
    assert "Vi venter på det nye system." in [one.new for one in first.differences]
    assert "Karin Nørgård lod en anmærkning" in second.sentence


def test_it_is_taken_back_once(cast):
    goal = sound(cast, identifiable=Answer.YES)
    kept = aside(cast, goal, "identifiable")
    take_back(kept, by=cast.ida)
    ended = kept.ended_at
    take_back(kept, by=cast.ida)
    assert found(cast, goal) == {"identifiable": None}
    assert kept.ended_at == ended is not None
    assert session().scalar(sa.select(sa.func.count()).where(Event.code == "finding.taken_back")) == 1


def test_setting_aside_anew_ends_what_was(cast):
    goal = sound(cast, identifiable=Answer.YES)
    first, second = aside(cast, goal, "identifiable", days=10), aside(cast, goal, "identifiable", days=40)
    assert first.ended_at is not None
    assert found(cast, goal) == {"identifiable": second}
    take_back(second, by=cast.ida)
    assert found(cast, goal) == {"identifiable": None}


@pytest.mark.parametrize(("reason", "days"), [("", 1), ("Derfor.", -1), ("Derfor.", 367)])
def test_it_needs_a_reason_and_a_day_within_the_limit(cast, reason, days):
    goal = sound(cast, identifiable=Answer.YES)
    with pytest.raises(NotWithin):
        set_aside(goal, rule=BY_CODE["identifiable"], reason=reason, until=today() + timedelta(days=days), by=cast.ida)
    assert session().scalar(sa.select(sa.func.count(SetAside.id))) == 0


def test_the_limits_themselves_are_allowed(cast):
    goal = sound(cast, identifiable=Answer.YES)
    for until in (today(), latest_until()):
        set_aside(goal, rule=BY_CODE["identifiable"], reason="Derfor.", until=until, by=cast.ida)
        assert found(cast, goal)["identifiable"].until == until


def rows():
    return {row.unit_id: row for row in session().scalars(sa.select(CheckScore))}


def test_the_score_is_kept_for_every_unit_that_has_goals(cast):
    put(cast.goal, status=Status.RETIRED)
    sound(cast)
    sound(cast, unit_id=cast.roads.id, identifiable=Answer.YES, purpose="", measure="Frie grøfter")
    assert JOBS["checks.keep_scores"]() == 5
    kept = rows()
    assert kept.keys() == {None, cast.root.id, cast.centre.id, cast.service.id, cast.roads.id}
    said = {key: (row.score, row.goals, row.serious, row.moderate, row.notes) for key, row in kept.items()}
    assert said[cast.roads.id] == (80, 1, 0, 2, 0)
    assert said[cast.service.id] == said[cast.centre.id] == (100, 1, 0, 0, 0)
    assert said[None] == said[cast.root.id] == (90, 2, 0, 2, 0)


def test_it_is_kept_once_a_week(cast):
    with clock.at(MONDAY):
        assert keep_scores() == 4
        assert keep_scores() == 0
    with clock.at(MONDAY + timedelta(days=6)):
        assert keep_scores() == 0
    with clock.at(MONDAY + timedelta(days=7)):
        assert keep_scores() == 4
    assert [row.on for row in kept_scores(None)] == [MONDAY.date(), MONDAY.date() + timedelta(days=7)]
    assert [row.on for row in kept_scores(cast.service)] == [row.on for row in kept_scores(None)]
    assert kept_scores(cast.roads) == []


def test_without_goals_in_force_there_is_nothing_to_keep(cast):
    put(cast.goal, status=Status.RETIRED)
    assert keep_scores() == 0
    assert check(cast.ida).score is None


def test_a_draft_costs_nobody_anything(cast):
    put(cast.goal, status=Status.RETIRED)
    sound(cast)
    sound(cast, status=Status.DRAFT)
    sound(cast, status=Status.IN_HEARING, identifiable=Answer.YES)
    score = check(cast.ida).score
    assert (score.goals, score.value) == (1, Decimal(100))
