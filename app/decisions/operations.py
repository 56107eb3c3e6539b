"""The verbs of a meeting: record what comes out of an item, and write it to the goal in the same transaction.

Each has a `key` that is made where it was typed: what is sent twice, since nobody knew whether it had arrived, is kept
once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from app.actions.operations import add_action
from app.balances.models import Reader
from app.balances.operations import read_balances
from app.core.clock import now, today
from app.core.db import lock, session
from app.core.languages import speaking
from app.core.operation import check_version, count_up, operation, record
from app.decisions import queries
from app.decisions.models import ON_A_GOAL, Outcome, OutcomeKind
from app.decisions.notices import tell_keepers, tell_of_goal
from app.decisions.policy import RECORDED_IN, WORDS_ONLY, is_decidable
from app.decisions.reasons import decided_there
from app.goals.models import Goal
from app.goals.notices import people_of
from app.goals.operations import retire_goal, set_review
from app.hearings.operations import open_hearing
from app.meetings.models import Item, ItemKind, ItemQuestion, ItemState, Meeting, Origin
from app.meetings.queries import keepers_of, next_planned
from app.meetings.sight import circle_of_item, circle_of_record
from app.organisation.models import Committee
from app.organisation.standing import audience_key
from app.people.models import User

Places = Mapping[str, int | None]


class NotNow(ValueError):
    """As the meeting or the item stands, this can't be recorded."""


class NotHere(ValueError):
    """Nothing can be decided on that goal there: it is retired, outside the area, or the item is confidential."""


class NobodyAbove(ValueError):
    """There is no committee above to lift an item to."""


class ChangedTheGoal(ValueError):
    """What changed a goal is not taken back; a new decision is recorded instead."""


@operation("outcome.recorded")
def note_outcome(
    item: Item, *, by: User, words: str, is_decision: bool = False, key: str | None = None
) -> Outcome:  # fmt: skip
    """Record in words what the committee took note of, or decided."""
    kind = OutcomeKind.DECIDED if is_decision else OutcomeKind.NOTED
    return _once(item, key) or _record(item, kind, by=by, key=key, words=words)


@operation("outcome.recorded", "goal.review_set", "goal.retired", "hearing.opened", "goal.in_hearing")
def decide_on_goal(
    item: Item, *, by: User, kind: OutcomeKind, words: str, next_review_on: date | None = None,
    deadline: date | None = None, key: str | None = None,
) -> Outcome:  # fmt: skip
    """Keep, adjust, hear again or retire the item's goal. NotHere, or what the goal itself raises: ReviewTooLate when
    its risk asks for a review sooner, AlreadyOpen when it is in hearing here, WrongTime when it can't be retired."""
    if (done := _once(item, key)) is not None:
        return done
    goal = _decidable(item)
    if kind not in ON_A_GOAL:
        raise ValueError(kind)
    hearing = None
    if kind is OutcomeKind.RETIRE:
        retire_goal(goal, by=by, reason=_where_decided(item))
    elif kind is OutcomeKind.HEAR_AGAIN:
        hearing = open_hearing(goal, committee=item.committee, deadline=deadline or today(), by=by, question=words)
    elif next_review_on is not None:
        set_review(goal, by=by, next_review_on=next_review_on, review_months=goal.review_months)
    outcome = _record(
        item, kind, by=by, key=key, words=words, hearing=hearing,
        next_review_on=next_review_on if kind in {OutcomeKind.KEEP, OutcomeKind.ADJUST} else None,
    )  # fmt: skip
    tell_of_goal(item, goal, "outcome.recorded", people_of(goal), by=by, committee=item.committee.name)
    return outcome


def _where_decided(item: Item) -> str:
    """The reason that stands on a retired goal, in Danish as everything that people write there."""
    with speaking("da"):
        return decided_there(item.committee.name, _meeting(item).held_on)


