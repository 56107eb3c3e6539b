from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.balances.models import Reader
from app.balances.operations import read_balances
from app.core.clock import today
from app.core.db import session
from app.goals.models import Goal
from tests import litany
from tests.balances.answers import side
from tests.cast import speak_danish


def path(goal):
    return f"/goals/{goal.id}/balances"


@pytest.fixture
def dated(cast):
    """The owner's reading a year ago, the employees' half a year ago, and what the committee agreed on yesterday."""

    def read(days, reader, focus, **more):
        read_balances(
            cast.goal, by=cast.karin, reader=reader, read_on=today() - timedelta(days=days),
            places={"focus": focus, "level": 0}, **more,
        )  # fmt: skip

    read(365, Reader.OWNER, -2, reasons={"focus": "Vi tæller samtaler."})
    read(180, Reader.EMPLOYEES, -2)
    read(1, Reader.AGREED, 1, wishes={"focus": 2})


def test_it_shows_how_the_goal_has_moved(page, cast, dated):
    words = page(cast.emma).get(path(cast.goal)).words
    assert "Focus moved 3 steps towards value creation." in words
    assert "There is nothing earlier to hold it against." in words
    assert "Vi tæller samtaler." in words
    assert "Focus mostly value creation, Level in between, Process not read, Use not read" not in words  # spoken only
    assert words.index("Agreed by the committee") < words.rindex("The owner")


def test_the_drawing_is_hidden_and_the_sentence_is_spoken(page, cast, dated):
    doc = page(cast.emma).get(path(cast.goal)).doc
    assert doc.xpath("//*[@class='track-body']/@aria-hidden") == ["true"] * 4
    said = doc.xpath("//*[@class='track-text']/*[@class='visually-hidden']/text()")
    assert said[0] == (
        "The employee side reads the goal as right at activity, the committee agrees on mostly value creation, "
        "wished for is right at value creation."
    )
    assert said[2] == "Nobody has read this balance yet."
    assert doc.xpath("//*[@class='fingerprint']/@aria-label")[0].startswith("Focus mostly value creation")


def test_only_those_who_may_are_asked_to_read(page, cast):
    assert "Place the goal" in page(cast.karin).get(path(cast.goal)).words
    assert "Place the goal" not in page(cast.emma).get(path(cast.goal)).words


def test_it_is_whole_in_danish(page, cast, dated):
    speak_danish(cast.emma)
    words = page(cast.emma).get(path(cast.goal)).words
    assert "Fokus har flyttet sig 3 trin mod værdiskabelse." in words


def test_ten_readings_take_as_many_queries_as_one(page, cast):
    goal = session().get(Goal, cast.goal.id)
    read_balances(goal, by=cast.karin, places={"focus": 1})
    page(cast.emma).get(path(goal))
    one = page(cast.emma).get(path(goal)).queries
    for by in (cast.karin, cast.ida, cast.mette) * 3:
        read_balances(session().scalars(sa.select(Goal).where(Goal.id == goal.id)).one(), by=by, places={"focus": 0})
    assert page(cast.emma).get(path(goal)).queries == one


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.bo, cast.otto)
    litany.refuses(page, path(cast.goal), cast.ida, "POST")


def test_both_sides_stand_side_by_side_with_how_far_apart_they_are(page, cast):
    side(cast, Reader.MANAGEMENT, focus=1, level=0)
    side(cast, Reader.EMPLOYEES, focus=-2, level=0)
    answer = page(cast.emma).get(path(cast.goal))
    assert "The sides read Level alike. On Focus the sides are two steps or more apart" in answer.words
    assert "The sides are 3 steps apart on Focus." in answer.words
    assert "The sides have read it in Lokal-MED Borgerservice." in answer.words
    gap = answer.doc.xpath("//i[@class='gap']")
    assert [(one.get("data-from"), one.get("data-to")) for one in gap] == [("-2", "1")]
    assert "3 steps apart on Focus" in page(cast.emma).get(f"/goals/{cast.goal.id}").words


def test_the_sides_of_each_committee_can_be_seen(page, cast):
    side(cast, Reader.EMPLOYEES, committee=cast.top, by=cast.frederik, days=1, focus=2)
    side(cast, Reader.EMPLOYEES, focus=-2)
    first = page(cast.emma).get(path(cast.goal))
    assert "Right at activity ·" in first.words
    other = page(cast.emma).get(f"{path(cast.goal)}?committee={cast.top.id}")
    assert "Right at value creation ·" in other.words
    assert other.doc.xpath("//a[@aria-current='page'][text()='Hoved-MED']")
    for wrong in ("x", "9999"):
        assert "Right at activity ·" in page(cast.emma).get(f"{path(cast.goal)}?committee={wrong}").words


def test_that_the_owner_has_moved_it_since_the_agreement_is_said(page, cast, dated):
    assert "until the committee agrees anew" not in page(cast.emma).get(path(cast.goal)).words
    read_balances(cast.goal, by=cast.karin, places={"focus": 2})
    for address in (path(cast.goal), f"/goals/{cast.goal.id}"):
        assert "The owner has placed the goal again on" in page(cast.emma).get(address).words


def test_the_steps_are_drawn_and_said(page, cast, dated):
    labels = page(cast.emma).get(path(cast.goal)).doc.xpath("//*[@class='steps-chart']/@aria-label")
    assert "The owner or the committee: right at activity, then mostly value creation." in labels[0]


def test_each_may_what_their_seat_allows(page, cast):
    words = page(cast.trine).get(path(cast.goal)).words
    assert "Enter your side's reading" in words
    assert "Enter what you agree on" in words
    assert "Place the goal" not in words
    assert "Enter" not in page(cast.emma).get(path(cast.goal)).words


def test_the_history_has_pages(page, cast):
    for days in range(25):
        side(cast, days=days, focus=0)
    first = page(cast.emma).get(path(cast.goal))
    assert len(first.doc.xpath("//ol[@class='stack bare-list']/li")) == 20
    older = first.doc.xpath("//a[normalize-space()='Older']/@href")[0]
    assert len(page(cast.emma).get(older).doc.xpath("//ol[@class='stack bare-list']/li")) == 5
    assert page(cast.emma).get(f"{path(cast.goal)}?page=99").status_code == 200
    assert page(cast.emma).get(f"{path(cast.goal)}?page=x").status_code == 200
    assert page(cast.emma).get(f"{path(cast.goal)}?page=0").status_code == 200


def test_readings_in_ten_committees_take_as_many_queries_as_in_one(page, cast):
    side(cast, focus=0)
    browser = page(cast.emma)
    browser.get(path(cast.goal))
    one = browser.get(path(cast.goal)).queries
    for days in range(10):
        side(cast, Reader.MANAGEMENT, committee=cast.top, by=cast.mette, days=days, focus=0)
        side(cast, Reader.EMPLOYEES, committee=cast.top, by=cast.frederik, days=days, focus=1)
    assert browser.get(path(cast.goal)).queries == one
