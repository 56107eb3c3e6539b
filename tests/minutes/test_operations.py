"""Each verb on minutes: when it can be done, what it leaves in the history and for whom, and who is told."""

import pytest

from app.core.audit import Event
from app.core.db import session
from app.core.notices import Notice
from app.meetings.models import Stage
from app.minutes import operations
from app.minutes.models import Approval
from app.minutes.queries import approvals_of, digest_now, locked_of, statements_of
from app.organisation.models import Side
from app.organisation.standing import audience_key
from tests.decisions.answers import fresh
from tests.meetings.answers import item, met, private
from tests.minutes.answers import approved, held, hidden_item, open_item, out

DO = {
    "send_out_minutes": lambda meeting, by: operations.send_out_minutes(meeting, by=by),
    "tell_colleagues": lambda meeting, by: operations.tell_colleagues(meeting, by=by, words="x"),
    "make_statement": lambda meeting, by: operations.make_statement(meeting, meeting.items[0], by=by, words="x"),
    "make_remark": lambda meeting, by: operations.make_remark(meeting, by=by, words="x"),
    "approve_minutes": lambda meeting, by: operations.approve_minutes(
        meeting, by=by, side=Side.MANAGEMENT, seen=digest_now(meeting)
    ),
    "add_addendum": lambda meeting, by: operations.add_addendum(meeting, by=by, words="x"),
}
WHEN = {
    "send_out_minutes": {Stage.IN_SESSION},
    "tell_colleagues": {Stage.IN_SESSION, Stage.MINUTES_OUT},
    "make_statement": {Stage.IN_SESSION, Stage.MINUTES_OUT},
    "make_remark": {Stage.MINUTES_OUT},
    "approve_minutes": {Stage.MINUTES_OUT},
    "add_addendum": {Stage.APPROVED},
}


def events(code):
    return session().query(Event).filter_by(code=code).order_by(Event.id).all()


def told(code):
    return {one.user_id for one in session().query(Notice).filter_by(code=code)}


@pytest.mark.parametrize("name", DO)
@pytest.mark.parametrize("stage", list(Stage))
def test_each_is_done_at_its_time_only(cast, name, stage):
    meeting = met(cast, stage=stage)
    item(cast, meeting)
    before = session().query(Event).count()
    if stage in WHEN[name]:
        DO[name](meeting, cast.karin)
        assert session().query(Event).count() > before
        return
    with pytest.raises(operations.NotNow):
        DO[name](meeting, cast.karin)
    assert session().query(Event).count() == before


def test_what_was_said_of_minutes_is_not_taken_back_or_settled_once_they_are_locked(cast):
    meeting = out(cast)
    statement = operations.make_statement(meeting, open_item(meeting), by=cast.trine, words="x")
    remark = operations.make_remark(meeting, by=cast.trine, words="x")
    operations.settle_remark(meeting, remark, by=cast.karin, words="Rettet.")
    for by, side in ((cast.karin, Side.MANAGEMENT), (cast.trine, Side.EMPLOYEES)):
        operations.approve_minutes(meeting, by=by, side=side, seen=digest_now(meeting))
    with pytest.raises(operations.NotNow):
        operations.withdraw_statement(meeting, statement, by=cast.trine)
    with pytest.raises(operations.NotNow):
        operations.settle_remark(meeting, remark, by=cast.karin, words="x")
    assert fresh(statement).withdrawn_at is None
    assert fresh(remark).settled_words == "Rettet."


def test_send_out_minutes_tells_the_committee_and_shows_followers_that_it_is_over(cast):
    meeting = held(cast)
    pulse = meeting.pulse
    operations.send_out_minutes(meeting, by=cast.karin)
    assert told("minutes.sent_out") == {cast.trine.id}
    assert fresh(meeting).pulse == pulse + 1
    assert meeting.remarks_by is not None


def test_tell_colleagues_leaves_nothing_where_nothing_changed(cast):
    meeting = held(cast)
    assert operations.tell_colleagues(meeting, by=cast.karin, words="Der kommer gardiner.")
    assert not operations.tell_colleagues(meeting, by=cast.karin, words="Der kommer gardiner.")
    assert len(events("minutes.told")) == 1


def test_a_draft_of_what_is_told_stays_in_the_committee_until_the_minutes_are_out(page, cast):
    meeting = held(cast)
    operations.tell_colleagues(meeting, by=cast.karin, words="En kladde")
    address = f"/meetings/{meeting.id}"
    assert "En kladde" in page(cast.trine).get(address).words
    assert "En kladde" not in page(cast.emma).get(address).words
    operations.tell_colleagues(meeting, by=cast.karin, words="Det, vi mener")
    operations.send_out_minutes(meeting, by=cast.karin)
    assert "En kladde" not in page(cast.emma).get(address).words
    operations.tell_colleagues(meeting, by=cast.karin, words="Det, alle læser")
    assert "Det, alle læser" in page(cast.emma).get(address).words
    assert [one.audience for one in events("minutes.told")] == [audience_key(cast.local.id)] * 2 + [None]


