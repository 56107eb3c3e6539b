"""Finding lines in the library: what somebody looks for, what fits it, and how the page groups it. Pure rules."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.core.danish import stem, words
from app.goals.models import Aspect
from app.library.labels import ANSWERS, POLES
from app.library.lines import Line
from app.library.models import LineKind, Only

PER_PAGE = 150


@dataclass(frozen=True)
class Wish:
    """What somebody looks for; '' where they don't mind."""

    q: str = ""
    aspect: str = ""
    kind: str = ""
    fits: str = ""
    only: Only = Only.IN_USE

    @property
    def asked(self) -> dict[str, Any]:
        """What is asked for, as it stands in an address."""
        return {name: str(value) for name, value in asdict(self).items() if value}


@dataclass(frozen=True)
class Group:
    """The lines of one aspect."""

    aspect: Aspect
    gains: Sequence[Line]
    strains: Sequence[Line]


def wished(args: Mapping[str, str]) -> Wish:
    """The wish in an address; a word that means nothing is left out."""
    only = args.get("only", "")
    return Wish(
        q=args.get("q", "").strip()[:200],
        aspect=_known(args.get("aspect", ""), Aspect),
        kind=_known(args.get("kind", ""), LineKind),
        fits=args.get("fits", "") if args.get("fits") in POLES | ANSWERS else "",
        only=Only(_known(only, Only)),
    )


def _known(value: str, kind: type[enum.StrEnum]) -> str:
    return value if value in {member.value for member in kind} else ""


def narrowed(lines: Iterable[Line], wish: Wish) -> list[Line]:
    """The lines that fit the wish, aspect by aspect, gains before strains."""
    terms = [stem(word) for word in words(wish.q)]
    found = [line for line in lines if _fits(line, wish) and _says(line, terms)]
    aspects, kinds = list(Aspect), list(LineKind)
    return sorted(found, key=lambda line: (aspects.index(line.aspect), kinds.index(line.kind)))


def _fits(line: Line, wish: Wish) -> bool:
    return (
        wish.aspect in ("", line.aspect)
        and wish.kind in ("", line.kind)
        and wish.fits in ("", *line.poles, *line.answers)
        and _is_among(line, wish.only)
    )


def _is_among(line: Line, only: Only) -> bool:
    if only is Only.HIDDEN:
        return line.is_hidden
    if only is Only.OURS:
        return line.is_ours
    return line.is_overtaken if only is Only.OVERTAKEN else not line.is_hidden


def _says(line: Line, terms: Sequence[str]) -> bool:
    said = words(f"{line.da} {line.en}")
    return all(any(word.startswith(term) for word in said) for term in terms)


def grouped(lines: Iterable[Line]) -> list[Group]:
    """The lines under their aspects; an aspect without any is left out."""
    kept = list(lines)
    return [
        Group(aspect, *([line for line in kept if (line.aspect, line.kind) == (aspect, kind)] for kind in LineKind))
        for aspect in Aspect
        if any(line.aspect is aspect for line in kept)
    ]
