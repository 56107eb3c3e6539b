"""What an installation decides about the conversation."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Setting

SETTINGS = (
    Setting(
        "answer_days",
        lazy("Conversation"),
        lazy("Days to answer in"),
        14,
        lazy("A question, concern or proposal that has waited longer for the other side is past the limit."),
        low=1,
        high=90,
    ),
)
