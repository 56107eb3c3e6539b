"""The year wheel is looked through, and a calendar follows it by a secret link until that is closed; in Danish."""

from __future__ import annotations

import re
from typing import Any

import vobject
from playwright.sync_api import expect

from app.core.clock import today
from app.core.db import session
from app.meetings.models import MeetingKind, Stage
from tests.browser import played as p
from tests.meetings.answers import met, private


def test_the_wheel_narrows_with_the_list_beside_it(danes: Any, cast: Any) -> None:
    p.rewritten(cast, cast.goal, title="Virksomhedsbesøg pr. jobkonsulent", next_review_on=today())
    met(cast, stage=Stage.CALLED, held_on=today(), kind=MeetingKind.REVIEW)
    session().commit()
    (karin,) = danes("karin")
    karin.goto("/wheel")
    wheel, listed = karin.locator("svg[role]").first, karin.locator("section.agenda")
    assert {"Årligt måleftersyn", "Virksomhedsbesøg"} <= _told(listed)
    expect(wheel).to_be_visible()
    karin.get_by_role("checkbox", name="Møder").uncheck()
    karin.get_by_role("button", name="Vis").click()
    karin.wait_for_load_state()
    assert _told(listed) == {"Virksomhedsbesøg"}
    karin.get_by_role("navigation", name="Vælg udvalg").get_by_role("link", name="Hele organisationen").click()
    karin.wait_for_load_state()
    expect(karin.locator(".lede")).to_contain_text("Hele organisationen", use_inner_text=True)
    with karin.expect_response(lambda answer: answer.url.endswith(".pdf") or "pdf" in answer.url) as got:
        karin.evaluate("address => fetch(address)", karin.get_by_role("link", name="Print i A3").get_attribute("href"))
    assert got.value.body().startswith(b"%PDF")


def _told(listed: Any) -> set[str]:
    text = listed.inner_text()
    return {one for one in ("Årligt måleftersyn", "Virksomhedsbesøg") if one in text}


def test_a_calendar_follows_until_the_link_is_closed(danes: Any, cast: Any, new_context: Any) -> None:
    met(cast, stage=Stage.CALLED, place="Mødelokale 2")
    private(cast, place="Kun os")
    session().commit()
    (trine,) = danes("trine")
    trine.goto("/wheel")
    trine.get_by_role("link", name="Få det i din kalender").click()
    trine.get_by_role("button", name=re.compile("^Lav linket")).click()
    address = trine.locator("#address").input_value()
    calendar = new_context().request  # a program that is not signed in
    answer = calendar.get(address)
    assert answer.headers["content-type"].startswith("text/calendar")
    places = {
        event.location.value for event in vobject.readOne(answer.text()).vevent_list if hasattr(event, "location")
    }
    assert places == {"Mødelokale 2", "Kun os"}
    trine.get_by_role("button", name=re.compile("^Luk")).click()
    trine.wait_for_load_state()
    assert calendar.get(address).status == 404
    trine.goto("/wheel/links")
    assert address not in trine.content()
