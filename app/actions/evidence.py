"""What must be said before an action can be closed: pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Evidence:
    """What shows whether an action worked; the figures and what was learned are for experiments."""

    check_words: str
    value_before: Decimal | None = None
    value_after: Decimal | None = None
    no_figure: str = ""
    learned: str = ""


def unsaid(evidence: Evidence, *, is_experiment: bool) -> list[str]:
    """The fields that still have to say something. An experiment has a figure before and after, or words why not."""
    missing = [] if evidence.check_words else ["check_words"]
    if is_experiment:
        if not evidence.no_figure:
            missing += [name for name in ("value_before", "value_after") if getattr(evidence, name) is None]
        missing += [] if evidence.learned else ["learned"]
    return missing
