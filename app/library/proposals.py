"""Which lines of the library fit a goal, best first. A pure rule: the same goal and lines give the same proposals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from app.goals.hints import HEAVY
from app.goals.models import Aspect
from app.library.labels import WHY, WHY_COMMON, WHY_FAR, WHY_LEANS
from app.library.lines import Line
from app.library.models import LineKind

BALANCES = ("focus", "level", "process", "use")
MOST = 6  # of each kind in each aspect: more than one reads through


@dataclass(frozen=True)
class Proposal:
    """A line that may fit: its words in the reader's language, and the lazy reason why it is proposed.

    `lang` is the language of the words where they are not in the reader's; `factor` a code of risks.models.Factor."""

    key: str
    words: str
    why: Any
    factor: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Proposed:
    gains: tuple[Proposal, ...] = ()
    strains: tuple[Proposal, ...] = ()


def proposals(lines: Iterable[Line], goal: Any) -> dict[Aspect, Proposed]:
    """What the library proposes for a goal, or for what somebody typed about one, aspect by aspect."""
    found = fits(goal)
    fitting = [(line, _reasons(line, found)) for line in lines if not line.is_hidden]
    fitting = [(line, reasons) for line, reasons in fitting if reasons or line.is_general]
    fitting.sort(key=lambda one: -len(one[1]))  # a stable sort: equals stay in the library's order
    return {
        aspect: Proposed(gains=_first(fitting, aspect, LineKind.GAIN), strains=_first(fitting, aspect, LineKind.STRAIN))
        for aspect in Aspect
    }


def fits(goal: Any) -> dict[str, Any]:
    """The poles and answers that hold for a goal, each with the reason that it gives."""
    places = {balance: getattr(goal, balance, None) or 0 for balance in BALANCES}
    poles = {f"{balance}:{'left' if place < 0 else 'right'}": abs(place) for balance, place in places.items() if place}
    far = {pole: WHY_FAR[pole] for pole, distance in poles.items() if distance > 1}
    leaning = {pole: WHY_LEANS[pole] for pole in poles if pole not in far}
    return far | {answer: why for answer, why in WHY.items() if _holds(answer, goal)} | leaning


def _holds(answer: str, goal: Any) -> bool:
    name, value = answer.split(":")
    if name in MEANINGS:
        return bool(MEANINGS[name](goal))
    return getattr(goal, name, None) == value


MEANINGS: dict[str, Callable[[Any], object]] = {
    "registration": lambda goal: (getattr(goal, "registration_minutes", None) or 0) > HEAVY,
    "statutory": lambda goal: getattr(goal, "statutory_deadline", ""),
    "threshold": lambda goal: getattr(goal, "reward_threshold", ""),
    "compared": lambda goal: getattr(goal, "comparable_with", ""),
}


def _reasons(line: Line, found: dict[str, Any]) -> list[Any]:
    said = {*line.poles, *line.answers}
    return [why for code, why in found.items() if code in said]


def _first(fitting: list[tuple[Line, list[Any]]], aspect: Aspect, kind: LineKind) -> tuple[Proposal, ...]:
    chosen: dict[str, Proposal] = {}
    for line, reasons in fitting:
        if line.aspect is aspect and line.kind is kind and len(chosen) < MOST:
            why = reasons[0] if reasons else WHY_COMMON
            chosen.setdefault(line.words.casefold(), Proposal(line.key, line.words, why, line.factor, line.lang))
    return tuple(chosen.values())
