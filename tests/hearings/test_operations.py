"""The verbs on hearings: what they change, whom they tell, and what they refuse."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask_babel import force_locale

from app.core import clock
from app.core.audit import Event
from app.core.clock import now, today
from app.core.db import session
from app.core.history import sentence
from app.core.jobs import JOBS
from app.core.notices import Notice
from app.core.operation import Stale
from app.goals.models import Status
from app.goals.operations import WrongTime, retire_goal, revise_goal
from app.hearings.models import Outcome, Position, Stage
from app.hearings.operations import (
    AlreadyAnswered,
    AlreadyOpen,
    SilenceUnexplained,
    TooEarly,
    TooLate,
    answer_hearing,
    close_hearing,
    give_notice,
    record_answers,
    revise_briefing,
    skip_hearing,
    tell_outdated,
    withdraw_hearing,
)
from app.hearings.queries import perhaps_outdated
from app.organisation.models import Side
from tests.hearings.answers import NOTICE, answered, briefed, closed, opened


def told(code: str) -> set[int]:
    return set(session().scalars(sa.select(Notice.user_id).where(Notice.code == code)))


def codes() -> list[str]:
    return list(session().scalars(sa.select(Event.code).order_by(Event.id)))


def later(days: int):
    return clock.at(now() + timedelta(days=days))


def say(hearing, side=Side.EMPLOYEES, position=Position.SUPPORTS, words="", **more):
    return answer_hearing(hearing, side=side, position=position, words=words, **more)


def test_a_draft_in_hearing_is_for_everybody_to_see_and_the_committee_is_told(cast):
    hearing = opened(cast)
    assert cast.draft.status is Status.IN_HEARING
    assert codes()[-2:] == ["hearing.opened", "goal.in_hearing"]
    assert told("hearing.opened") == {cast.trine.id}  # Karin sits there too, but nobody is told what they did
    assert hearing.frozen["title"] == "Telefonen bliver taget"


def test_a_goal_in_force_stays_in_force_while_it_is_heard(cast):
    opened(cast, goal=cast.goal)
    assert cast.goal.status is Status.IN_FORCE


def test_the_version_that_is_heard_stays_as_it_was(cast):
    hearing = opened(cast)
    revise_goal(cast.draft, by=cast.karin, title="Noget andet", measure="Opkald")
    assert (hearing.frozen["title"], hearing.frozen["measure"]) == ("Telefonen bliver taget", "")


def test_one_hearing_at_a_time_in_each_committee(cast):
    opened(cast)
    with pytest.raises(AlreadyOpen):
        opened(cast)
    opened(cast, committee=cast.top)


def test_a_retired_goal_is_not_heard(cast):
    retire_goal(cast.goal, by=cast.karin, reason="Ingen bruger det.")
    for deed in (
        lambda: opened(cast, goal=cast.goal),
        lambda: skip_hearing(cast.goal, reason="x", by=cast.karin),
        lambda: briefed(cast),
        lambda: give_notice(cast.goal, by=cast.karin, given_on=today(), starts_on=today(), **NOTICE),
    ):
        with pytest.raises(WrongTime):
            deed()


def test_a_side_changes_its_answer_until_the_end_of_the_deadline(cast):
    hearing = opened(cast)
    say(hearing, by=cast.trine)
    with later(14):
        say(hearing, position=Position.OBJECTS, words="Vi har tænkt os om.", by=cast.trine)
    assert [answer.position for answer in hearing.answers] == [Position.OBJECTS]
    assert codes()[-2:] == ["hearing.answered", "hearing.answer_changed"]
    with later(15), pytest.raises(TooLate):
        say(hearing, by=cast.trine)


def test_the_history_names_the_side_that_answered(cast):
    say(opened(cast), by=cast.trine)
    newest = session().scalars(sa.select(Event).order_by(Event.id.desc()).limit(1)).one()
    with force_locale("da"):
        assert "svarede på høringen for medarbejdersiden" in sentence(newest)


def test_two_on_one_side_never_overwrite_each_other(cast):
    hearing = opened(cast)
    say(hearing, words="Den første.", by=cast.trine, version=0)
    with pytest.raises(Stale):
        say(hearing, words="Den anden.", by=cast.trine, version=0)
    assert hearing.answer_of(Side.EMPLOYEES).words == "Den første."


def test_what_was_said_at_a_meeting_is_recorded_until_the_hearing_ends(cast):
    hearing = opened(cast)
    said = {Side.MANAGEMENT: (Position.SUPPORTS, ""), Side.EMPLOYEES: (Position.REMARKS, "Sig det højt.")}
    record_answers(hearing, said=said, meeting_on=today(), by=cast.karin)
    assert [(one.side, one.meeting_on) for one in hearing.answers] == [(side, today()) for side in Side]
    assert told("hearing.recorded") == {cast.trine.id}
    say(hearing, words="Det var ikke det, vi sagde.", by=cast.trine, is_final=True)
    assert hearing.answer_of(Side.EMPLOYEES).meeting_on is None
    close_hearing(hearing, outcome=Outcome.ADJUSTED, words="Vi retter det.", by=cast.karin)
    with pytest.raises(TooLate):
        record_answers(hearing, said=said, meeting_on=today(), by=cast.karin)


def test_what_a_side_has_answered_nobody_takes_back(cast):
    hearing = opened(cast)
    say(hearing, position=Position.OBJECTS, words="Nej.", by=cast.trine)
    with pytest.raises(AlreadyAnswered):
        withdraw_hearing(hearing, reason="Det passer os ikke.", by=cast.karin)
    assert hearing.is_open


def test_it_closes_early_only_when_both_sides_say_that_they_are_done(cast):
    hearing = answered(cast, opened(cast), is_final=False)
    with pytest.raises(TooEarly):
        close_hearing(hearing, outcome=Outcome.UNCHANGED, words="x", by=cast.karin)
    say(hearing, by=cast.trine, is_final=True)
    with pytest.raises(TooEarly):
        close_hearing(hearing, outcome=Outcome.UNCHANGED, words="x", by=cast.karin)
    say(hearing, side=Side.MANAGEMENT, by=cast.karin, is_final=True)
    close_hearing(hearing, outcome=Outcome.UNCHANGED, words="Begge støtter.", by=cast.karin)
    assert (hearing.stage, hearing.ended_by_id) == (Stage.CLOSED, cast.karin.id)


def test_after_the_deadline_a_silent_side_needs_a_reason(cast):
    hearing = opened(cast)
    with later(15):
        with pytest.raises(SilenceUnexplained):
            close_hearing(hearing, outcome=Outcome.UNCHANGED, words="x", by=cast.karin)
        close_hearing(hearing, outcome=Outcome.UNCHANGED, words="x", silence="Ingen kunne nås.", by=cast.karin)
    assert hearing.silence == "Ingen kunne nås."


def test_a_reason_for_silence_is_dropped_where_nobody_was_silent(cast):
    hearing = answered(cast, opened(cast))
    close_hearing(hearing, outcome=Outcome.UNCHANGED, words="x", silence="Overflødig", by=cast.karin)
    assert hearing.silence == ""


def test_withdrawn_the_goal_is_a_draft_again_unless_it_is_heard_elsewhere(cast):
    first, second = opened(cast), opened(cast, committee=cast.top)
    withdraw_hearing(first, reason="For tidligt.", by=cast.karin)
    assert cast.draft.status is Status.IN_HEARING
    withdraw_hearing(second, reason="Også her.", by=cast.karin)
    assert cast.draft.status is Status.DRAFT
    with pytest.raises(TooLate):
        withdraw_hearing(second, reason="Igen.", by=cast.karin)
    with pytest.raises(TooLate):
        say(second, by=cast.trine)


def test_the_committee_is_told_once_when_the_goal_has_changed_since(cast):
    hearing = closed(cast)
    assert tell_outdated() == 0
    revise_goal(cast.draft, by=cast.karin, title="Et andet navn")
    assert tell_outdated() == 0
    revise_goal(cast.draft, by=cast.karin, measure="Opkald i alt")
    assert JOBS["hearings.tell_outdated"]() == 1
    assert tell_outdated() == 0
    assert told("hearing.outdated") == {cast.karin.id, cast.trine.id}
    assert hearing.outdated_told_on == today()


def test_no_hearing_is_a_hearing_too_with_its_reason(cast):
    skipped = skip_hearing(cast.draft, reason="Målet er lovens.", by=cast.karin, committee=cast.local)
    assert (skipped.stage, skipped.words, skipped.ended_on) == (Stage.NOT_SOUGHT, "Målet er lovens.", today())
    assert cast.draft.status is Status.DRAFT


def test_a_briefing_is_half_done_until_both_are_told(cast):
    briefing = briefed(cast, group=False)
    assert briefing.is_half_done
    revise_briefing(briefing, by=cast.karin, version=briefing.version, group_on=today())
    assert not briefing.is_half_done
    with pytest.raises(Stale):
        revise_briefing(briefing, by=cast.karin, version=1, told="Noget andet")


def test_a_notice_gives_the_goal_its_dates_and_tells_all_committees_over_it(cast):
    start = today() + timedelta(days=42)
    give_notice(cast.goal, by=cast.karin, given_on=today(), starts_on=start, **NOTICE)
    assert (cast.goal.notice_given_on, cast.goal.notice_start_on) == (today(), start)
    assert told("control_notice.added") == {cast.trine.id, cast.mette.id, cast.frederik.id}


def test_a_change_while_it_is_heard_is_told_once_it_is_closed(cast):
    hearing = answered(cast, opened(cast))
    revise_goal(cast.draft, by=cast.karin, measure="Opkald i alt")
    assert tell_outdated() == 0
    close_hearing(hearing, outcome=Outcome.UNCHANGED, words="x", by=cast.karin)
    assert tell_outdated() == 1


def test_what_is_looked_through_does_not_grow_with_goals_that_nobody_changed(cast):
    closed(cast)
    assert perhaps_outdated() == []
    revise_goal(cast.draft, by=cast.karin, title="Et andet navn")
    assert [one.goal_id for one in perhaps_outdated()] == [cast.draft.id]
