"""Finding actions."""

from __future__ import annotations

import sqlalchemy as sa

from app.actions.models import Action, ActionStrain
from app.core.db import session


def actions_on(strain_ids: list[int]) -> dict[int, list[Action]]:
    """The actions that treat each of these strains, oldest first. Asked by the rooms above; it hides nothing."""
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