@operation("outcome.recorded", "balances.agreed", "goal.placed")
def agree_placement(
    item: Item, *, by: User, places: Places, wishes: Places | None = None, reasons: Mapping[str, str] | None = None,
    key: str | None = None,
) -> Outcome:  # fmt: skip
    """Record where the committee agrees that the goal stands from now on; it is a reading of the goal at once."""
    if (done := _once(item, key)) is not None:
        return done
    reading = read_balances(
        _decidable(item), by=by, places=places, wishes=wishes, reasons=reasons, reader=Reader.AGREED,
        committee=item.committee,
    )  # fmt: skip
    session().flush()
    return _record(item, OutcomeKind.PLACEMENT, by=by, key=key, reading=reading)


@operation("outcome.recorded", "action.added")
def act_on(
    item: Item, *, by: User, title: str, responsible_id: int, due_on: date | None, unit_id: int,
    key: str | None = None, **answers: Any,
) -> Outcome:  # fmt: skip
    """Decide on an action with who does it and by when. It treats the item's goal, where there is one."""
    if (done := _once(item, key)) is not None:
        return done
    if item.is_kept_back or _meeting(item).is_private:
        raise NotHere(item)
    action = add_action(
        by=by, goals=[item.goal] if item.goal is not None else [], title=title, responsible_id=responsible_id,
        due_on=due_on, unit_id=unit_id, **answers,
    )  # fmt: skip
    session().flush()
    return _record(item, OutcomeKind.ACTION, by=by, key=key, action=action)


@operation("outcome.recorded", "goal.review_set")
def review_next(item: Item, *, by: User, next_review_on: date, key: str | None = None) -> Outcome:
    """Set when the goal is reviewed next. ReviewTooLate when its risk asks for it sooner."""
    if (done := _once(item, key)) is not None:
        return done
    goal = _decidable(item)
    set_review(goal, by=by, next_review_on=next_review_on, review_months=goal.review_months)
    return _record(item, OutcomeKind.NEXT_REVIEW, by=by, key=key, next_review_on=next_review_on)


@operation("outcome.recorded", "meeting_item.lifted")
def lift_item(
    item: Item, *, by: User, words: str, kind: ItemKind = ItemKind.DECISION, key: str | None = None
) -> Outcome:  # fmt: skip
    """Put the item, with a question, before the committee above. For information only, no answer is waited for."""
    if (done := _once(item, key)) is not None:
        return done
    above = item.committee.parent
    if above is None or above.closed_on is not None or _meeting(item).is_private:
        raise NobodyAbove(item)
    reason = {"code": "lifted", "committee": item.committee.name}
    lifted = _send(item, above, Origin.LIFTED, kind, [reason], case_text=words, asked_by_id=item.id)
    outcome = _record(item, OutcomeKind.LIFT, by=by, key=key, words=words, other_item=lifted)
    record("meeting_item.lifted", lifted, by=by, about=above, audience=circle_of_item(lifted),
           committee=item.committee.name)  # fmt: skip
    tell_keepers(lifted, "meeting_item.lifted", _keepers(above), by=by, committee=item.committee.name)
    return outcome


def _send(
    item: Item, committee: Committee, origin: Origin, kind: ItemKind, reasons: list[dict[str, Any]], *,
    is_secret: bool = False, **more: Any,
) -> Item:  # fmt: skip
    """A new item that waits in another committee's backlog, of what an item was about."""
    waiting = Item(
        committee=committee, origin=origin, kind=kind, reasons=reasons, goal_id=item.goal_id, title=item.title,
        point=item.point if not item.title and item.goal_id is None else "", minutes_planned=item.minutes_planned,
        is_confidential=item.is_kept_back or is_secret, **more,
    )  # fmt: skip
    session().add(waiting)
    session().flush()
    return waiting


def _keepers(committee: Committee) -> set[int]:
    return keepers_of(Meeting(committee_id=committee.id))


