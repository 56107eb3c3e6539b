"""Finding a meeting that is followed, and what stands on the wall about a goal besides itself.

Nothing here is anything that a whole room may not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import sqlalchemy as sa
from sqlalchemy.orm import selectinload

from app.actions.models import Action
from app.actions.queries import open_actions_on_goal
from app.comments.models import Comment
from app.comments.queries import open_to_all_on
from app.core.db import session
from app.goals.models import Goal, GoalObjective, Status
from app.load.models import Tension
from app.load.queries import tensions_of
from app.meetings.models import Meeting
from app.meetings.sight import sees_agenda
from app.people.models import User
from app.strategy.models import Objective

MOST = 4  # of each kind: more can't be read on a wall


@dataclass(frozen=True)
class Around:
    """What a goal serves, what waits for an answer about it, what is being done, and what pulls against it."""

    objectives: Sequence[str]
    asked: Sequence[Comment]
    actions: Sequence[Action]
    tensions: Sequence[Tension]


def find_followed(user: User, *, meeting_id: int) -> Meeting | None:
    """A meeting whose agenda the person may read. Everybody in the room asks for it every few seconds, so that the
    statement is put together once."""
    meeting = session().scalar(_followed(), {"key": meeting_id})
    return meeting if meeting is not None and sees_agenda(user, meeting) else None


@cache
def _followed() -> sa.Select[Meeting]:
    return sa.select(Meeting).where(Meeting.id == sa.bindparam("key")).options(selectinload(Meeting.attendances))


def around(user: User, goal: Goal) -> Around:
    """The same for every reader: what only some may read is left out, a draft that pulls against the goal as well."""
    pulling = [one for one in tensions_of(user, goal) if one.facing(goal).status is not Status.DRAFT]
    served = sa.select(Objective.title).join(GoalObjective, GoalObjective.objective_id == Objective.id)
    titles = session().scalars(served.where(GoalObjective.goal_id == goal.id).order_by(GoalObjective.id).limit(MOST))
    return Around(list(titles), open_to_all_on(goal, most=MOST), open_actions_on_goal(goal)[:MOST], pulling[:MOST])
