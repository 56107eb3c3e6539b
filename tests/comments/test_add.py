import pytest
import sqlalchemy as sa

from app.comments.models import Comment, CommentKind, Visibility
from app.core.db import session
from app.organisation.models import Side
from tests import litany


def path(goal):
    return f"/goals/{goal.id}/comments/add"


def typed(**changed):
    return {"kind": "concern", "body": "Vi når det ikke.", "audience": "all"} | changed


def kept():
    return session().scalars(sa.select(Comment).order_by(Comment.id)).all()


def test_a_comment_to_everyone(page, cast):
    browser = page(cast.trine)
    answer = browser.post(path(cast.goal), typed())
    (comment,) = kept()
    assert answer.location == f"/goals/{cast.goal.id}/comments#comment-{comment.id}"
    assert (comment.kind, comment.visibility, comment.author_side, comment.author_mandate) == (
        CommentKind.CONCERN, Visibility.ALL, Side.EMPLOYEES, "shop_steward",
    )  # fmt: skip
    words = browser.follow(answer).words
    assert "The comment is sent." in words
    assert "Vi når det ikke." in page(cast.bo).get(f"/goals/{cast.goal.id}").words


def test_a_comment_to_ones_side(page, cast):
    page(cast.trine).post(path(cast.goal), typed(audience=f"side:{cast.local.id}"))
    (comment,) = kept()
    assert (comment.visibility, comment.committee_id, comment.audience_side) == (
        Visibility.SIDE, cast.local.id, Side.EMPLOYEES,
    )  # fmt: skip


@pytest.mark.parametrize("audience", ["side:{top}", "committee:{top}", "side:9999", "side:", "side:x", "nobody", ""])
def test_nobody_writes_to_a_circle_that_is_not_theirs(page, cast, audience):
    answer = page(cast.trine).post(path(cast.goal), typed(audience=audience.format(top=cast.top.id)))
    assert answer.status_code == 200
    assert answer.doc.get_element_by_id("errors") is not None
    assert answer.values("body")[0].strip() == "Vi når det ikke."
    assert kept() == []


@pytest.mark.parametrize(
    "changed", [{"body": "  "}, {"body": "x" * 5001}, {"kind": "reply"}, {"kind": "shout"}, {"kind": ""}]
)
def test_what_is_wrong_is_said(page, cast, changed):
    answer = page(cast.trine).post(path(cast.goal), typed(**changed))
    assert answer.status_code == 200
    assert answer.doc.get_element_by_id("errors") is not None
    assert kept() == []


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal), "POST")
    litany.forbidden_for(page, path(cast.goal), cast.mads, method="POST")
    litany.hidden_from(page, path(cast.draft), cast.otto, cast.emma, cast.bo, method="POST")
    for user in (cast.ida, cast.karin, cast.trine, cast.frederik, cast.otto, cast.emma, cast.bo):
        assert page(user).post(path(cast.goal), typed()).status_code == 302, user.name
    litany.refuses(page, path(cast.goal), cast.ida, "GET")
