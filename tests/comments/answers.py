"""Comments in every circle of the cast, and answers to them, made by the room's own verbs."""

from __future__ import annotations

from typing import Any

from app.comments.models import Answer, Comment, CommentKind, Visibility
from app.comments.operations import add_comment, answer_comment


def said(cast: Any, by: Any = None, body: str = "Hvem måler vi egentlig?", **more: Any) -> Comment:
    """A question to everyone, unless told otherwise."""
    return add_comment(more.pop("goal", cast.goal), by=by or cast.trine, kind=CommentKind.QUESTION, body=body, **more)


def to_side(cast: Any, body: str = "Kun til os: vi er bange for listen.", by: Any = None) -> Comment:
    """A comment for the employee side of the local committee only, which is Trine alone."""
    return said(cast, by, body, visibility=Visibility.SIDE, committee_id=cast.local.id)


def to_committee(cast: Any, body: str = "Kun i udvalget.", by: Any = None) -> Comment:
    """A comment for the local committee, Karin and Trine."""
    return said(cast, by, body, visibility=Visibility.COMMITTEE, committee_id=cast.local.id)


def answered(cast: Any, comment: Any = None, by: Any = None, body: str = "Hele holdet, ikke den enkelte.") -> Answer:
    """Karin's answer to a question of Trine's, unless told otherwise."""
    return answer_comment(comment or said(cast), by=by or cast.karin, body=body)
