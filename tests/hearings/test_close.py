from datetime import timedelta

from app.core import clock
from app.core.clock import now
from app.core.db import session
from app.hearings.models import Outcome, Stage
from tests import litany
from tests.hearings.answers import answered, closed, opened


def path(hearing):
    return f"/goals/{hearing.goal_id}/hearings/{hearing.id}/close"


SAID = {"outcome": "adjusted", "words": "Vi tæller kun om formiddagen."}


def test_it_is_closed_with_what_came_of_it(page, cast):
    hearing = answered(cast, opened(cast))
    answer = page(cast.karin).post(path(hearing), SAID)
    words = page(cast.bo).follow(answer).words
    assert "The goal is adjusted" in words
    assert "Vi tæller kun om formiddagen." in words
    session().refresh(hearing)
    assert (hearing.stage, hearing.outcome) == (Stage.CLOSED, Outcome.ADJUSTED)


def test_before_its_time_it_stays_open_and_says_why(page, cast):
    hearing = opened(cast)
    assert "The sides can answer and change their answers until" in page(cast.karin).get(path(hearing)).words
    answer = page(cast.karin).post(path(hearing), SAID | {"silence": "x"})
    assert "can still answer" in answer.words
    assert answer.values("words") == ["Vi tæller kun om formiddagen."]
    session().refresh(hearing)
    assert hearing.is_open


def test_a_silent_side_is_asked_about(page, cast):
    hearing = opened(cast)
    with clock.at(now() + timedelta(days=15)):
        answer = page(cast.karin).post(path(hearing), SAID)
        assert "Write why you go on all the same." in answer.words
        done = page(cast.karin).post(path(hearing), SAID | {"silence": "Ingen kunne nås."})
        assert "Ingen kunne nås." in page(cast.bo).follow(done).words


def test_nothing_chosen_and_nothing_written_is_asked_for(page, cast):
    hearing = answered(cast, opened(cast))
    answer = page(cast.karin).post(path(hearing), {})
    assert "Choose what comes of the hearing." in answer.words
    assert "Write what was made of the answers." in answer.words


def test_litany(page, cast):
    hearing = answered(cast, opened(cast))
    litany.asks_strangers_to_sign_in(page, path(hearing))
    litany.forbidden_for(page, path(hearing), cast.ida, cast.mette, cast.emma, cast.mads)
    litany.forbidden_for(page, path(closed(cast, goal=cast.goal)), cast.karin, method="POST")
    litany.refuses(page, path(hearing), cast.trine, "DELETE")
