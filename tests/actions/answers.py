"""An action written straight into the database, for the tests of other rooms."""

from datetime import timedelta

from app.actions.models import Action
from app.core.clock import today
from app.core.db import session
from app.core.operation import operation, record


@operation("test.acted")
def acted(cast, *, goals=None, strains=(), **more) -> Action:
    """An action on the goal in force of the cast, unless others are named."""
    said = {"title": "Tag listen ned", "unit": cast.service, "responsible": cast.karin, "created_by": cast.karin}
    said |= {"due_on": today() + timedelta(days=20)} | more
    action = Action(goals=list(goals if goals is not None else [cast.goal]), strains=list(strains), **said)
    session().add(action)
    record("test.acted", action, by=cast.karin)
    return action
