"""A real browser against a real server: Chromium on waitress, both on this machine only."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect, sync_playwright
from waitress.server import create_server

from app import create_app
from app.core.db import session
from app.core.migrations import alembic
from app.demo.loading import fill_demo
from config import settings
from tests.cast import PASSWORD, Cast, speak_danish

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

expect.set_options(timeout=10_000)  # a page may take its time on a busy machine, but it does come


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = [item for item in items if "tests/browser" in str(item.path)]
    for item in here:
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None:
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def new_context(chromium: Browser) -> Iterator[Callable[..., Any]]:
    """Opens browser windows that know nothing of each other, and closes them after the test."""
    opened = []

    def open_one(**kwargs: Any) -> Any:
        opened.append(chromium.new_context(**kwargs))
        return opened[-1]

    yield open_one
    for context in opened:
        for page in context.pages:
            page.close()  # one by one: closing a window whose page awaited an answer seems to have hung once
        context.close()


class Server:
    def __init__(self, app: Flask) -> None:
        self.server = create_server(app, host="127.0.0.1", port=0, threads=4)
        self.stopping = False
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.effective_port}"

    def _serve(self) -> None:
        try:
            self.server.run()
        except OSError:  # it may just be waiting on the sockets that `stop` closes
            if not self.stopping:
                raise

    def stop(self) -> None:
        self.stopping = True
        self.server.close()
        self.thread.join(timeout=5)


@pytest.fixture
def site(app: Flask, cast: Cast) -> Iterator[str]:
    """The address of a server with the small cast in its database."""
    server = Server(app)
    yield server.url
    server.stop()


@pytest.fixture(scope="session")
def demo_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app with the whole demo in its database, which no test may change."""
    folder = tmp_path_factory.mktemp("demo")
    app = create_app(settings({"PEJLING_ENV": "demo", "PEJLING_INSTANCE": str(folder)}))
    with app.app_context():
        alembic.upgrade()
        fill_demo()
    return app


@pytest.fixture(scope="session")
def demo_site(demo_app: Flask) -> Iterator[str]:
    """The address of a server with the demo."""
    server = Server(demo_app)
    yield server.url
    server.stop()


@pytest.fixture
def tab(site: str, new_context: Callable[..., Any]) -> Callable[..., Any]:
    """`tab(cast.ida)` opens a browser of Ida's own, signed in by hand, in Danish."""

    def open_tab(user: Any = None, **kwargs: Any) -> Any:
        page = new_context(base_url=site, locale="da-DK", **kwargs).new_page()
        page.set_default_timeout(10_000)
        page.goto("/sign-in")
        if user is not None:
            page.get_by_label("Mail").fill(user.email)
            page.get_by_label("Adgangskode").fill(PASSWORD)
            page.get_by_role("button", name="Log ind", exact=True).click()
            page.wait_for_url("**/")
        return page

    return open_tab


@pytest.fixture
def danes(tab: Callable[..., Any], cast: Cast) -> Callable[..., list[Any]]:
    """`danes("ida", "karin")` opens a browser for each, in Danish."""
    for person in (cast.ida, cast.mette, cast.karin, cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo):
        speak_danish(person)
    session().commit()

    def open_all(*names: str) -> list[Any]:
        return [tab(getattr(cast, name)) for name in names]

    return open_all
