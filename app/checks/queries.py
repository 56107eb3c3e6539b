"""Asking the rules: over the whole register or a unit, over the goals of one rule, or of one goal.

Always through the one who looks; None is the program itself, which sees no drafts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.checks.findings import Finding, Hits
from app.checks.models import CheckScore, SetAside
from app.checks.rules import BY_CODE, DRAFTS, IN_FORCE, RULES, Rule, Subject
from app.checks.score import Score, by_unit, counted, score_of
from app.core.clock import today
from app.core.db import session, sorted_danish
from app.core.settings import chosen
from app.goals.models import Goal
from app.goals.queries import find_goal, visible_to
from app.organisation.models import Unit
from app.people.models import User
from app.strategy.models import Objective

PER_PAGE = 50
KEPT = 53  # scores on a curve: a year of weeks
THINGS: Mapping[Subject, Any] = {Subject.GOAL: Goal, Subject.OBJECTIVE: Objective, Subject.UNIT: Unit}


@dataclass(frozen=True)
class Check:
    """What the rules found: those that hit something, the worst first, and the score of the goals in force."""

    hits: list[Hits]
    score: Score | None


@dataclass(frozen=True)
class Page:
    """Some of the things that a rule hits, those that are not set aside first."""

    findings: list[Finding]
    total: int
    number: int
    last: int


# -------------------------------------------------------------------------------------------------- the question


def _asked(rule: Rule, user: User | None, unit: Unit | None = None) -> Any:
    """The rule's question, narrowed to what the person sees and to a unit with all below it."""
    wanted = rule.query(today(), chosen())
    if rule.subject is Subject.GOAL:
        wanted = wanted.where(Goal.status.in_(rule.of))
        if set(rule.of) & set(DRAFTS):
            seen = sa.false() if user is None else Goal.id.in_(_visible_keys(user))
            wanted = wanted.where(seen)
    if unit is not None:
        wanted = _in_unit(wanted, rule.subject, unit)
    return wanted


def _visible_keys(user: User) -> sa.Select[int]:
    return visible_to(user).with_only_columns(Goal.id).correlate(None)


def _in_unit(wanted: Any, subject: Subject, unit: Unit) -> Any:
    if subject is Subject.OBJECTIVE:
        return wanted.where(sa.false())  # an objective is the whole organisation's
    if subject is Subject.UNIT:
        return wanted.where(Unit.path.startswith(unit.path, autoescape=True))
    return wanted.where(Goal.unit_id.in_(_below(unit)))


def _below(unit: Unit) -> sa.Select[int]:
    return sa.select(Unit.id).where(Unit.path.startswith(unit.path, autoescape=True))


def _standing_aside() -> list[sa.ColumnElement[bool]]:
    return [SetAside.ended_at.is_(None), SetAside.until >= today()]


# ----------------------------------------------------------------------------------------------- the whole check


def check(user: User, unit: Unit | None = None) -> Check:
    """What every rule finds, as that person sees it. One query for each rule, and two."""
    aside = _aside_by_code()
    hits = [_hits(rule, user, unit, aside) for rule in RULES]
    goals = _goals_in_force(unit)
    return Check([one for one in hits if one.open or one.aside], score_of(list(_counts(goals, hits).values())))


def _hits(rule: Rule, user: User | None, unit: Unit | None, aside: Mapping[str, set[int]]) -> Hits:
    keys = frozenset(session().scalars(_asked(rule, user, unit)))
    put_away = keys & aside[rule.code] if rule.subject is Subject.GOAL else frozenset()
    return Hits(rule, keys - put_away, put_away)


