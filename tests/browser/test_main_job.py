"""The main job, as three people do it: the safety organisation registers a goal, places it, assesses it and sets its
review; a manager revises it; a shop steward comments; everybody finds it again."""

from __future__ import annotations

import re
from datetime import timedelta

from app.core.clock import today

TITLE = "Færre forgæves opkald"


def day(days: int) -> str:
    return f"{today() + timedelta(days=days):%d.%m.%Y}"


def test_three_people_in_danish(tab, cast):
    ida, karin, trine = tab(cast.ida), tab(cast.karin), tab(cast.trine)
    for page in (ida, karin, trine):
        page.get_by_role("button", name="Dansk").click()
        page.wait_for_selector("html[lang=da]")

    _registers(ida)
    number = ida.locator("p .no").first.inner_text()
    _reads_balances(ida)
    _assesses(ida)
    _sets_review(ida)
    _puts_in_force(ida)

    _revises(karin)
    _comments(trine)

    emma = tab(cast.emma)
    for page in (ida, karin, trine, emma):
        page.goto("/goals?q=opkaldene")
        page.get_by_role("link", name=TITLE).click()
        assert page.get_by_role("heading", level=1).inner_text() == TITLE
        assert page.locator("p .no").first.inner_text() == number
        assert page.get_by_text("Hvem tager telefonen imens?").is_visible()


def _registers(ida):
    ida.goto("/goals")
    ida.get_by_role("link", name="Nyt mål").click()
    ida.get_by_label("Hvad er målet?").fill(TITLE)
    ida.get_by_label("Hvorfor har vi det?").fill("Den, der ringer, skal ikke ringe igen for at få svar.")
    ida.get_by_label("Enhed", exact=True).select_option("Borgerservice")
    ida.get_by_label("Strategisk mål").first.select_option("Borgere får et klart svar")
    ida.get_by_label("Sådan tjener målet det").first.fill("Ét opkald, ét svar.")
    ida.get_by_label("Hvem måles?", exact=True).select_option("Teamet")
    ida.get_by_label("Gruppen, med ord").fill("Telefonteamet")
    ida.get_by_label("Hvad måles der?").fill("Andel opkald, der bliver løst første gang")
    ida.get_by_label("Udgangspunkt").fill("52,5")
    ida.get_by_label("Besluttet måltal").fill("70")
    ida.get_by_role("button", name="Gem som kladde").click()
    ida.get_by_role("heading", name=TITLE).wait_for()
    assert ida.get_by_role("heading", name="Porten er lukket").is_visible()
    assert ida.get_by_text("52,5").is_visible()


def _reads_balances(ida):
    ida.get_by_role("link", name="Placér målet").first.click()
    for name in ("focus_today", "level_today", "process_today", "use_today"):
        ida.locator(f"input[name={name}][value='1']").check(force=True)
    ida.locator("textarea[name=focus_reason]").fill("Vi spørger, om borgeren fik svar.")
    ida.get_by_role("button", name="Gem placeringen").click()
    ida.get_by_role("link", name="Målet", exact=True).click()
    assert ida.get_by_text("Målet er placeret på alle fire balancer").is_visible()


def _assesses(ida):
    ida.get_by_role("link", name="Vurdér arbejdsmiljøet").first.click()
    for field in ida.locator("select[name$=gain], select[name*=gain]").all():
        field.select_option(index=1)
    for radio in ida.locator("input[type=radio][name*=gain][value='1']").all():
        radio.check(force=True)
    title = ida.locator("input[name*=title]").first
    title.evaluate("element => element.closest('details') && (element.closest('details').open = true)")
    title.fill("Svære samtaler bliver skyndt igennem")
    ida.locator("select[name*=probability]").first.select_option("2")
    ida.locator("select[name*=consequence]").first.select_option("2")
    for person in ("Karin Nørgård", "Trine Løvenskjold"):
        ida.get_by_label(person).first.check(force=True)
    ida.get_by_role("button", name="Gør vurderingen færdig").click()
    ida.wait_for_url(re.compile(r"/risks/\d+$"))
    ida.get_by_role("link", name=re.compile(r"M-\d+")).first.click()
    assert ida.get_by_text("Arbejdsmiljøet er vurderet af begge sider").is_visible()


