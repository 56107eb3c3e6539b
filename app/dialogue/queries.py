"""Finding questions and dialogue sessions. Everybody reads the guide; a session is its committee's own."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.actions.models import Action
from app.balances.models import BALANCES, Reading
from app.core.audit import Event, history_of
from app.core.db import session
from app.dialogue.guide import Question, merged
from app.dialogue.models import DialogueSession, GuideQuestion, SessionQuestion
from app.dialogue.proposals import proposed
from app.dialogue.shipped import shipped
from app.goals.models import Goal
from app.goals.queries import ids_visible_to
from app.organisation.models import Committee
from app.organisation.standing import standing_of
from app.people.models import User
from app.soundings.models import Sounding

MOST = 100  # sessions in a list
HISTORY = 20  # events on a page
ON_GOAL = 10
PAPERS = frozenset({"pdf", "docx"})


def all_questions() -> list[Question]:
    """Every question, those put aside too, in one query."""
    return merged(shipped(), session().scalars(sa.select(GuideQuestion).order_by(GuideQuestion.id)))


def questions() -> list[Question]:
    """The questions that can be chosen."""
    return [one for one in all_questions() if not one.is_hidden]


def find_question(_user: User, *, key: str) -> Question | None:
    return next((one for one in all_questions() if one.key == key), None)


def find_shipped_question(user: User, *, key: str) -> Question | None:
    """The question of that key, if the program ships it."""
    found = find_question(user, key=key)
    return found if found is not None and found.shipped is not None else None


def find_guide(_user: User, *, form: str) -> tuple[list[Question], str] | None:
    """All questions, and the kind of file that they are wanted as."""
    return (all_questions(), form) if form in PAPERS else None


def row_of(question: Question) -> GuideQuestion | None:
    """What is decided about the question as it stands in the database now."""
    wanted = sa.select(GuideQuestion).where(GuideQuestion.key == question.key)
    return session().scalar(wanted.execution_options(populate_existing=True))


def own_count() -> int:
    counted = sa.select(sa.func.count()).select_from(GuideQuestion).where(GuideQuestion.is_own.is_(True))
    return session().scalar(counted) or 0


def events_about(user: User, question: Question) -> list[Event]:
    if question.row is None:
        return []
    return list(session().scalars(history_of(question.row, standing_of(user).audiences).limit(HISTORY)))


def proposed_for(goal: Goal, offered: list[Question]) -> list[Question]:
    """The questions that are worth asking of a goal now. One query."""
    wanted = sa.select(Reading).where(Reading.goal_id == goal.id).order_by(Reading.read_on.desc(), Reading.id.desc())
    newest: dict[tuple[str, int | None], Reading] = {}
    for reading in session().scalars(wanted.limit(ON_GOAL)):
        newest.setdefault((reading.reader.value, reading.committee_id), reading)
    own = {balance: getattr(goal, balance) for balance in BALANCES}
    return proposed(own, [_places(one) for one in newest.values()], offered)


def _places(reading: Reading) -> dict[str, int | None]:
    return {balance: reading.place(balance) for balance in BALANCES}


def visible_to(user: User) -> sa.Select[DialogueSession]:
    """The sessions of the committees in which a person sits today."""
    seats = sorted({seat.committee_id for seat in standing_of(user).seats})
    return _whole().where(DialogueSession.committee_id.in_(seats))


def _whole() -> sa.Select[DialogueSession]:
    return sa.select(DialogueSession).options(
        joinedload(DialogueSession.committee), joinedload(DialogueSession.goal).joinedload(Goal.unit),
        joinedload(DialogueSession.created_by), joinedload(DialogueSession.sounding).joinedload(Sounding.agreed),
        selectinload(DialogueSession.questions),
        selectinload(DialogueSession.actions).joinedload(Action.responsible),
    )  # fmt: skip


def find_session(user: User, *, committee_id: int, session_id: int) -> DialogueSession | None:
    """A session, looked up inside its committee."""
    wanted = visible_to(user).where(DialogueSession.id == session_id, DialogueSession.committee_id == committee_id)
    return session().scalar(wanted)


def find_record(
    user: User, *, committee_id: int, session_id: int, form: str
) -> tuple[DialogueSession, str] | None:  # fmt: skip
    """A session, and the kind of file that it is wanted as."""
    found = find_session(user, committee_id=committee_id, session_id=session_id)
    return (found, form) if found is not None and form in PAPERS else None


def find_asked(
    user: User, *, committee_id: int, session_id: int, question_id: int
) -> tuple[SessionQuestion, DialogueSession] | None:  # fmt: skip
    """A question that was chosen for a session."""
    found = find_session(user, committee_id=committee_id, session_id=session_id)
    asked = next((one for one in found.questions if one.id == question_id), None) if found is not None else None
    return (asked, found) if asked is not None and found is not None else None


def sessions_of(committee: Committee) -> list[DialogueSession]:
    """The latest sessions of a committee, those not ended first, then the newest."""
    wanted = _whole().where(DialogueSession.committee_id == committee.id)
    wanted = wanted.order_by(DialogueSession.ended_on.is_not(None), DialogueSession.held_on.desc(),
                             DialogueSession.id.desc())  # fmt: skip
    return list(session().scalars(wanted.limit(MOST)))


def sessions_on(user: User, goal: Goal) -> list[DialogueSession]:
    """The newest sessions on a goal, as far as the person sees them."""
    wanted = visible_to(user).where(DialogueSession.goal_id == goal.id)
    return list(session().scalars(wanted.order_by(DialogueSession.id.desc()).limit(ON_GOAL)))


def sees_goal(user: User, one: DialogueSession) -> bool:
    """Whether the person may read the goal that it is on, which may have become a draft again."""
    wanted = ids_visible_to(user).where(Goal.id == one.goal_id)
    return one.goal_id is not None and session().scalar(wanted) is not None


def soundings_for(one: DialogueSession) -> list[Sounding]:
    """The committee's soundings on the same, the newest first: those that a session can build on."""
    wanted = sa.select(Sounding).options(joinedload(Sounding.agreed), joinedload(Sounding.goal))
    wanted = wanted.where(Sounding.committee_id == one.committee_id)
    same = Sounding.goal_id.is_(None) if one.goal_id is None else Sounding.goal_id == one.goal_id
    return list(session().scalars(wanted.where(same).order_by(Sounding.id.desc()).limit(ON_GOAL)))


def history_page(user: User, one: DialogueSession, before: int | None) -> list[Event]:
    """What has happened to a session, newest first; one more than a page when there are older ones."""
    wanted = history_of(one, standing_of(user).audiences)
    if before:
        wanted = wanted.where(Event.id < before)
    return list(session().scalars(wanted.limit(HISTORY + 1)))
