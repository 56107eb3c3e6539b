"""Finding comments. Text for one side is kept from everybody else here, and nowhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Bundle, aliased, contains_eager, joinedload, selectinload

from app.comments.answers import COUNTED, ENOUGH, OWED, READ_WITHIN, Sitting
from app.comments.models import Answer, Comment, Visibility
from app.core.clock import now, today
from app.core.db import session
from app.core.settings import setting
from app.core.waiting import late_before
from app.goals.models import Goal
from app.goals.queries import find_goal, perhaps_answered_for
from app.goals.queries import visible_to as goals_visible_to
from app.organisation.models import Committee, CommitteeArea, Seat, Side, Unit
from app.organisation.queries import sitting_in
from app.organisation.standing import standing_of
from app.organisation.viewers import is_there_today
from app.people.models import Role, User

MOST = 50  # settled threads on a page


@dataclass
class Thread:
    """A comment and the replies and answers under it, oldest first."""

    first: Comment
    replies: list[Comment] = field(default_factory=list)

    @property
    def order(self) -> tuple[bool, float]:
        """First what waits for an answer, the longest first; then the rest, the newest first."""
        if self.first.open_since is not None:
            return False, self.first.open_since.timestamp()
        return True, -self.first.id


@dataclass
class Talk:
    """Threads of a conversation; `older` is what to ask for to see those before them, None where there are none."""

    threads: list[Thread]
    older: int | None


def visible_to(user: User) -> sa.Select[Comment]:
    """The comments that a person may read: those to all, and those to a circle that the person sits in."""
    seats = standing_of(user).seats
    circles: list[sa.ColumnElement[bool]] = [Comment.visibility == Visibility.ALL]
    for seat in seats:
        circles.append(sa.and_(Comment.visibility == Visibility.COMMITTEE, Comment.committee_id == seat.committee_id))
        if seat.side is not None:
            circles.append(
                sa.and_(
                    Comment.visibility == Visibility.SIDE,
                    Comment.committee_id == seat.committee_id,
                    Comment.audience_side == seat.side,
                )
            )
    return sa.select(Comment).where(sa.or_(*circles))


def threads_of(user: User, goal: Goal, *, before: int | None = None, most: int = MOST) -> Talk:
    """The conversation about a goal as that person may read it: all that waits for an answer, then the threads in which
    something was said last. `before` leads on to older ones. A fixed number of queries."""
    settled = _settled(user, goal, before, most + 1)
    keys = [first for first, _last in settled[:most]]
    shown = sa.or_(_first().in_(keys), sa.false() if before else _first().in_(_waiting(user, goal)))
    wanted = (
        visible_to(user)
        .where(Comment.goal_id == goal.id, shown)
        .options(
            joinedload(Comment.author),
            joinedload(Comment.committee),
            joinedload(Comment.answer),
            selectinload(Comment.earlier),
        )
        .order_by(Comment.id)
    )
    threads: dict[int, Thread] = {}
    for comment in session().scalars(wanted):
        if comment.parent_id is None:
            threads[comment.id] = Thread(comment)
        elif comment.parent_id in threads:
            threads[comment.parent_id].replies.append(comment)
    older = settled[most - 1][1] if len(settled) > most else None
    return Talk(sorted(threads.values(), key=lambda thread: thread.order), older)


def _first() -> sa.ColumnElement[int]:
    """The key of the comment under which another stands, or its own."""
    return sa.func.coalesce(Comment.parent_id, Comment.id)


def _waiting(user: User, goal: Goal) -> sa.Select[Any]:
    opened = visible_to(user).where(Comment.goal_id == goal.id, Comment.open_since.is_not(None))
    return opened.with_only_columns(Comment.id).correlate(None)


def _settled(user: User, goal: Goal, before: int | None, most: int) -> list[tuple[int, int]]:
    """The threads that wait for nothing, as (first comment, last comment), those in which was said something last."""
    readable = visible_to(user).where(Comment.goal_id == goal.id)
    spoken = readable.with_only_columns(_first().label("first"), sa.func.max(Comment.id).label("last"))
    ends = spoken.group_by(_first()).subquery()
    wanted = sa.select(ends.c.first, ends.c.last).join(Comment, Comment.id == ends.c.first)
    wanted = wanted.where(Comment.open_since.is_(None))
    if before is not None:
        wanted = wanted.where(ends.c.last < before)
    rows = session().execute(wanted.order_by(ends.c.last.desc()).limit(most))
    return [(first, last) for first, last in rows]


def count_for(user: User, goal: Goal) -> int:
    """How many comments and replies that person may read."""
    readable = visible_to(user).where(Comment.goal_id == goal.id).with_only_columns(sa.func.count())
    return session().scalar(readable) or 0


def find_comment(user: User, *, goal_id: int, comment_id: int) -> Comment | None:
    """A comment, looked up inside a goal that the person can see; None where the person may not read it."""
    goal = find_goal(user, goal_id=goal_id)
    if goal is None:
        return None
    wanted = visible_to(user).where(Comment.id == comment_id, Comment.goal_id == goal.id)
    return session().scalar(
        wanted.options(joinedload(Comment.author), joinedload(Comment.parent), joinedload(Comment.goal))
    )


def find_answer(user: User, *, goal_id: int, answer_id: int) -> Answer | None:
    """An answer, looked up inside a goal that the person can see; None where the person may not read it."""
    words = session().scalar(sa.select(Answer.words_id).where(Answer.id == answer_id))
    comment = find_comment(user, goal_id=goal_id, comment_id=words or 0)
    return comment.answer if comment is not None else None


def get_committee(committee_id: int) -> Committee | None:
    return session().get(Committee, committee_id)


def people_in(committee_id: int, side: Side | None) -> set[int]:
    """The keys of those who sit in a committee, or on one side of it, today. Administrators are none of them."""
    return {one.user_id for one in sitting_in([committee_id]) if side is None or one.side is side}


def authors_in(comment: Comment) -> set[int]:
    """The keys of those who have written in the thread that a comment belongs to."""
    first = comment.parent_id or comment.id
    wanted = sa.select(Comment.author_id).where(sa.or_(Comment.id == first, Comment.parent_id == first))
    return set(session().scalars(wanted))


def sittings() -> list[Sitting]:
    """Who sits today on a side of which open committee, administrators left out. Two queries."""
    areas: defaultdict[int, list[str]] = defaultdict(list)
    covered = sa.select(CommitteeArea.committee_id, Unit.path).join(CommitteeArea.unit)
    for committee_id, path in session().execute(covered):
        areas[committee_id].append(path)
    held = (
        sa.select(Seat.user_id, Seat.committee_id, Seat.side)
        .join(Seat.committee)
        .join(Seat.user)
        .where(Seat.side.is_not(None), is_there_today(), Committee.closed_on.is_(None), User.closed_on.is_(None))
        .where(User.role != Role.ADMINISTRATOR)
    )
    return [
        Sitting(user_id, key, side, tuple(areas.get(key, ())))
        for user_id, key, side in session().execute(held)
        if user_id is not None and side is not None
    ]


def open_threads(user: User | None, *, most: int | None = None) -> Sequence[Comment]:
    """What waits for an answer, the longest first: everything, or what one person might have to answer.

    The latter is wider than what they owe, which `answers.debtors` tells."""
    wanted = sa.select(Comment) if user is None else visible_to(user).where(_of_goals_seen_by(user), _might_owe(user))
    wanted = (
        wanted.join(Comment.goal)
        .where(Comment.open_since.is_not(None))
        .options(
            joinedload(Comment.author),
            contains_eager(Comment.goal).joinedload(Goal.unit).selectinload(Unit.managers),
        )
    )
    return session().scalars(wanted.order_by(Comment.open_since, Comment.id).limit(most)).all()


def _of_goals_seen_by(user: User) -> sa.ColumnElement[bool]:
    return Comment.goal_id.in_(goals_visible_to(user).with_only_columns(Goal.id).correlate(None))


def _might_owe(user: User) -> sa.ColumnElement[bool]:
    seats = [seat for seat in standing_of(user).seats if seat.side is not None]
    owing = [perhaps_answered_for(user)]
    if seats:
        owing.append(Comment.committee_id.in_([seat.committee_id for seat in seats]))
    for path in sorted({path for seat in seats if seat.side is Side.EMPLOYEES for path in seat.area_paths}):
        below = sa.select(Unit.id).where(Unit.path.startswith(path, autoescape=True))
        owing.append(sa.and_(Comment.author_side == Side.MANAGEMENT, Goal.unit_id.in_(below)))
    return sa.and_(Comment.author_id != user.id, sa.or_(*owing))


def unread_answers(user: User | None, *, most: int | None = None) -> Sequence[Answer]:
    """Answers of the last days that their asker, that person or anybody, has neither accepted nor taken up again."""
    asked = (sa.select(Comment) if user is None else visible_to(user)).with_only_columns(Comment.id)
    if user is not None:
        asked = asked.where(Comment.author_id == user.id, _of_goals_seen_by(user))
    wanted = (
        sa.select(Answer)
        .where(Answer.accepted_at.is_(None), Answer.taken_up_at.is_(None), Answer.question_id.in_(asked))
        .where(Answer.answered_at > now() - READ_WITHIN)
        .options(
            joinedload(Answer.question).joinedload(Comment.goal).joinedload(Goal.unit),
            joinedload(Answer.words).joinedload(Comment.author),
        )
        .order_by(Answer.answered_at, Answer.id)
    )
    return session().scalars(wanted.limit(most)).all()


def _open_to_all(before: datetime | None = None) -> list[sa.ColumnElement[bool]]:
    """What can be told to everybody who sees the goal: a circle's questions are counted for nobody."""
    found = [Comment.visibility == Visibility.ALL, Comment.open_since.is_not(None)]
    return found if before is None else [*found, Comment.open_since < before]


