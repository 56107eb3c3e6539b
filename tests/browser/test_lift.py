"""What a local committee can't decide goes up to the top one and the answer all the way back, in three windows."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from app.core.db import session
from app.meetings.models import Stage
from tests.browser import played as p
from tests.browser.test_meeting import opened_part, saves
from tests.decisions.answers import between
from tests.meetings.answers import item, met

ASKED, PASSED_ON, ANSWER = "Må vi måle pr. team?", "Det gælder alle centre.", "Ja, fra nytår."


def test_up_three_levels_and_back(danes: Any, cast: Any) -> None:
    p.rewritten(cast, cast.goal, title="Virksomhedsbesøg pr. jobkonsulent")
    area = between(cast)
    first = met(cast, stage=Stage.IN_SESSION)
    item(cast, first, title="", goal=cast.goal)
    coming, theirs = met(cast), met(cast, committee=area)
    session().commit()
    karin, mette, emma = danes("karin", "mette", "emma")
    _lifts(karin, f"/meetings/{first.id}", ASKED)
    _lifts(mette, _held(mette, area), PASSED_ON)
    top = _held(mette, cast.top)
    _answers(mette, top)
    for page, meeting in ((karin, coming), (mette, theirs)):
        page.goto(f"/meetings/{meeting.id}")
        page.locator(".agenda").get_by_text("Et svar fra Hoved-MED.").wait_for()
        page.locator(".agenda li", has_text="Et svar fra Hoved-MED.").get_by_role("link").first.click()
        page.get_by_role("heading", level=1).wait_for()
        expect(page.locator("main")).to_contain_text(ANSWER, use_inner_text=True)
    _stands_at_the_goal(karin, mette, emma, cast, top)


def _lifts(page: Any, address: str, words: str) -> None:
    part = _on_the_goal(page, address, "Løft")
    part.locator("[name=words]").fill(words)
    part.locator("[name=kind]").select_option("decision")
    saves(page, part, "Løft punktet", "Løftet til udvalget over")


def _on_the_goal(page: Any, address: str, name: str) -> Any:
    page.goto(f"{address}/session")
    page.get_by_role("navigation", name="Dagsorden").get_by_role("link", name=re.compile("Virksomhedsbesøg")).click()
    page.get_by_role("heading", name=re.compile("Virksomhedsbesøg"), level=1).wait_for()
    return opened_part(page, name)


def _held(page: Any, committee: Any) -> str:
    """A meeting of today, planned and opened: what was lifted is on its agenda by itself. Its address."""
    page.goto(f"/committees/{committee.id}/meetings/plan")
    page.get_by_role("radio", name="Ordinært møde").check()
    for name, words in (("held_on", p.day(0)), ("begins", "9.00"), ("ends", "12.00")):
        page.locator(f"[name={name}]").fill(words)
    page.get_by_role("button", name="Planlæg mødet").click()
    page.wait_for_load_state()
    if page.get_by_text("Overvej disse dage en gang til").is_visible():
        page.get_by_role("button", name="Planlæg mødet").click()
    page.wait_for_url(re.compile(r"/meetings/\d+$"))
    address = str(re.sub(r"^.*(/meetings/\d+)$", r"\1", page.url))
    expect(page.locator(".agenda")).to_contain_text("Virksomhedsbesøg", use_inner_text=True)
    page.get_by_role("button", name="Åbn mødet").click()
    page.wait_for_url(re.compile(r"/session$"))
    return address


def _answers(page: Any, address: str) -> None:
    part = _on_the_goal(page, address, "Svar")
    part.locator("[name=words]").fill(ANSWER)
    saves(page, part, "Send svaret", ANSWER)


def _stands_at_the_goal(karin: Any, mette: Any, emma: Any, cast: Any, top: str) -> None:
    """For the committees that asked at once, for everybody once the minutes are out."""
    goal = f"/goals/{cast.goal.id}"
    karin.goto(f"{goal}/history")
    expect(karin.locator("main")).to_contain_text(ANSWER, use_inner_text=True)
    emma.goto(goal)
    assert ANSWER not in emma.content()
    mette.goto(f"{top}/minutes/send-out")
    mette.get_by_role("button", name="Send referatet ud").click()
    mette.get_by_text("Referatet er sendt ud").wait_for()
    emma.goto(goal)
    expect(emma.locator("main")).to_contain_text(ANSWER, use_inner_text=True)
