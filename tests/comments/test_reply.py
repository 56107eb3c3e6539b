import sqlalchemy as sa

from app.comments.models import Comment, CommentKind, Visibility
from app.comments.operations import reply_to
from app.core.db import session
from tests import litany
from tests.comments.answers import said, to_committee, to_side


def path(comment):
    return f"/goals/{comment.goal_id}/comments/{comment.id}/reply"


def newest():
    return session().scalars(sa.select(Comment).order_by(Comment.id.desc())).first()


def test_a_reply_stands_in_the_thread(page, cast):
    comment = said(cast)
    assert "Hvem måler vi egentlig?" in page(cast.karin).get(path(comment)).words
    answer = page(cast.karin).post(path(comment), {"body": "Hele holdet."})
    reply = newest()
    assert answer.location == f"/goals/{cast.goal.id}/comments#comment-{reply.id}"
    assert (reply.parent_id, reply.kind, reply.visibility) == (comment.id, CommentKind.REPLY, Visibility.ALL)


def test_a_reply_to_a_reply_stays_in_the_same_thread(page, cast):
    comment = said(cast)
    reply = reply_to(comment, by=cast.karin, body="Hele holdet.")
    page(cast.trine).post(path(reply), {"body": "Tak."})
    assert newest().parent_id == comment.id


def test_a_reply_is_for_exactly_those_who_read_the_comment(page, cast):
    comment = to_committee(cast)
    page(cast.karin).post(path(comment), {"body": "Enig."})
    reply = newest()
    assert (reply.visibility, reply.committee_id, reply.audience_side) == (Visibility.COMMITTEE, cast.local.id, None)
    assert "Enig." not in page(cast.ida).get(f"/goals/{cast.goal.id}/comments").text


def test_an_empty_reply_is_not_sent(page, cast):
    answer = page(cast.karin).post(path(said(cast)), {"body": " "})
    assert "Write what you want to say." in answer.words
    assert newest().kind is CommentKind.QUESTION


def test_a_comment_is_looked_up_inside_its_goal(page, cast):
    comment = said(cast)
    litany.hidden_from(page, f"/goals/{cast.draft.id}/comments/{comment.id}/reply", cast.ida, cast.karin)


def test_litany(page, cast):
    comment = said(cast)
    litany.asks_strangers_to_sign_in(page, path(comment))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(comment), cast.mads, method=method)
        everyone_else = (cast.karin, cast.mette, cast.ida, cast.frederik, cast.otto, cast.emma, cast.bo, cast.mads)
        litany.hidden_from(page, path(to_side(cast)), *everyone_else, method=method)
        litany.hidden_from(
            page, path(to_committee(cast)), cast.ida, cast.frederik, cast.mette, cast.mads, method=method
        )
    litany.refuses(page, path(comment), cast.ida, "DELETE")
