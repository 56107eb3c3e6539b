"""Danish and English: catalogues read straight from their .po files, and the words for lazy and immediate texts.

The texts in the code are English. `translations/<language>/<room>.po` holds each room's own; all files of a language
are merged when it is first used, so no compiled file is ever needed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, has_request_context, request
from flask_babel import Babel, Domain, force_locale, get_locale
from flask_babel.speaklater import LazyString
from flask_login import current_user

LANGUAGES = {"da": "Dansk", "en": "English"}
FOLDER = Path(__file__).parent.parent / "translations"


def read_catalogue(language: str) -> Catalog:
    """All files of a language as one catalogue."""
    merged = Catalog(locale=language)
    for file in sorted((FOLDER / language).glob("*.po")):
        with file.open("rb") as source:
            for message in read_po(source, locale=language):
                if message.id and message.string:
                    merged.add(message.id, message.string, context=message.context)
    return merged


@cache
def _translations(language: str) -> NullTranslations:
    if language == "en" and not (FOLDER / "en").exists():
        return NullTranslations()
    target = io.BytesIO()
    write_mo(target, read_catalogue(language))
    target.seek(0)
    return Translations(target)


class _Domain(Domain):
    def get_translations(self) -> NullTranslations:
        return _translations(str(language()))


_domain = _Domain(translation_directories=[str(FOLDER)])
babel = Babel()


def gettext(text: str, **values: Any) -> str:
    return _domain.gettext(text, **values)  # type: ignore[no-any-return]


def ngettext(singular: str, plural: str, n: int, **values: Any) -> str:
    return _domain.ngettext(singular, plural, n, **values)  # type: ignore[no-any-return]


def pgettext(context: str, text: str, **values: Any) -> str:
    return _domain.pgettext(context, text, **values)  # type: ignore[no-any-return]


def lazy(text: str, **values: Any) -> LazyString:
    """A text that is put into the reader's language when it is shown."""
    return LazyString(gettext, text, **values)


def lazy_pgettext(context: str, text: str, **values: Any) -> LazyString:
    return LazyString(pgettext, context, text, **values)


def language() -> str:
    """The language in force: 'da' or 'en'."""
    locale = get_locale()
    return str(locale)[:2] if locale else "da"


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Within the block all texts are in that language, whoever asks: for what is written to somebody else."""
    with force_locale(chosen if chosen in LANGUAGES else "da"):
        yield


def _choose() -> str:
    """Asked only where no language is forced: what the person of the request chose; outside a request, Danish."""
    if not has_request_context():
        return "da"
    if current_user and current_user.is_authenticated:
        return current_user.language  # type: ignore[no-any-return]
    chosen = request.cookies.get("language", "")
    return chosen if chosen in LANGUAGES else "da"


def init_app(app: Flask) -> None:
    app.config.setdefault("BABEL_DEFAULT_LOCALE", "da")
    app.config.setdefault("BABEL_DEFAULT_TIMEZONE", "Europe/Copenhagen")
    babel.init_app(app, locale_selector=_choose, default_domain="messages")
    app.jinja_env.add_extension("jinja2.ext.i18n")
    # Jinja fills in the placeholders itself, so it is given the bare texts.
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: _domain.get_translations().ugettext(text),
        lambda one, many, n: _domain.get_translations().ungettext(one, many, n),
        newstyle=True,
        pgettext=lambda context, text: _domain.get_translations().upgettext(context, text),
    )
    app.jinja_env.globals["language"] = language
