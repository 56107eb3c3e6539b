"""Pages that only exist for a while: axe finds nothing on them either."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.models import ActionStatus, Worked
from app.core.signed import sign
from tests.actions.answers import acted
from tests.browser.test_axe import LOOKS, checked
from tests.comments.answers import said

FILE = Path(__file__).parents[1] / "exchange" / "maal-2026.xlsx"


@pytest.mark.parametrize("look", LOOKS)
def test_import_comment_errors_and_two_versions(tab, cast, look) -> None:
    settings = {key: value for key, value in LOOKS[look].items() if key != "language"}
    ida, karin = tab(cast.ida, **settings), tab(cast.karin, **settings)
    found = []

    ida.goto("/import/goals")
    ida.get_by_label("Spreadsheet").set_input_files(FILE)
    ida.get_by_role("button", name="See what would happen").click()
    ida.get_by_role("heading", level=1, name="What would happen").wait_for()
    found += checked(ida, "the import's plan")

    karin.goto(f"/goals/{cast.goal.id}/comments")
    karin.get_by_label("What do you want to say?").fill("Et **vigtigt** punkt")
    karin.get_by_label("Who can read it?").select_option(index=1)
    karin.get_by_role("button", name="Send the comment").click()
    karin.get_by_text("The comment is sent.").wait_for()
    found += checked(karin, "a conversation with a committee's comment")
    karin.get_by_role("link", name="Edit", exact=True).click()
    karin.wait_for_url("**/edit")
    found += checked(karin, "editing a comment")

    question = said(cast, cast.trine)
    karin.goto(f"/goals/{cast.goal.id}/comments/{question.id}/answer")
    found += checked(karin, "answering a question")
    karin.get_by_label("Your answer").fill("Hele holdet.")
    karin.get_by_role("button", name="Give the answer").click()
    karin.get_by_text("Your answer is given.").wait_for()
    found += checked(karin, "a conversation with an answer")
    trine = tab(cast.trine, **settings)
    trine.goto(f"/goals/{cast.goal.id}/comments")
    found += checked(trine, "an answer to accept")
    trine.get_by_role("link", name="Take it up again").click()
    trine.wait_for_url("**/take-up")
    found += checked(trine, "taking a thread up again")

    failed = acted(cast, status=ActionStatus.CLOSED, worked=Worked.NO)
    karin.goto(f"/actions/{failed.id}/reopen")
    found += checked(karin, "taking an action up again")
    karin.goto("/actions/add")
    karin.get_by_label("Add goals by their numbers").fill("M-0001")
    karin.get_by_role("button", name="Add them and show their strains").click()
    karin.get_by_label(f"M-0001 {cast.goal.title}").wait_for()
    found += checked(karin, "an action with a goal that was added by its number")

    karin.goto("/goals/add")
    karin.get_by_role("button", name="Save as a draft").click()
    karin.wait_for_selector(".error-summary")
    found += checked(karin, "an error summary")

    for page in (ida, karin):
        page.goto(f"/goals/{cast.goal.id}/edit")
    for page, words in ((ida, "Idas"), (karin, "Karins")):
        page.get_by_label("Why do we have it?").fill(words)
        page.get_by_role("button", name="Save the goal").click()
    karin.get_by_role("heading", name="Somebody else changed this while you wrote").wait_for()
    found += checked(karin, "two versions")

    karin.goto(f"/mail/stop/{sign('stop mail', cast.karin.id)}")
    found += checked(karin, "the link that stops mail")
    karin.locator("main button").click()
    karin.get_by_role("heading", level=1, name="You get no more mail").wait_for()
    found += checked(karin, "stopped mail")

    ida.goto("/people")
    found += checked(ida, "accounts")
    assert not found, "\n".join(found)
