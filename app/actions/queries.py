"""Finding actions, always through the one who looks; and, for the rooms above, all there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.actions.models import OPEN, UNCHECKED, Action, ActionGoal, ActionStatus, ActionStrain
from app.actions.sight import sees
from app.core.audit import Event, history_of
from app.core.clock import today
from app.core.db import session, sorted_danish
from app.goals.models import Goal, Status, Strain
from app.goals.queries import ids_visible_to
from app.goals.queries import visible_to as visible_goals
from app.organisation.models import Unit
from app.organisation.standing import standing_of
from app.organisation.viewers import open_accounts
from app.people.models import Role, User

MOST = 500  # actions that are handed to another room at once
ON_A_GOAL = 6
IN_A_COLUMN = 12
CLOSED_LATELY = timedelta(days=90)
HISTORY_PAGE = 30
MOST_GOALS = 500  # of one action, or typed at once
FILTERED = 1000  # goals to narrow the list by

# Which strains a person may read of is known to the room of the assessments above; it is hung up under "by".
StrainsSeen = Callable[[User], sa.ColumnElement[bool]]
STRAINS_SEEN: dict[str, StrainsSeen] = {}


def visible_to(user: User) -> sa.Select[Action]:
    """The actions that a person sees, with unit, responsible, goals, and of the strains those that are for them."""
    statement = whole(user)
    return statement if user.role is Role.SAFETY else statement.where(_seen_by(user))


def whole(user: User | None = None) -> sa.Select[Action]:
    """All actions with what stands around them; nobody: with all their strains."""
    strains = selectinload(Action.strains) if user is None else selectinload(Action.shown_strains.and_(_strains(user)))
    return sa.select(Action).options(
        joinedload(Action.unit), joinedload(Action.responsible), strains.joinedload(Strain.goal),
        selectinload(Action.goals).joinedload(Goal.unit),
    )  # fmt: skip


def _strains(user: User) -> sa.ColumnElement[bool]:
    return STRAINS_SEEN["by"](user)


def _seen_by(user: User) -> sa.ColumnElement[bool]:
    """Who sees one of its goals; who is responsible or leads its unit; and everybody, where it has no goal.

    The parts do not look at each action anew, which took a database minutes at ten thousand."""
    seen = sa.select(ActionGoal.action_id).where(ActionGoal.goal_id.in_(ids_visible_to(user)))
    return sa.or_(
        Action.id.in_(seen),
        Action.id.not_in(sa.select(ActionGoal.action_id)),
        Action.responsible_id == user.id,
        Action.unit_id.in_(_units_under(standing_of(user).led_paths)),
    )


def _units_under(paths: Collection[str]) -> sa.Select[int]:
    """The units at these paths and below them."""
    under = [Unit.path.startswith(path, autoescape=True) for path in paths]
    return sa.select(Unit.id).where(sa.or_(sa.false(), *under))


def find_action(user: User, *, action_id: int) -> Action | None:
    wanted = visible_to(user).where(Action.id == action_id)
    return session().scalar(wanted.options(joinedload(Action.checked_by), joinedload(Action.created_by)))


def who_see(action: Action, user_ids: set[int]) -> set[int]:
    """Those of these people who see an action."""
    return {user.id for user in open_accounts(user_ids) if sees(user, action)}


def history_page(user: User, action: Action, before: int | None) -> list[Event]:
    """What has happened to an action, newest first; one more than a page when there are older ones."""
    wanted = history_of(action, standing_of(user).audiences)
    if before:
        wanted = wanted.where(Event.id < before)
    return list(session().scalars(wanted.limit(HISTORY_PAGE + 1)))


# On a goal's page and on the board.


@dataclass(frozen=True)
class OnGoal:
    """The actions of a goal that its page shows, the open ones first, and how many there are."""

    actions: Sequence[Action]
    count: int
    closed: int


def on_goal(user: User, goal: Goal) -> OnGoal:
    treats = Action.id.in_(sa.select(ActionGoal.action_id).where(ActionGoal.goal_id == goal.id))
    order = sa.case({status: place for place, status in enumerate((*OPEN, ActionStatus.DONE))}, value=Action.status)
    first = visible_to(user).where(treats).order_by(sa.func.coalesce(order, 9), Action.due_on, Action.id)
    counted = sa.select(sa.func.count(), sa.func.count().filter(Action.status == ActionStatus.CLOSED)).where(treats)
    count, closed = session().execute(counted).one()
    return OnGoal(session().scalars(first.limit(ON_A_GOAL)).unique().all(), count, closed)


def open_actions_on_goal(goal: Goal) -> list[Action]:
    """What is still to be done about a goal, the soonest first. Asked by the rooms above; it hides nothing."""
    treats = Action.id.in_(sa.select(ActionGoal.action_id).where(ActionGoal.goal_id == goal.id))
    wanted = whole().where(treats, Action.status.in_(OPEN)).order_by(Action.due_on.nulls_last(), Action.id)
    return list(session().scalars(wanted.limit(MOST)).unique())


def open_actions_on_each(goal_ids: Collection[int]) -> dict[int, list[Action]]:
    """The same of several goals, by their keys, in as many queries as of one."""
    treats = Action.id.in_(sa.select(ActionGoal.action_id).where(ActionGoal.goal_id.in_(goal_ids)))
    wanted = whole().where(treats, Action.status.in_(OPEN)).order_by(Action.due_on.nulls_last(), Action.id)
    found: dict[int, list[Action]] = {key: [] for key in goal_ids}
    for action in session().scalars(wanted.limit(MOST * max(1, len(goal_ids)))).unique():
        for goal in action.goals:
            found.get(goal.id, []).append(action)
    return found


@dataclass(frozen=True)
class BoardColumn:
    status: ActionStatus
    actions: Sequence[Action]
    count: int


def board(user: User, *, unit_id: int | None = None, responsible_id: int | None = None) -> list[BoardColumn]:
    """What is planned, under way, waiting for its check, and closed lately, the most urgent of each first."""
    narrowed = [] if unit_id is None else [in_unit(unit_id)]
    narrowed += [] if responsible_id is None else [Action.responsible_id == responsible_id]
    return [_column(visible_to(user).where(*narrowed), status) for status in (*UNCHECKED, ActionStatus.CLOSED)]


def _column(statement: sa.Select[Action], status: ActionStatus) -> BoardColumn:
    wanted = statement.where(Action.status == status)
    if status is ActionStatus.CLOSED:
        wanted = wanted.where(Action.checked_on >= today() - CLOSED_LATELY).order_by(Action.checked_on.desc())
    else:
        wanted = wanted.order_by((Action.check_on if status is ActionStatus.DONE else Action.due_on).nulls_last())
    ids = wanted.with_only_columns(Action.id).order_by(None).subquery()
    count = session().scalar(sa.select(sa.func.count()).select_from(ids)) or 0
    return BoardColumn(status, session().scalars(wanted.order_by(Action.id).limit(IN_A_COLUMN)).unique().all(), count)


def in_unit(unit_id: int) -> sa.ColumnElement[bool]:
    """The condition that an action is done in a unit or below it."""
    path = sa.select(Unit.path).where(Unit.id == unit_id).scalar_subquery()
    return Action.unit_id.in_(sa.select(Unit.id).where(Unit.path.startswith(path)))


# What the form offers.


def responsible_options(user: User) -> list[tuple[int, str]]:
    """Those who are responsible for an action that the person sees, in Danish order."""
    seen = visible_to(user).with_only_columns(Action.responsible_id).order_by(None)
    wanted = sa.select(User.id, User.name).where(User.id.in_(seen))
    return [(key, name) for key, name in session().execute(wanted.order_by(sorted_danish(User.name)))]


def treated_goals(user: User) -> list[tuple[int, str]]:
    """Some goals that actions treat and the person sees, by number."""
    treated = Goal.id.in_(sa.select(ActionGoal.goal_id))
    wanted = visible_goals(user).where(treated).order_by(Goal.number).limit(FILTERED)
    return [(goal.id, str(goal)) for goal in session().scalars(wanted).unique()]


def goals_among(user: User, keys: Collection[int]) -> list[Goal]:
    """Those of these goals that the person sees, by number."""
    if not keys:
        return []
    wanted = visible_goals(user).where(Goal.id.in_(sorted(keys)[:MOST_GOALS])).order_by(Goal.number)
    return list(session().scalars(wanted).unique())


def goals_numbered(user: User, numbers: Collection[int]) -> dict[int, Goal]:
    """By their numbers, those goals that the person sees."""
    if not numbers:
        return {}
    wanted = visible_goals(user).where(Goal.number.in_(sorted(numbers)[:MOST_GOALS]))
    return {goal.number: goal for goal in session().scalars(wanted).unique()}


def strains_of(user: User, goals: Collection[Goal]) -> list[Strain]:
    """The strains of these goals that a person may read of."""
    if not goals:
        return []
    wanted = sa.select(Strain).where(Strain.goal_id.in_([goal.id for goal in goals]), _strains(user))
    return list(session().scalars(wanted.options(joinedload(Strain.goal)).order_by(Strain.goal_id, Strain.id)))


# What the rooms above ask; it hides nothing.


def actions_on(strain_ids: list[int]) -> dict[int, list[Action]]:
    """The actions that treat each of these strains, oldest first."""
    wanted = (
        sa.select(ActionStrain.strain_id, Action)
        .join(Action, Action.id == ActionStrain.action_id)
        .where(ActionStrain.strain_id.in_(strain_ids))
        .order_by(Action.id)
    )
    found: dict[int, list[Action]] = {key: [] for key in strain_ids}
    for key, action in session().execute(wanted):
        found[key].append(action)
    return found


def overdue(day: date, *, most: int = MOST) -> list[Action]:
    """The actions that should have been done by that day, overdue longest first."""
    return _overdue(sa.true(), day, most)


def overdue_in(paths: Collection[str], *, most: int = MOST) -> list[Action]:
    """The overdue actions that are done in the units at these paths or below them, as a committee's agenda asks."""
    return _overdue(Action.unit_id.in_(_units_under(paths)), today(), most)


