"""An approval of minutes that change afterwards falls: who gave it is told, and it is waited for again."""

from datetime import timedelta

from app.actions.operations import revise_action
from app.core import duties
from app.core.clock import today
from app.core.db import session
from app.core.jobs import JOBS
from app.core.notices import Notice
from app.decisions.operations import act_on, note_outcome
from app.minutes.operations import approve_minutes, drop_approvals, send_out_minutes
from app.minutes.queries import approvals_of, approving_done, digest_now
from app.organisation.models import Side
from tests.comments.test_duties import queries_of
from tests.decisions.answers import fresh
from tests.minutes.answers import at, held, open_item, out


def waits_for(user):
    return [duty.about[1] for duty in duties.of(user) if duty.code == "minutes.approve"]


def told():
    return [one.user_id for one in session().query(Notice).filter_by(code="minutes.approval_fell")]


def approve(cast, meeting):
    approve_minutes(meeting, by=cast.karin, side=Side.MANAGEMENT, seen=digest_now(meeting))


def test_a_correction_tells_who_had_approved_and_asks_again(page, cast):
    meeting = out(cast)
    approve(cast, meeting)
    assert (waits_for(cast.karin), waits_for(cast.trine)) == ([], [meeting.id])
    note_outcome(open_item(meeting), by=cast.trine, words="Og nye stole.")
    assert waits_for(cast.karin) == waits_for(cast.trine) == [meeting.id]
    assert told() == [cast.karin.id]
    note_outcome(open_item(meeting), by=cast.trine, words="Og nye borde.")
    assert told() == [cast.karin.id], "once"
    assert "but the minutes have changed since" in page(cast.trine).get(at(meeting)).words
    assert "no longer holds" in page(cast.karin).get("/notices").words
    approve(cast, meeting)
    assert waits_for(cast.karin) == []


def test_who_corrects_what_they_approved_themselves_is_told_as_well(cast):
    meeting = out(cast)
    approve(cast, meeting)
    note_outcome(open_item(meeting), by=cast.karin, words="Og nye stole.")
    assert told() == [cast.karin.id]


def test_what_changes_elsewhere_is_noticed_by_the_next_round(cast):
    meeting = held(cast)
    outcome = act_on(
        open_item(meeting), by=cast.karin, title="Hæng gardiner op", responsible_id=cast.emma.id,
        due_on=today() + timedelta(days=9), unit_id=cast.service.id,
    )  # fmt: skip
    send_out_minutes(meeting, by=cast.karin)
    approve(cast, meeting)
    session().expunge_all()
    again = fresh(outcome)
    revise_action(again.action, by=cast.emma, title="Hæng andre gardiner op", goals=[], strains=[])
    assert waits_for(cast.karin) == [again.meeting_id]
    session().expunge_all()
    assert [JOBS["minutes.drop_fallen"]() for _time in range(2)] == [1, 0]
    assert told() == [cast.karin.id]


def test_what_fits_stays(cast):
    meeting = out(cast)
    approve(cast, meeting)
    assert drop_approvals([meeting]) == 0
    assert approving_done([meeting]) == {(meeting.id, Side.MANAGEMENT)}
    assert approvals_of(meeting)[Side.MANAGEMENT].digest == digest_now(meeting)


def test_asking_takes_the_same_queries_for_one_as_for_several(cast):
    def ask():
        duties.of_everybody()

    approve(cast, out(cast))
    few = queries_of(ask)
    for _more in range(4):
        approve(cast, out(cast))
    assert queries_of(ask) == few
