from datetime import timedelta

from app.core import clock
from app.core.clock import now
from app.core.db import session
from tests import litany
from tests.comments.answers import said, to_side


def path(comment):
    return f"/goals/{comment.goal_id}/comments/{comment.id}/edit"


def test_within_fifteen_minutes_the_words_can_be_changed_with_trace(page, cast):
    comment = said(cast, body="Før")
    browser = page(cast.trine)
    assert browser.get(path(comment)).values("body")[0].strip() == "Før"
    answer = browser.follow(browser.post(path(comment), {"body": "Efter"}))
    assert "What it said before can still be read" in answer.words
    session().refresh(comment)
    assert (comment.body, [one.body for one in comment.earlier]) == ("Efter", ["Før"])


def test_the_same_words_are_no_edit(page, cast):
    comment = said(cast)
    page(cast.trine).post(path(comment), {"body": comment.body})
    session().refresh(comment)
    assert (comment.edited_at, comment.earlier) == (None, [])


def test_afterwards_it_stands(page, cast):
    comment = said(cast)
    with clock.at(comment.created_at + timedelta(minutes=15)):
        assert page(cast.trine).get(path(comment)).status_code == 200
    with clock.at(comment.created_at + timedelta(minutes=15, seconds=1)):
        for method in ("GET", "POST"):
            litany.forbidden_for(page, path(comment), cast.trine, method=method)
    assert comment.created_at <= now()


def test_only_ones_own(page, cast):
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(said(cast)), cast.karin, cast.ida, cast.mads, cast.bo, method=method)


def test_who_has_left_the_circle_no_longer_edits_in_it(page, cast):
    from app.organisation.operations import vacate_seat

    comment = to_side(cast)
    vacate_seat(cast.local.seats[1], from_on=now().date(), by=cast.ida)
    litany.hidden_from(page, path(comment), cast.trine)


def test_empty_words_are_refused(page, cast):
    assert "Write what you want to say." in page(cast.trine).post(path(said(cast)), {"body": ""}).words


def test_litany(page, cast):
    comment = to_side(cast)
    litany.asks_strangers_to_sign_in(page, path(comment))
    for method in ("GET", "POST"):
        litany.hidden_from(page, path(comment), cast.karin, cast.ida, cast.mads, cast.emma, method=method)
    litany.hidden_from(page, f"/goals/{cast.draft.id}/comments/{comment.id}/edit", cast.trine)
    litany.refuses(page, path(said(cast)), cast.trine, "DELETE")
