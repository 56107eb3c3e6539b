"""What hearings and briefings ask of whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.core.duties import Duty, Words
from app.core.languages import lazy
from app.goals.notices import people_of
from app.goals.substance import digest
from app.hearings import queries
from app.hearings.heard import is_outdated
from app.hearings.labels import PHASES_SHORT
from app.hearings.models import Briefing, Hearing
from app.hearings.policy import may_close, may_open, may_revise_briefing
from app.organisation.areas import nearest_of
from app.organisation.queries import Sitting, areas_of_committees, sitting_in
from app.organisation.standing import KEEPING
from app.organisation.viewers import open_accounts

WORDS = {
    "hearing.answer": Words(
        lazy("%(committee)s is heard. Your side has not answered yet, or not confirmed its answer."),
        lazy("Answer"),
        "hearing",
    ),
    "hearing.close": Words(lazy("The hearing in %(committee)s can be closed."), lazy("Close the hearing"), "hearing"),
    "hearing.renew": Words(
        lazy("The goal has changed in substance since the hearing."), lazy("Open a new hearing"), "hearing"
    ),
    "briefing.group": Words(
        lazy("The staff group measured has not been told yet: %(told)s."), lazy("Note when they were told"), "people"
    ),
    "briefing.committee": Words(
        lazy("The committee has not been told yet: %(told)s."), lazy("Note when they were told"), "people"
    ),
}


def hearings(user: Any, today: date) -> list[Duty]:
    """Open hearings: to be answered by the sides, and to be closed by those who keep the committee or the goal."""
    if user is None:
        found = queries.open_hearings(None)
    else:
        found = queries.open_hearings(queries.committees_of(user), queries.goals_answered_for(user))
    sitting = sitting_in({one.committee_id for one in found if one.committee_id})
    asked = [(hearing, code, key) for hearing in found for code, key in _asked(hearing, sitting, today)]
    people = {one.id: one for one in ([user] if user else open_accounts({key for _hearing, _code, key in asked}))}
    return [
        _duty(code, hearing, key)
        for hearing, code, key in asked
        if key in people and (code == "hearing.answer" or may_close(people[key], hearing))
    ]


def _asked(hearing: Hearing, sitting: Iterable[Sitting], today: date) -> Iterable[tuple[str, int]]:
    """Who is asked to do what with a hearing: (code, key)."""
    here = [one for one in sitting if one.committee_id == hearing.committee_id]
    if hearing.may_end(today):
        closers = {one.user_id for one in here if one.function in KEEPING}
        closers |= set() if hearing.takes_answers(today) else people_of(hearing.goal)
        yield from (("hearing.close", key) for key in sorted(closers))
    elif hearing.takes_answers(today):
        yield from (("hearing.answer", one.user_id) for one in here if one.side in hearing.silent)


def _duty(code: str, hearing: Hearing, user_id: int) -> Duty:
    endpoint = "hearings.answer" if code == "hearing.answer" else "hearings.close"
    return Duty(
        user_id, code, ("hearing", hearing.id), ("goal", hearing.goal_id), str(hearing.goal), endpoint,
        {"goal_id": hearing.goal_id, "hearing_id": hearing.id}, due_on=hearing.deadline, since=hearing.opened_on,
        data={"committee": hearing.committee.name if hearing.committee else ""},
    )  # fmt: skip


def outdated(user: Any, _today: date) -> list[Duty]:
    """For those who answer for a goal: it has changed since its committee was heard. No date, no reminder."""
    if user is None:
        return []
    ended = queries.newest_ended(queries.goals_answered_for(user))
    running = queries.in_hearing({hearing.goal_id for hearing in ended})
    areas = areas_of_committees()
    found = [
        _renew(hearing, user.id)
        for hearing in ended
        if hearing.goal_id not in running
        and is_outdated(hearing, digest(hearing.goal))
        and hearing.committee_id in {None, *nearest_of(hearing.goal.unit, areas)}
        and may_open(user, hearing.goal)
    ]
    return list({duty.about: duty for duty in found}.values())


def _renew(hearing: Hearing, user_id: int) -> Duty:
    return Duty(
        user_id, "hearing.renew", ("hearing", hearing.id), ("goal", hearing.goal_id), str(hearing.goal),
        "hearings.open", {"goal_id": hearing.goal_id}, since=hearing.outdated_told_on,
    )  # fmt: skip


def half_done(user: Any, _today: date) -> list[Duty]:
    """For those who answer for a goal: briefings that reached only one of the two. No date, no reminder."""
    if user is None:
        return []
    found = queries.half_done_briefings(queries.goals_answered_for(user))
    return [_finish(one, user.id) for one in found if may_revise_briefing(user, one)]


def _finish(briefing: Briefing, user_id: int) -> Duty:
    url = {"goal_id": briefing.goal_id, "briefing_id": briefing.id}
    code = "briefing.group" if briefing.group_on is None else "briefing.committee"
    return Duty(
        user_id, code, ("briefing", briefing.id), ("goal", briefing.goal_id), str(briefing.goal),
        "hearings.revise_briefing", url, since=briefing.committee_on or briefing.group_on,
        data={"told": PHASES_SHORT[briefing.phase]},
    )  # fmt: skip


SOURCES = (hearings, outdated, half_done)