@operation("outcome.recorded", "meeting_item.answered")
def answer_item(item: Item, *, by: User, words: str, key: str | None = None) -> Outcome:
    """Answer the committee that lifted the item: the answer is on its next agenda, and in the history for its members;
    for everybody it stands at the goal once the minutes are out. Where that committee had itself been asked, it sends
    the answer on. Confidential on the way, it stays so from there."""
    if (done := _once(item, key)) is not None:
        return done
    asked = item.asked_by
    if asked is None or item.origin is not Origin.LIFTED:
        raise NotNow(item)
    outcome = _record(item, OutcomeKind.ANSWER, by=by, key=key, words=words)
    is_secret = item.is_kept_back
    while asked is not None:
        is_secret = is_secret or asked.is_kept_back
        outcome.other_item = _bring_answer(item, asked, words, by, is_secret=is_secret)
        asked = asked.asked_by
    if item.goal is not None and not is_secret:
        tell_of_goal(item, item.goal, "outcome.recorded", people_of(item.goal), by=by, committee=item.committee.name)
    return outcome


def _bring_answer(item: Item, asked: Item, words: str, by: User, *, is_secret: bool) -> Item:
    reason = {"code": "answer", "committee": item.committee.name}
    answer = _send(asked, asked.committee, Origin.ANSWER, ItemKind.INFORMATION, [reason], case_text=words,
                   answers_id=item.id, is_secret=is_secret)  # fmt: skip
    meeting = next_planned(asked.committee_id, today())
    if meeting is not None:
        answer.meeting_id = meeting.id
        answer.place = 1 + max((one.place for one in meeting.items), default=0)
        session().flush()
        session().expire(answer, ["meeting"])
    about: Any = asked.goal if asked.goal is not None and not is_secret else asked.committee
    record("meeting_item.answered", answer, by=by, about=about,
           audience=audience_key(asked.committee_id), committee=item.committee.name,
           words="" if is_secret else words)  # fmt: skip
    tell_keepers(answer, "meeting_item.answered", _keepers(asked.committee), by=by, committee=item.committee.name)
    return answer


@operation("outcome.recorded", "meeting_item.carried")
def carry_over(item: Item, *, by: User, words: str, key: str | None = None) -> Outcome:
    """Treat the item at a later meeting: it waits in the backlog, and comes onto the next planned agenda by itself."""
    if (done := _once(item, key)) is not None:
        return done
    meeting = _meeting(item)
    if item.state is not ItemState.OPEN or meeting.is_private:
        raise NotNow(item)
    reasons = [*item.reasons, {"code": "carried", "on": meeting.held_on.isoformat()}]
    later = _send(
        item, item.committee, Origin.CARRIED, item.kind, reasons, case_text=item.case_text,
        recommendation=item.recommendation, carried_from_id=item.id, proposed_by_id=item.proposed_by_id,
        proposed_at=item.proposed_at, asked_by_id=item.asked_by_id, answers_id=item.answers_id,
        dialogue_id=item.dialogue_id, brought=item.brought,
        questions=[
            ItemQuestion(key=one.key, da=one.da, en=one.en, place=one.place)
            for one in item.questions if not one.answer
        ],
    )  # fmt: skip
    if item.origin in {Origin.LIFTED, Origin.ANSWER}:
        later.origin = item.origin
    outcome = _record(item, OutcomeKind.CARRIED, by=by, key=key, words=words, other_item=later)
    item.state, item.moved_reason = ItemState.CARRIED, words
    record("meeting_item.carried", item, by=by, about=meeting, audience=circle_of_record(item))
    return outcome


@operation("meeting_item.discussed")
def keep_discussion(item: Item, *, by: User, discussion: str, version: int | None = None) -> bool:
    """Write down what was said; whether that changed anything. Stale where somebody else has written meanwhile,
    unless it says the same: what was sent twice."""
    meeting = _meeting(item)
    _stands(meeting)
    if item.discussion == discussion:
        return False
    check_version(item, version)
    item.discussion = discussion
    record("meeting_item.discussed", item, by=by, about=meeting, audience=circle_of_record(item))
    count_up(meeting, "pulse")
    return True


