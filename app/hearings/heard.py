"""Whether a goal counts as heard, and why not: pure rules on its hearings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from app.hearings.models import Outcome, Phase, Stage
from app.organisation.models import Side

ENDED = frozenset({Stage.CLOSED, Stage.NOT_SOUGHT})


def state_of(hearings: Sequence[Any], nearest: Collection[int], substance: str) -> tuple[str, Any]:
    """The gate's word for a goal's hearings, newest first, and the hearing that it speaks of (None: none).

    `nearest` are the committees of the goal's own area; where there are none, any committee's word counts."""
    running = next((one for one in hearings if one.is_open), None)
    if running is not None:
        return "in_hearing", running
    counting = [one for one in hearings if one.stage in ENDED and (one.committee_id in {*nearest, None} or not nearest)]
    if not counting:
        elsewhere = next((one for one in hearings if one.stage is Stage.CLOSED), None)
        return ("heard_elsewhere", elsewhere) if elsewhere else ("unheard", None)
    # What the sides said of this version is not laid aside by a later reason why nobody is asked.
    said = [one for one in counting if one.stage is Stage.CLOSED and one.substance == substance]
    newest = (said or counting)[0]
    return _word_of(newest, substance), newest


def _word_of(hearing: Any, substance: str) -> str:
    if hearing.substance != substance:
        return "hearing_outdated"
    if hearing.stage is Stage.NOT_SOUGHT:
        return "not_sought"
    if hearing.outcome is Outcome.DROPPED:
        return "hearing_dropped"
    if len(hearing.silent) == len(Side):
        return "nobody_answered"
    return "heard_in_part" if hearing.silent else "heard"


def is_outdated(hearing: Any, substance: str) -> bool:
    """Whether the goal has changed in substance since the version that the hearing is about."""
    return hearing.stage is not Stage.WITHDRAWN and hearing.substance != substance


def briefing_state(briefings: Sequence[Any], substance: str) -> tuple[str, Any]:
    """The gate's word for whether the group measured has been told, from briefings newest first."""
    before = [one for one in briefings if one.phase is Phase.BEFORE]
    told = [one for one in before if one.group_on is not None]
    if not told:
        return ("briefed_in_part", before[0]) if before else ("unbriefed", None)
    return ("briefed", told[0]) if told[0].substance == substance else ("briefing_outdated", told[0])