def open_to_all_on(goal: Goal, *, most: int) -> list[Comment]:
    """What waits for an answer at a goal and may be read by a whole room, the longest first."""
    wanted = sa.select(Comment).where(Comment.goal_id == goal.id, *_open_to_all()).options(joinedload(Comment.author))
    return list(session().scalars(wanted.order_by(Comment.open_since, Comment.id).limit(most)))


def open_to_all_on_each(goal_ids: Collection[int], *, most: int) -> dict[int, list[Comment]]:
    """The same of several goals, by their keys, at most so many of each. One query."""
    longest = (Comment.open_since, Comment.id)
    place = sa.func.row_number().over(partition_by=Comment.goal_id, order_by=longest).label("place")
    ranked = sa.select(Comment.id, place).where(Comment.goal_id.in_(goal_ids), *_open_to_all()).subquery()
    wanted = sa.select(Comment).join(ranked, ranked.c.id == Comment.id).where(ranked.c.place <= most)
    found: dict[int, list[Comment]] = {key: [] for key in goal_ids}
    for comment in session().scalars(wanted.options(joinedload(Comment.author)).order_by(*longest)):
        found[comment.goal_id].append(comment)
    return found


def open_questions() -> sa.ScalarSelect[int]:
    """How many wait for an answer at each goal of the statement around it."""
    counted = sa.select(sa.func.count(Comment.id)).where(Comment.goal_id == Goal.id, *_open_to_all())
    return counted.correlate(Goal).scalar_subquery()


