"""What an installation decides about notices and mail."""

from __future__ import annotations

from app.core.formats import lazy_month
from app.core.languages import lazy
from app.core.settings import Setting

GROUP = lazy("Notices and mail")

SETTINGS = (
    Setting(
        "digest_hour", GROUP, lazy("From which hour of the day the collected news goes out by mail"), 7,
        hint=lazy("A whole hour in Danish time, from 0 to 23. Weekly mail goes out on Mondays."), low=0, high=23,
    ),
    Setting(
        "quiet_month", GROUP, lazy("The month without reminders and mail"), "7",
        hint=lazy("Notices still come in the register. What is unread afterwards goes out in one mail."),
        options={"0": lazy("No quiet month"), **{str(number): lazy_month(number) for number in range(1, 13)}},
    ),
)  # fmt: skip
