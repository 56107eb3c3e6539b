"""How the history and the inbox tell what happened to goals."""

from __future__ import annotations

from app.core.languages import lazy
from app.goals.labels import FIELDS
from app.goals.labels import VALUES as GOAL_VALUES

SENTENCES = {
    "goal.added": lazy("%(actor)s added the goal."),
    "goal.revised": lazy("%(actor)s revised the goal."),
    "goal.links_revised": lazy("%(actor)s changed which objectives the goal serves."),
    "goal.started": lazy("%(actor)s put the goal in force."),
    "goal.in_hearing": lazy("The goal is in hearing."),
    "goal.back_to_draft": lazy("The goal is a draft again."),
    "goal.notice_given": lazy("%(actor)s gave notice of the control measure."),
    "goal.retired": lazy("%(actor)s retired the goal."),
    "goal.taken_up": lazy("%(actor)s took up %(earlier)s again as this draft."),
    "goal.review_set": lazy("%(actor)s set the next review."),
    "goal.placed": lazy("The goal's place on the balances was moved."),
    "goal.relevelled": lazy("The goal's level of risk changed, because %(actor)s chose other bands."),
    "goal.review_drawn_nearer": lazy("The next review was drawn nearer."),
    "goal.risk_set": lazy("The goal's risk was set by an assessment."),
}
LABELS = {"goal": FIELDS}
VALUES = {"goal": GOAL_VALUES}
NOTICES = {
    "goal.added": lazy("%(actor)s added the goal."),
    "goal.revised": lazy("%(actor)s revised the goal."),
    "goal.started": lazy("%(actor)s put the goal in force."),
    "goal.retired": lazy("%(actor)s retired the goal."),
    "goal.taken_up": lazy("%(actor)s took up a retired goal again as this draft."),
}
ADDRESSES = {"goal": ("dossier.show", "goal_id")}
