"""Finding outcomes. What was recorded on a confidential item is for the committee alone; everybody reads the rest once
the minutes are out, and those who follow the meeting while it is held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.actions.models import Action, ActionGoal
from app.agenda.queries import find_line
from app.core.clock import today
from app.core.db import session, sorted_danish
from app.decisions.models import DECISIONS, Outcome, OutcomeKind
from app.goals.models import Goal, Status
from app.goals.queries import ids_visible_to
from app.meetings.models import MINUTES_ARE_OUT, Item, ItemQuestion, Meeting, MeetingKind
from app.organisation.models import Committee, CommitteeArea, Side, Unit
from app.organisation.standing import standing_of
from app.people.models import User

ON_A_GOAL = 6
MOST_CHANGES = 200
CHANGED = (OutcomeKind.ADJUST, OutcomeKind.RETIRE, OutcomeKind.PLACEMENT, OutcomeKind.DECIDED)


def visible_to(user: User) -> sa.Select[Outcome]:
    """The outcomes that a person may read, with what stands around them."""
    seats = standing_of(user).seats
    own = sorted({seat.committee_id for seat in seats})
    private = sorted({seat.committee_id for seat in seats if seat.side is Side.EMPLOYEES})
    is_open = sa.and_(_is_for_all(), sa.or_(Outcome.goal_id.is_(None), Outcome.goal_id.in_(ids_visible_to(user))))
    mine = sa.and_(Meeting.kind != MeetingKind.PRE_MEETING, Meeting.committee_id.in_(own))
    ours = sa.and_(Meeting.kind == MeetingKind.PRE_MEETING, Meeting.committee_id.in_(private))
    joined = _whole().join(Meeting, Meeting.id == Outcome.meeting_id).join(Item, Item.id == Outcome.item_id)
    return joined.where(sa.or_(is_open, mine, ours))


def _whole() -> sa.Select[Outcome]:
    return (
        sa.select(Outcome)
        .where(Outcome.withdrawn_at.is_(None))
        .options(
            joinedload(Outcome.meeting), joinedload(Outcome.committee), joinedload(Outcome.reading),
            joinedload(Outcome.action).joinedload(Action.responsible), joinedload(Outcome.goal).joinedload(Goal.unit),
            joinedload(Outcome.item).joinedload(Item.goal).joinedload(Goal.unit),
            joinedload(Outcome.other_item).joinedload(Item.committee),
        )
    )  # fmt: skip


def outcomes_of(*meetings: Meeting) -> Mapping[int, list[Outcome]]:
    """By the keys of their items what was recorded at meetings, in order. It hides nothing: ask only of items that the
    reader may read. One query."""
    keys = [meeting.id for meeting in meetings]
    found: defaultdict[int, list[Outcome]] = defaultdict(list)
    for outcome in session().scalars(_whole().where(Outcome.meeting_id.in_(keys)).order_by(Outcome.id)):
        found[outcome.item_id].append(outcome)
    return found


def outcomes_on(item: Item) -> list[Outcome]:
    """The same of one item."""
    return list(session().scalars(_whole().where(Outcome.item_id == item.id).order_by(Outcome.id)))


def seen_on(user: User, item: Item) -> list[Outcome]:
    """The same as far as a person may read it."""
    return list(session().scalars(visible_to(user).where(Outcome.item_id == item.id).order_by(Outcome.id)))


def find_item_question(
    user: User, *, meeting_id: int, item_id: int, question_id: int
) -> tuple[ItemQuestion, Item, Meeting] | None:  # fmt: skip
    """A dialogue question of an item, looked up inside it."""
    found = find_line(user, meeting_id=meeting_id, item_id=item_id)
    if found is None:
        return None
    item, meeting = found
    asked = next((one for one in item.questions if one.id == question_id), None)
    return (asked, item, meeting) if asked is not None else None


def find_outcome(
    user: User, *, meeting_id: int, item_id: int, outcome_id: int
) -> tuple[Outcome, Item, Meeting] | None:  # fmt: skip
    """An outcome, looked up inside an item that the person may read."""
    found = find_line(user, meeting_id=meeting_id, item_id=item_id)
    if found is None:
        return None
    outcome = session().scalar(_whole().where(Outcome.id == outcome_id, Outcome.item_id == item_id))
    return (outcome, *found) if outcome is not None else None


def to_publish(meeting: Meeting) -> list[Outcome]:
    """What a meeting decided on goals that everybody reads about once its minutes are out."""
    wanted = _whole().join(Item, Item.id == Outcome.item_id).where(Outcome.meeting_id == meeting.id, _is_open())
    wanted = wanted.where(Outcome.goal_id.is_not(None), Outcome.kind.in_([*DECISIONS, OutcomeKind.PLACEMENT]))
    return [] if meeting.is_private else list(session().scalars(wanted.order_by(Outcome.id)))


def recorded(meeting_id: int, key: str) -> Outcome | None:
    """What was recorded at a meeting under that key, if it was; also what was taken back."""
    return session().scalar(sa.select(Outcome).where(Outcome.meeting_id == meeting_id, Outcome.key == key))


def has_outcomes(item: Item) -> bool:
    wanted = sa.select(Outcome.id).where(Outcome.item_id == item.id, Outcome.withdrawn_at.is_(None)).limit(1)
    return session().scalar(wanted) is not None


@dataclass(frozen=True)
class OnGoal:
    """The newest decisions on a goal that a person may read, and how many there are."""

    outcomes: list[Outcome]
    count: int


def on_goal(user: User, goal: Goal) -> OnGoal:
    wanted = visible_to(user).where(Outcome.goal_id == goal.id, Outcome.kind.in_([*DECISIONS, OutcomeKind.PLACEMENT]))
    keys = wanted.with_only_columns(Outcome.id).order_by(None).subquery()
    count = session().scalar(sa.select(sa.func.count()).select_from(keys)) or 0
    newest = wanted.order_by(Outcome.id.desc()).limit(ON_A_GOAL)
    return OnGoal(list(session().scalars(newest)), count)


def decided_on_each(user: User, goal_ids: Collection[int]) -> dict[int, list[Outcome]]:
    """The newest decisions on each of several goals that a person may read, by the goals' keys. One query."""
    place = sa.func.row_number().over(partition_by=Outcome.goal_id, order_by=Outcome.id.desc()).label("place")
    told = visible_to(user).where(Outcome.goal_id.in_(goal_ids), Outcome.kind.in_([*DECISIONS, OutcomeKind.PLACEMENT]))
    ranked = told.with_only_columns(Outcome.id, place).order_by(None).subquery()
    wanted = _whole().join(ranked, ranked.c.id == Outcome.id).where(ranked.c.place <= ON_A_GOAL)
    found: dict[int, list[Outcome]] = {key: [] for key in goal_ids}
    for outcome in session().scalars(wanted.order_by(Outcome.id.desc())):
        found[outcome.goal_id or 0].append(outcome)
    return found


