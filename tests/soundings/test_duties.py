from datetime import timedelta

from app.core import clock, duties
from app.core.clock import now, today
from app.organisation.operations import vacate_seat
from app.people.operations import close_user
from app.soundings.duties import ballots
from tests.soundings.answers import B, board, closed, newcomer, opened, run_out, seat


def test_a_ballot_waits_until_the_last_day(cast):
    sounding = opened(cast)
    (duty,) = ballots(cast.bo, today())
    assert (duty.due_on, duty.since) == (sounding.closes_on, today())
    assert (duty.endpoint, duty.url) == (
        "soundings.cast", {"committee_id": sounding.committee_id, "sounding_id": sounding.id},
    )  # fmt: skip
    assert duties.what(duty) == "Der er en åben pejlerunde i Lokal-MED Vej og Park."
    assert duty in duties.of(cast.bo)
    assert ballots(cast.emma, today()) == []
    with clock.at(now() + timedelta(days=8)):
        assert ballots(cast.bo, today()) == []


def test_none_waits_in_a_closed_round(cast):
    closed(cast)
    assert ballots(None, today()) == []


def test_none_waits_for_those_who_have_left(cast):
    committee = board(cast)
    per = newcomer("Per Ny")
    seat(committee, per, B)
    sounding = opened(cast, committee)
    assert len(ballots(None, today())) == 6
    close_user(per, by=cast.mads)
    vacate_seat(next(s for s in committee.seats if s.user_id == cast.bo.id), from_on=today(), by=cast.ida)
    assert {duty.user_id for duty in ballots(None, today())} == {
        cast.otto.id, cast.mette.id, cast.frederik.id, cast.trine.id,
    }  # fmt: skip
    run_out(sounding, by=None)
