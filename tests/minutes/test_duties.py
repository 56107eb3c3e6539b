from app.core import duties
from app.meetings.models import Stage
from app.minutes.operations import (
    add_addendum,
    approve_minutes,
    make_remark,
    make_statement,
    settle_remark,
    withdraw_statement,
)
from app.minutes.queries import digest_now
from app.organisation.models import Side
from tests.meetings.answers import private
from tests.minutes.answers import approved, held, open_item, out


def codes(user):
    return [duty.code for duty in duties.of(user) if duty.code.startswith("minutes")]


def test_who_keeps_the_meeting_sends_them_out(cast):
    held(cast)
    assert [codes(user) for user in (cast.karin, cast.trine, cast.mette, cast.emma)] == [
        ["minutes.send"], ["minutes.send"], [], []
    ]  # fmt: skip


def test_the_sides_that_have_not_approved_are_waited_for(cast):
    meeting = out(cast)
    assert (codes(cast.karin), codes(cast.trine), codes(cast.emma)) == (["minutes.approve"], ["minutes.approve"], [])
    approve_minutes(meeting, by=cast.karin, side=Side.MANAGEMENT, seen=digest_now(meeting))
    assert (codes(cast.karin), codes(cast.trine)) == ([], ["minutes.approve"])
    assert {one.user_id for one in duties.of_everybody() if one.code == "minutes.approve"} == {cast.trine.id}


def test_the_employees_own_meeting_waits_for_nobody(cast):
    private(cast, stage=Stage.IN_SESSION)
    assert codes(cast.trine) == codes(cast.karin) == []


def test_what_else_is_said_about_minutes(cast):
    meeting = out(cast)
    statement = make_statement(meeting, open_item(meeting), by=cast.trine, words="x")
    withdraw_statement(meeting, statement, by=cast.trine)
    assert statement.withdrawn_at is not None
    remark = make_remark(meeting, by=cast.trine, words="x", item=open_item(meeting))
    settle_remark(meeting, remark, by=cast.karin, words="Rettet.")
    assert remark.settled_words == "Rettet."
    locked = approved(cast)
    assert add_addendum(locked, by=cast.karin, words="x", item=open_item(locked)).item_id == open_item(locked).id