def goals_unanswered(before: datetime | None = None) -> sa.Select[Any]:
    """The keys of the goals at which something waits for an answer, or has waited since before that moment."""
    return sa.select(Comment.goal_id).where(*_open_to_all(before))


def answer_times(user: User) -> sa.Select[Any]:
    """For each open unit with those below it: how much was asked and answered within a year, how much waits, how much
    of that is late, and the median days to an answer. Only what everybody can read, of goals that the person sees."""
    counts, medians = _counts_below(user), _medians_below(user)
    row: Bundle[Any] = Bundle(
        "times",
        Unit.id.label("unit_id"),
        Unit.name.label("name"),
        *(counts.c[name].label(name) for name in ("asked", "open_now", "late")),
        sa.func.coalesce(medians.c.answered, 0).label("answered"),
        medians.c.median_days.label("median_days"),
    )
    found = sa.select(row).select_from(Unit).join(counts, counts.c.unit_id == Unit.id)
    return found.outerjoin(medians, medians.c.unit_id == Unit.id).where(Unit.closed_on.is_(None))


def _asked_below(user: User, above: Any, *columns: Any) -> sa.Select[Any]:
    """What everybody can read of what was asked about the goals of a unit and those below it."""
    return (
        sa.select(above.id.label("unit_id"), *columns)
        .select_from(above)
        .join(Unit, Unit.path.startswith(above.path))
        .join(Goal, Goal.unit_id == Unit.id)
        .join(Comment, Comment.goal_id == Goal.id)
        .where(Comment.visibility == Visibility.ALL, Comment.kind.in_(OWED), _of_goals_seen_by(user))
    )


def _counts_below(user: User) -> sa.Subquery:
    above, waits = aliased(Unit), Comment.open_since.is_not(None)
    late = late_before(today(), setting("answer_days"))
    counted = _asked_below(
        user,
        above,
        sa.func.count().filter(Comment.created_at >= now() - COUNTED).label("asked"),
        sa.func.count().filter(waits).label("open_now"),
        sa.func.count().filter(Comment.open_since < late).label("late"),
    )
    return counted.group_by(above.id).subquery()


def _medians_below(user: User) -> sa.Subquery:
    """How many answers each unit gave and, of enough of them, the middle one or half way between the middle two."""
    above = aliased(Unit)
    ranked = (
        _asked_below(
            user,
            above,
            Answer.waited_seconds,
            sa.func.row_number().over(partition_by=above.id, order_by=Answer.waited_seconds).label("place"),
            sa.func.count().over(partition_by=above.id).label("answered"),
        )
        .join(Answer, Answer.question_id == Comment.id)
        .where(Answer.answered_at >= now() - COUNTED)
        .subquery()
    )
    answered = sa.func.max(ranked.c.answered)
    days = sa.case((answered >= ENOUGH, sa.cast(sa.func.avg(ranked.c.waited_seconds), sa.Float) / 86_400.0))
    middle = sa.select(ranked.c.unit_id, answered.label("answered"), days.label("median_days"))
    middle = middle.where((2 * ranked.c.place).between(ranked.c.answered, ranked.c.answered + 2))
    return middle.group_by(ranked.c.unit_id).subquery()
