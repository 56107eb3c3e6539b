"""What was asked before answers were objects of their own: it opens where the other side has not written."""

from __future__ import annotations

from datetime import timedelta

from alembic.script import ScriptDirectory
from sqlalchemy import select, text

from app.comments.models import Comment, CommentKind, Visibility
from app.comments.operations import add_comment, reply_to
from app.core import clock
from app.core.clock import now
from app.core.db import session
from app.core.migrations import FOLDER, alembic
from tests.comments.answers import answered, said, to_committee, to_side


def revision() -> str:
    """The revision that brings answers, whatever its number."""
    found = ScriptDirectory(str(FOLDER), version_locations=[str(FOLDER)]).walk_revisions()
    return next(one.down_revision for one in found if one.path.endswith("_answers.py"))


def test_questions_that_the_other_side_has_not_answered_are_open(cast):
    with clock.at(now() - timedelta(days=9)):
        waiting = [said(cast), said(cast, cast.emma), said(cast, cast.karin), to_committee(cast), said(cast, cast.ida)]
        settled = [said(cast), said(cast, cast.karin), said(cast, cast.ida)]
        own_side = said(cast)
        never = [
            to_side(cast),
            add_comment(cast.goal, by=cast.trine, kind=CommentKind.NOTE, body="x", visibility=Visibility.ALL),
        ]
    replies = [reply_to(comment, by=by, body="Svar") for comment, by in
               zip(settled, (cast.otto, cast.emma, cast.trine), strict=True)]  # fmt: skip
    reply_to(own_side, by=cast.emma, body="Det spørger jeg også om.")
    reply_to(own_side, by=cast.ida, body="Det samme her.")
    reply_to(own_side, by=cast.trine, body="Ja.")
    answer = answered(cast, said(cast))
    sides = {comment.id: comment.author_side for comment in session().scalars(select(Comment))}
    keys = {name: [c.id for c in found] for name, found in
            {"waiting": [*waiting, own_side], "settled": [*settled, *never, *replies]}.items()}  # fmt: skip
    words, question = answer.words_id, answer.question_id
    session().commit()
    session().close()

    alembic.downgrade(revision())
    kinds = {row.id: row.kind for row in session().execute(text("SELECT id, kind FROM comment"))}
    assert kinds[words] == "reply"
    session().close()
    alembic.upgrade()

    after = {comment.id: comment for comment in session().scalars(select(Comment))}
    for key in keys["waiting"]:
        assert after[key].open_since == after[key].created_at
    for key in [*keys["settled"], question]:
        assert after[key].open_since is None
    assert {key: comment.author_side for key, comment in after.items()} == sides
    session().close()
