"""Events as people read them: a sentence and what changed, in the reader's language."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from app.core.audit import FIELDS, SENTENCES, VALUES, Event
from app.core.db import as_plain
from app.core.formats import day, moment, number
from app.core.languages import gettext as _

LONG = 60  # characters; longer texts are compared word by word
ISO_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}:\d{2}", re.ASCII)
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
FIGURE = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)


@dataclass(frozen=True)
class Difference:
    """One changed field; `old` or `new` is '' where nothing stood; `words` marks the difference in longer texts."""

    label: str
    old: str
    new: str
    words: Markup | None


@dataclass(frozen=True)
class Told:
    at: datetime
    actor: str
    sentence: str
    differences: list[Difference]
    code: str
    is_new: bool


def told(events: Iterable[Event]) -> list[Told]:
    return [
        Told(
            event.at, event.actor_label, sentence(event), differences(event), event.code, event.code.endswith(".added")
        )
        for event in events
    ]


def sentence(event: Event) -> str:
    values = {key: _shown(event.subject_type, key, value) for key, value in event.data.items()}
    named = VALUES.get(event.subject_type, {}).get("subject", {})  # what some things are called, by the key they go by
    subject = str(named.get(event.subject_label, event.subject_label))
    values |= {"actor": event.actor_label or _("Pejling"), "subject": subject, "about": event.about_label}
    return str(SENTENCES[event.code]) % _Lenient(values)


class _Lenient(dict[str, Any]):
    """What an older event did not hold is left out of its sentence."""

    def __missing__(self, key: str) -> str:
        return ""


def differences(event: Event) -> list[Difference]:
    labels = FIELDS.get(event.subject_type, {})
    found = []
    for name, (old, new) in event.changes.items():
        if name not in labels:
            continue
        before, after = _shown(event.subject_type, name, old), _shown(event.subject_type, name, new)
        if before != after:
            words = marked(before, after) if before and after and max(len(before), len(after)) > LONG else None
            found.append(Difference(str(labels[name]), before, after, words))
    return found


def between(kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """How two versions of a thing differ, field by field in the order of its labels; both as plain values."""
    changed = {
        name: [before[name], after[name]]
        for name in FIELDS[kind]
        if name in before and name in after and before[name] != after[name]
    }
    return differences(Event(subject_type=kind, changes=changed))


def _shown(kind: str, name: str, value: Any) -> str:
    labels = VALUES.get(kind, {}).get(name)
    if labels is not None and value is not None:
        return next(
            (str(label) for member, label in labels.items() if getattr(member, "value", member) == value), str(value)
        )
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return number(value)
    return _text_shown(value)


def as_shown(kind: str, name: str, value: Any) -> str:
    """A field's value in words, such as a history shows it; values as they stand in the database or as plain JSON."""
    return _shown(kind, name, as_plain(value))


def _text_shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    text = str(value)
    try:
        if ISO_DAY.fullmatch(text):
            return day(date.fromisoformat(text))
        if ISO_MOMENT.fullmatch(text):
            return moment(datetime.fromisoformat(text))
    except ValueError:  # it only looks like one
        return text
    return number(Decimal(text)) if FIGURE.fullmatch(text) else text


def marked(old: str, new: str) -> Markup:
    """Both texts as one, word by word: what went in <del>, what came in <ins>."""
    before, after = re.findall(r"\s+|\S+", old), re.findall(r"\s+|\S+", new)
    parts: list[Markup] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        if tag == "equal":
            parts.append(escape(gone))
            continue
        parts += [Markup("<del>{}</del>").format(gone)] if gone.strip() else []
        parts += [Markup("<ins>{}</ins>").format(come)] if come.strip() else [escape(come)]
    return Markup("").join(parts)
