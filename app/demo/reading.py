"""The seeds of the demo: what `seeds/solbaek/*.toml` says, with dates counted from today. Pure reading, no database.

The notation of dates is explained at the top of `seeds/solbaek/organisation.toml`.
"""

from __future__ import annotations

import calendar
import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "seeds" / "solbaek"

Plain = dict[str, Any]

# The keys whose text is a day; "on" may also hold a list of them.
DAYS = frozenset(
    {"accepted", "answered_on", "approved_on",
     "called", "cancelled", "out", "planned", "assigned_on", "check", "closed", "committee_on", "created", "deadline",
     "decided", "due", "due_on", "ended", "ended_on", "founded", "from", "group_on", "kept_on", "last_day",
     "next_review", "notice_given", "notice_start", "on", "opened", "read_on", "removed_on", "retires", "starts",
     "taken_back", "taken_up", "target_on", "to", "until", "vacant_from"}
)  # fmt: skip
NOTATION = re.compile(
    r"(?P<days>[+-]\d+)d|(?P<months>[+-]\d+)m(?P<end> end)?|(?P<month>\d\d)-(?P<day>\d\d)@(?P<year>[+-]?\d+)"
)


@dataclass(frozen=True)
class Seeds:
    """Everything there is to build, by kind; things refer to each other by their keys."""

    organisation: Plain
    units: list[Plain]
    people: list[Plain]
    committees: list[Plain]
    objectives: list[Plain]
    goals: list[Plain]
    assessments: list[Plain]
    comments: list[Plain]
    hearings: list[Plain]
    skipped: list[Plain]
    briefings: list[Plain]
    notices: list[Plain]
    practice: list[Plain]
    effects: list[Plain]
    barriers: list[Plain]
    tensions: list[Plain]
    actions: list[Plain]
    soundings: list[Plain]
    asides: list[Plain]
    apv: list[Plain]
    acceptances: list[Plain]
    library: list[Plain]
    meetings: list[Plain]
    years: list[Plain]
    dialogues: list[Plain]
    questions: list[Plain]


def read(*, today: date, folder: Path = FOLDER) -> Seeds:
    """The seeds as they are on that day. ValueError for a date that can't be read."""

    def load(name: str) -> Plain:
        return _dated_table(_load(folder / name), today)

    hearings = load("hearings.toml")
    return Seeds(
        organisation=load("organisation.toml"),
        units=load("units.toml")["unit"],
        people=load("people.toml")["person"],
        committees=load("committees.toml")["committee"],
        objectives=load("objectives.toml")["objective"],
        goals=sorted(
            (goal for file in (folder / "goals").glob("*.toml") for goal in _goals(load(str(file)))), key=_key
        ),
        assessments=load("assessments.toml")["assessment"],
        comments=load("comments.toml")["comment"],
        hearings=hearings["hearing"],
        skipped=hearings["skipped"],
        briefings=hearings["briefing"],
        notices=hearings["notice"],
        practice=load("practice.toml")["practice"],
        effects=load("effects.toml")["effect"],
        barriers=load("barriers.toml")["barrier"],
        tensions=load("tensions.toml")["tension"],
        actions=load("actions.toml")["action"],
        soundings=load("soundings.toml")["sounding"],
        asides=load("checks.toml")["aside"],
        apv=load("apv.toml")["note"],
        acceptances=load("acceptances.toml")["acceptance"],
        library=load("library.toml")["decision"],
        meetings=load("meetings.toml")["meeting"],
        years=load("meetings.toml")["year"],
        dialogues=load("dialogues.toml")["dialogue"],
        questions=load("dialogues.toml")["question"],
    )


def read_cast(folder: Path = FOLDER) -> list[Plain]:
    """Whom the sign-in page of the demo offers: person (key), and in da and en what each can do."""
    people = {person["id"]: person for person in _load(folder / "people.toml")["person"]}
    return [people[member["person"]] | member for member in _load(folder / "cast.toml")["cast"]]


def day(text: str, *, today: date) -> date | None:
    """The day that the notation means; None for an empty text."""
    if not text:
        return None
    found = NOTATION.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a day; see the top of organisation.toml")
    if found["days"]:
        return today + timedelta(days=int(found["days"]))
    if found["months"]:
        return _in_months(today, int(found["months"]), last=bool(found["end"]))
    return date(today.year + int(found["year"]), int(found["month"]), int(found["day"]))


def _in_months(today: date, months: int, *, last: bool) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1] if last else 1)


def _load(file: Path) -> Plain:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _dated_table(table: Plain, today: date) -> Plain:
    return {name: _dated(item, today, name) for name, item in table.items()}


def _dated(value: Any, today: date, key: str = "") -> Any:
    if isinstance(value, dict):
        return _dated_table(value, today)
    if isinstance(value, list):
        return [_dated(item, today, key) for item in value]
    return day(value, today=today) if key in DAYS and isinstance(value, str) else value


def _goals(file: Plain) -> list[Plain]:
    return [file["defaults"] | goal for goal in file["goal"]]


def _key(thing: Plain) -> str:
    return str(thing["id"])
