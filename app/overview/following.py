"""What a person follows: what is their own, and what they chose; less what they chose not to. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.people.models import FollowedKind


@dataclass(frozen=True)
class Following:
    """Keys by kind: `on` of what is followed apart from one's own goals, `off` of what one chose not to follow."""

    on: Mapping[FollowedKind, frozenset[int]] = field(default_factory=dict)
    off: Mapping[FollowedKind, frozenset[int]] = field(default_factory=dict)

    def follows(self, kind: FollowedKind, thing_id: int) -> bool:
        return thing_id in self.on.get(kind, frozenset())


def following(own: Mapping[FollowedKind, Iterable[int]], chosen: Iterable[Any]) -> Following:
    """Put together what is a person's own and what they chose, which counts for more."""
    rows = list(chosen)
    on, off = {}, {}
    for kind in FollowedKind:
        wanted = {row.thing_id for row in rows if row.kind is kind and row.is_on}
        off[kind] = frozenset(row.thing_id for row in rows if row.kind is kind and not row.is_on)
        on[kind] = frozenset((set(own.get(kind, ())) | wanted) - off[kind])
    return Following(on, off)
