"""What people do with a goal in the browser, in Danish: place, assess, act, look whether it worked, speak."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from app.core.clock import today
from app.core.db import session
from app.goals.models import Direction, Rhythm
from app.goals.operations import revise_goal

BALANCES = ("focus", "level", "process", "use")
ASPECTS = ("motivation", "identity", "trust", "fairness", "cooperation", "responsibility")


def day(days: int) -> str:
    return f"{today() + timedelta(days=days):%d.%m.%Y}"


def rewritten(cast: Any, goal: Any, **said: Any) -> str:
    """The goal as the example tells it; its address."""
    facts = {"rhythm": Rhythm.MONTHLY, "direction": Direction.HIGHER, "chosen_by": "Centerchefen"} | said
    revise_goal(goal, by=cast.karin, **facts)
    session().commit()
    return f"/goals/{goal.id}"


def places(page: Any, goal: str, *where: int, reasons: tuple[str, ...] = ()) -> None:
    """The owner places the goal on the four balances."""
    page.goto(f"{goal}/balances/read")
    _fills_places(page, where, reasons)
    page.get_by_role("button", name="Gem placeringen").click()
    page.wait_for_url(re.compile(rf"{goal}/balances(\?|$)"))


def agrees(page: Any, goal: str, *where: int, reasons: tuple[str, ...] = ()) -> None:
    """The committee agrees on where the goal stands from now on."""
    page.goto(f"{goal}/balances/agree")
    _fills_places(page, where, reasons)
    page.get_by_role("button", name="Gem det, vi er enige om").click()
    page.wait_for_url(re.compile(rf"{goal}/balances(\?|$)"))


def _fills_places(page: Any, where: tuple[int, ...], reasons: tuple[str, ...]) -> None:
    for balance, place in zip(BALANCES, where, strict=True):
        page.locator(f"input[name={balance}_today][value='{place}']").check(force=True)
    for balance, reason in zip(BALANCES, reasons, strict=False):
        page.locator(f"textarea[name={balance}_reason]").fill(reason)


def takes_part(page: Any, *people: Any) -> None:
    for person in people:
        page.get_by_label(person.name).first.check()


def gives(page: Any, **sizes: int) -> None:
    for aspect in ASPECTS:
        page.locator(f"[name='{aspect}-gain'][value='{sizes.get(aspect, 0)}']").check()


def wears(page: Any, aspect: str, title: str, often: int, serious: int, words: str = "", expected: Any = None) -> None:
    """A new line in the first empty place of an aspect."""
    part = page.locator(".place", has=page.locator(f"[name='{aspect}-gain']"))
    adding = part.locator("details.add-strains")
    if not adding.evaluate("one => one.open"):
        adding.locator("> summary").click()
    line = adding.locator(".strain-line").first
    line.locator("[name$=title]").fill(title)
    _rates(line, "", often, serious)
    line.locator("[name$=words]").fill(words)
    if expected:
        line.locator("details.layers > summary").click()
        _rates(line, "_expected", *expected)


def _rates(line: Any, layer: str, often: int, serious: int) -> None:
    line.locator(f"select[name$=probability{layer}]").select_option(str(often))
    line.locator(f"select[name$=consequence{layer}]").select_option(str(serious))


def still(page: Any, title: str) -> None:
    _line(page, title).get_by_label("Stadig sådan").check()


def changed(page: Any, title: str, often: int, serious: int, why: str = "") -> None:
    line = _line(page, title)
    line.get_by_label("Det har ændret sig").check()
    _rates(line, "", often, serious)
    for layer in ("probability_expected", "consequence_expected"):
        if line.locator(f"select[name$={layer}]").is_visible():
            line.locator(f"select[name$={layer}]").select_option("")
    if why:
        line.locator("[name$=reason]").fill(why)


def gone(page: Any, title: str, why: str) -> None:
    line = _line(page, title)
    line.get_by_label("Det belaster ikke længere nogen").check()
    line.locator("[name$=reason]").fill(why)


def _line(page: Any, title: str) -> Any:
    return page.get_by_role("group", name=title, exact=True)


def finishes(page: Any) -> None:
    page.get_by_role("button", name="Gør vurderingen færdig").click()
    page.wait_for_url(re.compile(r"/risks/\d+$"))


def acts(page: Any, goal: str, title: str, *, by: Any, due: int, look: int, step: str, strains: tuple[str, ...] = (),
         why: str = "", **experiment: str) -> str:  # fmt: skip
    """An action on the goal; its address."""
    page.goto(goal)
    page.locator("#actions").get_by_role("link", name="Tilføj en handling").click()
    page.get_by_label("Hvad skal der gøres?").fill(title)
    for strain in strains:
        page.get_by_role("group", name="Hvilke belastninger skal den afhjælpe?").get_by_label(strain).check()
    page.get_by_label(step).check()
    page.locator("[name=step_reason]").fill(why)
    page.get_by_label("Hvem er ansvarlig?").select_option(by.name)
    page.locator("[name=due_on]").fill(day(due))
    page.locator("[name=check_on]").fill(day(look))
    if experiment:
        page.get_by_label("Forsøg", exact=True).check()
        page.get_by_text("Det, der hører til et forsøg").click()
    for name, words in experiment.items():
        page.locator(f"[name={name}]").fill(words)
    page.get_by_role("button", name="Tilføj handlingen").click()
    page.get_by_text("Handlingen er tilføjet. Den ansvarlige får besked.").wait_for()
    return str(page.url)


def is_done(page: Any, action: str, *, on: int, look: int) -> None:
    page.goto(action)
    page.locator("a[href$='/finish']").click()
    page.locator("[name=done_on]").fill(day(on))
    page.locator("[name=check_on]").fill(day(look))
    page.locator(".form-foot button").click()
    page.get_by_role("link", name="Lav effekttjek").wait_for()


def looks_whether_it_worked(page: Any, action: str, answer: str, shown: str, **more: str) -> None:
    page.goto(action)
    page.get_by_role("link", name="Lav effekttjek").click()
    page.get_by_label(answer, exact=True).check()
    page.locator("[name=check_words]").fill(shown)
    for name, words in more.items():
        page.locator(f"[name={name}]").fill(words)
    page.get_by_role("button", name="Luk handlingen").click()
    page.get_by_text("Handlingen er lukket.").wait_for()


def says(page: Any, goal: str, kind: str, words: str) -> None:
    page.goto(f"{goal}/comments")
    page.get_by_label("Hvad slags kommentar?").select_option(kind)
    page.get_by_label("Hvad vil du sige?").fill(words)
    page.get_by_role("button", name="Send kommentaren").click()
    page.get_by_text("Kommentaren er sendt.").wait_for()


def answers(page: Any, goal: str, name: str, words: str) -> None:
    """To the one open thread of that person."""
    page.goto(f"{goal}/comments")
    page.locator("article.topic", has=page.get_by_role("heading", name=name)).get_by_role(
        "link", name=re.compile("^Svar på")
    ).click()
    page.get_by_label("Dit svar").fill(words)
    page.get_by_role("button", name="Giv svaret").click()
    page.get_by_text("Dit svar er givet. Den, der spurgte, får besked.").wait_for()


def found(page: Any, goal: str) -> set[str]:
    """The codes of the rules that hit the goal, by the links on its own page."""
    page.goto(goal)
    links = [one.get_attribute("href") for one in page.locator("#check a").all()]
    return {link.rsplit("/", 1)[1] for link in links if re.fullmatch(r"/service-check/[a-z_]+", link)}
