"""Goals, links and calendars as the tests of the wheel need them."""

from __future__ import annotations

from datetime import date
from typing import Any

import vobject

from app.core.clock import today
from app.core.db import next_number, session
from app.core.operation import operation, record
from app.goals.models import Goal, Status
from app.wheel.models import CalendarLink, YearlyDuty
from app.wheel.operations import add_duty, end_duty, make_link
from app.wheel.queries import find_duty


@operation("test.many")
def many_goals(cast: Any, count: int, day: date, **more: Any) -> None:
    """That many goals in force, all to be reviewed on one day."""
    said = {"unit_id": cast.service.id, "owner_id": cast.karin.id, "status": Status.IN_FORCE, "next_review_on": day}
    session().add_all(Goal(number=next_number("goal"), title=f"Mål {n}", **said | more) for n in range(count))
    record("test.many", cast.goal, by=cast.ida)


@operation("test.changed")
def changed(cast: Any, thing: Any, **values: Any) -> None:
    """Change a thing with nobody asked."""
    for name, value in values.items():
        setattr(thing, name, value)
    record("test.changed", thing, by=cast.ida)


def duty(cast: Any, **more: Any) -> YearlyDuty:
    """A duty of everybody in May."""
    said = {"title": "Rundering", "note": "", "month": 5, "day": 4, "every_years": 1, "first_year": None}
    return add_duty(**said | {"by": cast.ida, "committee_id": None} | more)


def ended(cast: Any) -> YearlyDuty:
    """A duty of everybody that has ended."""
    row = duty(cast)
    found = find_duty(cast.ida, name=str(row.id))
    assert found is not None
    end_duty(found, by=cast.ida)
    return row


def link(user: Any) -> CalendarLink:
    """A link of that person's."""
    return make_link(by=user)[0]


def feed_of(user: Any, committee: Any = None) -> str:
    """The path of a new link."""
    _link, secret = make_link(by=user, committee=committee)
    return f"/calendar/{secret}.ics"


def read(answer: Any) -> dict[str, Any]:
    """The entries of a calendar by their UIDs, as a parser that is not ours reads them."""
    assert answer.status_code == 200, answer.status_code
    made = vobject.readOne(answer.data.decode())
    return {event.uid.value: event for event in getattr(made, "vevent_list", [])}


def this_year(month: int, day: int = 15) -> date:
    return date(today().year, month, day)