def _aside_by_code() -> Mapping[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for code, goal_id in session().execute(sa.select(SetAside.code, SetAside.goal_id).where(*_standing_aside())):
        found[code].add(goal_id)
    return found


def _goals_in_force(unit: Unit | None = None) -> dict[int, str]:
    """The keys of the goals in force, each with the path of its unit."""
    wanted = sa.select(Goal.id, Unit.path).join(Goal.unit).where(Goal.status.in_(IN_FORCE))
    if unit is not None:
        wanted = wanted.where(Unit.path.startswith(unit.path, autoescape=True))
    return dict(session().execute(wanted).all())


def _counts(goals: Mapping[int, str], hits: Sequence[Hits]) -> Any:
    return counted(goals, ((one.rule.severity, one.open) for one in hits if one.rule.subject is Subject.GOAL))


def scores() -> tuple[Score | None, dict[int, Score]]:
    """The score of the whole organisation and of every unit that has goals, as it is now."""
    aside, goals = _aside_by_code(), _goals_in_force()
    counts = _counts(goals, [_hits(rule, None, None, aside) for rule in RULES])
    return score_of(list(counts.values())), by_unit(goals, counts)


def kept_scores(unit: Unit | None) -> list[CheckScore]:
    """The scores that were kept within the last year or so, oldest first."""
    wanted = sa.select(CheckScore).where(_of_unit(unit.id if unit else None))
    return list(session().scalars(wanted.order_by(CheckScore.on.desc()).limit(KEPT)))[::-1]


def has_kept(day: date) -> bool:
    """Whether the scores of that week are kept already: all of them are kept at once."""
    return session().scalar(sa.select(CheckScore.id).where(CheckScore.on == day).limit(1)) is not None


def _of_unit(unit_id: int | None) -> Any:
    return CheckScore.unit_id.is_(None) if unit_id is None else CheckScore.unit_id == unit_id


# ------------------------------------------------------------------------------------------------------ one rule


def find_rule(_user: User, *, code: str) -> Rule | None:
    return BY_CODE.get(code)


def page_of(user: User, rule: Rule, unit: Unit | None, number: int) -> Page:
    """A page of what one rule hits. Four queries."""
    found = _asked(rule, user, unit).subquery()
    total = session().scalar(sa.select(sa.func.count()).select_from(found)) or 0
    last = max(1, -(-total // PER_PAGE))
    number = min(max(1, number), last)
    wanted = _with_detail(rule, found).limit(PER_PAGE).offset((number - 1) * PER_PAGE)
    return Page([Finding(rule, *row) for row in session().execute(wanted).unique()], total, number, last)


def _with_detail(rule: Rule, found: sa.Subquery) -> Any:
    if rule.subject is not Subject.GOAL:
        kind = THINGS[rule.subject]
        name = kind.title if rule.subject is Subject.OBJECTIVE else kind.name
        wanted = sa.select(kind, found.c.detail).join(found, found.c.id == kind.id)
        return wanted.order_by(sorted_danish(name), kind.id)
    wanted = sa.select(Goal, found.c.detail, SetAside).join(found, found.c.id == Goal.id)
    wanted = wanted.outerjoin(SetAside, sa.and_(SetAside.id == _newest_aside(rule.code, Goal.id)))
    wanted = wanted.options(joinedload(Goal.unit), joinedload(Goal.owner), joinedload(SetAside.by))
    return wanted.order_by(SetAside.id.is_not(None), Goal.number)


def _newest_aside(code: Any, goal_id: Any) -> Any:
    newest = sa.select(sa.func.max(SetAside.id)).where(
        SetAside.goal_id == goal_id, SetAside.code == code, *_standing_aside()
    )
    return newest.correlate(Goal).scalar_subquery()


def every_finding(user: User, unit: Unit | None) -> Iterator[Finding]:
    """All that the rules find, rule by rule, for a file. One query for each rule."""
    for rule in RULES:
        found = _asked(rule, user, unit).subquery()
        for row in session().execute(_with_detail(rule, found)).unique():
            yield Finding(rule, *row)


# ------------------------------------------------------------------------------------------------------ one goal


def findings_of(user: User, goal: Goal) -> list[Finding]:
    """What the service check finds at one goal, the worst first and what is set aside last. Two queries."""
    rules = [rule for rule in RULES if rule.subject is Subject.GOAL and goal.status in rule.of]
    if not rules:
        return []
    asked = [_named(rule, user, goal) for rule in rules]
    found: dict[str, str | None] = dict(session().execute(sa.union_all(*asked)).all())
    aside = asides_of(goal) if found else {}
    hit = [Finding(rule, goal, found[rule.code], aside.get(rule.code)) for rule in rules if rule.code in found]
    return sorted(hit, key=lambda finding: finding.aside is not None)


def _named(rule: Rule, user: User, goal: Goal) -> Any:
    found = _asked(rule, user).where(Goal.id == goal.id).subquery()
    return sa.select(sa.literal(rule.code), found.c.detail)


def asides_of(goal: Goal) -> dict[str, SetAside]:
    """What is set aside at a goal now, by the code of its rule."""
    wanted = sa.select(SetAside).where(SetAside.goal_id == goal.id, *_standing_aside())
    found = session().scalars(wanted.options(joinedload(SetAside.by)).order_by(SetAside.id))
    return {aside.code: aside for aside in found}


def find_finding(user: User, *, code: str, goal_id: int) -> tuple[Goal, Finding] | None:
    """What a rule finds at a goal that the person sees; None where it finds nothing there."""
    goal = find_goal(user, goal_id=goal_id)
    if goal is None or code not in BY_CODE:
        return None
    return next(((goal, found) for found in findings_of(user, goal) if found.rule.code == code), None)


def find_aside(user: User, *, code: str, goal_id: int) -> tuple[Goal, SetAside] | None:
    """What was last set aside of a rule at a goal that the person sees; another click may have taken it back."""
    goal = find_goal(user, goal_id=goal_id)
    wanted = sa.select(SetAside).where(SetAside.goal_id == goal_id, SetAside.code == code)
    aside = session().scalar(wanted.order_by(SetAside.id.desc()).limit(1))
    return (goal, aside) if goal is not None and aside is not None else None
