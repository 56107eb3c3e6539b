"""What an installation decides about the levels of risk, and about accepting a high one."""

from __future__ import annotations

from app.core.languages import lazy
from app.core.settings import Sense, Setting, setting
from app.risks.matrix import DEFAULT_BANDS, MOST, Bands

MATRIX = lazy("The risk matrix: how often times how serious, 1 to 25")

SETTINGS = (
    Setting(
        "risk_low_up_to", MATRIX, lazy("A risk is low up to"), DEFAULT_BANDS.low_up_to,
        lazy("All goals are levelled anew at once, and the reviews of those that become higher are drawn nearer."),
        low=1, high=MOST - 2,
    ),
    Setting(
        "risk_medium_up_to", MATRIX, lazy("A risk is medium up to"), DEFAULT_BANDS.medium_up_to,
        lazy("Everything above is high."), low=2, high=MOST - 1,
    ),
    Setting(
        "accept_longest_months", MATRIX, lazy("Most months for which a high risk can be accepted"), 6,
        lazy("When the time is over, the risk comes up again by itself."), low=1, high=24,
    ),
)  # fmt: skip

SENSES = (
    Sense(
        ("risk_low_up_to", "risk_medium_up_to"),
        lambda said: said["risk_low_up_to"] < said["risk_medium_up_to"],
        lazy("The medium band must end above the low one."),
    ),
)


def bands() -> Bands:
    """The bands as they are chosen now."""
    return Bands(setting("risk_low_up_to"), setting("risk_medium_up_to"))
