"""What an installation decides for itself: each room declares its settings with a default, and what was chosen is kept.

A declared setting is asked for by its name; nothing else in the app reads the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, session


class Chosen(Base):
    """A setting that somebody has changed from its default."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(sa.String(60), primary_key=True)
    value: Mapped[Any] = mapped_column(sa.JSON)

    __event_name__ = "setting"


@dataclass(frozen=True)
class Setting:
    """A whole number from `low` to `high`, or one of `options` (value -> lazy words) where there are any."""

    name: str
    group: Any
    label: Any
    default: Any
    hint: Any = ""
    low: int = 0
    high: int = 0
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Sense:
    """What must hold between several settings: a test of all that is chosen, and the sentence for when it fails. It is
    said at the last of the names."""

    names: tuple[str, ...]
    holds: Callable[[Mapping[str, Any]], bool]
    sentence: Any


DECLARED: dict[str, Setting] = {}  # in the order of the rooms; filled when the app is made
SENSES: list[Sense] = []
# What is done in the same transaction once some of these settings are changed, as (names, what to do by whom).
FOLLOWERS: list[tuple[frozenset[str], Callable[[Any], object]]] = []


class Senseless(ValueError):
    """Settings that can't stand together; `sense` says which and why."""

    def __init__(self, sense: Sense) -> None:
        super().__init__(str(sense.names))
        self.sense = sense


def declare(settings: Iterable[Setting]) -> None:
    DECLARED.update({one.name: one for one in settings})


def chosen() -> dict[str, Any]:
    """Every declared setting as it stands now. One query per transaction, however often it is asked."""
    now = session().get_transaction() or session().begin()
    kept = session().info.get("settings")
    if kept is None or kept[0] is not now:
        rows = {row.name: row.value for row in session().scalars(sa.select(Chosen))}
        kept = (now, {name: rows.get(name, one.default) for name, one in DECLARED.items()})
        session().info["settings"] = kept
    return dict(kept[1])


def setting(name: str) -> Any:
    """The value of one setting. KeyError for one that no room declares."""
    return chosen()[name]


def make_sense(wanted: Mapping[str, Any]) -> None:
    """Senseless when what is chosen, with what is wanted on top, can't stand together."""
    together = chosen() | dict(wanted)
    for sense in SENSES:
        if not sense.holds(together):
            raise Senseless(sense)


def follow(names: Iterable[str], by: Any) -> None:
    """Do what follows from a change of these settings. To be called inside the operation that changed them."""
    changed = set(names)
    for watched, do in FOLLOWERS:
        if watched & changed:
            do(by)


def keep(name: str, value: Any) -> None:
    """Keep what was chosen. To be called inside an operation."""
    row = session().get(Chosen, name)
    if row is None:
        session().add(Chosen(name=name, value=value))
    else:
        row.value = value
    session().info.pop("settings", None)


def as_chosen() -> list[tuple[Any, list[tuple[Any, Any]]]]:
    """[(group, [(label, value in words)])] of every declared setting."""
    now, groups = chosen(), dict[str, tuple[Any, list[tuple[Any, Any]]]]()
    for name, one in DECLARED.items():
        groups.setdefault(str(one.group), (one.group, []))[1].append((one.label, one.options.get(now[name], now[name])))
    return list(groups.values())
