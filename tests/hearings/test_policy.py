"""Who may do what to a hearing, as long as it lasts and after."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.core import clock, duties
from app.core.clock import now, today
from app.goals.operations import retire_goal
from app.hearings.models import Position
from app.hearings.operations import TooLate, answer_hearing, record_answers, withdraw_hearing
from app.hearings.policy import may_answer, may_close, may_record, may_withdraw
from app.organisation.models import Side
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


def test_a_goal_that_retires_meanwhile_is_answered_no_more_but_can_be_tidied_up(cast):
    hearing = opened(cast)
    retire_goal(cast.draft, by=cast.karin, reason="Vi dropper det.")
    assert who(cast, may_answer, hearing) == who(cast, may_record, hearing) == set()
    assert who(cast, may_withdraw, hearing) == {"ida", "mette", "karin"}
    assert [duty for duty in duties.of(cast.trine) if duty.code == "hearing.answer"] == []
    with pytest.raises(TooLate):
        answer_hearing(hearing, side=Side.EMPLOYEES, position=Position.SUPPORTS, words="", by=cast.trine)
    with pytest.raises(TooLate):
        record_answers(hearing, said={Side.EMPLOYEES: (Position.SUPPORTS, "")}, meeting_on=today(), by=cast.karin)


def test_a_hearing_is_not_withdrawn_once_a_side_has_answered(cast):
    hearing = opened(cast)
    answer_hearing(hearing, side=Side.EMPLOYEES, position=Position.SUPPORTS, words="", by=cast.trine)
    assert who(cast, may_withdraw, hearing) == set()


def test_what_was_withdrawn_is_not_withdrawn_again(cast):
    hearing = opened(cast)
    withdraw_hearing(hearing, reason="For tidligt.", by=cast.karin)
    assert who(cast, may_withdraw, hearing) == set()
