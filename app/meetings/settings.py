"""What an installation decides about its meetings."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Sense, Setting

GROUP = lazy("Meetings")

SETTINGS = (
    Setting(
        "proposal_days", GROUP, lazy("Days before a meeting by which items are proposed"), 14,
        lazy("What comes later goes on the next meeting's agenda."), low=0, high=90,
    ),
    Setting(
        "agenda_days", GROUP, lazy("Days before a meeting by which its agenda is sent"), 7,
        lazy("Those who keep the meeting are reminded."), low=0, high=60,
    ),
    Setting("remark_days", GROUP, lazy("Days for remarks to minutes that are sent out"), 10, low=1, high=60),
)  # fmt: skip

SENSES = (
    Sense(
        ("proposal_days", "agenda_days"),
        lambda said: said["proposal_days"] >= said["agenda_days"],
        lazy("Items are proposed before the agenda is sent, so it takes at least as many days."),
    ),
)
