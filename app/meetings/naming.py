"""What an item is called, and why it comes up, in the reader's language. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.core.formats import day
from app.core.languages import gettext as _
from app.core.languages import ngettext
from app.core.typed import parse_day
from app.goals.models import Goal, Status
from app.goals.sight import sees_draft
from app.meetings.models import Item
from app.meetings.points import POINTS
from app.people.models import User


def title_of(item: Item, user: User | None) -> str:
    """Its own title, or that of its goal or fixed point. Nobody (None) stands for everybody: then, as for one who can't
    see a draft, the draft is named by its number alone."""
    if item.title:
        return item.title
    if item.goal is not None:
        return goal_name(item.goal, user)
    return str(POINTS[item.point].title) if item.point in POINTS else item.reference


def full_title(item: Item) -> str:
    """The same for the committee itself, whose minutes name a draft as it is called."""
    return item.title or (str(item.goal) if item.goal is not None else title_of(item, None))


def goal_name(goal: Goal, user: User | None) -> str:
    is_hidden = goal.status is Status.DRAFT and (user is None or not sees_draft(user, goal))
    return goal.reference if is_hidden else str(goal)


def _review(said: Mapping[str, Any]) -> str:
    return _("Its review falls on %(day)s.", day=_day(said["on"]))


def _overdue(said: Mapping[str, Any]) -> str:
    return _("Its review was due on %(day)s.", day=_day(said["on"]))


def _hearing(said: Mapping[str, Any]) -> str:
    return _("It is in hearing here until %(day)s, and the hearing is to be closed.", day=_day(said["on"]))


def _questions(said: Mapping[str, Any]) -> str:
    return ngettext(
        "A question has waited too long for an answer.", "%(num)d questions have waited too long for an answer.",
        int(said["count"]),
    )  # fmt: skip


def _high(said: Mapping[str, Any]) -> str:
    return _("Its risk is high.")


def _raised(said: Mapping[str, Any]) -> str:
    return _("Its risk has risen since the assessment before.")


def _result(said: Mapping[str, Any]) -> str:
    return _("Its result was told to the staff group, but not yet to the committee.")


def _minutes(said: Mapping[str, Any]) -> str:
    return _("The minutes of %(day)s are not approved yet.", day=_day(said["on"]))


def _actions(said: Mapping[str, Any]) -> str:
    return ngettext(
        "An action in the area is overdue.", "%(num)d actions in the area are overdue.", int(said["count"])
    )  # fmt: skip


def _lifted(said: Mapping[str, Any]) -> str:
    return _("Lifted from %(committee)s.", committee=said["committee"])


def _answer(said: Mapping[str, Any]) -> str:
    return _("An answer from %(committee)s.", committee=said["committee"])


def _carried(said: Mapping[str, Any]) -> str:
    return _("Carried over from %(day)s.", day=_day(said["on"]))


def _proposed(said: Mapping[str, Any]) -> str:
    return _("Proposed by %(name)s.", name=said["name"])


def _day(iso: str) -> str:
    return day(parse_day(iso))


REASONS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "review": _review, "overdue": _overdue, "hearing": _hearing, "questions": _questions, "high": _high,
    "raised": _raised, "result": _result, "minutes": _minutes, "actions": _actions, "lifted": _lifted,
    "answer": _answer, "carried": _carried, "proposed": _proposed,
}  # fmt: skip


def reasons_of(item: Item) -> list[str]:
    """Why an item comes up, a sentence each."""
    return [REASONS[said["code"]](said) for said in item.reasons if said.get("code") in REASONS]
