"""The main job, as three people do it: the safety organisation registers a goal, places it, assesses it and sets its
review; a manager revises it; a shop steward comments; everybody finds it again."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import expect

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
    _says_why_nobody_is_heard(ida)
    _puts_in_force(ida)

    _revises(karin)
    _comments(trine)

    emma = tab(cast.emma)
    for page in (ida, karin, trine, emma):
        page.goto("/goals?q=opkaldene")
        page.get_by_role("link", name=TITLE).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE, use_inner_text=True)
        expect(page.locator("p .no").first).to_have_text(number, use_inner_text=True)
        expect(page.get_by_text("Hvem tager telefonen imens?")).to_be_visible()


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
    expect(ida.get_by_role("heading", name="Porten er lukket")).to_be_visible()
    expect(ida.get_by_text("52,5")).to_be_visible()


def _reads_balances(ida):
    ida.get_by_role("link", name="Placér målet").first.click()
    for name in ("focus_today", "level_today", "process_today", "use_today"):
        ida.locator(f"input[name={name}][value='1']").check(force=True)
    ida.locator("textarea[name=focus_reason]").fill("Vi spørger, om borgeren fik svar.")
    ida.get_by_role("button", name="Gem placeringen").click()
    ida.get_by_role("link", name="Målet", exact=True).click()
    expect(ida.get_by_text("Målet er placeret på alle fire balancer")).to_be_visible()


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
    expect(ida.get_by_text("Arbejdsmiljøet er vurderet af begge sider")).to_be_visible()


def _sets_review(ida):
    ida.get_by_role("link", name="Sæt næste eftersyn").first.click()
    ida.get_by_label("Næste eftersyn").fill(day(180))
    ida.get_by_role("button", name="Sæt næste eftersyn").click()
    expect(ida.get_by_text("Næste eftersyn er sat").first).to_be_visible()


def _says_why_nobody_is_heard(ida):
    ida.get_by_role("link", name="Høringer", exact=True).click()
    ida.get_by_role("link", name="Skriv, hvorfor målet ikke bliver hørt").click()
    ida.get_by_label("Hvorfor bliver ingen hørt?").fill("Udvalget har selv foreslået målet.")
    ida.get_by_role("button", name="Notér begrundelsen").click()
    ida.get_by_role("link", name="Målet", exact=True).click()


def _puts_in_force(ida):
    expect(ida.get_by_role("heading", name="Porten er åben")).to_be_visible()
    ida.get_by_role("link", name="Sæt i kraft").click()
    ida.get_by_role("button", name="Sæt i kraft").click()
    ida.get_by_text("Målet er i kraft fra den dag, du valgte.").wait_for()


def _revises(karin):
    karin.goto("/goals")
    karin.get_by_role("link", name=TITLE).click()
    karin.get_by_role("link", name="Ret målet").click()
    karin.get_by_label("Hvornår taler I om tallet?").fill("Hver fredag kl. 9")
    karin.get_by_role("button", name="Gem målet").click()
    expect(karin.get_by_text("Hver fredag kl. 9").first).to_be_visible()
    expect(karin.get_by_role("heading", name="Intet spærrer")).to_be_visible()


def _comments(trine):
    trine.goto("/goals")
    trine.get_by_role("link", name=TITLE).click()
    trine.get_by_role("link", name="Kommentér, eller se hele samtalen").click()
    trine.get_by_label("Hvad slags kommentar?").select_option("Spørgsmål")
    trine.get_by_label("Hvad vil du sige?").fill("Hvem tager telefonen imens?")
    trine.get_by_role("button", name="Send kommentaren").click()
    trine.get_by_text("Kommentaren er sendt.").wait_for()


def test_the_whole_job_with_the_keyboard_only(tab, cast):
    """The same three people and the same job, without ever touching a mouse."""
    ida, karin, trine = tab(cast.ida), tab(cast.karin), tab(cast.trine)
    _skips_to_the_content(ida)
    _types_a_goal(ida)
    address = ida.url
    _types_places(ida)
    _types_an_assessment(ida)
    _types_a_review(ida)
    _types_why_nobody_is_heard(ida)
    _types_the_start(ida)

    karin.goto(address)
    _press(karin, "a[href$='/edit']")
    _type_into(karin, "#feedback_rhythm", "Hver fredag kl. 9")
    _press(karin, "main .form-foot button")
    karin.get_by_text("Hver fredag kl. 9").first.wait_for()

    trine.goto(address)
    _press(trine, ".tabs a[href$='/comments']")
    _type_into(trine, "#body", "Hvem tager telefonen imens?")
    _press(trine, "form[data-autosave] button:not(.quiet)")
    trine.get_by_text("Hvem tager telefonen imens?").wait_for()

    trine.goto("/goals")
    _type_into(trine, "#q", "tasterne")
    trine.keyboard.press("Enter")
    trine.wait_for_url("**q=tasterne**")
    _press(trine, "tbody a.title-link")
    trine.wait_for_url(address)


def _skips_to_the_content(page):
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def _types_a_goal(page):
    _press(page, "a[href='/goals']", backwards=True)
    page.wait_for_url("**/goals")
    _press(page, "a[href='/goals/add']")
    page.wait_for_url("**/goals/add")
    _type_into(page, "#title", "Skrevet med tasterne")
    _type_into(page, "#purpose", "Ingen skal ringe to gange.")
    _type_into(page, "#unit_id", "Borgers")
    _type_into(page, "#links-0-objective_id", "Borgere")
    _type_into(page, "#measured_level", "The team")
    _type_into(page, "#measured_whom", "Telefonteamet")
    _press(page, "main .form-foot button")
    page.get_by_role("heading", name="Skrevet med tasterne").wait_for()
    _tab_to(page, "main .row a.button")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def _types_places(page):
    _press(page, ".tabs a[href$='/balances']")
    _press(page, "a[href$='/balances/read']")
    page.wait_for_url("**/balances/read")
    for balance in ("focus", "level", "process", "use"):
        _tab_to(page, f"input[name={balance}_today]")
        for _step in range(2):
            page.keyboard.press("ArrowRight")
    _press(page, "main .form-foot button")
    page.wait_for_url("**/balances")


def _types_an_assessment(page):
    _press(page, ".tabs a[href$='/risks']")
    _press(page, "a[href$='/risks/assess']")
    page.wait_for_url("**/risks/assess")
    for person in ("Karin Nørgård", "Trine Løvenskjold"):
        box = page.get_by_label(person).first.get_attribute("id")
        _tab_to(page, f"#{box}")
        page.keyboard.press("Space")
    for aspect in ("motivation", "identity", "trust", "fairness", "cooperation", "responsibility"):
        _tab_to(page, f"[name='{aspect}-gain']")
        page.keyboard.press("ArrowRight")
    _press(page, "button[name=finish]")
    page.wait_for_url(re.compile(r"/risks/\d+$"))


def _types_a_review(page):
    _press(page, "main a", nth=r"^M-\d+")
    _press(page, "a[href$='/review']")
    _type_into(page, "#next_review_on", day(180))
    _press(page, "main .form-foot button")
    page.get_by_text("The next review is set.").first.wait_for()


def _types_why_nobody_is_heard(page):
    _press(page, ".tabs a[href$='/hearings']")
    _press(page, "a[href$='/hearings/skip']")
    _type_into(page, "#reason", "The committee proposed it itself.")
    _press(page, "main .form-foot button")
    _press(page, ".tabs a", nth="^The goal$")


def _types_the_start(page):
    _press(page, "a[href$='/start']")
    page.wait_for_url("**/start")
    _press(page, "main .form-foot button")
    page.get_by_text("The goal is in force").first.wait_for()


def _type_into(page, selector, text):
    """A text into a field, or the first letters of an answer into a list."""
    _tab_to(page, selector)
    page.keyboard.type(text)


def _press(page, selector, *, backwards=False, nth=""):
    _tab_to(page, selector, backwards=backwards, saying=nth)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _tab_to(page, selector, *, backwards=False, most=260, saying=""):
    there = "([selector, words]) => document.activeElement.matches(selector)"
    there += " && (!words || new RegExp(words).test(document.activeElement.textContent))"
    for _step in range(most):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if page.evaluate(there, [selector, saying]):
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
    expect(row).to_contain_text("Karins formål", use_inner_text=True)
    first.reload()
    expect(first.locator(".lede").first).to_have_text("Idas formål", use_inner_text=True)
    second.get_by_role("button", name="Save the goal").click()
    second.get_by_text("The goal is saved.").wait_for()
    first.reload()
    expect(first.locator(".lede").first).to_have_text("Karins formål", use_inner_text=True)
