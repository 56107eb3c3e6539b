"""What a person typed is never lost, and never put in place of what somebody else saved meanwhile."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.cast import PASSWORD

WORDS = "Skrevet i en hel time."
KEPT = "() => [...Object.values(localStorage), ...Object.values(sessionStorage)].join()"


def sign_in_again(page, user):
    page.get_by_label("Mail").fill(user.email)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.get_by_role("button", name="Log ind", exact=True).click()


def test_a_lost_session_leads_back_to_the_form_with_the_words(tab, cast):
    page = tab(cast.ida)
    page.goto("/goals/add")
    page.get_by_label("Why do we have it?").fill(WORDS)
    page.context.clear_cookies()
    page.get_by_role("button", name="Save as a draft").click()
    page.wait_for_url("**/sign-in**")
    expect(page.get_by_text("Du var blevet logget ud")).to_have_count(1)
    sign_in_again(page, cast.ida)
    page.wait_for_url("**/goals/add")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("Why do we have it?")).to_have_value(WORDS)


def test_a_comment_comes_back_too(tab, cast):
    page = tab(cast.trine)
    page.goto(f"/goals/{cast.goal.id}/comments")
    page.get_by_label("What do you want to say?").fill(WORDS)
    page.context.clear_cookies()
    page.get_by_role("button", name="Send the comment").click()
    page.wait_for_url("**/sign-in**")
    sign_in_again(page, cast.trine)
    page.wait_for_url(f"**/goals/{cast.goal.id}/comments")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("What do you want to say?")).to_have_value(WORDS)


@pytest.mark.parametrize("status", [500, 503, 413, 429])
def test_an_error_page_lets_go_of_nothing(tab, cast, status):
    page = tab(cast.ida)
    page.goto(f"/goals/{cast.goal.id}/edit")
    page.get_by_label("Why do we have it?").fill(WORDS)
    error = page.context.request.get("/no-such-page").text()
    page.route("**/edit", lambda route: route.fulfill(status=status, body=error, content_type="text/html"))
    page.get_by_role("button", name="Save the goal").click()
    page.get_by_role("heading", name="Not found").wait_for()
    page.unroute("**/edit")
    page.goto(f"/goals/{cast.goal.id}/edit")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_label("Why do we have it?")).to_have_value(WORDS)


def test_after_a_wrong_answer_the_words_are_still_unsaved(tab, cast):
    page = tab(cast.ida)
    page.goto("/goals/add")
    page.get_by_label("Why do we have it?").fill(WORDS)
    page.get_by_role("button", name="Save as a draft").click()
    page.wait_for_selector(".error-summary")
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Goals", exact=True).first.click()
    page.wait_for_url("**/goals")
    assert asked == ["beforeunload"]
    page.goto("/goals/add")
    expect(page.get_by_role("button", name="Bring it back")).to_be_visible()


def test_what_is_saved_is_let_go(tab, cast):
    page = tab(cast.ida)
    page.goto(f"/goals/{cast.goal.id}/edit")
    page.get_by_label("Why do we have it?").fill(WORDS)
    assert WORDS in page.evaluate(KEPT)
    page.get_by_role("button", name="Save the goal").click()
    page.get_by_text("The goal is saved.").wait_for()
    page.wait_for_load_state()  # our script runs after the words stand there
    assert WORDS not in page.evaluate(KEPT)


def test_words_brought_back_do_not_overwrite_what_others_saved(tab, cast):
    first, second = tab(cast.ida), tab(cast.karin)
    first.goto(f"/goals/{cast.goal.id}/edit")
    first.get_by_label("Anything else").fill(WORDS)
    first.once("dialog", lambda dialog: dialog.accept())
    first.goto("/goals")
    second.goto(f"/goals/{cast.goal.id}/edit")
    second.get_by_label("Why do we have it?").fill("Karins formål")
    second.get_by_role("button", name="Save the goal").click()
    second.get_by_text("The goal is saved.").wait_for()
    first.goto(f"/goals/{cast.goal.id}/edit")
    first.get_by_role("button", name="Bring it back").click()
    first.get_by_role("button", name="Save the goal").click()
    first.get_by_role("heading", name="Somebody else changed this while you wrote").wait_for()
    row = first.get_by_role("row").filter(has_text="Why do we have it?")
    expect(row).to_contain_text("Karins formål", use_inner_text=True)


def test_one_sides_words_are_gone_with_the_tab_and_all_with_signing_out(tab, cast):
    page = tab(cast.trine)
    page.goto(f"/goals/{cast.goal.id}/comments")
    page.get_by_label("What do you want to say?").fill(WORDS)
    assert WORDS not in page.evaluate("() => Object.values(localStorage).join()")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator(".me-menu summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in**")
    assert page.evaluate(KEPT) == ""