@operation("meeting_item.question_answered")
def answer_question(asked: ItemQuestion, *, by: User, answer: str, version: int | None = None) -> bool:
    """Write down what was answered to one of an item's dialogue questions; whether that changed anything. Stale where
    somebody else has written meanwhile, unless it says the same."""
    item = asked.item
    meeting = _meeting(item)
    _stands(meeting)
    if asked.answer == answer:
        return False
    check_version(asked, version)
    asked.answer = answer
    record("meeting_item.question_answered", item, by=by, about=meeting, audience=circle_of_record(item))
    count_up(meeting, "pulse")
    return True


@operation("meeting_item.treated")
def treat_item(item: Item, *, by: User) -> bool:
    """The committee is through with the item; whether it was not before."""
    meeting = _meeting(item)
    _stands(meeting)
    if item.state is not ItemState.OPEN:
        return False
    item.state, item.treated_at = ItemState.TREATED, now()
    record("meeting_item.treated", item, by=by, about=meeting, audience=circle_of_record(item))
    count_up(meeting, "pulse")
    return True


@operation("outcome.reworded")
def reword_outcome(outcome: Outcome, *, by: User, words: str, version: int | None = None) -> bool:
    """Put right what the minutes say, until they are approved; whether that changed anything."""
    check_version(outcome, version)
    _stands(outcome.meeting)
    if outcome.words == words:
        return False
    outcome.words = words
    record("outcome.reworded", outcome, by=by, about=outcome.meeting, audience=circle_of_record(outcome.item))
    count_up(outcome.meeting, "pulse")
    return True


@operation("outcome.withdrawn")
def withdraw_outcome(outcome: Outcome, *, by: User) -> None:
    """Take back words that were recorded by mistake. ChangedTheGoal for all that did more than stand in the minutes."""
    _stands(outcome.meeting)
    if outcome.kind not in WORDS_ONLY:
        raise ChangedTheGoal(outcome)
    outcome.withdrawn_at = now()
    record("outcome.withdrawn", outcome, by=by, about=outcome.meeting, audience=circle_of_record(outcome.item))
    count_up(outcome.meeting, "pulse")


@operation("outcome.published")
def publish_decisions(meeting: Meeting, *, by: User) -> int:
    """Write what was decided on goals into their histories for everybody, as the minutes that go out say it; how many.
    What was recorded on the way to it stays the committee's own."""
    told = queries.to_publish(meeting)
    for outcome in told:
        said = {"kind": ("", outcome.kind), "words": ("", outcome.words)}
        record("outcome.published", outcome, by=by, about=outcome.goal, also=said, committee=outcome.committee.name)
    return len(told)


def _once(item: Item, key: str | None) -> Outcome | None:
    """What was recorded under that key before. Two at once wait for each other here."""
    meeting = _meeting(item)
    _stands(meeting)
    lock(f"meeting:{meeting.id}")
    return queries.recorded(meeting.id, key) if key else None


def _meeting(item: Item) -> Meeting:
    if item.meeting is None:
        raise NotNow(item)
    return item.meeting


def _stands(meeting: Meeting) -> None:
    if meeting.stage not in RECORDED_IN:
        raise NotNow(meeting)


def _decidable(item: Item) -> Goal:
    if item.goal is None or not is_decidable(item):
        raise NotHere(item)
    return item.goal


def _record(item: Item, kind: OutcomeKind, *, by: User, key: str | None, **said: Any) -> Outcome:
    """Write the outcome, in the history of its goal, or of the meeting where there is none."""
    meeting = _meeting(item)
    outcome = Outcome(
        committee_id=item.committee_id, meeting_id=meeting.id, item_id=item.id, goal_id=item.goal_id, kind=kind,
        key=key or str(uuid4()), recorded_by_id=by.id, **said,
    )  # fmt: skip
    session().add(outcome)
    session().flush()
    is_open = not item.is_kept_back and not meeting.is_private
    about: Any = item.goal if item.goal is not None and is_open else meeting
    record(
        "outcome.recorded", outcome, by=by, about=about, audience=circle_of_record(item), committee=item.committee.name,
    )  # fmt: skip
    count_up(meeting, "pulse")
    return outcome
