"""The verbs on hearings, briefings and notices."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.core.clock import now, today
from app.core.db import lock, session
from app.core.operation import Stale, operation, record
from app.goals.models import Goal, Status
from app.goals.operations import WrongTime, send_to_hearing, set_notice, take_back
from app.goals.substance import digest, snapshot
from app.hearings.heard import is_outdated
from app.hearings.models import Briefing, ControlNotice, Hearing, HearingAnswer, Outcome, Position, Stage
from app.hearings.notices import tell_all, tell_committee, tell_of_notice
from app.hearings.queries import answer_now, has_other_hearings, open_hearing_in, perhaps_outdated
from app.organisation.models import Committee, Side
from app.organisation.standing import standing_of
from app.people.models import User


class AlreadyOpen(ValueError):
    """The goal is before that committee already."""


class TooLate(ValueError):
    """The deadline has passed, or the hearing has ended."""


class TooEarly(ValueError):
    """A side may still answer or change its answer."""


class NotYours(ValueError):
    """One side can't write down the other's answer in its place; the argument is that side."""


class AlreadyAnswered(ValueError):
    """What a side has answered is not taken back by anybody else."""


class SilenceUnexplained(ValueError):
    """A side did not answer, and it is not said why one goes on all the same."""


@operation("hearing.opened", "goal.in_hearing")
def open_hearing(goal: Goal, *, committee: Committee, deadline: date, by: User, question: str = "") -> Hearing:
    """Put the goal as it is before a committee. AlreadyOpen when it is there already."""
    lock(f"hearings:{goal.id}")
    if goal.status is Status.RETIRED:
        raise WrongTime(goal)
    if open_hearing_in(goal, committee.id) is not None:
        raise AlreadyOpen(goal)
    hearing = _new(goal, by, committee_id=committee.id, deadline=deadline, question=question)
    hearing.goal = goal
    record("hearing.opened", hearing, by=by, about=goal, committee=committee.name)
    send_to_hearing(goal, by=by)
    tell_committee(hearing, "hearing.opened", by=by)
    return hearing


@operation("hearing.not_sought")
def skip_hearing(goal: Goal, *, reason: str, by: User, committee: Committee | None = None) -> Hearing:
    """Note why nobody is asked about the goal as it is. Everyone who reads the goal sees the reason."""
    if goal.status is Status.RETIRED:
        raise WrongTime(goal)
    committee_id = committee.id if committee else None
    hearing = _new(goal, by, committee_id=committee_id, stage=Stage.NOT_SOUGHT, words=reason)
    hearing.ended_on, hearing.ended_by_id = today(), by.id
    record("hearing.not_sought", hearing, by=by, about=goal)
    return hearing


def _new(goal: Goal, by: User, **answers: Any) -> Hearing:
    hearing = Hearing(
        goal_id=goal.id, opened_on=today(), opened_by_id=by.id, frozen=snapshot(goal), substance=digest(goal), **answers
    )
    session().add(hearing)
    return hearing


@operation("hearing.answered", "hearing.answer_changed")
def answer_hearing(
    hearing: Hearing, *, side: Side, position: Position, words: str, by: User, is_final: bool = False,
    version: int | None = None,
) -> HearingAnswer:  # fmt: skip
    """Give or change a side's answer. TooLate after the deadline; Stale when the side has answered otherwise since."""
    _hold(hearing)
    if not hearing.takes_answers(today()) or hearing.goal.status is Status.RETIRED:
        raise TooLate(hearing)
    answer = answer_now(hearing, side)
    if answer is not None and version is not None and answer.version != version:
        raise Stale(answer)
    code = "hearing.answered" if answer is None else "hearing.answer_changed"
    answer = answer or _new_answer(hearing, side)
    answer.position, answer.words, answer.is_final, answer.meeting_on = position, words, is_final, None
    answer.is_confirmed = True
    answer.given_by_id, answer.given_at = by.id, now()
    record(code, answer, by=by, about=hearing.goal, side=side)
    tell_all(hearing, "hearing.answered", by=by)
    return answer


@operation("hearing.recorded")
def record_answers(hearing: Hearing, *, said: Mapping[Side, tuple[Position, str]], meeting_on: date, by: User) -> None:
    """Record what the sides said at a meeting, all of it or none. TooLate when the hearing has ended or the meeting
    came before it; NotYours where a person of one side would speak for the other after the deadline or in its place."""
    _hold(hearing)
    if not hearing.is_open or hearing.goal.status is Status.RETIRED or meeting_on < hearing.opened_on:
        raise TooLate(hearing)
    for side, (position, words) in said.items():
        _record_answer(hearing, side, position, words, meeting_on, by)
    tell_all(hearing, "hearing.recorded", by=by)