def _overdue(condition: sa.ColumnElement[bool], day: date, most: int) -> list[Action]:
    late = whole().where(condition, Action.status.in_(OPEN), Action.due_on < day)
    return list(session().scalars(late.order_by(Action.due_on, Action.id).limit(most)).unique())


def actions_under(user: User, unit: Unit, *, most: int = MOST) -> list[Action]:
    """The actions that a person sees of a unit and those below it: done there, or treating a goal there. The ones that
    are not closed first, then the newest."""
    under = _units_under([unit.path])
    of_goals = sa.select(ActionGoal.action_id).join(Goal, Goal.id == ActionGoal.goal_id).where(Goal.unit_id.in_(under))
    wanted = visible_to(user).where(sa.or_(Action.unit_id.in_(under), Action.id.in_(of_goals)))
    order = sa.case((Action.status.in_(UNCHECKED), 0), else_=1)
    return list(session().scalars(wanted.order_by(order, Action.due_on, Action.id).limit(most)).unique())


# What waits for people.


def waiting(user: User | None, until: date) -> Sequence[Action]:
    """Open actions due by that day, and done ones to be checked by then: all there are, or those of one person, who is
    responsible, or leads a unit above where nobody is, or keeps the register."""
    due = sa.or_(
        sa.and_(Action.status.in_(OPEN), Action.due_on <= until),
        sa.and_(Action.status == ActionStatus.DONE, Action.check_on <= until),
    )
    wanted = _for_a_desk().where(due)
    if user is not None:
        active = sa.select(User.id).where(User.closed_on.is_(None))
        nobody = sa.or_(Action.responsible_id.is_(None), Action.responsible_id.not_in(active))
        wanted = wanted.where(sa.or_(Action.responsible_id == user.id, sa.and_(nobody, _over(user))))
    return session().scalars(wanted).all()


