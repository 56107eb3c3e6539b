from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.balances.models import Reader, Reading
from app.core import clock
from app.core.audit import Event
from app.core.clock import now, today
from app.core.db import session
from app.core.notices import Notice
from app.core.operation import Stale, operation, record
from app.core.settings import keep
from app.goals.operations import add_goal, retire_goal, revise_goal, take_back
from app.organisation.models import CommitteeKind, Function
from app.organisation.operations import add_committee, vacate_seat
from app.people.models import Role
from app.soundings.duties import ballots
from app.soundings.models import Invitee, Sounding, Turnout, Urn
from app.soundings.operations import (
    EmptyBallot,
    NotForEverybody,
    Retired,
    StillOpen,
    TakesNoBallots,
    TooClose,
    TooEarly,
    TooFew,
    agree_on_sounding,
    cast_ballot,
    close_sounding,
    open_sounding,
)
from app.soundings.tally import from_plain
from tests.soundings.answers import A, B, board, closed, goal_of, newcomer, opened, run_out, seat, votes


def events(code):
    return list(session().scalars(sa.select(Event).where(Event.code == code)))


def told(code):
    return {notice.user_id for notice in session().scalars(sa.select(Notice).where(Notice.code == code))}


def test_those_with_a_seat_on_a_side_are_asked_and_told(cast):
    sounding = opened(cast, question="Er det stadig det rigtige?")
    sides = {one.user_id: one.side for one in sounding.invitees}
    employees = {cast.frederik.id: B, cast.trine.id: B, cast.bo.id: B}
    assert sides == {cast.otto.id: A, cast.mette.id: A, **employees}  # Emma sits on no side
    assert told("sounding.opened") == sides.keys() - {cast.otto.id}
    (event,) = events("sounding.opened")
    assert (event.audience, event.about_type) == (f"committee:{sounding.committee_id}", "committee")
    assert sounding.minimum == 3


def test_an_administrator_with_a_seat_is_not_asked(cast):
    committee = board(cast)
    seat(committee, cast.mads, B)
    assert cast.mads.id not in {one.user_id for one in opened(cast, committee).invitees}


def test_it_needs_as_many_as_must_take_part(cast):
    with pytest.raises(TooFew):
        open_sounding(cast.local, by=cast.karin, closes_on=today())


def test_the_minimum_is_frozen_when_the_round_opens(cast):
    sounding = opened(cast)

    @operation("sounding.agreed")
    def choose():
        keep("sounding_minimum", 5)
        record("sounding.agreed", sounding, by=None)

    choose()
    votes(sounding, cast.otto, cast.trine, cast.bo)
    run_out(sounding, by=cast.otto)
    assert sounding.tally is not None


def test_the_result_is_counted_when_it_closes_and_the_ballots_are_gone(cast):
    sounding = closed(cast)
    assert sounding.taken_part == 3
    found = from_plain(sounding.tally)
    assert found["focus"].counts == (1, 0, 0, 1, 1)
    assert (found["focus"].median.low, found["focus"].apart) == (1, None)
    assert found["level"] is None  # one alone placed it
    assert session().get(Urn, sounding.id) is None
    assert session().get(Turnout, sounding.id) is None
    assert told("sounding.closed") == {one.user_id for one in sounding.invitees} - {cast.otto.id}


def test_of_too_few_nothing_is_kept(cast):
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine)
    run_out(sounding, by=cast.otto)
    assert (sounding.taken_part, sounding.tally, sounding.closed_on) == (
        None,
        None,
        sounding.closes_on + timedelta(days=1),
    )
    assert session().get(Urn, sounding.id) is None


def test_it_closes_early_only_when_two_thirds_and_the_minimum_have_taken_part(cast):
    sounding = opened(cast)  # five are asked, so it takes four
    votes(sounding, cast.otto, cast.trine, cast.bo)
    for by in (cast.otto, None):
        with pytest.raises(TooEarly):
            close_sounding(sounding, by=by)
    assert sounding.closed_on is None
    votes(sounding, cast.mette)
    assert close_sounding(sounding, by=cast.otto)


@pytest.mark.parametrize(("asked", "needed"), [(3, 3), (4, 3), (5, 4), (6, 4), (7, 5), (9, 6), (10, 7)])
def test_two_thirds_are_rounded_up(asked, needed):
    sounding = Sounding(minimum=3, closes_on=today(), invitees=[Invitee(user_id=key, side=A) for key in range(asked)])
    assert sounding.needed_to_close == needed
    assert [sounding.can_close(held, today()) for held in (needed - 1, needed)] == [False, True]
    assert sounding.can_close(0, today() + timedelta(days=1))


def test_only_what_everybody_can_see_is_sounded(cast):
    committee = board(cast)
    draft = add_goal(title="Udkast", unit_id=cast.roads.id, by=cast.otto)
    taken_back, retired = goal_of(cast), goal_of(cast)
    take_back(taken_back, by=cast.otto)
    retire_goal(retired, by=cast.otto, reason="Færdigt.")
    for goal in (draft, taken_back, retired):
        with pytest.raises(NotForEverybody):
            opened(cast, committee, goal=goal)


def test_nothing_is_agreed_on_a_goal_that_is_retired(cast):
    goal = goal_of(cast)
    sounding = closed(cast, goal=goal)
    retire_goal(goal, by=cast.otto, reason="Færdigt.")
    with pytest.raises(Retired):
        agree_on_sounding(sounding, by=cast.otto, places={"focus": 2})
    assert goal.focus is None


