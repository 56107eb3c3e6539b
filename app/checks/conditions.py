"""What the rules of the service check ask the database: each gives the keys of what it hits, and a detail as text.

A condition tells of goals wherever they stand in their life; which of them count is said by the rule and added by
`queries.py`, as are the viewer and the unit. The file is long on purpose: all rules are to be found in one place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, aliased

from app.actions.models import OPEN as TO_DO
from app.actions.models import UNCHECKED, Action, ActionGoal, ActionStatus, ActionStrain, Worked
from app.balances.drift import OWN
from app.balances.models import BALANCES, Reading
from app.barriers.models import Barrier, BarrierStatus
from app.comments.models import Comment, Visibility
from app.comments.queries import goals_unanswered
from app.core.audit import Event
from app.core.db import folded
from app.core.waiting import late_before
from app.effects.models import Effect
from app.goals.hints import HEAVY
from app.goals.models import (
    Answer,
    Goal,
    GoalObjective,
    HangsOn,
    MeasuredLevel,
    RiskLevel,
    ShownTo,
    Status,
    Steering,
    Strain,
)
from app.goals.reviews import months_later
from app.hearings.heard import ENDED
from app.hearings.models import Briefing, Hearing, Phase, Stage
from app.load.models import Tension
from app.organisation.models import Side, Unit
from app.people.models import User
from app.risks.models import Acceptance, Assessment, Participant, Rating
from app.strategy.models import Objective

FAR = 2  # steps from the middle of a balance: its very end
FEW = 3  # goals that an objective should have at least
YEAR, HALF_A_YEAR = 365, 182  # days

Settings = Mapping[str, Any]
Found = sa.Select[tuple[int, str | None]]


def _goals(*where: Any, detail: Any = None) -> Found:
    return sa.select(Goal.id, _as_text(detail)).where(*where)


def _as_text(detail: Any) -> Any:
    return sa.cast(sa.null() if detail is None else detail, sa.String).label("detail")


def _exists(kind: Any, *where: Any) -> Any:
    return sa.exists().where(kind.goal_id == Goal.id, *where)


# ------------------------------------------------------------------------------------------- who is measured, and how


def individual_and_reward(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.level <= -1, Goal.use <= -1)


def pay_unassessed(_day: date, _settings: Settings) -> Found:
    return _goals(
        Goal.measured_level == MeasuredLevel.INDIVIDUAL,
        Goal.hangs_on.in_([HangsOn.PAY, HangsOn.RANKING]),
        ~_exists(Assessment, Assessment.finished_at.is_not(None)),
    )


def shows_persons(_day: date, _settings: Settings) -> Found:
    return _goals(
        Goal.measured_level == MeasuredLevel.INDIVIDUAL,
        Goal.results_shown_to.in_([ShownTo.GROUP, ShownTo.EVERYONE]),
    )


def identifiable(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.identifiable == Answer.YES)


def control_without_notice(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.control_measure.in_([Answer.YES, Answer.UNCLEAR]), Goal.notice_given_on.is_(None))


def activity_alike(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.focus <= -1, Goal.process <= -2)


def untold_whom(_day: date, _settings: Settings) -> Found:
    return _goals(sa.or_(Goal.measured_level.is_(None), Goal.measured_whom == ""))


# ----------------------------------------------------------------------------------------------- what it is and is for


def without_purpose(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.purpose == "")


def without_objective(_day: date, _settings: Settings) -> Found:
    return _goals(~_exists(GoalObjective), Goal.no_objective_reason == "")


def without_owner(_day: date, _settings: Settings) -> Found:
    owned = sa.exists().where(User.id == Goal.owner_id, User.closed_on.is_(None))
    return _goals(~owned)


def in_closed_unit(_day: date, _settings: Settings) -> Found:
    closed = sa.select(Unit.closed_on).where(Unit.id == Goal.unit_id).correlate(Goal).scalar_subquery()
    return _goals(closed.is_not(None), detail=closed)


def raised_silently(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.decided_target != Goal.proposed_target, Goal.target_reason == "")


def deadline_as_target(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.statutory_deadline != "", Goal.decided_target.is_not(None), Goal.steering == Steering.STEERING)


def heavy_registration(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.registration_minutes > HEAVY, detail=Goal.registration_minutes)


def unused_registration(day: date, _settings: Settings) -> Found:
    """Heavy, in force for a year, and in that year nobody revised the goal, agreed on it or set its next review."""
    codes = ["goal.revised", "goal.review_set", "goal.links_revised", "balances.agreed"]
    used = sa.exists().where(
        Event.about_type == "goal", Event.about_id == Goal.id, Event.code.in_(codes), Event.at >= late_before(day, YEAR)
    )
    long_in_force = Goal.takes_effect_on < months_later(day, -12)
    return _goals(Goal.registration_minutes > HEAVY, long_in_force, ~used, detail=Goal.registration_minutes)


def compared_without_conditions(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.comparable_with != "", Goal.comparison_conditions == "")


def same_measure(_day: date, _settings: Settings) -> Found:
    """The same words for the measure in several units, all in force, and this goal says no conditions."""
    other = aliased(Goal)
    words = folded(sa.func.trim(other.measure))
    shared = sa.select(words).where(other.measure != "", other.status == Status.IN_FORCE).group_by(words)
    shared = shared.having(sa.func.count(other.unit_id.distinct()) > 1)
    return _goals(folded(sa.func.trim(Goal.measure)).in_(shared), Goal.comparison_conditions == "", detail=Goal.measure)


# ------------------------------------------------------------------------------------------------------- the balances


def unread_balances(_day: date, _settings: Settings) -> Found:
    unread = sum((_one_if(_place(balance).is_(None)) for balance in BALANCES), start=sa.literal(0))
    return _goals(sa.or_(*(_place(balance).is_(None) for balance in BALANCES)), detail=unread)


def far_without_reason(_day: date, _settings: Settings) -> Found:
    """At the very end of a balance where the newest reading of the owner or the committee gives no reason."""
    newest = (
        sa.select(Reading.id)
        .where(Reading.goal_id == Goal.id, Reading.reader.in_(OWN))
        .order_by(Reading.read_on.desc(), Reading.id.desc())
        .limit(1)
        .correlate(Goal)
        .scalar_subquery()
    )
    silent = {
        balance: sa.and_(sa.func.abs(_place(balance)) == FAR, getattr(Reading, f"{balance}_reason") == "")
        for balance in BALANCES
    }
    names = sum((sa.case((there, f"{balance} "), else_="") for balance, there in silent.items()), start=sa.literal(""))
    return _goals(sa.or_(*silent.values()), detail=names).join(Reading, Reading.id == newest)


def _place(balance: str) -> InstrumentedAttribute[int | None]:
    return getattr(Goal, balance)  # type: ignore[no-any-return]


def _one_if(condition: Any) -> Any:
    return sa.case((condition, 1), else_=0)


# ---------------------------------------------------------------------------------------------------------- the risks


def _finished(*columns: Any, before: int = 0) -> Any:
    """Of a goal's newest finished assessment, or of the one so many before it."""
    return (
        sa.select(*columns)
        .where(Assessment.goal_id == Goal.id, Assessment.finished_at.is_not(None))
        .order_by(Assessment.assessed_on.desc(), Assessment.id.desc())
        .limit(1)
        .offset(before)
        .correlate(Goal)
        .scalar_subquery()
    )