def risen(user: User | None, before: date) -> Sequence[Action]:
    """Open actions that should have been done before that day: all there are, or those in units that a person leads.
    Whose they are is decided afterwards, so no limit may cut them here."""
    wanted = _for_a_desk().where(Action.status.in_(OPEN), Action.due_on < before)
    if user is not None:
        wanted = wanted.where(_over(user), Action.responsible_id.is_distinct_from(user.id))
    return session().scalars(wanted).all()


def _for_a_desk() -> sa.Select[Action]:
    """Actions with what a desk tells of them; without those whose goals are all retired, since nobody asks any more."""
    alive = sa.select(ActionGoal.action_id).join(Goal, Goal.id == ActionGoal.goal_id)
    asked = sa.or_(
        Action.id.not_in(sa.select(ActionGoal.action_id)), Action.id.in_(alive.where(Goal.status != Status.RETIRED))
    )
    wanted = sa.select(Action).options(joinedload(Action.unit), joinedload(Action.responsible)).where(asked)
    return wanted.order_by(Action.due_on, Action.id)


def _over(user: User) -> sa.ColumnElement[bool]:
    """The condition that a person leads the action's unit or one above it, or keeps the register."""
    if user.role is Role.SAFETY:
        return sa.true()
    return Action.unit_id.in_(_units_under(standing_of(user).led_paths))
