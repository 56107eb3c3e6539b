"""Notices as people read them, in the inbox and in a mail: newest first, grouped by what they are about, and what was
said several times said once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from flask import current_app

from app.core.duties import WORDS
from app.core.formats import day
from app.core.languages import gettext as _
from app.core.notices import ADDRESSES, REMINDERS, TEXTS, Notice

Address = tuple[str, dict[str, Any]]
SHOWN_ACTORS = 3


@dataclass
class Line:
    """What one or several notices say; the newest stands for all. `action` is the label and page that settles it."""

    notices: list[Notice]

    @property
    def newest(self) -> Notice:
        return self.notices[0]

    @property
    def at(self) -> datetime:
        return self.newest.at

    @property
    def count(self) -> int:
        return len(self.notices)

    @property
    def times(self) -> int:
        """How often, where that says more than who."""
        return self.count if self.count > len(_names(self.notices)) else 1

    @property
    def is_new(self) -> bool:
        return self.newest.read_at is None

    @property
    def is_reminder(self) -> bool:
        return self.newest.code in REMINDERS

    @property
    def sentence(self) -> str:
        return sentence(self.newest, _actors(self.notices))

    @property
    def stands_alone(self) -> bool:
        """Whether the sentence needs no name of the thing after it."""
        return self.sentence.endswith(".")

    @property
    def action(self) -> tuple[str, Address] | None:
        words = WORDS.get(self.newest.data.get("duty", ""))
        found = address(self.newest)
        return (str(words.button), found) if words and found else None


@dataclass
class Group:
    """All that is told about one thing."""

    label: str
    address: Address | None
    lines: list[Line] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return any(line.is_new for line in self.lines)


def grouped(notices: Iterable[Notice]) -> list[Group]:
    """Notices, given newest first, by the thing they are about; the thing with the newest stands first."""
    groups: dict[tuple[str, int], Group] = {}
    lines: dict[tuple[Any, ...], Line] = {}
    for notice in notices:
        about = (notice.about_type, notice.about_id)
        group = groups.setdefault(about, Group(notice.about_label, address_of(*about)))
        same = (*about, notice.code, notice.read_at is None, repr(sorted(notice.data.items())))
        if same in lines:
            lines[same].notices.append(notice)
        else:
            lines[same] = Line([notice])
            group.lines.append(lines[same])
    return list(groups.values())


def _names(notices: list[Notice]) -> list[str]:
    return list(dict.fromkeys(notice.actor_label for notice in notices if notice.actor_label))


def _actors(notices: list[Notice]) -> str:
    names = _names(notices)
    if len(names) < 2:
        return "".join(names)
    if len(names) > SHOWN_ACTORS:
        return _("%(names)s and others", names=", ".join(names[:SHOWN_ACTORS]))
    return _("%(names)s and %(last)s", names=", ".join(names[:-1]), last=names[-1])


def sentence(notice: Notice, actors: str = "") -> str:
    """What the inbox says, in the reader's language; `actors` where several people did the same."""
    if notice.code in REMINDERS:
        return _reminder(notice)
    return str(TEXTS[notice.code]) % {
        "actor": actors or notice.actor_label or "Pejling", "about": notice.about_label, **notice.data,
    }  # fmt: skip


def _reminder(notice: Notice) -> str:
    """The words of the duty itself, with its day."""
    words = WORDS.get(notice.data["duty"])
    what = str(words.what) % notice.data["words"] if words else notice.about_label
    due_on = date.fromisoformat(notice.data["due_on"])
    return str(REMINDERS[notice.code]) % {"what": what.rstrip("."), "day": day(due_on)}


def address(notice: Notice) -> Address | None:
    """The page that a notice leads to, as endpoint and arguments: what settles it, or else the thing it is about."""
    if notice.data.get("endpoint") in current_app.view_functions:
        return notice.data["endpoint"], dict(notice.data["url"])
    return address_of(notice.about_type, notice.about_id)


def address_of(kind: str, key: int) -> Address | None:
    """The page of a thing of which only type and key are known."""
    if kind not in ADDRESSES:
        return None
    endpoint, argument = ADDRESSES[kind]
    return endpoint, {argument: key} if argument else {}
