"""What the form of an assessment begins with: a content as fields hold it."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.goals.models import Aspect
from app.organisation.models import Side
from app.risks.content import Content
from app.risks.lines import NO_LAST, Fate, Gone, Last, Line, Place, mark_of
from app.risks.models import Mark

PLACES = ("", "_before", "_expected")  # what the names of a line's fields end with, by layer


def as_typed(content: Content | None, *, on: date, last: Last = NO_LAST) -> dict[str, Any]:
    """All fields, by name."""
    if content is None:
        return {"assessed_on": on}
    ticked = {side.value: [str(key) for key, own in content.participants.items() if own is side] for side in Side}
    return {
        **ticked,
        **{aspect.value: _aspect(aspect, content, last) for aspect in Aspect},
        "assessed_on": content.assessed_on,
        "factors": [factor.value for factor in content.factors],
        "extent": content.extent,
        "nature": content.nature,
        "measures": {area.value: words for area, words in content.measures.items()},
        "certainty": content.certainty,
        "no_influence_reason": content.no_influence_reason,
        "verdict": content.verdict,
        "verdict_reason": content.verdict_reason,
    }


def _aspect(aspect: Aspect, content: Content, last: Last) -> dict[str, Any]:
    gain = content.gains.get(aspect)
    strains = [line_typed(line, last) for line in content.lines if line.aspect is aspect]
    gone = [_gone(one, last) for one in content.gone if one.aspect is aspect and one.strain_id in last.by_strain]
    return {
        "gain": gain.size if gain else None, "gain_words": gain.words if gain else "", "strains": [*strains, *gone],
    }  # fmt: skip


def line_typed(line: Line, last: Last) -> dict[str, Any]:
    """One line; its fate is what was said of it, or what its changes say."""
    changed = Fate.CHANGED if mark_of(line, last) is Mark.CHANGED else None
    places = zip(PLACES, (line.today, line.before, line.expected), strict=True)
    return {
        **{name: step for ending, place in places for name, step in _steps(ending, place)},
        "strain_id": str(line.strain_id or ""),
        "title": line.title,
        "words": line.words,
        "reason": line.reason,
        "fate": Fate.SAME if line.confirmed and changed is None else changed,
    }


def _steps(ending: str, place: Place | None) -> list[tuple[str, int | None]]:
    probability, consequence = place or (None, None)
    return [(f"probability{ending}", probability), (f"consequence{ending}", consequence)]


def _gone(gone: Gone, last: Last) -> dict[str, Any]:
    was = last.by_strain[gone.strain_id]
    return line_typed(was, last) | {"fate": Fate.GONE, "reason": gone.reason}
