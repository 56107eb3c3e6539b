"""What an installation decides about goal load."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Setting

GROUP = lazy("Goal load")

SETTINGS = (
    Setting("load_many", GROUP, lazy("How many goals on one group are many?"), 5, low=2, high=100),
    Setting(
        "load_hours", GROUP, lazy("How many hours of registration a year are much for one person?"), 30,
        lazy("45 minutes a week are 33 hours in 44 weeks."), low=1, high=500,
    ),
    Setting(
        "work_weeks", GROUP, lazy("Weeks of work in a year"), 44,
        lazy("Used to make hours a year of minutes a week: 52 without holidays and days off."), low=30, high=52,
    ),
)  # fmt: skip
