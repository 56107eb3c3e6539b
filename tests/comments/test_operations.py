import pytest
import sqlalchemy as sa

from app.comments.models import CommentKind, Visibility
from app.comments.operations import NotYourCircle, add_comment, reply_to
from app.core.audit import Event
from app.core.db import session
from app.core.notices import Notice
from tests.comments.answers import said, to_committee, to_side


def told():
    return {
        (notice.code, notice.user_id) for notice in session().scalars(sa.select(Notice)) if "comment" in notice.code
    }


@pytest.mark.parametrize("visibility", [Visibility.COMMITTEE, Visibility.SIDE])
@pytest.mark.parametrize("name", ["ida", "emma", "mads", "otto", "frederik"])
def test_nobody_writes_to_a_circle_that_is_not_theirs(cast, visibility, name):
    with pytest.raises(NotYourCircle):
        add_comment(
            cast.goal, by=getattr(cast, name), kind=CommentKind.NOTE, body="x", visibility=visibility,
            committee_id=cast.local.id,
        )  # fmt: skip


def test_nobody_replies_where_they_cannot_read(cast):
    for comment in (to_side(cast), to_committee(cast)):
        for user in (cast.ida, cast.mads, cast.frederik, cast.emma):
            with pytest.raises(NotYourCircle):
                reply_to(comment, by=user, body="x")
    with pytest.raises(NotYourCircle):
        reply_to(to_side(cast), by=cast.karin, body="x")


def test_those_who_answer_for_the_goal_and_those_in_the_thread_are_told(cast):
    comment = said(cast, cast.emma)
    assert told() == {("comment.added", cast.karin.id)}
    reply_to(comment, by=cast.karin, body="Svar")
    assert ("comment.replied", cast.emma.id) in told()
    assert ("comment.replied", cast.karin.id) not in told()


def test_a_notice_never_reaches_beyond_the_circle(cast):
    to_side(cast)  # Karin owns the goal, but sits on the other side
    assert told() == set()
    to_committee(cast)
    assert told() == {("comment.added", cast.karin.id)}


def test_the_event_says_who_may_read_it_and_not_what_was_said(cast):
    to_side(cast, "Hemmelige ord")
    event = session().scalars(sa.select(Event).where(Event.code == "comment.added")).one()
    assert event.audience == f"committee:{cast.local.id}:employees"
    assert "Hemmelige" not in f"{event.data} {event.changes} {event.subject_label}"
