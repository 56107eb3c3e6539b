"""How long something has waited for an answer, and by when it is owed: pure, counted in whole days as people do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.core.clock import COPENHAGEN
from app.core.languages import gettext as _
from app.core.languages import ngettext


@dataclass(frozen=True)
class Waiting:
    """So many days have gone since it was asked, of the days that the limit allows."""

    days: int
    limit: int

    @property
    def over(self) -> int:
        """How many days past the limit; 0 while there is still time."""
        return max(0, self.days - self.limit)

    @property
    def age(self) -> str:
        """How long, in words."""
        if self.days == 0:
            return _("Waiting for an answer since today")
        return ngettext("Waiting for an answer for %(num)d day", "Waiting for an answer for %(num)d days", self.days)

    @property
    def lateness(self) -> str:
        """How far past the limit, in words; empty while there is still time."""
        if not self.over:
            return ""
        return ngettext("%(num)d day past the limit", "%(num)d days past the limit", self.over)


def day_of(moment: datetime) -> date:
    """The day it was in Denmark."""
    return moment.astimezone(COPENHAGEN).date()


def waiting(since: datetime, today: date, limit: int) -> Waiting:
    return Waiting(max(0, (today - day_of(since)).days), limit)


def owed_by(since: datetime, limit: int) -> date:
    """The last day on which the answer is in time."""
    return day_of(since) + timedelta(days=limit)


def late_before(today: date, limit: int) -> datetime:
    """What began to wait before this moment is past the limit on that day."""
    return datetime.combine(today - timedelta(days=limit), time(), COPENHAGEN).astimezone(UTC)