def outcome_of_action(user: User, action: Action) -> Outcome | None:
    """The meeting's outcome by which an action was decided, where the person may read it."""
    return session().scalar(visible_to(user).where(Outcome.action_id == action.id).limit(1))


@dataclass(frozen=True)
class Changes:
    """What committees changed in a year: on goals and in words, and the actions that were done."""

    outcomes: list[Outcome]
    done: list[Action]


def changes_in(year: int, unit: Unit | None) -> Changes:
    """For everybody: only open items whose minutes are out, and goals that are no drafts. Two queries."""
    decided, done = _decided_in(year), _done_in(year)
    if unit is not None:
        under = sa.select(Unit.id).where(Unit.path.startswith(unit.path, autoescape=True))
        covering = sa.select(CommitteeArea.committee_id).where(CommitteeArea.unit_id.in_(under))
        of_committee = sa.and_(Goal.id.is_(None), Outcome.committee_id.in_(covering))
        decided = decided.where(sa.or_(Goal.unit_id.in_(under), of_committee))
        done = done.where(Action.unit_id.in_(under))
    return Changes(list(session().scalars(decided)), list(session().scalars(done).unique()))


def _decided_in(year: int) -> sa.Select[Outcome]:
    wanted = (
        _whole()
        .join(Meeting, Meeting.id == Outcome.meeting_id)
        .join(Item, Item.id == Outcome.item_id)
        .outerjoin(Goal, Goal.id == Outcome.goal_id)
        .where(
            _is_for_all(), sa.extract("year", Meeting.held_on) == year, Outcome.kind.in_(CHANGED),
            sa.or_(Goal.id.is_(None), Goal.status != Status.DRAFT),
        )
    )  # fmt: skip
    return wanted.order_by(Meeting.held_on.desc(), Outcome.id).limit(MOST_CHANGES)


