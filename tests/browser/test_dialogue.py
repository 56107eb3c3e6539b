"""A committee talks about a goal by the questions of the guide, in Danish, and takes what came of it to its meeting."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from playwright.sync_api import expect

from app.actions.models import Action
from app.core.clock import today
from app.core.db import session
from app.meetings.models import Stage
from tests.browser import played as p
from tests.browser.test_axe import checked
from tests.meetings.answers import met

ANSWER = "Vi retter os efter tallet, også når borgeren har brug for noget andet."
MOVE = "Vi spørger tre borgere om måneden"
SUMMARY = "Tallet siger for lidt om hjælpen."


def test_from_the_questions_to_the_agenda(danes: Any, cast: Any) -> None:
    p.rewritten(cast, cast.goal, title="Virksomhedsbesøg pr. jobkonsulent")
    met(cast, stage=Stage.CALLED)
    session().commit()
    karin, trine, emma = danes("karin", "trine", "emma")
    address = _begun(karin, cast)
    question = _asked(karin)
    _moved(karin, cast)
    _ended(karin)
    item = _taken_up(karin)
    trine.goto(item)
    shown = trine.locator("main").inner_text()
    for words in (question, ANSWER, MOVE, SUMMARY):
        assert words in shown
    assert checked(trine, "item") == []
    assert emma.goto(address).status == 404
    session().rollback()
    move = session().scalars(sa.select(Action).where(Action.title == MOVE)).one()
    assert (move.responsible_id, move.due_on) == (cast.trine.id, today() + timedelta(days=30))


def _begun(karin: Any, cast: Any) -> str:
    karin.goto("/dialogue")
    karin.get_by_role("link", name=re.compile("Dialogmøder i")).click()
    karin.get_by_role("link", name="Begynd et dialogmøde").first.click()
    karin.get_by_role("radio", name="Et mål").check()
    karin.locator("[name=goal_id]").fill("M-9999")
    karin.get_by_role("button", name="Begynd dialogmødet").click()
    karin.locator(".error-summary").wait_for()
    karin.locator("[name=goal_id]").fill(cast.goal.code)
    karin.get_by_role("button", name="Begynd dialogmødet").click()
    karin.wait_for_url(re.compile(r"/dialogues/\d+(#.*)?$"))
    return str(re.sub(r"^https?://[^/]+|#.*$", "", karin.url))


def _asked(karin: Any) -> str:
    """Three questions are chosen and the first is answered; which it is."""
    karin.get_by_role("link", name="Vælg spørgsmål").click()
    for box in karin.get_by_role("checkbox").all()[:3]:
        box.check()
    assert checked(karin, "choose") == []
    karin.get_by_role("button", name="Brug de spørgsmål").click()
    questions = karin.locator(".asked-list h3")
    questions.first.wait_for()
    expect(questions).to_have_count(3)
    question = str(questions.first.inner_text())
    karin.get_by_role("link", name=re.compile("^Skriv svaret ned")).first.click()
    karin.get_by_label("Hvad svarede I?").fill(ANSWER)
    karin.get_by_role("button", name="Gem svaret").click()
    karin.get_by_text(ANSWER).first.wait_for()
    return question


def _moved(karin: Any, cast: Any) -> None:
    karin.get_by_role("link", name="Aftal et skridt").click()
    karin.get_by_label("Hvad skal der gøres?").fill(MOVE)
    karin.locator("[name=responsible_id]").select_option(label=cast.trine.name)
    karin.locator("[name=due_on]").fill(p.day(30))
    karin.locator("main form button[type=submit]").last.click()
    karin.get_by_role("link", name=MOVE).first.wait_for()


def _ended(karin: Any) -> None:
    karin.get_by_role("link", name="Afslut dialogmødet").click()
    karin.locator("[name=summary]").fill(SUMMARY)
    karin.get_by_role("button", name="Afslut dialogmødet").click()
    karin.get_by_text(SUMMARY).first.wait_for()


def _taken_up(karin: Any) -> str:
    karin.get_by_role("link", name="Sæt det på en dagsorden").click()
    karin.locator("[name=meeting_id]").select_option(index=1)
    karin.locator("main form button[type=submit]").last.click()
    karin.wait_for_url(re.compile(r"/items/\d+"))
    return str(karin.url)
