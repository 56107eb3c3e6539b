"""The guide as people meet it: shipped questions with the organisation's own words on top, and its own questions.

Pure rules."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from app.core.danish import stem, words
from app.core.languages import language
from app.dialogue.models import Audience, GuideQuestion, Theme
from app.dialogue.shipped import Shipped


class Spoken(Protocol):
    """Anything that says the same in Danish and English; one of the two may be ''."""

    @property
    def da(self) -> str: ...

    @property
    def en(self) -> str: ...


class Chosen(Spoken, Protocol):
    """A question as it was chosen somewhere."""

    @property
    def key(self) -> str: ...

    @property
    def answer(self) -> str: ...


def said(one: Spoken) -> str:
    """The words in the reader's language, or in the other where there are none."""
    return (one.da or one.en) if language() == "da" else (one.en or one.da)


def lang(one: Spoken) -> str:
    """The language of those words where it is not the reader's; otherwise ''."""
    if one.da and one.en:
        return ""
    spoken = "da" if one.da else "en"
    return "" if spoken == language() else spoken


@dataclass(frozen=True)
class Question:
    """One question. `row` is what the organisation decided about it, `shipped` what came with the program; one of the
    two is there."""

    key: str
    theme: Theme
    audience: Audience
    da: str
    en: str
    row: Any = None
    shipped: Shipped | None = None

    @property
    def version(self) -> int:
        """The version that a person sees; 0 where nobody has decided anything about it yet."""
        return self.row.version if self.row is not None else 0

    @property
    def is_hidden(self) -> bool:
        return self.row is not None and self.row.hidden_on is not None

    @property
    def is_own(self) -> bool:
        """Whether the program ships no such question, or no longer does."""
        return self.shipped is None

    @property
    def is_reworded(self) -> bool:
        one = self.shipped
        return one is not None and (self.da, self.en, self.audience) != (one.da, one.en, one.audience)


def merged(shipped: Mapping[str, Shipped], rows: Iterable[GuideQuestion]) -> list[Question]:
    """Every question, those put aside too: the shipped ones in their order, then the organisation's own."""
    found = {row.key: row for row in rows}
    own = [Question(row.key, row.theme, row.audience, row.da, row.en, row=row)
           for row in found.values() if row.key not in shipped and (row.da or row.en)]  # fmt: skip
    return [*(_on_top(one, found.get(one.key)) for one in shipped.values()), *own]


def gone_since(chosen: Iterable[Chosen], offered: Iterable[Question]) -> list[Question]:
    """What was chosen before and can't be chosen any more, as it was asked then."""
    keys = {one.key for one in offered}
    themes = {theme.value for theme in Theme}
    return [
        Question(one.key, Theme(theme) if (theme := one.key.split(".")[0]) in themes else Theme.GENERAL, Audience.BOTH,
                 one.da, one.en)
        for one in chosen
        if one.key not in keys
    ]  # fmt: skip


def kept(chosen: Iterable[Chosen], wanted: Collection[str], seen: Collection[str] | None) -> list[str]:
    """The keys of the chosen questions that stay although they are not wanted: those that are answered, and those that
    somebody else has chosen meanwhile. `seen` are the keys that were chosen when the choice began; None for all."""
    others = (one for one in chosen if one.key not in wanted)
    return [one.key for one in others if one.answer or (seen is not None and one.key not in seen)]


def _on_top(one: Shipped, row: GuideQuestion | None) -> Question:
    if row is None:
        return Question(one.key, one.theme, one.audience, one.da, one.en, shipped=one)
    da, en = (row.da, row.en) if row.da or row.en else (one.da, one.en)
    return Question(one.key, one.theme, row.audience, da, en, row=row, shipped=one)


class Only(enum.StrEnum):
    """Which of the questions are looked for."""

    IN_USE = ""
    OURS = "ours"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Wish:
    """What somebody looks for; '' where they don't mind."""

    q: str = ""
    theme: str = ""
    audience: str = ""
    only: Only = Only.IN_USE

    @property
    def asked(self) -> dict[str, Any]:
        """What is asked for, as it stands in an address."""
        return {name: str(value) for name, value in asdict(self).items() if value}


def wished(args: Mapping[str, str]) -> Wish:
    """The wish in an address; a word that means nothing is left out."""
    return Wish(
        q=args.get("q", "").strip()[:200],
        theme=_known(args.get("theme", ""), Theme),
        audience=_known(args.get("audience", ""), Audience),
        only=Only(_known(args.get("only", ""), Only)),
    )


def _known(value: str, kind: type[enum.StrEnum]) -> str:
    return value if value in {member.value for member in kind} else ""


def narrowed(questions: Iterable[Question], wish: Wish) -> list[Question]:
    """The questions that fit the wish. One that is meant for both fits either; all words looked for must be said."""
    terms = [stem(word) for word in words(wish.q)]
    return [
        one
        for one in questions
        if wish.theme in ("", one.theme)
        and wish.audience in ("", one.audience, *([wish.audience] if one.audience is Audience.BOTH else []))
        and _is_among(one, wish.only)
        and _says(one, terms)
    ]


def _is_among(one: Question, only: Only) -> bool:
    if only is Only.HIDDEN:
        return one.is_hidden
    if only is Only.OURS:
        return one.is_own or one.is_reworded
    return not one.is_hidden


def _says(one: Question, terms: Sequence[str]) -> bool:
    spoken = words(f"{one.da} {one.en}")
    return all(any(word.startswith(term) for word in spoken) for term in terms)


def grouped(questions: Iterable[Question]) -> list[tuple[Theme, list[Question]]]:
    """The questions under their themes; a theme without any is left out."""
    kept = list(questions)
    groups = ((theme, [one for one in kept if one.theme is theme]) for theme in Theme)
    return [(theme, found) for theme, found in groups if found]