def test_withdraw_statement_takes_it_out_of_the_minutes(cast):
    meeting = held(cast)
    mark = digest_now(meeting)
    statement = operations.make_statement(meeting, open_item(meeting), by=cast.trine, words="FOA er uenig.")
    assert digest_now(meeting) != mark
    operations.withdraw_statement(meeting, statement, by=cast.trine)
    assert not statements_of(meeting)
    assert digest_now(meeting) == mark


@pytest.mark.parametrize("hidden", [True, False])
def test_what_belongs_to_a_confidential_item_is_recorded_for_the_committee_alone(cast, hidden):
    find = hidden_item if hidden else open_item
    audience = audience_key(cast.local.id) if hidden else None
    meeting = out(cast)
    statement = operations.make_statement(meeting, find(meeting), by=cast.trine, words="x")
    operations.withdraw_statement(meeting, statement, by=cast.trine)
    locked = approved(cast)
    operations.add_addendum(locked, by=cast.karin, words="x", item=find(locked))
    for code in ("minutes.stated", "minutes.unsaid", "minutes.added_to"):
        (event,) = events(code)
        assert event.audience == audience, code
        assert find(meeting).title not in event.subject_label if hidden else True


def test_make_remark_and_settle_remark_are_the_committees_own(cast):
    meeting = out(cast)
    remark = operations.make_remark(meeting, by=cast.trine, words="Jeg var der.", item=open_item(meeting))
    operations.settle_remark(meeting, remark, by=cast.karin, words="Rettet.")
    assert [one.audience for code in ("minutes.remarked", "minutes.settled") for one in events(code)] == [
        audience_key(cast.local.id)
    ] * 2
    assert told("minutes.remarked") == {cast.karin.id}
    assert told("minutes.settled") == {cast.trine.id}
    with pytest.raises(operations.NotNow):
        operations.settle_remark(meeting, remark, by=cast.karin, words="Igen")


def test_approve_minutes_asks_the_other_side_and_then_locks_what_both_read(cast):
    meeting = out(cast)
    seen = digest_now(meeting)
    assert not operations.approve_minutes(meeting, by=cast.karin, side=Side.MANAGEMENT, seen=seen)
    assert told("minutes.to_approve") == {cast.trine.id}
    assert locked_of(meeting) is None
    assert operations.approve_minutes(meeting, by=cast.trine, side=Side.EMPLOYEES, seen=seen)
    assert locked_of(meeting).digest == seen
    assert [one.data["digest"] for one in events("minutes.locked")] == [seen]
    assert told("minutes.locked") == {cast.karin.id}


def test_an_approval_of_another_text_is_refused_and_kept_nowhere(cast):
    meeting = out(cast)
    with pytest.raises(operations.Changed):
        operations.approve_minutes(meeting, by=cast.karin, side=Side.MANAGEMENT, seen="0" * 64)
    assert session().query(Approval).count() == 0


def test_a_correction_lets_both_approvals_fall_and_each_side_approves_again(cast):
    meeting = out(cast)
    operations.approve_minutes(meeting, by=cast.karin, side=Side.MANAGEMENT, seen=digest_now(meeting))
    operations.make_statement(meeting, open_item(meeting), by=cast.trine, words="FOA er uenig.")
    assert approvals_of(meeting)[Side.MANAGEMENT].digest != digest_now(meeting)
    assert not operations.approve_minutes(meeting, by=cast.trine, side=Side.EMPLOYEES, seen=digest_now(meeting))
    assert operations.approve_minutes(meeting, by=cast.karin, side=Side.MANAGEMENT, seen=digest_now(meeting))
    assert len(approvals_of(meeting)) == 2


def test_approve_minutes_locks_nothing_while_a_remark_waits(cast):
    meeting = out(cast)
    operations.make_remark(meeting, by=cast.trine, words="x")
    operations.approve_minutes(meeting, by=cast.karin, side=Side.MANAGEMENT, seen=digest_now(meeting))
    with pytest.raises(operations.Unsettled):
        operations.approve_minutes(meeting, by=cast.trine, side=Side.EMPLOYEES, seen=digest_now(meeting))
    assert fresh(meeting).stage is Stage.MINUTES_OUT
    assert set(approvals_of(meeting)) == {Side.MANAGEMENT}


def test_add_addendum_leaves_the_locked_text_as_it_was(cast):
    meeting = approved(cast)
    mark, content = locked_of(meeting).digest, repr(locked_of(meeting).content)
    operations.add_addendum(meeting, by=cast.karin, words="Datoen skal være den 3.")
    locked = locked_of(fresh(meeting))
    assert (locked.digest, repr(locked.content)) == (mark, content)
    assert told("minutes.added_to") == {cast.trine.id}


def test_what_is_said_of_the_employees_own_meeting_is_theirs(cast):
    meeting = private(cast, stage=Stage.IN_SESSION)
    item(cast, meeting)
    operations.tell_colleagues(meeting, by=cast.trine, words="x")
    operations.send_out_minutes(meeting, by=cast.trine)
    operations.make_remark(meeting, by=cast.trine, words="x")
    side = audience_key(cast.local.id, Side.EMPLOYEES)
    assert {
        one.audience for code in ("minutes.told", "minutes.sent_out", "minutes.remarked") for one in events(code)
    } == {side}
    assert not told("minutes.sent_out") | told("minutes.remarked")
