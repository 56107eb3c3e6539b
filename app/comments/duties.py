"""What waits in the conversations: answers owed to the other side, and answers that the asker has not taken in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from app.comments import queries
from app.comments.answers import debtors
from app.comments.labels import OWED_WORDS
from app.comments.models import Answer, Comment
from app.comments.policy import may_accept, may_answer
from app.comments.rules import audience_of, is_in
from app.core.duties import Duty, Words
from app.core.languages import lazy
from app.core.settings import setting
from app.core.waiting import day_of, owed_by
from app.goals.notices import people_of
from app.organisation.standing import standing_of
from app.organisation.viewers import open_accounts
from app.people.models import User

MOST = 50  # rows of one kind on one person's desk

WORDS = {
    **{f"answer.owed_{kind.value}": Words(*words) for kind, words in OWED_WORDS.items()},
    "answer.read": Words(
        lazy("%(name)s has answered you. Accept the answer, or take it up again."), lazy("Read the answer"), "reply"
    ),
}


def owed(user: User | None, _today: date) -> list[Duty]:
    """The answers that a person, or everybody, owes the other side."""
    threads = queries.open_threads(user, most=None if user is None else 4 * MOST)
    sittings = queries.sittings() if threads else []
    owing = {one.id: debtors(one, responsible=people_of(one.goal), sittings=sittings) for one in threads}
    people = _people(user, (key for keys in owing.values() for key in keys))
    limit = setting("answer_days") if threads else 0
    found = [
        _owes(one, person, limit)
        for one in threads
        for person in map(people.get, sorted(owing[one.id]))
        if person is not None and _reads(person, one) and may_answer(person, one)
    ]
    return found if user is None else found[:MOST]


def _people(user: User | None, keys: Iterable[int]) -> Mapping[int, User]:
    """The one who is asked about, or those of the keys whose accounts are open; with their standings."""
    return {one.id: one for one in ([user] if user is not None else open_accounts(set(keys)))}


def _reads(person: User, comment: Comment) -> bool:
    return is_in(standing_of(person), audience_of(comment.visibility, comment.committee_id, comment.audience_side))


def _owes(comment: Comment, person: User, limit: int) -> Duty:
    assert comment.open_since is not None  # noqa: S101 - only open threads are asked for
    return _duty(
        comment, person, code=f"answer.owed_{comment.kind.value}", subject=("comment", comment.id),
        endpoint="comments.answer", url={"comment_id": comment.id}, name=comment.author.name,
        due_on=owed_by(comment.open_since, limit), since=day_of(comment.open_since),
    )  # fmt: skip


def to_read(user: User | None, _today: date) -> list[Duty]:
    """The answers that a person, or everybody, was given and has neither accepted nor taken up again."""
    answers = queries.unread_answers(user, most=None if user is None else MOST)
    people = _people(user, (answer.question.author_id for answer in answers))
    return [
        _may_read(answer, person)
        for answer in answers
        for person in [people.get(answer.question.author_id)]
        if person is not None and _reads(person, answer.question) and may_accept(person, answer)
    ]


def _may_read(answer: Answer, person: User) -> Duty:
    return _duty(
        answer.question, person, code="answer.read", subject=("answer", answer.id), endpoint="comments.index",
        url={"_anchor": f"comment-{answer.words_id}"}, name=answer.words.author.name,
        due_on=None, since=day_of(answer.answered_at),
    )  # fmt: skip


def _duty(comment: Comment, person: User, *, url: Mapping[str, Any], name: str, **more: Any) -> Duty:
    goal = comment.goal
    return Duty(
        person.id, about=("goal", goal.id), about_label=str(goal), url={"goal_id": goal.id, **url},
        data={"name": name}, **more,
    )  # fmt: skip


SOURCES = (owed, to_read)
