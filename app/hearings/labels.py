"""Words for hearings, briefings and notices."""

from __future__ import annotations

from app.core.languages import lazy
from app.hearings.models import Outcome, Phase, Position, Stage
from app.organisation.models import Side

STAGES = {
    Stage.OPEN: lazy("Open"),
    Stage.CLOSED: lazy("Closed"),
    Stage.WITHDRAWN: lazy("Withdrawn"),
    Stage.NOT_SOUGHT: lazy("Not sought"),
}
POSITIONS = {
    Position.SUPPORTS: lazy("Supports"),
    Position.REMARKS: lazy("Supports with remarks"),
    Position.OBJECTS: lazy("Objects"),
}
POSITION_LOOKS = {
    Position.SUPPORTS: ("good", "check"),
    Position.REMARKS: ("info", "pencil"),
    Position.OBJECTS: ("bad", "stop"),
}
OUTCOMES = {
    Outcome.UNCHANGED: lazy("The goal goes on as it is"),
    Outcome.ADJUSTED: lazy("The goal is adjusted"),
    Outcome.DROPPED: lazy("The goal is dropped"),
}
PHASES = {
    Phase.BEFORE: lazy("Before: what will be measured, and why"),
    Phase.AFTER: lazy("After: what came out of it"),
}
PHASES_SHORT = {Phase.BEFORE: lazy("before the measuring"), Phase.AFTER: lazy("what came out of it")}
SIDES_SAY = {
    Side.MANAGEMENT: lazy("The management side"),
    Side.EMPLOYEES: lazy("The employee side"),
}
SIDES_INSIDE = {Side.MANAGEMENT: lazy("the management side"), Side.EMPLOYEES: lazy("the employee side")}
HEARING_FIELDS = {
    "committee": lazy("Committee"),
    "stage": lazy("State of the hearing"),
    "deadline": lazy("Deadline"),
    "question": lazy("What we ask about"),
    "outcome": lazy("Outcome"),
    "words": lazy("In words"),
    "silence": lazy("Why we went on without an answer"),
}
ANSWER_FIELDS = {
    "side": lazy("Side"),
    "position": lazy("Answer"),
    "words": lazy("In words"),
    "is_final": lazy("Final answer"),
    "is_confirmed": lazy("Confirmed by the side"),
    "meeting_on": lazy("Said at the meeting on"),
}
BRIEFING_FIELDS = {
    "phase": lazy("When"),
    "told": lazy("What was told"),
    "committee": lazy("Committee"),
    "committee_on": lazy("Told to the committee on"),
    "group_on": lazy("Told to the staff group on"),
    "group_how": lazy("How the group was told"),
}
NOTICE_FIELDS = {
    "given_on": lazy("Notice given on"),
    "starts_on": lazy("Measuring starts on"),
    "purpose": lazy("Purpose"),
    "grounds": lazy("Operational grounds"),
    "recorded": lazy("What is recorded"),
    "used_for": lazy("How it is used"),
    "seen_by": lazy("Who can see it"),
    "storage": lazy("How long it is kept"),
    "controller": lazy("Data controller"),
    "legal_basis": lazy("Legal basis"),
    "contact": lazy("Contact"),
    "discussed": lazy("Discussed with"),
}
