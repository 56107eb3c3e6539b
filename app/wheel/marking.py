"""Meetings, goals, actions and hearings as marks on the wheel. Pure."""

from __future__ import annotations

from datetime import date

from app.actions.models import Action, ActionStatus
from app.goals.models import Goal
from app.hearings.models import Hearing
from app.meetings.labels import KINDS
from app.meetings.models import Meeting
from app.wheel.marks import Kind, Mark


def of_meeting(meeting: Meeting, _today: date) -> Mark:
    leads_to = ("meetings.show", {"meeting_id": meeting.id})
    return Mark(Kind.MEETING, meeting.held_on, meeting.committee.name, leads_to, what=KINDS[meeting.kind])


def of_goal(goal: Goal, today: date) -> Mark:
    """The next review of a goal that has one."""
    day = goal.next_review_on or today
    return Mark(
        Kind.REVIEW, day, f"{goal.code} {goal.title}", ("dossier.show", {"goal_id": goal.id}), is_late=day < today
    )


def of_action(action: Action, today: date) -> Mark:
    """When an action is to be done; when it is, when somebody looks whether it worked."""
    late = action.is_overdue(today) or action.is_check_overdue(today)
    leads_to = ("actions.show", {"action_id": action.id})
    return Mark(Kind.ACTION, day_of(action) or today, action.title, leads_to, is_late=late)


def day_of(action: Action) -> date | None:
    return action.check_on if action.status is ActionStatus.DONE else action.due_on


def of_hearing(hearing: Hearing, today: date) -> Mark:
    """The deadline of a hearing."""
    day = hearing.deadline or today
    leads_to = ("hearings.show", {"goal_id": hearing.goal_id, "hearing_id": hearing.id})
    title = f"{hearing.goal.code} {hearing.goal.title}"
    return Mark(
        Kind.HEARING, day, title, leads_to, what=hearing.committee or "", is_late=hearing.is_open and day < today
    )
