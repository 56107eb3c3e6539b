"""Taking in files: all of a file or nothing."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from app.balances.models import BALANCES
from app.balances.operations import read_balances
from app.balances.queries import latest_reading
from app.core.clock import now
from app.core.db import session
from app.core.operation import operation, record
from app.exchange.models import Upload
from app.exchange.plan import Fate, Plan, Planned
from app.goals.models import Goal
from app.goals.operations import add_goal, revise_goal
from app.people.models import User


class TakenIn(ValueError):
    """The file was imported already."""


KEPT = timedelta(days=7)  # how long a file that was never taken in is kept


@operation("upload.added")
def add_upload(*, name: str, content: bytes, by: User) -> Upload:
    """Keep a file for its dry run; files that were forgotten are swept out."""
    session().execute(sa.delete(Upload).where(Upload.sent_at < now() - KEPT))
    upload = Upload(name=name[:200], content=content, user_id=by.id)
    session().add(upload)
    record("upload.added", upload, by=by)
    return upload


@operation("upload.mapped")
def map_columns(upload: Upload, *, columns: dict[int, str], by: User) -> None:
    upload.columns = {str(index): name for index, name in columns.items()}
    record("upload.mapped", upload, by=by)


@operation("upload.taken_in")
def take_in(upload: Upload, plan: Plan, *, by: User) -> tuple[int, int]:
    """Do all that the plan says, or nothing. How many goals are new, and how many changed. TakenIn when it was done."""
    session().refresh(upload, with_for_update=True)
    if upload.taken_in_at is not None:
        raise TakenIn(upload)
    counts = import_goals(plan, by=by)
    upload.taken_in_at, upload.content = now(), b""
    record("upload.taken_in", upload, by=by, new=counts[0], changed=counts[1])
    return counts


@operation()
def import_goals(plan: Plan, *, by: User) -> tuple[int, int]:
    """Add the new goals as drafts and revise the changed ones; what the sheet leaves empty stays as it is."""
    new, changed = plan.having(Fate.NEW), plan.having(Fate.CHANGED)
    for planned in new:
        goal = add_goal(by=by, links=[(key, "") for key in planned.new_links], **planned.row.answers)
        _place(goal, planned, by)
    for planned in changed:
        _revise(planned, by)
    return len(new), len(changed)


def _revise(planned: Planned, by: User) -> None:
    goal = planned.goal
    links = [(link.objective_id, link.sentence) for link in goal.links] + [(key, "") for key in planned.new_links]
    revise_goal(goal, by=by, links=links, **{change.field: change.new for change in planned.changes})
    _place(goal, planned, by)


def _place(goal: Goal, planned: Planned, by: User) -> None:
    if planned.new_places:
        last = latest_reading(goal)
        places = {balance: getattr(goal, balance) for balance in BALANCES} | dict(planned.new_places)
        # A wish holds until somebody wishes otherwise; a reason is for the place that it was given for.
        wishes = {balance: last.wish(balance) for balance in BALANCES} if last else None
        kept = [balance for balance in BALANCES if last and last.place(balance) == places[balance]]
        reasons = {balance: last.reason(balance) for balance in kept} if last else None
        read_balances(goal, by=by, places=places, wishes=wishes, reasons=reasons)
