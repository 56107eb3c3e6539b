"""Finding objectives. Everybody who is signed in sees them."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app.core.db import session
from app.organisation.queries import INDENT, Node, flat, tree_of
from app.people.models import User
from app.strategy.models import Objective


def find_objective(_user: User, *, objective_id: int) -> Objective | None:
    whole = (
        sa.select(Objective)
        .where(Objective.id == objective_id)
        .options(joinedload(Objective.parent), joinedload(Objective.owner))
    )
    return session().scalar(whole)


def objective_tree() -> list[Node]:
    """All objectives as a tree with their owners, closed ones too."""
    return tree_of(list(session().scalars(sa.select(Objective).options(joinedload(Objective.owner)))))


def objectives_below(objective: Objective) -> list[Objective]:
    return list(session().scalars(sa.select(Objective).where(Objective.parent_id == objective.id)))


def objective_options() -> list[tuple[int, str]]:
    """The open objectives in the order of the tree, indented by their depth."""
    found = list(session().scalars(sa.select(Objective).where(Objective.closed_on.is_(None))))
    return [(o.id, INDENT * depth + o.title) for depth, o in flat(tree_of(found))]
