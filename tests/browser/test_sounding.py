"""A sounding as it happens in a meeting: seven phones, one projector, and nothing to see until it closes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from app.core import clock
from app.core.clock import today
from app.core.db import session
from app.organisation.viewers import with_standing
from app.people.models import User
from app.soundings.jobs import close_due
from app.soundings.operations import open_sounding
from tests.cast import PASSWORD, Cast, speak_danish
from tests.soundings.answers import A, B, seat

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
STOPS = ["Helt ved aktivitet", "Mest aktivitet", "Midt imellem", "Mest værdiskabelse", "Helt ved værdiskabelse"]


@pytest.fixture
def seven(cast: Cast) -> list[User]:
    """Seven members of Lokal-MED Borgerservice: three on the management side, four employees; Karin is its chair."""
    people = [cast.karin, cast.mette, cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo]
    for user, side in zip(people[1:], (A, A, None, B, B, B), strict=True):
        if side is not None:
            seat(cast.local, user, side)
    return [with_standing(user) for user in people]


@pytest.fixture
def sounding(cast: Cast, seven: list[User]) -> str:
    """The address of a round on the goal."""
    made = open_sounding(cast.local, goal=cast.goal, closes_on=today(), by=cast.karin)
    session().commit()
    return f"/committees/{cast.local.id}/soundings/{made.id}"


def vote(phone: Any, path: str, stop: str) -> None:
    phone.goto(f"{path}/cast")
    phone.get_by_role("group", name="Fokus").get_by_label(stop).check()
    phone.get_by_role("button", name="Afgiv stemmesedlen").click()
    phone.get_by_text("Tak. Din stemmeseddel ligger i urnen.").wait_for()


def close(tab: Any, path: str) -> None:
    tab.goto(path)
    tab.get_by_role("link", name="Luk", exact=True).click()
    tab.get_by_role("button", name="Luk og tæl op").click()
    tab.get_by_text("Pejlerunden er lukket.").wait_for()


def test_seven_phones_and_a_projector(tab, cast, seven, sounding) -> None:
    for user in seven:
        speak_danish(user)
    phones = [tab(user, **PHONE) for user in seven]
    projector = tab(cast.karin)
    projector.goto(f"{sounding}/projector")
    number = projector.locator("[data-held]")
    expect(number).to_have_text("0", use_inner_text=True)

    chosen = [0, 0, 1, 3, 3, 4, 4]  # management to the left, employees to the right
    for count, (phone, stop) in enumerate(zip(phones, chosen, strict=True), start=1):
        vote(phone, sounding, STOPS[stop])
        projector.wait_for_function("n => document.querySelector('[data-held]').textContent === n", arg=str(count))
        words = projector.inner_text("main")
        assert not any(words_of_a_stop in words for words_of_a_stop in STOPS)
        assert not any(user.name in words for user in seven)
        assert "midterste" not in phone.inner_text("main")
    phones[0].goto(f"{sounding}/cast")
    expect(phones[0].get_by_role("button", name="Afgiv stemmesedlen")).to_have_count(0)

    close(phones[0], sounding)
    projector.get_by_text("Lukket").wait_for()
    assert not any(stop in projector.inner_text("main") for stop in STOPS)

    phones[6].goto(sounding)
    focus = phones[6].get_by_role("region", name="Fokus")
    assert focus.locator(".spread-stop b").all_inner_texts() == ["2", "1", "0", "2", "2"]
    assert [len(stop.locator("i").all()) for stop in focus.locator(".spread-stop").all()] == [2, 1, 0, 2, 2]
    facts = " ".join(focus.locator("dl").inner_text().split())
    employees = "Mellem »mest værdiskabelse« og »helt ved værdiskabelse«"
    assert facts == f"Alle Mest værdiskabelse Ledersiden Helt ved aktivitet Medarbejdersiden {employees}"
    expect(focus).to_contain_text("3,5 trin fra hinanden", use_inner_text=True)
    expect(focus).to_contain_text("Nærmest: værdiskabelse", use_inner_text=True)
    wide = phones[6].evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


def test_two_ballots_show_nothing(tab, cast, seven, sounding) -> None:
    for user in seven[:2]:
        speak_danish(user)
        vote(tab(user, **PHONE), sounding, STOPS[0])
    chair = tab(cast.karin)
    chair.goto(sounding)
    expect(chair.get_by_role("link", name="Luk", exact=True)).to_have_count(0)
    with clock.at(clock.now() + timedelta(days=1)):
        assert close_due() == 1
    chair.goto(sounding)
    words = chair.inner_text("main")
    assert "Færre end 3 deltog." in words
    assert not any(stop in words for stop in STOPS)
    assert "midterste" not in words


def test_the_ballot_by_keyboard_alone_and_without_our_script(new_context, site, cast, seven, sounding) -> None:
    page = new_context(base_url=site, java_script_enabled=False).new_page()
    page.goto("/sign-in")
    page.get_by_label("Mail").fill(cast.bo.email)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    page.goto(f"{sounding}/cast")
    page.get_by_role("group", name="Focus").get_by_label("Leave it out").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_text("Thank you. Your ballot is in the urn.").wait_for()
    page.goto(f"{sounding}/projector")
    expect(page.locator("[data-held]")).to_have_text("1", use_inner_text=True)
    expect(page.get_by_role("link", name="Count again")).to_be_visible()
