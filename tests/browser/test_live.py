"""Nothing that is written in a meeting is lost, and the wall goes on by itself, whatever the network does."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from app.core.db import session
from app.decisions.models import Outcome
from app.live.operations import present_item
from app.meetings.models import Meeting, Stage
from tests.browser.test_axe import checked
from tests.cast import PASSWORD
from tests.decisions.answers import fresh
from tests.meetings.answers import item, met

WORDS = "Skrevet midt i mødet."
WAITS = "Ikke sendt endnu: 1."
FOLLOWS = 3.0  # seconds
KEPT = "() => Object.values(localStorage).join()"


@pytest.fixture
def meeting(cast: Any) -> Meeting:
    made = met(cast, stage=Stage.IN_SESSION)
    for title in ("Støj i kantinen", "Vagtplan til jul"):
        item(cast, made, title=title)
    return made


@pytest.fixture
def karin(danes: Any, meeting: Meeting) -> Any:
    """Karin, who keeps the meeting, with its first item before her."""
    [page] = danes("karin")
    page.goto(_session(meeting))
    return page


def _session(meeting: Meeting, at: int = 0) -> str:
    return f"/meetings/{meeting.id}/session?item={meeting.items[at].id}"


def _writes(page: Any, words: str = WORDS) -> Any:
    part = page.locator("details.strip-part", has=page.locator("summary", has_text="Noter eller beslut med ord"))
    if not part.evaluate("one => one.open"):
        part.locator("summary").click()
    part.locator("[name=words]").fill(words)
    return part


def _notes(page: Any, words: str = WORDS) -> None:
    _writes(page, words).get_by_role("button", name="Gem det").click()


def _recorded() -> list[str]:
    session().rollback()
    return list(session().scalars(sa.select(Outcome.words).order_by(Outcome.id)))


def _arrives(page: Any, *words: str) -> None:
    until = time.monotonic() + 15
    while _recorded() != list(words) and time.monotonic() < until:
        page.wait_for_timeout(200)
    assert _recorded() == list(words)
    # The answer has come back too: a browser that closes on one may wait for ever.
    expect(page.get_by_text("Ikke sendt endnu")).not_to_be_visible()


def test_a_minute_without_network_loses_nothing_and_sends_it_once_in_order(karin):
    karin.context.set_offline(True)
    for words, count in (("Først.", 1), ("Så.", 2), ("Til sidst.", 3)):
        _notes(karin, words)
        karin.get_by_text(f"Ikke sendt endnu: {count}.").wait_for()
    karin.context.set_offline(False)
    _arrives(karin, "Først.", "Så.", "Til sidst.")
    karin.locator("main").get_by_text("Til sidst.").wait_for()
    assert "Først." not in karin.evaluate(KEPT)


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_server_that_is_away_gets_it_later(karin, status):
    karin.route("**/note", lambda route: route.fulfill(status=status, body="", content_type="text/html"))
    _notes(karin)
    karin.get_by_text(WAITS).wait_for()
    karin.unroute("**/note")
    _arrives(karin, WORDS)


def test_what_waits_outlives_other_pages_and_is_sent_from_another_item(karin, meeting):
    karin.route("**/note", lambda route: route.abort())
    _notes(karin)
    karin.get_by_text(WAITS).wait_for()
    karin.on("dialog", lambda dialog: dialog.accept())
    karin.goto("/goals")
    karin.goto(_session(meeting, 1))
    karin.get_by_text(WAITS).wait_for()
    karin.unroute("**/note")
    _arrives(karin, WORDS)
    assert session().scalars(sa.select(Outcome.item_id)).one() == meeting.items[0].id


def test_what_is_written_while_something_is_on_its_way_follows_it(karin):
    held = []
    karin.route("**/note", lambda route: held.append(route) if not held else route.continue_())
    _notes(karin, "Først.")
    while not held:
        karin.wait_for_timeout(50)
    _notes(karin, "Så.")
    held[0].continue_()
    _arrives(karin, "Først.", "Så.")
    karin.locator("main").get_by_text("Så.").wait_for()


def test_what_is_refused_on_another_item_waits_at_its_own_form(karin, meeting):
    karin.route("**/note", lambda route: route.abort())
    _notes(karin)
    karin.get_by_text(WAITS).wait_for()
    karin.on("dialog", lambda dialog: dialog.accept())
    karin.goto(_session(meeting, 1))
    refused = '{"errors": {"words": ["Der er noget galt."]}}'
    karin.unroute("**/note")
    karin.route("**/note", lambda route: route.fulfill(status=422, body=refused, content_type="application/json"))
    karin.get_by_role("link", name="Se, hvad der mangler").click()
    karin.get_by_text("Der er noget galt.").wait_for()
    assert karin.url.endswith(_session(meeting))
    expect(karin.locator("form[data-verb=note] [name=words]")).to_have_value(WORDS)


@pytest.mark.parametrize("status", [400, 403, 404, 413])
def test_what_the_server_will_not_have_is_still_there(karin, status):
    karin.route("**/note", lambda route: route.fulfill(status=status, body="", content_type="text/html"))
    _notes(karin)
    karin.get_by_text("kunne ikke gemmes").wait_for()
    expect(karin.locator("form[data-verb=note] [name=words]")).to_have_value(WORDS)
    assert WORDS in karin.evaluate(KEPT)


def test_one_who_was_signed_out_signs_in_again_and_it_is_sent(karin, cast):
    karin.wait_for_load_state("networkidle")  # an answer on its way would sign her in again with its cookie
    karin.context.clear_cookies()
    _notes(karin)
    karin.get_by_text("Du er logget ud").wait_for()
    other = karin.context.new_page()
    other.goto("/sign-in")
    other.get_by_label("Mail").fill(cast.karin.email)
    other.get_by_label("Adgangskode").fill(PASSWORD)
    other.get_by_role("button", name="Log ind", exact=True).click()
    other.wait_for_url("**/")
    _arrives(karin, WORDS)
    karin.locator("main").get_by_text(WORDS).wait_for()


def test_what_is_typed_elsewhere_meanwhile_stays(karin):
    karin.context.set_offline(True)
    _notes(karin)
    karin.get_by_text(WAITS).wait_for()
    karin.locator("summary", has_text="Drøftelse").click()
    said = karin.locator("form[data-verb=discuss] textarea")
    said.fill("Halvt skrevet")
    karin.context.set_offline(False)
    karin.locator("main").get_by_text(WORDS).wait_for()
    expect(said).to_have_value("Halvt skrevet")
    karin.locator("form[data-verb=discuss] button").click()
    karin.locator("main").get_by_text("Halvt skrevet").wait_for()


def test_what_is_typed_and_not_sent_comes_back(karin, meeting):
    _writes(karin)
    karin.on("dialog", lambda dialog: dialog.accept())
    karin.goto("/goals")
    karin.goto(_session(meeting))
    karin.get_by_role("button", name="Hent den frem").click()
    expect(karin.locator("form[data-verb=note] [name=words]")).to_have_value(WORDS)
    _notes(karin)
    karin.locator("main").get_by_text(WORDS).wait_for()
    assert WORDS not in karin.evaluate(KEPT)


def test_leaving_warns_while_something_waits_and_signing_out_forgets_it(karin):
    karin.route("**/note", lambda route: route.abort())
    _notes(karin)
    karin.get_by_text(WAITS).wait_for()
    asked = []
    karin.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    karin.get_by_role("link", name="Forlad").click()
    karin.wait_for_url(re.compile(r"/meetings/\d+$"))
    assert asked == ["beforeunload"]
    assert WORDS in karin.evaluate(KEPT)
    karin.locator(".me-menu summary").click()
    karin.get_by_role("button", name="Log ud").click()
    karin.wait_for_url("**/sign-in**")
    assert karin.evaluate(KEPT) == ""


def test_the_wall_follows_within_three_seconds_and_keeps_its_focus(danes, cast, meeting):
    [wall] = danes("emma")
    wall.goto(f"/meetings/{meeting.id}/follow")
    wall.locator("main").focus()
    for one in meeting.items:
        present_item(fresh(meeting), fresh(one))
        began = time.monotonic()
        wall.get_by_role("heading", name=one.title).wait_for()
        assert time.monotonic() - began < FOLLOWS
        assert wall.evaluate("document.activeElement.id") == "main"
    assert checked(wall, "follow") == []


@pytest.mark.parametrize("status", [None, 500, 502, 503])
def test_the_wall_waits_for_a_server_that_is_away_and_says_so(danes, meeting, status):
    present_item(meeting, meeting.items[0])
    [wall] = danes("emma")
    wall.goto(f"/meetings/{meeting.id}/follow")
    away = {"status": status, "body": "", "content_type": "text/html"}
    wall.route("**/now", lambda route: route.fulfill(**away) if status else route.abort())
    wall.evaluate("window.isTheSamePage = true")
    wall.get_by_text("Intet net").wait_for()
    expect(wall.get_by_role("heading", name="Støj i kantinen")).to_be_visible()
    present_item(fresh(meeting), fresh(meeting.items[1]))
    wall.unroute("**/now")
    wall.get_by_role("heading", name="Vagtplan til jul").wait_for()
    assert wall.evaluate("window.isTheSamePage")