def _record_answer(hearing: Hearing, side: Side, position: Position, words: str, meeting_on: date, by: User) -> None:
    own = standing_of(by).side_in(hearing.committee_id or 0)
    is_others = own is not None and own is not side
    answer = answer_now(hearing, side)
    said_itself = answer is not None and answer.meeting_on is None
    if is_others and (said_itself or not hearing.takes_answers(today())):
        raise NotYours(side)
    answer = answer or _new_answer(hearing, side)
    answer.position, answer.words, answer.meeting_on = position, words, meeting_on
    # What one side wrote down for the other counts once the other says so itself, until the deadline.
    answer.is_final = answer.is_confirmed = not is_others
    answer.given_by_id, answer.given_at = by.id, now()
    record("hearing.recorded", answer, by=by, about=hearing.goal, side=side)


def _new_answer(hearing: Hearing, side: Side) -> HearingAnswer:
    answer = HearingAnswer(side=side)
    hearing.answers.append(answer)
    return answer


def _hold(hearing: Hearing) -> None:
    """Let nobody else open, answer or end a hearing on the goal meanwhile, and see the hearing as it is now."""
    lock(f"hearings:{hearing.goal_id}")
    session().refresh(hearing)


@operation("hearing.closed")
def close_hearing(hearing: Hearing, *, outcome: Outcome, words: str, by: User, silence: str = "") -> None:
    """End a hearing with what came of it. TooEarly while a side may still answer or change what it said;
    SilenceUnexplained when a side did not answer and it is not said why one goes on."""
    _hold(hearing)
    if not hearing.may_end(today()):
        raise TooEarly(hearing)
    if hearing.silent and not silence:
        raise SilenceUnexplained(hearing)
    hearing.stage, hearing.outcome, hearing.words = Stage.CLOSED, outcome, words
    hearing.silence = silence if hearing.silent else ""
    hearing.ended_on, hearing.ended_by_id = today(), by.id
    record("hearing.closed", hearing, by=by, about=hearing.goal, committee=_name(hearing))
    tell_all(hearing, "hearing.closed", by=by)


@operation("hearing.withdrawn", "goal.back_to_draft")
def withdraw_hearing(hearing: Hearing, *, reason: str, by: User) -> None:
    """Take an open hearing back before anybody has answered; AlreadyAnswered after that. The goal is a draft again
    unless it is or was heard elsewhere."""
    _hold(hearing)
    if not hearing.is_open:
        raise TooLate(hearing)
    if hearing.answers:
        raise AlreadyAnswered(hearing)
    hearing.stage, hearing.words, hearing.ended_on, hearing.ended_by_id = Stage.WITHDRAWN, reason, today(), by.id
    record("hearing.withdrawn", hearing, by=by, about=hearing.goal, committee=_name(hearing))
    tell_committee(hearing, "hearing.withdrawn", by=by)
    if not has_other_hearings(hearing):
        take_back(hearing.goal, by=by)


@operation("hearing.outdated")
def tell_outdated() -> int:
    """Tell each committee once when a goal has changed in substance since it was heard. Returns how many were told."""
    lock("hearings.tell_outdated")
    told = 0
    for hearing in perhaps_outdated():
        if is_outdated(hearing, digest(hearing.goal)):
            hearing.outdated_told_on = today()
            record("hearing.outdated", hearing, by=None, about=hearing.goal, committee=_name(hearing))
            tell_all(hearing, "hearing.outdated", by=None)
            told += 1
    return told


def _name(hearing: Hearing) -> str:
    return hearing.committee.name if hearing.committee else ""


@operation("briefing.added")
def add_briefing(goal: Goal, *, by: User, **answers: Any) -> Briefing:
    """Note that something was told, to the committee, to the group measured, or to both."""
    if goal.status is Status.RETIRED:
        raise WrongTime(goal)
    briefing = Briefing(goal_id=goal.id, substance=digest(goal), recorded_by_id=by.id, **answers)
    session().add(briefing)
    record("briefing.added", briefing, by=by, about=goal)
    return briefing


@operation("briefing.revised")
def revise_briefing(briefing: Briefing, *, by: User, version: int | None = None, **answers: Any) -> bool:
    """Say that the other one has been told as well, or put right what was noted; whether anything was changed."""
    if version is not None and briefing.version != version:
        raise Stale(briefing)
    if all(getattr(briefing, name) == value for name, value in answers.items()):
        return False
    for name, value in answers.items():
        setattr(briefing, name, value)
    record("briefing.revised", briefing, by=by, about=briefing.goal)
    return True


@operation("control_notice.added", "goal.notice_given")
def give_notice(goal: Goal, *, by: User, given_on: date, starts_on: date, **answers: str) -> ControlNotice:
    """Give notice of a control measure; the goal's own dates of notice and start follow it."""
    notice = ControlNotice(goal_id=goal.id, given_on=given_on, starts_on=starts_on, given_by_id=by.id, **answers)
    session().add(notice)
    record("control_notice.added", notice, by=by, about=goal, starts_on=starts_on)
    set_notice(goal, by=by, given_on=given_on, starts_on=starts_on)
    tell_of_notice(notice, goal, by=by)
    return notice
