"""A strain's line from one assessment to the next: how it stands to the last one, and what it may not do in silence."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.actions.models import Action, ActionStatus, Worked
from app.goals.models import Aspect
from app.risks.matrix import number
from app.risks.models import Mark

Place = tuple[int, int]  # probability and consequence, 1 to 5


@dataclass(frozen=True)
class Line:
    """One strain as it is rated: its place today, before any measures, and expected once planned actions are done.

    `strain_id` is that of a strain which the goal already has. A line without one that has the aspect and title of such
    a strain is that strain; any other is new.
    """

    aspect: Aspect
    title: str
    today: Place
    words: str = ""
    before: Place | None = None
    expected: Place | None = None
    strain_id: int | None = None
    confirmed: bool = False  # that it is still like last time
    reason: str = ""  # why it is lower without a measure, or expected to be higher than today

    @property
    def number(self) -> int:
        return number(*self.today)

    @property
    def is_expected_to_rise(self) -> bool:
        return self.expected is not None and number(*self.expected) > self.number


@dataclass(frozen=True)
class Gone:
    """A strain of the last assessment that no longer wears on anybody, and why."""

    strain_id: int
    reason: str
    aspect: Aspect
    title: str


@dataclass(frozen=True)
class Last:
    """What the last finished assessment said, and which of its strains have had a measure put in place since."""

    lines: Sequence[Line] = ()
    eased: frozenset[int] = frozenset()
    on: date | None = None
    by_strain: Mapping[int, Line] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_strain", {one.strain_id: one for one in self.lines if one.strain_id is not None})

    def was(self, line: Line) -> Line | None:
        """What the last assessment said of the same strain."""
        known = None if line.strain_id is None else self.by_strain.get(line.strain_id)
        if known is not None:
            return known
        said = (line.aspect, line.title.casefold())
        return next((one for one in self.lines if (one.aspect, one.title.casefold()) == said), None)


NO_LAST = Last()


class Fate(enum.StrEnum):
    """What people say of a line that is carried over."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class Flaw(enum.StrEnum):
    """What a line may not do in silence."""

    UNTOUCHED = "untouched"  # carried over, neither confirmed nor changed nor gone
    LOWERED = "lowered"  # rated lower, with neither a measure in place nor a reason
    EXPECTED = "expected"  # expected to be higher than today, without a reason
    GONE = "gone"  # said to be gone, without a reason


@dataclass(frozen=True)
class LineGap:
    flaw: Flaw
    aspect: Aspect
    title: str
    strain_id: int | None


def mark_of(line: Line, last: Last) -> Mark:
    """How a line stands to the last finished assessment: by what it says, never by what people say of it."""
    was = last.was(line)
    if was is None:
        return Mark.NEW
    same = (was.today, was.before, was.expected, was.words) == (line.today, line.before, line.expected, line.words)
    return Mark.UNCHANGED if same else Mark.CHANGED


def line_gaps(lines: Iterable[Line], gone: Iterable[Gone], last: Last) -> list[LineGap]:
    """What the lines and the strains said to be gone still owe, in their order."""
    lines, gone = list(lines), list(gone)
    found = [LineGap(flaw, one.aspect, one.title, one.strain_id) for one in lines for flaw in _flaws(one, last)]
    found += [LineGap(Flaw.GONE, one.aspect, one.title, one.strain_id) for one in gone if not one.reason.strip()]
    spoken_of = {was.strain_id for one in lines if (was := last.was(one))} | {one.strain_id for one in gone}
    missed = [one for one in last.lines if one.strain_id not in spoken_of]
    return found + [LineGap(Flaw.UNTOUCHED, one.aspect, one.title, one.strain_id) for one in missed]


def _flaws(line: Line, last: Last) -> Iterable[Flaw]:
    was = last.was(line)
    if mark_of(line, last) is Mark.UNCHANGED and not line.confirmed:
        yield Flaw.UNTOUCHED
    has_fallen = was is not None and line.number < was.number and was.strain_id not in last.eased
    if has_fallen and not _says_anew(line, was):
        yield Flaw.LOWERED
    if line.is_expected_to_rise and not line.reason.strip():
        yield Flaw.EXPECTED


def _says_anew(line: Line, was: Line | None) -> bool:
    """Whether the line has a reason of its own: what was said of the last one explains nothing now."""
    reason = line.reason.strip()
    return bool(reason) and (was is None or reason != was.reason.strip())


def unspoken(line: Line) -> Line:
    """A line as it is carried over: not confirmed yet, and without the reason why it fell last time."""
    return replace(line, confirmed=False, reason=line.reason if line.is_expected_to_rise else "")


def eased_by(actions: Mapping[int, Iterable[Action]], since: date) -> frozenset[int]:
    """The strains with a measure put in place since that day: an action that was done or closed and did not fail."""
    return frozenset(key for key, treating in actions.items() if any(_is_in_place(one, since) for one in treating))


def _is_in_place(action: Action, since: date) -> bool:
    if action.status not in {ActionStatus.DONE, ActionStatus.CLOSED} or action.worked is Worked.NO:
        return False
    days = [day for day in (action.done_on, action.checked_on) if day is not None]
    return bool(days) and max(days) >= since
