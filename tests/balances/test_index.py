from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.balances.models import Reader
from app.balances.operations import read_balances
from app.core.clock import today
from app.core.db import session
from app.goals.models import Goal
from tests import litany
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