def test_a_goal_that_became_a_draft_is_told_of_by_its_number(cast):
    goal = goal_of(cast)
    sounding = opened(cast, goal=goal)
    take_back(goal, by=cast.otto)
    revise_goal(goal, by=cast.ida, title="Hemmelig", unit_id=cast.service.id)
    assert {duty.about_label for duty in ballots(None, today())} == {goal.code}
    run_out(sounding)
    labels = {n.about_label for n in session().scalars(sa.select(Notice).where(Notice.code == "sounding.closed"))}
    assert labels == {goal.code}


def test_a_second_ballot_of_the_same_person_is_not_counted(cast):
    sounding = opened(cast)
    votes(sounding, cast.bo, cast.bo, focus=2)
    votes(sounding, cast.bo, focus=-2)
    votes(sounding, cast.otto, cast.trine, focus=0)
    run_out(sounding, by=cast.otto)
    assert from_plain(sounding.tally)["focus"].counts == (0, 0, 2, 0, 1)


def test_closing_twice_is_closing_once(cast):
    sounding = closed(cast)
    assert close_sounding(sounding, by=cast.frederik) is False
    assert sounding.closed_by_id == cast.otto.id
    assert len(events("sounding.closed")) == 1


def test_who_was_not_asked_has_no_ballot(cast):
    sounding = opened(cast)
    for user in (cast.emma, cast.ida, cast.mads):
        with pytest.raises(TakesNoBallots):
            votes(sounding, user)


def test_who_left_the_committee_has_none_either(cast):
    sounding = opened(cast)
    left = next(one for one in sounding.committee.seats if one.user_id == cast.bo.id)
    vacate_seat(left, from_on=today(), by=cast.ida)
    with pytest.raises(TakesNoBallots):
        votes(sounding, cast.bo)


def test_no_ballot_after_the_last_day_or_the_closing(cast):
    sounding = opened(cast, closes_on=today())
    votes(sounding, cast.bo)
    with clock.at(now() + timedelta(days=1)), pytest.raises(TakesNoBallots):
        votes(sounding, cast.trine)
    run_out(sounding, by=cast.otto)
    with pytest.raises(TakesNoBallots):
        votes(sounding, cast.trine)


def test_an_empty_ballot_is_refused(cast):
    sounding = opened(cast)
    with pytest.raises(EmptyBallot):
        cast_ballot(sounding, by=cast.bo, places={"focus": None})
    votes(sounding, cast.bo)  # and it did not count as taking part


def test_one_open_round_on_the_same(cast):
    committee = board(cast)
    opened(cast, committee)
    with pytest.raises(TooClose) as refused:
        opened(cast, committee)
    assert refused.value.other.until is None
    goal = goal_of(cast)
    assert opened(cast, committee, goal=goal)


def test_the_next_round_on_the_same_waits(cast):
    committee = board(cast)
    closed(cast, committee=committee)
    with clock.at(now() + timedelta(days=13)), pytest.raises(TooClose) as refused:
        opened(cast, committee, closes_on=today())
    assert refused.value.other.until == today() + timedelta(days=14)
    with clock.at(now() + timedelta(days=14)):
        assert opened(cast, committee, closes_on=today())


def test_after_one_that_showed_nothing_it_does_not_wait(cast):
    committee = board(cast)
    sounding = opened(cast, committee)
    run_out(sounding, by=cast.otto)
    assert opened(cast, committee)


def test_a_committee_with_nearly_the_same_members_waits_too(cast):
    committee = board(cast)
    goal = goal_of(cast)
    closed(cast, committee=committee, goal=goal)
    larger = add_committee(name="Nabo-MED", kind=CommitteeKind.AREA, units=[cast.root], by=None)
    seat(larger, cast.otto, A, Function.CHAIR)
    for user in (cast.mette, cast.frederik, cast.trine, cast.bo, cast.karin):
        seat(larger, user, B)
    with pytest.raises(TooClose):
        opened(cast, larger, goal=goal)
    for name in ("Åse Ny", "Per Ny"):
        seat(larger, newcomer(name, Role.READER), B)
    assert opened(cast, larger, goal=goal)  # three more: nobody is told apart


def test_what_is_agreed_is_a_reading_of_the_committee(cast):
    goal = goal_of(cast)
    sounding = closed(cast, goal=goal)
    reading = agree_on_sounding(
        sounding, by=cast.otto, places={"focus": 1}, reasons={"focus": "Vi spørger borgeren."},
        to_move="Færre skemaer.", version=sounding.version,
    )  # fmt: skip
    assert (reading.reader, reading.goal_id, reading.committee_id) == (Reader.AGREED, goal.id, sounding.committee_id)
    assert (sounding.agreed, sounding.to_move, goal.focus) == (reading, "Færre skemaer.", 1)
    assert events("sounding.agreed")[0].audience == f"committee:{sounding.committee_id}"


def test_what_is_agreed_on_the_whole_is_one_of_the_practice(cast):
    sounding = closed(cast)
    reading = agree_on_sounding(sounding, by=cast.otto, places={"use": 0})
    assert (reading.goal_id, reading.committee_id) == (None, sounding.committee_id)
    with pytest.raises(Stale):
        agree_on_sounding(sounding, by=cast.otto, places={"use": 1}, version=sounding.version - 1)
    assert len(list(session().scalars(sa.select(Reading)))) == 1


def test_nothing_is_agreed_while_it_is_open(cast):
    with pytest.raises(StillOpen):
        agree_on_sounding(opened(cast), by=cast.otto, places={"use": 0})


def test_a_round_whose_key_was_changed_shows_nothing(cast, app, monkeypatch):
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine, cast.bo)
    monkeypatch.setitem(app.config, "SECRET_KEY", "another")
    run_out(sounding, by=cast.otto)
    assert (sounding.taken_part, sounding.tally) == (3, None)
    assert session().scalars(sa.select(Sounding)).one().closed_on
