"""Words for meetings and their items."""

from __future__ import annotations

from app.core.languages import lazy
from app.meetings.models import ItemKind, ItemState, MeetingKind, Origin, Presence, Stage

KINDS = {
    MeetingKind.REVIEW: lazy("Yearly review of goals"),
    MeetingKind.ORDINARY: lazy("Ordinary meeting"),
    MeetingKind.DISCUSSION: lazy("Yearly work-environment discussion"),
    MeetingKind.PRE_MEETING: lazy("The employees' own meeting beforehand"),
}
STAGES = {
    Stage.PLANNED: lazy("Planned"),
    Stage.CALLED: lazy("Called"),
    Stage.IN_SESSION: lazy("In session"),
    Stage.MINUTES_OUT: lazy("Minutes out"),
    Stage.APPROVED: lazy("Minutes approved"),
    Stage.CANCELLED: lazy("Cancelled"),
}
STEPS = tuple(stage for stage in Stage if stage is not Stage.CANCELLED)  # in their order; cancelled is a way out
# The look and the sign of a stage; the words stand beside them.
STAGE_LOOKS = {
    Stage.PLANNED: ("", "calendar-link"),
    Stage.CALLED: ("info", "bell"),
    Stage.IN_SESSION: ("warn", "clock"),
    Stage.MINUTES_OUT: ("info", "minutes"),
    Stage.APPROVED: ("good", "check"),
    Stage.CANCELLED: ("", "archive"),
}
ITEM_KINDS = {
    ItemKind.INFORMATION: lazy("For information"),
    ItemKind.DISCUSSION: lazy("For discussion"),
    ItemKind.DECISION: lazy("For decision"),
}
ITEM_STATES = {
    ItemState.OPEN: lazy("Not treated yet"),
    ItemState.TREATED: lazy("Treated"),
    ItemState.CARRIED: lazy("Carried over"),
    ItemState.DROPPED: lazy("Taken off"),
}
ORIGINS = {
    Origin.TEMPLATE: lazy("Point of the template"),
    Origin.REGISTER: lazy("From the register"),
    Origin.CHAIR: lazy("Added by those who keep the meeting"),
    Origin.PROPOSAL: lazy("Proposed"),
    Origin.LIFTED: lazy("Lifted from another committee"),
    Origin.ANSWER: lazy("Answer from another committee"),
    Origin.CARRIED: lazy("Carried over"),
}
PRESENCES = {
    Presence.PRESENT: lazy("Present"),
    Presence.PART: lazy("Part of the meeting"),
    Presence.ABSENT: lazy("Absent"),
}
FIELDS = {
    "committee": lazy("Committee"),
    "kind": lazy("Kind of meeting"),
    "is_discussion": lazy("Also the yearly work-environment discussion"),
    "held_on": lazy("Date"),
    "begins": lazy("Begins"),
    "ends": lazy("Ends"),
    "place": lazy("Place"),
    "note": lazy("Note to those called"),
    "stage": lazy("Stage"),
    "called_at": lazy("Called"),
    "opened_at": lazy("Opened"),
    "minutes_out_at": lazy("Minutes sent out"),
    "remarks_by": lazy("Remarks to the minutes by"),
    "approved_at": lazy("Approved"),
    "cancelled_reason": lazy("Why it is cancelled"),
    "tell_colleagues": lazy("What we tell our colleagues"),
}
ITEM_FIELDS = {
    "committee": lazy("Committee"),
    "meeting": lazy("Meeting"),
    "place": lazy("Place in the order"),
    "kind": lazy("Type"),
    "state": lazy("State"),
    "origin": lazy("Comes from"),
    "title": lazy("Title"),
    "goal": lazy("Goal"),
    "case_text": lazy("The case"),
    "recommendation": lazy("Recommendation"),
    "discussion": lazy("What was said"),
    "is_confidential": lazy("Confidential"),
    "minutes_planned": lazy("Minutes"),
    "proposed_by": lazy("Proposed by"),
    "moved_reason": lazy("Why it was moved"),
    "treated_at": lazy("Treated"),
}
VALUES = {"kind": KINDS, "stage": STAGES}
ITEM_VALUES = {"kind": ITEM_KINDS, "state": ITEM_STATES, "origin": ORIGINS}
