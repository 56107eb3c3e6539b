import sqlalchemy as sa

from app.core.db import session
from app.core.operation import operation, record
from app.goals.models import Answer
from tests import litany
from tests.hearings.answers import briefed, closed, noticed, opened


def path(goal):
    return f"/goals/{goal.id}/hearings"


def test_everything_that_was_heard_and_told_stands_on_one_page(page, cast):
    closed(cast, goal=cast.goal)
    briefed(cast, group=False)
    noticed(cast)
    words = page(cast.bo).get(path(cast.goal)).words
    for text in ("Lokal-MED Borgerservice", "The goal goes on as it is", "Det går ud over roen.", "One is missing"):
        assert text in words
    assert "Given on" in words


def test_an_empty_page_says_what_a_hearing_is(page, cast):
    words = page(cast.karin).get(path(cast.goal)).words
    assert "No committee has been heard yet" in words
    assert "Nothing is noted yet" in words
    assert "Notice of a control measure" not in words


@operation("test.controls")
def control(goal):
    goal.control_measure = Answer.UNCLEAR
    record("test.controls", goal, by=None)


def test_a_goal_that_may_be_a_control_measure_offers_to_give_notice(page, cast):
    control(cast.goal)
    assert "/notices/give" in page(cast.karin).get(path(cast.goal)).text
    assert "/notices/give" not in page(cast.trine).get(path(cast.goal)).text


def test_ten_hearings_take_no_more_queries_than_one(page, cast):
    closed(cast, goal=cast.goal)
    one = page(cast.karin).get(path(cast.goal)).queries
    for _number in range(4):
        closed(cast, goal=cast.goal)
        briefed(cast)
    assert page(cast.karin).get(path(cast.goal)).queries == one
    assert session().scalar(sa.text("SELECT count(*) FROM hearing")) == 5


def test_litany(page, cast):
    opened(cast)
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    assert page(cast.bo).get(path(cast.draft)).status_code == 200
    litany.refuses(page, path(cast.goal), cast.ida, "POST")