def unassessed(_day: date, _settings: Settings) -> Found:
    return _goals(~_exists(Assessment, Assessment.finished_at.is_not(None)))


def assessment_outdated(_day: date, _settings: Settings) -> Found:
    return _goals(_finished(Assessment.substance) != Goal.substance, detail=_finished(Assessment.assessed_on))


def assessed_by_one_side(_day: date, _settings: Settings) -> Found:
    sides = sa.select(sa.func.count(Participant.side.distinct()))
    of_newest = sides.where(Participant.assessment_id == _finished(Assessment.id)).correlate(Goal).scalar_subquery()
    return _goals(_exists(Assessment, Assessment.finished_at.is_not(None)), of_newest < len(Side))


def high_without_action(day: date, settings: Settings) -> Found:
    """At least one high strain is neither accepted nor treated by an action that is still to be done or checked; an
    action on the goal that names no strain treats them all."""
    accepted = sa.select(Acceptance.strain_id).where(Acceptance.ended_on.is_(None), Acceptance.until >= day)
    unchecked = Action.status.in_(UNCHECKED)
    treated = sa.select(ActionStrain.strain_id).join(Action, Action.id == ActionStrain.action_id).where(unchecked)
    named = sa.select(ActionStrain.action_id)
    as_a_whole = sa.select(ActionGoal.goal_id).join(Action, Action.id == ActionGoal.action_id)
    left = sa.exists().where(
        Rating.assessment_id == _finished(Assessment.id),
        Rating.probability * Rating.consequence > settings["risk_medium_up_to"],
        Rating.strain_id.not_in(accepted),
        Rating.strain_id.not_in(treated),
    )
    untreated = Goal.id.not_in(as_a_whole.where(unchecked, Action.id.not_in(named)))
    return _goals(Goal.risk_level == RiskLevel.HIGH, left, untreated)