def _sets_review(ida):
    ida.get_by_role("link", name="Sæt næste eftersyn").first.click()
    ida.get_by_label("Næste eftersyn").fill(day(180))
    ida.get_by_role("button", name="Sæt næste eftersyn").click()
    assert ida.get_by_text("Næste eftersyn er sat").first.is_visible()


def _puts_in_force(ida):
    assert ida.get_by_role("heading", name="Porten er åben").is_visible()
    ida.get_by_role("link", name="Sæt i kraft").click()
    ida.get_by_role("button", name="Sæt i kraft").click()
    ida.get_by_text("Målet er i kraft fra den dag, du valgte.").wait_for()


def _revises(karin):
    karin.goto("/goals")
    karin.get_by_role("link", name=TITLE).click()
    karin.get_by_role("link", name="Ret målet").click()
    karin.get_by_label("Hvornår taler I om tallet?").fill("Hver fredag kl. 9")
    karin.get_by_role("button", name="Gem målet").click()
    assert karin.get_by_text("Hver fredag kl. 9").first.is_visible()
    assert karin.get_by_role("heading", name="Porten er åben").is_visible()


def _comments(trine):
    trine.goto("/goals")
    trine.get_by_role("link", name=TITLE).click()
    trine.get_by_role("link", name="Kommentér, eller se hele samtalen").click()
    trine.get_by_label("Hvad er det?").select_option("Spørgsmål")
    trine.get_by_label("Hvad vil du sige?").fill("Hvem tager telefonen imens?")
    trine.get_by_role("button", name="Send kommentaren").click()
    trine.get_by_text("Kommentaren er sendt.").wait_for()


def test_with_the_keyboard_only(tab, cast):
    """From the desk to a saved draft and back to it in the register, without ever touching a mouse."""
    page = tab(cast.ida)
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    _tab_to(page, "a[href='/goals']", backwards=True)
    page.keyboard.press("Enter")
    page.wait_for_url("**/goals")
    _tab_to(page, "a[href='/goals/add']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/goals/add")
    _tab_to(page, "#title")
    page.keyboard.type("Skrevet uden mus")
    _tab_to(page, "#unit_id")
    page.keyboard.type("Borgers")
    _tab_to(page, "main .form-foot button")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Skrevet uden mus").wait_for()
    _tab_to(page, "main .row a.button")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def _tab_to(page, selector, *, backwards=False, most=120):
    for _step in range(most):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard never reaches {selector}")


def test_an_error_summary_takes_the_focus_and_leads_to_the_field(tab, cast):
    page = tab(cast.ida)
    page.goto("/goals/add")
    page.get_by_role("button", name="Save as a draft").click()
    page.wait_for_selector(".error-summary")
    assert page.evaluate("document.activeElement.id") == "errors"
    page.locator(".error-summary a").first.click()
    assert page.evaluate("document.activeElement.id") == "title"


def test_two_browsers_on_one_goal_do_not_overwrite(tab, cast):
    first, second = tab(cast.ida), tab(cast.karin)
    for page in (first, second):
        page.goto(f"/goals/{cast.goal.id}/edit")
    first.get_by_label("Why do we have it?").fill("Idas formål")
    first.get_by_role("button", name="Save the goal").click()
    first.get_by_text("The goal is saved.").wait_for()
    second.get_by_label("Why do we have it?").fill("Karins formål")
    second.get_by_role("button", name="Save the goal").click()
    second.get_by_role("heading", name="Somebody else changed this while you wrote").wait_for()
    row = second.get_by_role("row").filter(has_text="Idas formål")
    assert "Karins formål" in row.inner_text()
    first.reload()
    assert first.locator(".lede").first.inner_text() == "Idas formål"
    second.get_by_role("button", name="Save the goal").click()
    second.get_by_text("The goal is saved.").wait_for()
    first.reload()
    assert first.locator(".lede").first.inner_text() == "Karins formål"
