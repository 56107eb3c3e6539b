"""The demo's meetings: planned, called, held, minuted and approved; and those to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from app.agenda.operations import add_item, draw_agenda, propose_item, revise_item, set_questions
from app.balances.models import BALANCES
from app.core.clock import today
from app.core.holidays import is_free
from app.core.typed import parse_clock
from app.decisions.models import OutcomeKind
from app.decisions.operations import (
    agree_placement,
    answer_item,
    answer_question,
    decide_on_goal,
    keep_discussion,
    lift_item,
    note_outcome,
    treat_item,
)
from app.demo.dialogues import asked
from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.meetings.models import Item, ItemKind, Meeting, MeetingKind, Origin, Presence
from app.meetings.operations import (
    Presences,
    add_guest,
    call_meeting,
    cancel_meeting,
    mark_attendance,
    open_meeting,
    plan_meeting,
    plan_year,
)
from app.meetings.plans import Slot
from app.meetings.queries import whole_agenda
from app.minutes.operations import approve_minutes, make_statement, send_out_minutes, tell_colleagues
from app.minutes.queries import digest_now
from app.organisation.models import Side


def plan(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a meeting's whole life on the timeline."""
    one = _Held(found, goals)
    timeline.on(found["planned"], one.plan)
    for said in found.get("proposal", ()):
        timeline.on(said["on"], one.proposing(said))
    if "called" in found:
        timeline.on(found["called"], one.call)
    if "cancelled" in found:
        timeline.on(found["cancelled"], one.cancel)
    if "out" in found:
        timeline.on(one.held_on, one.hold)
        timeline.on(found["out"], one.send_out)
    for person in found.get("approved", ()):
        timeline.on(found["approved_on"], one.approving(person))


