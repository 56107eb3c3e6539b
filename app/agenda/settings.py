"""What an installation decides about agendas."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Setting

GROUP = lazy("Meetings")

SETTINGS = (
    Setting("minutes_per_goal", GROUP, lazy("Minutes that a goal gets on an agenda"), 10, low=1, high=120),
    Setting("minutes_per_item", GROUP, lazy("Minutes that any other item gets"), 5, low=1, high=120),
    Setting(
        "annex_megabytes", GROUP, lazy("Largest file that can be an annex, in megabytes"), 8,
        lazy("At most 9, since no page takes more at once."), low=1, high=9,
    ),
)  # fmt: skip