def acceptance_ran_out(day: date, _settings: Settings) -> Found:
    over = (Strain.id == Acceptance.strain_id, Acceptance.ended_on.is_(None), Acceptance.until < day)
    first = sa.select(sa.func.min(Acceptance.until)).where(Strain.goal_id == Goal.id, *over)
    return _goals(_exists(Strain, *over), detail=first.correlate(Goal).scalar_subquery())


def lowered_without_measure(_day: date, _settings: Settings) -> Found:
    """A strain that the newest assessment rates lower than the one before it, with no reason, and with no action on it
    that was done since and did not fail: what the form of an assessment asks as well (`risks.lines.eased_by`)."""
    now, before = aliased(Rating), aliased(Rating)
    since = _finished(Assessment.assessed_on, before=1)
    done = sa.exists().where(
        ActionStrain.strain_id == now.strain_id,
        ActionStrain.action_id == Action.id,
        Action.status.in_([ActionStatus.DONE, ActionStatus.CLOSED]),
        sa.or_(Action.worked.is_(None), Action.worked != Worked.NO),
        sa.or_(Action.done_on >= since, Action.checked_on >= since),
    )
    lowered = sa.exists().where(
        now.assessment_id == _finished(Assessment.id),
        before.assessment_id == _finished(Assessment.id, before=1),
        before.strain_id == now.strain_id,
        now.probability * now.consequence < before.probability * before.consequence,
        sa.or_(now.reason == "", now.reason == before.reason),  # what was said last time explains nothing anew
        ~done,
    )
    return _goals(lowered, detail=_finished(Assessment.assessed_on))


def review_too_late(day: date, settings: Settings) -> Found:
    limits = {level: settings[f"review_{level.value}"] for level in RiskLevel}
    late = [
        sa.and_(Goal.risk_level == level, Goal.next_review_on > months_later(day, months))
        for level, months in limits.items()
    ]
    return _goals(sa.or_(*late), detail=Goal.next_review_on)


def _late(column: Any, *where: Any) -> Found:
    """Goals with actions of that kind, and the earliest day of them; grouped once and not asked goal by goal."""
    earliest = sa.select(ActionGoal.goal_id, sa.func.min(column).label("day"))
    earliest = earliest.join(Action, Action.id == ActionGoal.action_id).where(*where).group_by(ActionGoal.goal_id)
    late = earliest.subquery()
    return _goals(detail=late.c.day).join(late, late.c.goal_id == Goal.id)


def action_overdue(day: date, _settings: Settings) -> Found:
    return _late(Action.due_on, Action.status.in_(TO_DO), Action.due_on < day)


def effect_check_overdue(day: date, _settings: Settings) -> Found:
    return _late(Action.check_on, Action.status == ActionStatus.DONE, Action.check_on < day)


# ------------------------------------------------------------------------------------- what people were asked and told


def unheard(_day: date, _settings: Settings) -> Found:
    return _goals(~_exists(Hearing, Hearing.stage != Stage.WITHDRAWN))


def hearing_outdated(_day: date, _settings: Settings) -> Found:
    """Heard, or said why not, but of another version than the goal is now, and no hearing is under way."""
    ended = Hearing.stage.in_(ENDED)
    last = sa.select(sa.func.max(Hearing.ended_on)).where(Hearing.goal_id == Goal.id, ended)
    return _goals(
        _exists(Hearing, ended),
        ~_exists(Hearing, ended, Hearing.substance == Goal.substance),
        ~_exists(Hearing, Hearing.stage == Stage.OPEN),
        detail=last.correlate(Goal).scalar_subquery(),
    )


def hearing_unclosed(day: date, _settings: Settings) -> Found:
    late = (Hearing.stage == Stage.OPEN, Hearing.deadline < day)
    first = sa.select(sa.func.min(Hearing.deadline)).where(Hearing.goal_id == Goal.id, *late)
    return _goals(_exists(Hearing, *late), detail=first.correlate(Goal).scalar_subquery())


