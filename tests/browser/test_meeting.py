"""The yearly review of a committee, held in Danish in several windows: one who writes, and a wall that follows."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from app.actions.models import Action
from app.balances.queries import latest_reading
from app.core.clock import today
from app.core.db import session
from app.decisions.models import Outcome, OutcomeKind
from app.meetings.models import Meeting, Stage
from app.meetings.queries import whole_backlog
from tests.browser import played as p
from tests.browser.test_axe import checked
from tests.papers import text_of

WORDS = "Opgørelsen pr. person stopper. Fra nytår følger vi teamets samlede tal."
SECRET = "En sag om en kollega"  # noqa: S105
TOLD = (
    WORDS, "Enige om placeringen", "Listen på tavlen kommer ned", "Vi beskriver det nye mål",
    "Er aftenregistreringen forsvundet?", "Skrevet uden net.", "HK ser frem til det.",
)  # fmt: skip
FOLLOWS = 3.0  # seconds


@pytest.fixture
def visits(cast: Any) -> str:
    return p.rewritten(
        cast, cast.goal, title="Virksomhedsbesøg pr. jobkonsulent", next_review_on=today(),
        purpose="Virksomhederne skal kende os, før de står og mangler folk.", baseline=8, decided_target=10,
        target_reason="Ønske om flere kontakter i byggebranchen.",
    )  # fmt: skip


def test_1_the_review_from_call_to_approved_minutes(danes, tab, cast, visits):
    karin, trine, wall = danes("karin", "trine", "emma")
    p.places(karin, visits, -2, -2, -2, -1)
    address = _planned(karin, cast)
    _called(karin, trine, address)
    _opened(karin, wall, address)
    _decided(karin, wall)
    _placed(karin)
    for title, who, days in (
        ("Listen på tavlen kommer ned", cast.karin, 1), ("Vi beskriver det nye mål", cast.trine, 36),
        ("Er aftenregistreringen forsvundet?", cast.ida, 170),
    ):  # fmt: skip
        _acted(karin, title, who, days)
    _lifted(karin, cast)
    _kept_while_the_network_was_away(karin)
    _minuted(karin, trine, address)
    _as_decided(cast)
    _papers(karin, wall, address)


def _planned(karin: Any, cast: Any) -> str:
    karin.goto(f"/committees/{cast.local.id}/meetings/plan")
    karin.get_by_role("radio", name="Årligt måleftersyn").check()
    karin.locator("[name=held_on]").fill(p.day(0))
    karin.locator("[name=begins]").fill("9.00")
    karin.locator("[name=ends]").fill("12.00")
    karin.get_by_role("button", name="Planlæg mødet").click()
    karin.wait_for_load_state()
    if karin.get_by_text("Overvej disse dage en gang til").is_visible():
        karin.get_by_role("button", name="Planlæg mødet").click()
    karin.wait_for_url(re.compile(r"/meetings/\d+$"))
    address = re.sub(r"^.*(/meetings/\d+)$", r"\1", karin.url)
    expect(karin.locator(".agenda")).to_contain_text("M-0001 Virksomhedsbesøg pr. jobkonsulent", use_inner_text=True)
    expect(karin.locator(".why-list").first).to_contain_text("Målet skal tages op", use_inner_text=True)
    karin.goto(f"{address}/items/add")
    karin.locator("[name=title]").fill(SECRET)
    karin.locator("[name=is_confidential]").check()
    karin.get_by_role("button", name="Tilføj punktet").click()
    karin.wait_for_url(re.compile(r"/items/\d+$"))
    return address


def _text(page: Any) -> str:
    return str(page.locator("main").inner_text())


def _called(karin: Any, trine: Any, address: str) -> None:
    karin.goto(f"{address}/call")
    karin.locator("main").get_by_role("button", name="Indkald til mødet").click()
    karin.get_by_text("Der er indkaldt til mødet").wait_for()
    trine.goto("/notices")
    assert "har indkaldt til mødet" in _text(trine)
    trine.goto(f"/committees/{_committee(karin)}/meetings/plan-pre-meeting")
    assert checked(trine, "plan-pre-meeting") == []


def _committee(page: Any) -> str:
    link = page.locator(".crumbs a").nth(1).get_attribute("href")
    return str(re.search(r"/committees/(\d+)/", link)[1])


def _opened(karin: Any, wall: Any, address: str) -> None:
    karin.goto(address)
    karin.get_by_role("button", name="Åbn mødet").click()
    karin.wait_for_url(re.compile(r"/session$"))
    wall.goto(f"{address}/follow")
    assert "Mødet er begyndt" in _text(wall)
    karin.get_by_role("navigation", name="Dagsorden").get_by_role("link", name=re.compile("Virksomhedsbesøg")).click()
    karin.get_by_role("heading", name=re.compile("Virksomhedsbesøg"), level=1).wait_for()
    karin.get_by_role("button", name="Vis punktet på væggen").click()
    began = time.monotonic()
    wall.get_by_role("heading", name=re.compile("Virksomhedsbesøg")).wait_for()
    assert time.monotonic() - began < FOLLOWS
    for page, name in ((karin, "session"), (wall, "follow")):
        assert checked(page, name) == []


def opened_part(karin: Any, name: str) -> Any:
    """One of the small forms on the strip, unfolded."""
    karin.wait_for_load_state()
    part = karin.locator("details.strip-part", has=karin.locator("summary", has_text=name)).first
    if not part.evaluate("one => one.open"):
        part.locator("summary").click()
    return part


def saves(karin: Any, part: Any, name: str, shown: str) -> None:
    part.get_by_role("button", name=name).click()
    karin.locator("main").get_by_text(shown).first.wait_for()
    karin.wait_for_load_state()


def _decided(karin: Any, wall: Any) -> None:
    part = opened_part(karin, "Beslut om målet")
    part.get_by_role("button", name="Gem beslutningen").click()
    part.get_by_text("Vælg, hvad I beslutter.").wait_for()
    part.get_by_label("Justere det").check()
    part.locator("[name=words]").fill(WORDS)
    part.locator("[name=next_review_on]").fill(p.day(90))
    part.get_by_role("button", name="Gem beslutningen").click()
    began = time.monotonic()
    wall.get_by_text(WORDS).wait_for()
    assert time.monotonic() - began < FOLLOWS
    karin.locator("main").get_by_text(WORDS).wait_for()


def _placed(karin: Any) -> None:
    part = opened_part(karin, "Bliv enige om en placering")
    for balance, place in (("focus", "1"), ("level", "1"), ("process", "0"), ("use", "1")):
        part.locator(f"[name={balance}_place]").select_option(place)
    saves(karin, part, "Gem placeringen", "Enige om placeringen")


def _acted(karin: Any, title: str, who: Any, days: int) -> None:
    part = opened_part(karin, "Handling")
    part.locator("[name=title]").fill(title)
    part.locator("[name=responsible_id]").select_option(label=who.name)
    part.locator("[name=due_on]").fill(p.day(days))
    saves(karin, part, "Gem handlingen", title)


def _lifted(karin: Any, cast: Any) -> None:
    part = opened_part(karin, "Løft")
    part.locator("[name=words]").fill("Vi har flyttet besøgene til teamet.")
    part.locator("[name=kind]").select_option("information")
    saves(karin, part, "Løft punktet", "Løftet til udvalget over")
    session().rollback()
    assert [one.goal_id for one in whole_backlog(cast.top.id)] == [cast.goal.id]


def _kept_while_the_network_was_away(karin: Any) -> None:
    """What is written while there is no network waits in the browser, and is sent by itself afterwards, once."""
    part = opened_part(karin, "Noter eller beslut med ord")
    karin.context.set_offline(True)
    part.locator("[name=words]").fill("Skrevet uden net.")
    part.get_by_role("button", name="Gem det").click()
    karin.get_by_text("Ikke sendt endnu: 1.").wait_for()
    karin.context.set_offline(False)
    karin.locator("main").get_by_text("Skrevet uden net.").first.wait_for(timeout=20_000)
    session().rollback()
    assert session().scalar(sa.select(sa.func.count()).where(Outcome.words == "Skrevet uden net.")) == 1


def _minuted(karin: Any, trine: Any, address: str) -> None:
    karin.get_by_role("link", name="Slut, og se referatet").click()
    karin.wait_for_url(re.compile(r"/minutes$"))
    karin.get_by_role("link", name="Slut mødet, og send referatet ud").click()
    karin.wait_for_url(re.compile(r"/send-out$"))
    assert checked(karin, "send-out") == []
    karin.get_by_role("button", name="Send referatet ud").click()
    karin.get_by_text("Referatet er sendt ud").wait_for()
    trine.goto(f"{address}/minutes/state")
    trine.locator("[name=item_id]").select_option(index=0)
    trine.locator("[name=words]").fill("HK ser frem til det.")
    trine.locator("[name=on_behalf_of]").fill("HK")
    trine.get_by_role("button", name="Før den til referat").click()
    trine.get_by_text("Din protokolbemærkning står i referatet.").wait_for()
    for page in (karin, trine):
        page.goto(f"{address}/minutes")
        page.get_by_role("button", name=re.compile("^Godkend")).click()
        page.wait_for_load_state()
    trine.get_by_text("Begge sider har godkendt: referatet er låst.").wait_for()
    karin.goto(f"{address}/minutes/add")
    assert checked(karin, "minutes/add") == []


def _as_decided(cast: Any) -> None:
    session().rollback()
    session().expire_all()
    meeting = session().scalars(sa.select(Meeting)).one()
    assert meeting.stage is Stage.APPROVED
    reading = latest_reading(cast.goal)
    assert [reading.place(balance) for balance in p.BALANCES] == [1, 1, 0, 1]
    assert cast.goal.next_review_on == today() + timedelta(days=90)
    actions = {action.title: action.responsible_id for action in session().scalars(sa.select(Action))}
    assert actions == {
        "Listen på tavlen kommer ned": cast.karin.id, "Vi beskriver det nye mål": cast.trine.id,
        "Er aftenregistreringen forsvundet?": cast.ida.id,
    }  # fmt: skip
    kinds = sorted(outcome.kind.value for outcome in session().scalars(sa.select(Outcome)))
    assert kinds == ["action", "action", "action", "adjust", "lift", "noted", "placement"]
    assert OutcomeKind.ADJUST.value in kinds


def _papers(karin: Any, wall: Any, address: str) -> None:
    """The committee's own holds everything; that for all staff holds every outcome and nothing confidential."""
    for page, secret in ((karin, True), (wall, False)):
        for form in ("docx", "pdf"):
            text = text_of(page.request.get(f"{address}/minutes.{form}").body())
            for told in TOLD:
                assert told in text, form
            assert (SECRET in text) is secret, form
