from datetime import timedelta

import pytest

from app.core.clock import today
from app.core.db import session
from app.core.formats import typed_day
from app.goals.models import RiskLevel
from app.goals.reviews import months_later
from tests import litany
from tests.cast import speak_danish
from tests.goals.answers import set_on, typed


def path(goal):
    return f"/goals/{goal.id}/review"


def said(goal, day, months):
    return {"next_review_on": day, "review_months": months, "version": goal.version}


def test_a_date_is_set(page, cast):
    day = today() + timedelta(days=30)
    browser = page(cast.karin)
    answer = browser.post(path(cast.goal), said(cast.goal, typed_day(day), "6"))
    assert "The next review is set." in browser.follow(answer).words
    session().refresh(cast.goal)
    assert (cast.goal.next_review_on, cast.goal.review_months) == (day, 6)


def test_left_empty_it_is_counted_from_today(page, cast):
    page(cast.karin).post(path(cast.goal), said(cast.goal, "", "6"))
    session().refresh(cast.goal)
    assert cast.goal.next_review_on == months_later(today(), 6)


@pytest.mark.parametrize(
    ("day", "months", "message"),
    [
        ("", "", "Write a date, or how many months"),
        ("1.1.2020", "", "The date lies before today."),
        ("i morgen", "", "Write the date as day.month.year"),
        ("", "37", "36"),
        ("", "0", "1"),
    ],
)
def test_what_is_wrong_is_said(page, cast, day, months, message):
    before = cast.goal.next_review_on
    answer = page(cast.karin).post(path(cast.goal), said(cast.goal, day, months))
    assert answer.status_code == 200
    assert message in " ".join(answer.doc.get_element_by_id("errors").text_content().split())
    assert (answer.values("next_review_on"), answer.values("review_months")) == ([day], [months])
    session().refresh(cast.goal)
    assert cast.goal.next_review_on == before


@pytest.mark.parametrize(("risk", "months"), [(RiskLevel.HIGH, 3), (RiskLevel.MEDIUM, 6), (RiskLevel.LOW, 12)])
def test_it_is_never_later_than_the_risk_allows(page, cast, risk, months):
    latest = months_later(today(), months)
    set_on(cast.goal, by=cast.ida, risk_level=risk, next_review_on=today())
    browser = page(cast.karin)
    for day, ahead in ((typed_day(latest + timedelta(days=1)), ""), ("", str(months + 1))):
        answer = browser.post(path(cast.goal), said(cast.goal, day, ahead))
        assert "so the goal is taken up again by" in answer.words
    edited = browser.post(f"/goals/{cast.goal.id}/edit", typed(cast.goal, next_review_on="31.12.2035"))
    assert "so the goal is taken up again by" in edited.words
    session().refresh(cast.goal)
    assert cast.goal.next_review_on == today()
    assert browser.post(path(cast.goal), said(cast.goal, typed_day(latest), "")).status_code == 302


def test_two_at_once_do_not_overwrite(page, cast):
    first, second = said(cast.goal, "", "6"), said(cast.goal, "", "12")
    assert page(cast.ida).post(path(cast.goal), first).status_code == 302
    answer = page(cast.karin).post(path(cast.goal), second)
    assert (answer.status_code, answer.values("review_months")) == (409, ["12"])
    session().refresh(cast.goal)
    assert cast.goal.review_months == 6


def test_it_says_when_it_was_until_now(page, cast):
    speak_danish(cast.karin)
    assert "Indtil nu var det" in page(cast.karin).get(path(cast.goal)).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.goal), cast.otto, cast.trine, cast.mads, cast.bo, method=method)
    litany.hidden_from(page, path(cast.draft), cast.otto, cast.bo)
    litany.refuses(page, path(cast.goal), cast.karin, "DELETE")
