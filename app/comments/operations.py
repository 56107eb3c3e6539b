"""The verbs on comments and on the answers to them."""

from __future__ import annotations

from collections.abc import Collection

from app.comments.answers import debtors, is_owed, settles
from app.comments.models import Answer, Comment, CommentEdit, CommentKind, Visibility
from app.comments.notices import tell_of_answer, tell_readers
from app.comments.queries import authors_in, people_in, sittings
from app.comments.rules import audience_of, circles, is_in
from app.core.clock import now
from app.core.db import session
from app.core.operation import operation, record
from app.goals.models import Goal
from app.goals.notices import people_of
from app.organisation.models import Side
from app.organisation.sides import side_of, speaks_for
from app.organisation.standing import standing_of
from app.people.models import User


class NotYourCircle(ValueError):
    """One can write only to circles that one sits in."""


class NotTheOtherSide(ValueError):
    """Nobody answers themselves or their own side."""


class AlreadyAnswered(ValueError):
    """The thread does not wait for an answer: it never did, or somebody has answered meanwhile."""


class AlreadyTakenUp(ValueError):
    """The thread was taken up again after that answer: it can be neither accepted nor taken up any more."""


@operation("comment.added")
def add_comment(
    goal: Goal,
    *,
    by: User,
    kind: CommentKind,
    body: str,
    visibility: Visibility = Visibility.ALL,
    committee_id: int | None = None,
) -> Comment:
    """Say something about a goal. NotYourCircle when it is meant for a committee or side that the author is not of."""
    side = _own_side(goal, by, visibility, committee_id)
    comment = _said(goal, by=by, kind=kind, body=body)
    comment.visibility, comment.audience_side = visibility, side
    comment.committee_id = None if visibility is Visibility.ALL else committee_id
    comment.open_since = comment.created_at if is_owed(kind, visibility) else None
    session().add(comment)
    record("comment.added", comment, by=by, about=goal, audience=_audience(comment))
    _tell(comment, "comment.added", by, also=_debtors(comment) if comment.open_since else ())
    return comment


def _own_side(goal: Goal, by: User, visibility: Visibility, committee_id: int | None) -> Side | None:
    if visibility is Visibility.ALL:
        return None
    for _value, seat, circle in circles(standing_of(by), goal.unit):
        if circle is visibility and seat.committee_id == committee_id:
            return seat.side if visibility is Visibility.SIDE else None
    raise NotYourCircle(committee_id)


def _said(goal: Goal, *, by: User, kind: CommentKind, body: str) -> Comment:
    seat = speaks_for(standing_of(by), goal.unit)
    return Comment(
        goal=goal,
        author_id=by.id,
        kind=kind,
        body=body,
        created_at=now(),
        author_side=side_of(by, goal.unit),
        author_mandate=seat.mandate.value if seat else "",
    )


def _audience(comment: Comment) -> str | None:
    return audience_of(comment.visibility, comment.committee_id, comment.audience_side)


def _circle(comment: Comment) -> set[int] | None:
    """The keys of those who can read a comment; None for all who can see the goal."""
    return None if comment.committee_id is None else people_in(comment.committee_id, comment.audience_side)


def _debtors(comment: Comment) -> set[int]:
    return debtors(comment, responsible=people_of(comment.goal), sittings=sittings())


def _tell(comment: Comment, code: str, by: User, *, also: Collection[int] = ()) -> None:
    interested = people_of(comment.goal) | authors_in(comment) | set(also)
    tell_readers(comment, comment.goal, code, interested=interested, circle=_circle(comment), by=by)


@operation("comment.replied")
def reply_to(comment: Comment, *, by: User, body: str) -> Comment:
    """Reply in a comment's thread; the reply is for exactly those who can read the comment."""
    reply = _in_thread(comment, by=by, kind=CommentKind.REPLY, body=body)
    record("comment.replied", reply, by=by, about=comment.goal, audience=_audience(comment))
    _tell(reply, "comment.replied", by)
    return reply


def _in_thread(comment: Comment, *, by: User, kind: CommentKind, body: str) -> Comment:
    if not is_in(standing_of(by), _audience(comment)):
        raise NotYourCircle(comment.committee_id)
    said = _said(comment.goal, by=by, kind=kind, body=body)
    said.parent_id = comment.parent_id or comment.id
    said.visibility, said.committee_id, said.audience_side = (
        comment.visibility,
        comment.committee_id,
        comment.audience_side,
    )
    session().add(said)
    session().flush()
    return said


@operation("answer.given")
def answer_comment(comment: Comment, *, by: User, body: str) -> Answer:
    """Answer what the other side asked, which settles it. AlreadyAnswered when it does not wait for an answer."""
    if comment.author_id == by.id or not settles(comment.author_side, side_of(by, comment.goal.unit)):
        raise NotTheOtherSide(comment.id)
    session().refresh(comment, ["open_since"], with_for_update=True)  # of two who answer at once, one is too late
    if comment.open_since is None:
        raise AlreadyAnswered(comment.id)
    words = _in_thread(comment, by=by, kind=CommentKind.ANSWER, body=body)
    waited = max(0, int((words.created_at - comment.open_since).total_seconds()))
    answer = Answer(question=comment, words=words, answered_at=words.created_at, waited_seconds=waited)
    comment.open_since = None
    session().add(answer)
    record("answer.given", answer, by=by, about=comment.goal, audience=_audience(comment))
    tell_of_answer(answer, "answer.given", comment.author_id, circle=_circle(comment), by=by)
    others = (people_of(comment.goal) | authors_in(comment)) - {comment.author_id}
    tell_readers(words, comment.goal, "comment.replied", interested=others, circle=_circle(comment), by=by)
    return answer


@operation("answer.accepted")
def accept_answer(answer: Answer, *, by: User) -> None:
    """Let the asker say that the answer will do. Twice is as good as once. AlreadyTakenUp when it did not."""
    _look_again(answer)
    if answer.accepted_at is not None:
        return
    answer.accepted_at = now()
    question = answer.question
    record("answer.accepted", answer, by=by, about=question.goal, audience=_audience(question))
    tell_of_answer(answer, "answer.accepted", answer.words.author_id, circle=_circle(question), by=by)


@operation("answer.taken_up")
def take_up_answer(answer: Answer, *, by: User, body: str) -> Comment:
    """Say in the thread what the answer leaves open; from now on it waits for the other side again. AlreadyTakenUp."""
    _look_again(answer)
    question = answer.question
    reply = _in_thread(question, by=by, kind=CommentKind.REPLY, body=body)
    answer.taken_up_at, question.open_since = reply.created_at, reply.created_at
    record("answer.taken_up", answer, by=by, about=question.goal, audience=_audience(question))
    _tell(reply, "answer.taken_up", by, also=_debtors(question))
    return reply


def _look_again(answer: Answer) -> None:
    """Hold the answer's row: of two clicks at once, the second sees what the first did."""
    session().refresh(answer, ["accepted_at", "taken_up_at"], with_for_update=True)
    if answer.taken_up_at is not None:
        raise AlreadyTakenUp(answer.id)


@operation("comment.edited")
def edit_comment(comment: Comment, *, by: User, body: str) -> None:
    """Put other words; what stood there before stays with the comment."""
    if body == comment.body:
        return
    session().add(CommentEdit(comment_id=comment.id, body=comment.body, replaced_at=now()))
    comment.body, comment.edited_at = body, now()
    record("comment.edited", comment, by=by, about=comment.goal, audience=_audience(comment))
