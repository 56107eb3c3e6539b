"""A hearing as three people play it: a draft, an objection, a change, a new hearing, in force; and axe on the pages of
those who sit in the committee."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.balances.operations import read_balances
from app.core.clock import today
from app.core.db import session
from app.goals.models import MeasuredLevel, Status
from app.goals.operations import revise_goal, set_review
from tests.browser.test_axe import LOOKS, checked
from tests.hearings.answers import briefed, opened
from tests.risks.answers import finished, strain


@pytest.fixture
def ready(cast):
    """The draft with all that the gate asks for, but no hearing."""
    draft = cast.draft
    revise_goal(
        draft, by=cast.karin, links=[(cast.objective.id, "Et klart svar.")], measured_level=MeasuredLevel.TEAM,
        measured_whom="Telefonteamet", measure="Andel opkald, der bliver taget inden tre minutter, målt hver dag",
    )  # fmt: skip
    read_balances(draft, by=cast.karin, places={"focus": 1, "level": 1, "process": 0, "use": 1})
    assess(cast)
    set_review(draft, by=cast.karin, next_review_on=today() + timedelta(days=90), review_months=3)
    briefed(cast, goal=draft)
    session().commit()
    return draft


def assess(cast):
    finished(cast, strain(confirmed=True), goal=cast.draft)


def test_from_draft_to_in_force_by_way_of_an_objection_and_a_change(tab, cast, ready):
    ida, karin, trine = tab(cast.ida), tab(cast.karin), tab(cast.trine)
    for page in (ida, karin, trine):
        page.get_by_role("button", name="Dansk").click()
        page.wait_for_selector("html[lang=da]")

    goal = f"/goals/{ready.id}"
    _cannot_start(ida, goal)
    _opens(ida, goal)
    _cannot_start(ida, goal)
    _answers(karin, goal, "Støtter", "")
    _answers(trine, goal, "Gør indsigelse", "Tre minutter går ud over dem, der har brug for tid.")
    _closes(karin, goal, "Målet bliver justeret", "Vi siger fem minutter.")

    _changes(karin, goal)
    session().refresh(ready)
    assess(cast)
    session().commit()
    _is_outdated(trine, goal)
    _cannot_start(ida, goal)

    _opens(ida, goal)
    _answers(trine, goal, "Støtter", "Fem er til at leve med.")
    _answers(karin, goal, "Støtter", "")
    _cannot_start(ida, goal)
    _closes(karin, goal, "Målet går videre, som det er", "Begge sider støtter.")

    _starts(ida, goal)
    session().refresh(ready)
    assert (ready.status, ready.passed_over) == (Status.IN_FORCE, "")


def _cannot_start(page, goal):
    page.goto(f"{goal}/start")
    page.get_by_role("button", name="Sæt i kraft").click()
    page.get_by_text("Porten er lukket.").first.wait_for()
    page.goto(goal)
    expect(page.get_by_role("heading", name="Porten er lukket")).to_be_visible()
    expect(page.locator(".gate").get_by_text("Ét punkt skal på plads")).to_be_visible()


def _opens(page, goal):
    page.goto(goal)
    page.locator(".gate").get_by_role("link", name="Åbn en høring").click()
    page.get_by_label("Hvad vil du gerne have").fill("Hvor længe må man vente?")
    page.get_by_role("button", name="Åbn høringen").click()
    page.get_by_text("Høringen er åben").wait_for()


def _answers(page, goal, position, words):
    page.goto(goal)
    page.locator("#hearing").get_by_role("link", name="Lokal-MED Borgerservice", exact=True).click()
    page.get_by_role("link", name="Svar for jeres side").click()
    page.get_by_label(position, exact=True).check()
    page.get_by_label("Med jeres egne ord").fill(words)
    page.get_by_label("Det er vores endelige svar").check()
    page.get_by_role("button", name="Gem jeres sides svar").click()
    page.get_by_text("Jeres sides endelige svar er gemt.").wait_for()


def _closes(page, goal, outcome, words):
    page.goto(goal)
    page.locator("#hearing").get_by_role("link", name="Lokal-MED Borgerservice", exact=True).click()
    page.get_by_role("link", name="Luk høringen").click()
    page.get_by_label(outcome).check()
    page.get_by_label("Hvad fik svarene af betydning?").fill(words)
    page.get_by_role("button", name="Luk høringen").click()
    page.get_by_text("Høringen er lukket.").first.wait_for()


def _changes(page, goal):
    page.goto(f"{goal}/edit")
    page.get_by_label("Hvad måles der?").fill("Andel opkald, der bliver taget inden fem minutter, målt hver dag")
    page.get_by_role("button", name="Gem målet").click()
    page.get_by_text("Målet er gemt.").wait_for()


def _is_outdated(page, goal):
    page.goto(goal)
    expect(page.get_by_text("Høringen er forældet")).to_be_visible()
    page.locator("#hearing").get_by_role("link", name="Lokal-MED Borgerservice", exact=True).click()
    expect(page.get_by_text("Målets indhold er ændret, siden denne udgave blev hørt")).to_be_visible()
    expect(page.locator("del", has_text="tre")).to_be_visible()
    expect(page.locator("ins", has_text="fem")).to_be_visible()


def _starts(page, goal):
    page.goto(goal)
    expect(page.get_by_role("heading", name="Porten er åben")).to_be_visible()
    page.get_by_role("link", name="Sæt i kraft").click()
    page.get_by_role("button", name="Sæt i kraft").click()
    page.get_by_text("Målet er i kraft fra den dag, du valgte.").wait_for()


@pytest.mark.parametrize("look", LOOKS)
def test_the_pages_of_those_who_sit_in_the_committee(tab, cast, look) -> None:
    hearing = opened(cast)
    session().commit()
    settings = {key: value for key, value in LOOKS[look].items() if key != "language"}
    karin = tab(cast.karin, **settings)
    found = []
    for view in ("", "/answer", "/record", "/close"):
        path = f"/goals/{hearing.goal_id}/hearings/{hearing.id}{view}"
        assert karin.goto(path).status == 200
        found += checked(karin, path)
    assert not found, "\n".join(found)