def unbriefed(day: date, _settings: Settings) -> Found:
    """It counts already, and nobody has noted that what is measured was told beforehand, to anybody."""
    return _goals(
        sa.or_(Goal.takes_effect_on.is_(None), Goal.takes_effect_on <= day),
        ~_exists(Briefing, Briefing.phase == Phase.BEFORE),
    )


def result_kept_from_group(_day: date, _settings: Settings) -> Found:
    half = (Briefing.phase == Phase.AFTER, Briefing.committee_on.is_not(None), Briefing.group_on.is_(None))
    last = sa.select(sa.func.max(Briefing.committee_on)).where(Briefing.goal_id == Goal.id, *half)
    return _goals(_exists(Briefing, *half), detail=last.correlate(Goal).scalar_subquery())


def comment_unanswered(day: date, settings: Settings) -> Found:
    """Only what everybody can read: what waits within a committee or a side is told to nobody else."""
    late = late_before(day, settings["answer_days"])
    waiting = sa.select(sa.func.count(Comment.id)).where(
        Comment.goal_id == Goal.id, Comment.visibility == Visibility.ALL, Comment.open_since < late
    )
    detail = waiting.correlate(Goal).scalar_subquery()
    return _goals(Goal.id.in_(goals_unanswered(late)), detail=detail)


def effect_unanswered(day: date, settings: Settings) -> Found:
    late = (Effect.answered_at.is_(None), Effect.reported_at < late_before(day, settings["answer_days"]))
    waiting = sa.select(sa.func.count(Effect.id)).where(Effect.goal_id == Goal.id, *late)
    return _goals(_exists(Effect, *late), detail=waiting.correlate(Goal).scalar_subquery())


def barrier_overdue(day: date, _settings: Settings) -> Found:
    late = (Barrier.status == BarrierStatus.OPEN, Barrier.due_on < day)
    first = sa.select(sa.func.min(Barrier.due_on)).where(Barrier.goal_id == Goal.id, *late)
    return _goals(_exists(Barrier, *late), detail=first.correlate(Goal).scalar_subquery())


# ----------------------------------------------------------------------------------------------- its life and its dates


def review_overdue(day: date, _settings: Settings) -> Found:
    return _goals(Goal.next_review_on < day, detail=Goal.next_review_on)


def review_undated(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.next_review_on.is_(None))


def passed_over(_day: date, _settings: Settings) -> Found:
    return _goals(Goal.passed_over != "")


def draft_left(day: date, _settings: Settings) -> Found:
    """Nothing has happened to it; that this very finding was set aside does not count."""
    before = late_before(day, HALF_A_YEAR)
    touched = sa.exists().where(
        Event.about_type == "goal", Event.about_id == Goal.id, Event.at >= before, Event.code.not_like("finding.%")
    )
    return _goals(Goal.created_at < before, ~touched)


# ------------------------------------------------------------------------------------------- objectives and units


def thin_objective(_day: date, _settings: Settings) -> Found:
    standing = Goal.status.in_([Status.IN_HEARING, Status.IN_FORCE])
    served = sa.select(sa.func.count(Goal.id)).where(
        GoalObjective.objective_id == Objective.id, GoalObjective.goal_id == Goal.id, standing
    )
    number = served.correlate(Objective).scalar_subquery()
    return sa.select(Objective.id, _as_text(number)).where(Objective.closed_on.is_(None), number < FEW)


def tension(_day: date, _settings: Settings) -> Found:
    """Marked as pulling against another goal that everybody sees too and that is not retired."""
    other, ends = aliased(Goal), [(Tension.goal_id, Tension.other_id), (Tension.other_id, Tension.goal_id)]
    one_way = [
        sa.select(here.label("goal_id"), Tension.id)
        .join(other, other.id == there)
        .where(Tension.ended_on.is_(None), other.status.in_([Status.IN_HEARING, Status.IN_FORCE]))
        for here, there in ends
    ]
    pairs = sa.union_all(*one_way).subquery()
    counted = sa.select(pairs.c.goal_id, sa.func.count().label("pairs")).group_by(pairs.c.goal_id).subquery()
    return _goals(detail=counted.c.pairs).join(counted, counted.c.goal_id == Goal.id)


def many_goals(_day: date, settings: Settings) -> Found:
    number = sa.func.count(Goal.id)
    found = sa.select(Unit.id, _as_text(number)).join(Goal, Goal.unit_id == Unit.id)
    return found.where(Goal.status == Status.IN_FORCE).group_by(Unit.id).having(number >= settings["load_many"])
