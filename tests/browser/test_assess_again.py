"""Assessing a goal for the second time, by keyboard: each line of last time is confirmed, changed or gone, a proposal
of the library is taken over; and the matrix is read as a table."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from app.core.db import session
from app.goals.models import Aspect
from tests.browser.test_axe import LOOKS, checked
from tests.risks.answers import finished, strain


@pytest.fixture
def assessed(cast):
    """The goal with three strains, assessed half a year ago."""
    lines = (
        strain("Kø og hast", (4, 4), before=(5, 4), expected=(2, 2), words="Mest om mandagen."),
        strain("Ingen at spørge", (3, 3), Aspect.COOPERATION),
        strain("Køskærmen læses som kontrol", (3, 3), Aspect.TRUST),
    )
    first = finished(cast, *lines, days=180)
    session().commit()
    return first


def test_each_line_is_taken_up_by_keyboard(tab, cast, assessed):
    page = tab(cast.karin)
    page.goto(f"/goals/{cast.goal.id}/risks/assess")
    _choose(page, "Kø og hast", "It has changed")
    expect(page.get_by_label("How often?", exact=True).first).to_be_visible()
    _choose(page, "Ingen at spørge", "Still like this")
    _choose(page, "Køskærmen læses som kontrol", "It wears on nobody any more")
    line = page.get_by_role("group", name="Køskærmen læses som kontrol", exact=True)
    expect(line.get_by_label("How often?", exact=True)).not_to_be_visible()
    _ticks_both_sides(page, cast)

    page.get_by_role("button", name="Finish the assessment").press("Enter")
    why = "Say why “Køskærmen læses som kontrol” wears on nobody any more."
    expect(page.locator("#errors")).to_contain_text(why, use_inner_text=True)
    line.get_by_label("Why?").fill("Skærmen er slukket.")
    page.get_by_role("group", name="Kø og hast", exact=True).get_by_label("How often?", exact=True).select_option("5")
    page.get_by_role("button", name="Finish the assessment").press("Enter")
    page.wait_for_url(re.compile(r"/risks/\d+$"))

    words = page.locator("main").inner_text()
    assert "Changed from High, 16: often · serious." in words
    assert "Unchanged, confirmed." in words
    assert "Skærmen er slukket." in words


def _choose(page, title, answer):
    page.get_by_role("group", name=title, exact=True).get_by_label(answer).press("Space")


def _ticks_both_sides(page, cast):
    page.get_by_role("group", name="From the management side").get_by_label(cast.karin.name).check()
    page.get_by_role("group", name="From the employee side").get_by_label(cast.trine.name).check()


def test_a_proposal_is_taken_over_into_the_first_empty_line(tab, cast, assessed):
    page = tab(cast.karin)
    page.goto(f"/goals/{cast.goal.id}/risks/assess")
    offered = page.locator("[data-proposals]").first
    offered.locator("summary").press("Enter")
    taken = offered.locator("button[data-take=strain]").first
    words = taken.get_attribute("data-words")
    taken.press("Enter")
    assert page.evaluate("[document.activeElement.name, document.activeElement.value]") == [
        "motivation-strains-1-title", words,
    ]  # fmt: skip
    expect(taken).not_to_be_visible()


def test_the_matrix_is_read_as_a_table(tab, cast, assessed):
    page = tab(cast.karin)
    page.goto(f"/goals/{cast.goal.id}/risks/{assessed.id}")
    page.get_by_text("The matrix as a table").press("Enter")
    page.get_by_role("row", name=re.compile("^Often")).get_by_role("link", name="Kø og hast: A").press("Enter")
    assert page.url.endswith("#strain-A")
    page.get_by_role("link", name="Before measures, today and expected").press("Enter")
    page.wait_for_url("**picture=ahead**")
    expect(page.locator(".m-before, .m-expected")).to_have_count(2)


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_found_where_all_stands_open(tab, cast, assessed, look):
    settings = dict(LOOKS[look])
    settings.pop("language")
    page = tab(cast.karin, **settings)
    found = []
    for path in (f"/goals/{cast.goal.id}/risks/assess", f"/goals/{cast.goal.id}/risks/{assessed.id}"):
        page.goto(path)
        for answer in page.locator(".carried input[value=changed]").all():
            answer.check()
        page.evaluate("for (const one of document.querySelectorAll('details.more')) one.open = true")
        found += checked(page, path)
    assert found == []
