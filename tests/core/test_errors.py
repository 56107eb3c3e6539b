"""Every bad day has a calm page, in both languages, with a number that is in the log."""

import logging
import re

import pytest
from sqlalchemy.exc import OperationalError

from app.core import errors
from app.core.db import session


def reference(page) -> str:
    return re.search(r"(?:reference|nummer) ([0-9A-F]{8})", page.words).group(1)


@pytest.mark.parametrize("language", ["da", "en"])
def test_not_found(page, cast, language, caplog):
    with caplog.at_level(logging.INFO, logger="pejling"):
        answer = page(language=language).get("/no-such-page")
    assert answer.status_code == 404
    assert reference(answer) in caplog.text


def test_a_stranger_and_a_person_both_get_a_page(page, cast):
    for browser in (page(), page(cast.ida)):
        assert browser.get("/no-such-page").status_code == 404


def test_a_form_without_its_token(page, cast):
    answer = page(cast.ida).open("POST", "/notices/read")
    assert answer.status_code == 400
    assert "open too long" in answer.words


def test_a_form_of_a_lost_session_leads_to_sign_in(page, cast):
    answer = page().open(
        "POST", "/profile", data={"name": "Typed for an hour"}, headers={"Referer": "http://localhost/profile"}
    )
    assert answer.status_code == 302
    assert answer.location.startswith("/sign-in")


def test_after_a_lost_session_nothing_is_promised_that_the_browser_does_not_hold(page, cast):
    """A ballot is kept nowhere, so nobody is told that it is still there."""
    for sent, promised in (({"_draft": "goal-1"}, True), ({"focus_today": "-2"}, False)):
        browser = page(language="en")
        answer = browser.open("POST", "/profile", data=sent, headers={"Referer": "http://localhost/profile"})
        words = browser.follow(answer).words
        assert ("what you typed is still there" in words) is promised
        assert ("do it once more" in words) is not promised


def test_a_file_that_is_too_large(app, page, cast, monkeypatch):
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 1000)
    answer = page(cast.ida).post("/profile", {"name": "x" * 2000})
    assert answer.status_code == 413


def test_a_wrong_method_says_which_ones_there_are(page, cast):
    answer = page(cast.ida).open("DELETE", "/profile")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_what_breaks_shows_no_trace_and_rolls_back(app, page, cast, monkeypatch, caplog):
    def broken(*_args, **_kwargs):
        raise RuntimeError("a secret inside")

    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(app.error_handler_spec[None][None], Exception, errors._broken)
    monkeypatch.setattr("app.people.queries.notices_of", broken)
    answer = page(cast.ida).get("/notices")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert reference(answer) in caplog.text
    assert "a secret inside" in caplog.text


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_database_that_is_gone(page, cast, monkeypatch, caplog, language):
    def gone(*_args, **_kwargs):
        raise OperationalError("select 1", {}, Exception("connection refused"))

    monkeypatch.setattr("app.people.queries.has_users", gone)
    monkeypatch.setattr("app.navigation._organisation_name", gone)
    answer = page(language=language).get("/sign-in")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"
    assert "the database does not answer" in caplog.text
    assert reference(answer) in caplog.text


def test_ready(app, page):
    assert page().get("/readyz").data == b"ok\n"


def test_headers_forbid_everything_foreign(page, cast):
    headers = page().get("/sign-in").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_static_files_are_kept_by_their_content(page, cast):
    link = page().get("/sign-in").doc.xpath("//link[@rel='stylesheet']/@href")[0]
    assert "immutable" in page().get(link).headers["Cache-Control"]


def test_a_database_without_todays_structure_is_not_ready(page, cast, caplog):
    assert page().get("/readyz").data == b"ok\n"
    with session().get_bind().begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    answer = page().get("/readyz")
    assert answer.status_code == 503
    assert "flask --app wsgi migrate" in caplog.text
