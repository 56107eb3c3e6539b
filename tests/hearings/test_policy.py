"""Who may do what to a hearing, as long as it lasts and after."""

from __future__ import annotations

from datetime import timedelta

from app.core import clock
from app.core.clock import now
from app.hearings.policy import may_answer, may_close, may_record, may_withdraw
from tests.hearings.answers import closed, opened


def who(cast, rule, hearing):
    everybody = ("ida", "mette", "karin", "otto", "trine", "frederik", "emma", "mads", "bo")
    return {name for name in everybody if rule(getattr(cast, name), hearing)}


def test_while_it_is_open(cast):
    hearing = opened(cast)
    assert who(cast, may_answer, hearing) == {"karin", "trine"}
    assert who(cast, may_record, hearing) == {"karin", "trine"}
    assert who(cast, may_close, hearing) == {"karin", "trine"}
    assert who(cast, may_withdraw, hearing) == {"ida", "mette", "karin"}


def test_another_committees_seats_say_nothing_here(cast):
    hearing = opened(cast, committee=cast.top)
    assert who(cast, may_answer, hearing) == {"mette", "frederik"}
    assert who(cast, may_close, hearing) == {"mette", "frederik"}


def test_after_the_deadline_nobody_answers_and_those_who_answer_for_the_goal_may_close(cast):
    hearing = opened(cast, committee=cast.top)
    with clock.at(now() + timedelta(days=15)):
        assert who(cast, may_answer, hearing) == set()
        assert who(cast, may_record, hearing) == {"mette", "frederik"}
        assert who(cast, may_close, hearing) == {"ida", "mette", "karin", "frederik"}


def test_once_it_is_closed_nothing_more_is_done(cast):
    hearing = closed(cast)
    for rule in (may_answer, may_record, may_close, may_withdraw):
        assert who(cast, rule, hearing) == set()
