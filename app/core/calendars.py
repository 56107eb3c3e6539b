"""Calendar entries as iCalendar (RFC 5545): for feeds that people subscribe to, and for invitations by mail.

An entry keeps its UID for good; a higher SEQUENCE says that it has changed, and a status that it is cancelled. Times
are written in the time zone of Denmark, whose rules stand in the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from icalendar import Calendar, Event, Timezone, vCalAddress

from app.core.clock import COPENHAGEN

PRODUCT = "-//Pejling//Pejling//DA"
MEDIA_TYPE = "text/calendar; charset=utf-8"

# Written as rules and not, as the library would, as a list of all days: some programs read no lists and then show every
# summer's meeting an hour wrong. These are the rules of the European Union since 1996.
DANISH_TIME = """BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True)
class Entry:
    """One entry. With `begins` and `ends` it has a time, otherwise it is that whole day. `changed_at` is when it was
    last changed, as a moment; `invited` is the mail address of one who is asked to come."""

    uid: str
    summary: str
    day: date
    changed_at: datetime
    begins: time | None = None
    ends: time | None = None
    sequence: int = 0
    place: str = ""
    text: str = ""
    url: str = ""
    is_cancelled: bool = False
    organizer: str = ""
    invited: str = ""


def calendar(entries: Iterable[Entry], *, name: str, method: str = "PUBLISH") -> bytes:
    """A whole calendar as the file that calendar programs read. `method` is PUBLISH for a feed, REQUEST or CANCEL for
    an invitation by mail."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", method)
    if method == "PUBLISH":
        made.add("x-wr-calname", name)
        made.add("x-wr-timezone", str(COPENHAGEN))
        made.add("refresh-interval", timedelta(hours=4), parameters={"value": "DURATION"})
    made.add_component(Timezone.from_ical(DANISH_TIME))
    for entry in entries:
        made.add_component(_event(entry))
    return bytes(made.to_ical())


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.sequence)
    event.add("summary", entry.summary)
    if entry.begins is not None and entry.ends is not None:
        event.add("dtstart", datetime.combine(entry.day, entry.begins, COPENHAGEN))
        event.add("dtend", datetime.combine(entry.day, entry.ends, COPENHAGEN))
    else:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    for name, value in (("location", entry.place), ("description", entry.text), ("url", entry.url)):
        if value:
            event.add(name, value)
    if entry.organizer:
        event.add("organizer", vCalAddress(f"mailto:{entry.organizer}"))
    if entry.invited:
        event.add("attendee", vCalAddress(f"mailto:{entry.invited}"), parameters={"role": "REQ-PARTICIPANT"})
    return event
