"""The test client. Every page fetched through it is held against what every page must be."""

from __future__ import annotations

import re
from contextvars import Context
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from flask import Flask
from flask import session as fresh
from flask_wtf.csrf import generate_csrf
from lxml import html
from sqlalchemy import event
from werkzeug.test import TestResponse

from app.core import clock
from app.core.db import db
from app.core.languages import read_catalogue
from app.people.models import User

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SELF_CLOSING = {"path", "circle", "rect", "use", "line", "polygon", "polyline", "ellipse", "stop"}
LABELLED = "//input[not(@type='hidden') and not(@type='submit') and not(@type='button')] | //select | //textarea"


class Page:
    """An answer: `.text`, `.doc` (parsed HTML), `.status_code`, `.location`, `.headers`, `.queries` (how many)."""

    def __init__(self, response: TestResponse, queries: int) -> None:
        self.queries = queries
        self.status_code, self.headers, self.location = response.status_code, response.headers, response.location
        self.data = response.data
        response.close()  # a file that was sent is let go
        self.text = response.text if (response.mimetype or "").startswith("text/") else ""
        self.is_page = response.mimetype == "text/html" and not 300 <= response.status_code < 400
        self.doc: Any = html.document_fromstring(self.text) if self.is_page else None

    @property
    def words(self) -> str:
        """What a reader reads: the text of the page's body with single spaces."""
        return " ".join(self.doc.body.text_content().split())

    def values(self, name: str) -> list[str]:
        """What stands in the form fields of that name."""
        fields = self.doc.xpath(f"//*[@name='{name}']")
        return [(f.text or "").removeprefix("\n") if f.tag == "textarea" else f.value or "" for f in fields]


class Browser:
    """A signed-in person's browser, or a stranger's; `language` overrules the person's own."""

    def __init__(self, app: Flask, user: User | None = None, language: str | None = None) -> None:
        self.app, self.user, self.language = app, user, language
        self.client = app.test_client()
        if language:
            self.client.set_cookie("language", language)
        if user is not None:
            with self.client.session_transaction() as session:
                session["_user_id"], session["_fresh"] = user.get_id(), True

    def get(self, path: str, **kwargs: Any) -> Page:
        return self.open("GET", path, **kwargs)

    def post(self, path: str, data: dict[str, Any] | None = None, **kwargs: Any) -> Page:
        """Send a form, with the token that a form on our pages would carry."""
        return self.open("POST", path, data={"csrf_token": self._token(), **(data or {})}, **kwargs)

    def open(self, method: str, path: str, **kwargs: Any) -> Page:
        counted = _Counter()
        db.session.commit()  # the test's own session ends its view of the past
        engine = db.engine
        event.listen(engine, "before_cursor_execute", counted)
        try:
            # No context of the test's around it but its clock: a request has its own, and must clear up after itself.
            context = Context()
            context.run(clock.SET.set, clock.SET.get())
            response = context.run(self.client.open, path, method=method, buffered=True, **kwargs)
        finally:
            event.remove(engine, "before_cursor_execute", counted)
        page = Page(response, counted.number)
        if page.is_page:
            check(page, method)
        return page

    def follow(self, page: Page) -> Page:
        """The page to which an answer redirects."""
        assert page.status_code in {302, 303}, f"no redirect but {page.status_code}: {page.text[:2000]}"
        return self.get(page.location)

    def _token(self) -> str:
        with self.app.app_context(), self.app.test_request_context():
            token = generate_csrf()
            raw = fresh["csrf_token"]
        with self.client.session_transaction() as session:
            session["csrf_token"] = raw
        return token


class _Counter:
    def __init__(self) -> None:
        self.number = 0

    def __call__(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("PRAGMA", "BEGIN", "SAVEPOINT", "RELEASE")):
            self.number += 1


def check(page: Page, method: str = "GET") -> None:
    """What every page must be; the message says what is wrong and where."""
    _Nesting().check(page.text)
    doc = page.doc
    heads = [" ".join(h.text_content().split()) for h in doc.xpath("//h1")]
    assert len(heads) == 1, f"a page has one h1, this one has {heads}"
    title = " ".join(doc.findtext(".//title").split())
    assert title.startswith(heads[0][:90]), f"the title {title!r} should begin with the h1 {heads[0]!r}"
    ids = doc.xpath("//@id")
    twice = {i for i in ids if ids.count(i) > 1}
    assert not twice, f"ids stand more than once: {twice}"
    missing = [
        i
        for names in doc.xpath("//@aria-describedby | //@aria-labelledby | //@aria-controls")
        for i in names.split()
        if i not in ids
    ]
    assert not missing, f"ids are referred to but not there: {missing}"
    for field in doc.xpath(LABELLED):
        assert _is_labelled(doc, field), f"no label for {html.tostring(field)[:200]!r}"
    for form in doc.xpath("//form[translate(@method,'POST','post')='post']"):
        assert form.xpath(".//input[@name='csrf_token']"), f"no token in the form {form.get('action')}"
    assert not doc.xpath("//@style | //style | //script[not(@src)] | //@onclick | //@onsubmit"), (
        "inline style or script"
    )
    for link in doc.xpath("//a"):
        assert link.get("href") not in (None, "", "#"), f"a link that leads nowhere: {html.tostring(link)[:200]!r}"
    signs = {name.rsplit("#", 1)[1] for name in doc.xpath("//use/@href")}
    assert signs <= _signs(), f"not in the sprite: {signs - _signs()}"
    if doc.get("lang") == "da":
        _no_english(doc)


@cache
def _signs() -> frozenset[str]:
    """The names of the signs that can be shown."""
    sprite = Path(__file__).parents[1] / "app" / "static" / "icons.svg"
    return frozenset(re.findall(r'id="([^"]+)"', sprite.read_text(encoding="utf-8")))


def _is_labelled(doc: Any, field: Any) -> bool:
    if field.get("aria-label") or field.get("aria-labelledby") or any(True for _ in field.iterancestors("label")):
        return True
    return bool(field.get("id") and doc.xpath("//label[@for=$id]", id=field.get("id")))


_english: dict[str, str] = {}


def _no_english(doc: Any) -> None:
    """No text of the Danish page is one of our English texts."""
    if not _english:
        for message in read_catalogue("da"):
            text = message.id if isinstance(message.id, str) else message.id[0] if message.id else ""
            if text and message.string and text != message.string and "%(" not in text:
                _english[text] = str(message.string)
    danish = set(_english.values())
    shown = [t.strip() for t in doc.xpath("//body//text()[not(ancestor::script)]")]
    shown += [t.strip() for t in doc.xpath("//@aria-label | //@title | //@placeholder | //@alt")]
    found = [text for text in shown if text in _english and text not in danish and re.search("[a-z]", text)]
    assert not found, f"English on a Danish page: {found}"


class _Nesting(HTMLParser):
    """Every tag is closed, in order."""

    def check(self, text: str) -> None:
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        twice = {name for name in names if names.count(name) > 1}
        assert not twice, f"<{tag}> says {twice} twice, line {self.getpos()[0]}"
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID | SELF_CLOSING, f"<{tag}/> can't close itself, line {self.getpos()[0]}"

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1:] == [tag], f"</{tag}> closes {self.open[-3:]}, line {self.getpos()[0]}"
        self.open.pop()
