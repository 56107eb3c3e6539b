"""Words of the year wheel."""

from __future__ import annotations

from app.core.languages import lazy
from app.wheel.marks import Kind

KINDS = {
    Kind.MEETING: lazy("Meeting"),
    Kind.REVIEW: lazy("Review"),
    Kind.ACTION: lazy("Action"),
    Kind.HEARING: lazy("Hearing deadline"),
    Kind.DUTY: lazy("Yearly duty"),
}
MANY = {
    Kind.MEETING: lazy("Meetings"),
    Kind.REVIEW: lazy("Reviews"),
    Kind.ACTION: lazy("Actions"),
    Kind.HEARING: lazy("Hearing deadlines"),
    Kind.DUTY: lazy("Yearly duties"),
}
FIELDS = {
    "title": lazy("What is to be done"),
    "note": lazy("A note"),
    "month": lazy("Month"),
    "day": lazy("Day"),
    "every_years": lazy("Every how many years"),
    "first_year": lazy("Counted from the year"),
    "committee": lazy("Committee"),
    "ended_on": lazy("Ended on"),
    "key": lazy("Comes with the program"),
}
LINK_FIELDS = {
    "user": lazy("Person"),
    "committee": lazy("Committee"),
    "ending": lazy("Ends in"),
    "made_at": lazy("Made"),
    "revoked_at": lazy("Closed"),
}