def _done_in(year: int) -> sa.Select[Action]:
    """The actions that everybody sees: without a goal, or with one that is no draft."""
    shown = sa.select(ActionGoal.action_id).join(Goal, Goal.id == ActionGoal.goal_id).where(Goal.status != Status.DRAFT)
    wanted = (
        sa.select(Action)
        .join(Outcome, Outcome.action_id == Action.id)
        .join(Meeting, Meeting.id == Outcome.meeting_id)
        .join(Item, Item.id == Outcome.item_id)
        .where(
            _is_for_all(), Action.settled_at.is_not(None), sa.extract("year", Action.done_on) == year,
            sa.or_(Action.id.in_(shown), Action.id.not_in(sa.select(ActionGoal.action_id))),
        )
    )  # fmt: skip
    return wanted.options(joinedload(Action.unit)).order_by(Action.done_on.desc(), Action.id).limit(MOST_CHANGES)


def _is_for_all() -> sa.ColumnElement[bool]:
    """Whether what was recorded on an item of a meeting is for everybody to read."""
    return sa.and_(Meeting.kind != MeetingKind.PRE_MEETING, Meeting.stage.in_(MINUTES_ARE_OUT), _is_open())


def _is_open() -> sa.ColumnElement[bool]:
    """Whether neither an item nor the point that it is a part of is confidential."""
    secret = sa.select(Item.id).where(Item.is_confidential.is_(True))
    return sa.and_(Item.is_confidential.is_(False), sa.or_(Item.parent_id.is_(None), Item.parent_id.not_in(secret)))


def years_of_decisions() -> list[int]:
    """The years in which meetings were held whose minutes are out, the latest first; this year where there are none."""
    held = sa.select(sa.func.min(Meeting.held_on), sa.func.max(Meeting.held_on))
    held = held.where(Meeting.kind != MeetingKind.PRE_MEETING, Meeting.stage.in_(MINUTES_ARE_OUT))
    first, last = session().execute(held).one()
    return [today().year] if first is None else list(range(last.year, first.year - 1, -1))


def committees_that_decided(user: User) -> list[tuple[int, str]]:
    """The committees of the outcomes that a person may read, in Danish order."""
    keys = visible_to(user).with_only_columns(Outcome.committee_id).order_by(None)
    wanted = sa.select(Committee.id, Committee.name).where(Committee.id.in_(keys))
    return [(key, name) for key, name in session().execute(wanted.order_by(sorted_danish(Committee.name)))]


def goals_decided_on(user: User) -> list[tuple[int, str]]:
    """The goals of those outcomes, by number."""
    keys = visible_to(user).where(Outcome.goal_id.in_(ids_visible_to(user))).with_only_columns(Outcome.goal_id)
    wanted = sa.select(Goal).where(Goal.id.in_(keys.order_by(None))).order_by(Goal.number).limit(1000)
    return [(goal.id, str(goal)) for goal in session().scalars(wanted)]


def committees_below(committee_id: int) -> list[int]:
    """The keys of a committee and all below it."""
    rows = [(key, parent) for key, parent in session().execute(sa.select(Committee.id, Committee.parent_id))]
    found: list[int] = [committee_id]
    for key in found:
        found += [child for child, parent in rows if parent == key and child not in found]
    return found
