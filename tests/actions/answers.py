"""An action written straight into the database, for the tests of other rooms; and what a person types into the form."""

from datetime import timedelta

from app.actions.models import Action, ActionStatus, Worked
from app.core.clock import now, today
from app.core.db import session
from app.core.formats import typed_day
from app.core.operation import operation, record

CHECKED = {"worked": Worked.YES, "check_words": "Køen er væk.", "progress": 100}


@operation("test.acted")
def acted(cast, *, goals=None, strains=(), **more) -> Action:
    """An action on the goal in force of the cast, unless others are named. A closed one is checked, as all are."""
    said = {"title": "Tag listen ned", "unit": cast.service, "responsible": cast.karin, "created_by": cast.karin}
    said |= {"due_on": today() + timedelta(days=20)}
    if more.get("status") is ActionStatus.DONE:
        said |= {"done_on": today(), "settled_at": now(), "check_on": today() + timedelta(days=90)}
    if more.get("status") is ActionStatus.CLOSED:
        said |= {"done_on": today(), "checked_on": today(), "settled_at": now(), "checked_by": cast.karin} | CHECKED
    action = Action(goals=list(goals if goals is not None else [cast.goal]), strains=list(strains), **said | more)
    session().add(action)
    record("test.acted", action, by=cast.karin, about=cast.karin)  # the history knows no sentence for it
    return action


def typed(cast, **changed):
    """What a person types into the form of an action."""
    return {
        "title": "Tag listen på tavlen ned", "how": "Fredag sammen med holdet.", "goals": [str(cast.goal.id)],
        "step": "adjust", "step_reason": "Målet er aftalt til nytår.", "unit_id": str(cast.service.id),
        "responsible_id": str(cast.karin.id), "due_on": typed_day(today() + timedelta(days=20)), "kind": "action",
    } | changed  # fmt: skip


def due(days):
    return today() + timedelta(days=days)