def plan_whole_year(found: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put several meetings that were planned at once on the timeline."""
    times = parse_clock(found["begins"]), parse_clock(found["ends"])
    slots = [Slot(workday(day["on"]), MeetingKind(day["kind"]), *times, found["place"]) for day in found["days"]]
    committee = goals.ground.committees[found["committee"]]
    timeline.on(found["on"], lambda: plan_year(committee, slots, by=goals.person(found["by"])))


def workday(day: date) -> date:
    """The day itself, or the nearest one on which people work: before it for what was, after it for what comes."""
    step = timedelta(days=1 if day >= today() else -1)
    while is_free(day) and day != today():
        day += step
    return day


class _Held:
    """One meeting of the seeds while its deeds are done."""

    def __init__(self, found: Plain, goals: Goals) -> None:
        self.found, self.goals = found, goals
        self.held_on = workday(found["on"])
        self.by = goals.person(found["by"])
        self.made: list[Meeting] = []

    @property
    def meeting(self) -> Meeting:
        return self.made[0]

    def plan(self) -> None:
        found = self.found
        slot = Slot(
            self.held_on, MeetingKind(found["kind"]), parse_clock(found["begins"]), parse_clock(found["ends"]),
            found["place"], found.get("is_discussion", False),
        )  # fmt: skip
        committee = self.goals.ground.committees[found["committee"]]
        self.made.append(plan_meeting(committee, slot, by=self.by, note=found.get("note", "")))
        self.goals.meetings[found["id"]] = self.meeting

    def proposing(self, said: Plain) -> Callable[[], object]:
        return lambda: propose_item(
            self.meeting.committee, by=self.goals.person(said["by"]), meeting=self.meeting, title=said["title"],
            case_text=said["case"], recommendation=said["recommendation"], kind=ItemKind(said["kind"]),
        )  # fmt: skip

    def call(self) -> None:
        """The agenda is brought up to date and worked on, then sent."""
        draw_agenda(self.meeting, self.by)
        for said in self.found.get("item", ()):
            self._prepare(said)
        call_meeting(self.meeting, by=self.by)
        for guest in self.found.get("guests", ()):
            add_guest(self.meeting, by=self.by, user=self.goals.person(guest["person"]), guest_as=guest["as"])

    def _prepare(self, said: Plain) -> None:
        item = self._item(said)
        texts = {"case_text": said.get("case", ""), "recommendation": said.get("recommendation", "")}
        revise_item(item, by=self.by, **{name: text for name, text in texts.items() if text})
        if "questions" in said:
            set_questions(item, asked(said["questions"], self.by), by=self.by)

    def _item(self, said: Plain) -> Item:
        """The item that the seeds speak of; one that the register did not bring up is added."""
        found = next((line.item for line in whole_agenda(self.meeting) if self._is(line.item, said)), None)
        if found is not None:
            return found
        goal = self.goals.made[said["goal"]] if "goal" in said else None
        under = "review.3" if self.meeting.kind is MeetingKind.REVIEW else "ordinary.2"
        parents = [line.item for line in whole_agenda(self.meeting) if goal is not None and line.item.point == under]
        return add_item(
            self.meeting, committee=self.meeting.committee, by=self.by, goal=goal, title=said.get("title", ""),
            parent=parents[0] if parents else None, minutes_planned=said.get("minutes", 10),
            kind=ItemKind(said.get("kind", "decision")), is_confidential=said.get("confidential", False),
        )  # fmt: skip

    def _is(self, item: Item, said: Plain) -> bool:
        if "lifted" in said:
            asked = self.goals.meetings[said["lifted"]]
            return item.asked_by is not None and bool(item.asked_by.meeting_id == asked.id)
        if "point" in said:
            return bool(item.point == said["point"])
        if "goal" in said:
            return bool(item.goal_id == self.goals.made[said["goal"]].id) and item.origin is not Origin.LIFTED
        return bool(item.title == said["title"])

    def hold(self) -> None:
        open_meeting(self.meeting, by=self.by)
        self._note_who_was_there()
        for said in self.found.get("item", ()):
            self._treat(said)
        tell_colleagues(self.meeting, by=self.by, words=self.found["tell"])

    def _note_who_was_there(self) -> None:
        absent = {self.goals.person(key).id for key in self.found["absent"]}
        part = {self.goals.person(one["person"]).id: one["words"] for one in self.found.get("part", ())}
        rows = {
            row.id: Presences(
                Presence.ABSENT if row.user_id in absent or not row.name else
                Presence.PART if row.user_id in part else Presence.PRESENT,
                part.get(row.user_id or 0, ""),
            )
            for row in self.meeting.attendances
        }  # fmt: skip
        mark_attendance(self.meeting, rows, by=self.by)

    def _treat(self, said: Plain) -> None:
        item = self._item(said)
        if "said" in said:
            keep_discussion(item, by=self.by, discussion=said["said"])
        for question in item.questions:
            answer_question(question, by=self.by, answer=said.get("answers", {}).get(question.key, ""))
        for outcome in said.get("outcomes", ()):
            OUTCOMES[outcome["what"]](item, outcome, self.by)
        if "statement" in said:
            one = said["statement"]
            make_statement(
                self.meeting, item, by=self.goals.person(one["by"]), words=one["words"],
                on_behalf_of=one["on_behalf_of"],
            )  # fmt: skip
        treat_item(item, by=self.by)

    def send_out(self) -> None:
        send_out_minutes(self.meeting, by=self.by)

    def approving(self, person: str) -> Callable[[], object]:
        return lambda: self._approve(person)

    def _approve(self, person: str) -> None:
        row = next(row for row in self.meeting.attendances if row.user_id == self.goals.person(person).id)
        side = row.side or Side.MANAGEMENT
        approve_minutes(self.meeting, by=self.goals.person(person), side=side, seen=digest_now(self.meeting))

    def cancel(self) -> None:
        cancel_meeting(self.meeting, by=self.by, reason=self.found["cancelled_why"])


def _note(item: Item, said: Plain, by: Any) -> None:
    note_outcome(item, by=by, words=said["words"], is_decision=said["what"] == "decided")


def _decide(item: Item, said: Plain, by: Any) -> None:
    decide_on_goal(item, by=by, kind=OutcomeKind(said["what"]), words=said["words"])


def _place(item: Item, said: Plain, by: Any) -> None:
    places = dict(zip(BALANCES, said["places"], strict=True))
    agree_placement(item, by=by, places=places, reasons=said["reasons"])


def _lift(item: Item, said: Plain, by: Any) -> None:
    lift_item(item, by=by, words=said["words"], kind=ItemKind(said["kind"]))


def _answer(item: Item, said: Plain, by: Any) -> None:
    answer_item(item, by=by, words=said["words"])


OUTCOMES: dict[str, Callable[[Item, Plain, Any], None]] = {
    "noted": _note, "decided": _note, "keep": _decide, "adjust": _decide, "retire": _decide, "placement": _place,
    "lift": _lift, "answer": _answer,
}  # fmt: skip
