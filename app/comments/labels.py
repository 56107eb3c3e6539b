"""Words for comments."""

from __future__ import annotations

from app.comments.models import CommentKind, Visibility
from app.core.languages import lazy
from app.organisation.models import Side

KINDS = {
    CommentKind.QUESTION: lazy("Question"),
    CommentKind.CONCERN: lazy("Concern"),
    CommentKind.PROPOSAL: lazy("Proposal"),
    CommentKind.SUPPORT: lazy("Support"),
    CommentKind.NOTE: lazy("Note"),
    CommentKind.REPLY: lazy("Reply"),
    CommentKind.ANSWER: lazy("Answer"),
}
KIND_ICONS = {
    CommentKind.QUESTION: "question",
    CommentKind.CONCERN: "concern",
    CommentKind.PROPOSAL: "idea",
    CommentKind.SUPPORT: "check-ring",
    CommentKind.NOTE: "pencil",
    CommentKind.REPLY: "reply",
    CommentKind.ANSWER: "reply",
}
VISIBILITIES = {
    Visibility.ALL: lazy("Everyone who can see the goal"),
    Visibility.COMMITTEE: lazy("All of %(committee)s"),
    Visibility.SIDE: lazy("Only the %(side)s in %(committee)s"),
}
# Who speaks from no seat of a committee.
WITHOUT_SEAT = {Side.MANAGEMENT: lazy("Manager"), Side.EMPLOYEES: lazy("Employee")}
ANSWERING = {
    CommentKind.QUESTION: lazy("Answer the question"),
    CommentKind.CONCERN: lazy("Answer the concern"),
    CommentKind.PROPOSAL: lazy("Answer the proposal"),
}
# What waits on the desk of those who owe an answer: what it is, its button, its sign.
OWED_WORDS = {
    CommentKind.QUESTION: (lazy("%(name)s asks a question and waits for your answer."), lazy("Answer"), "question"),
    CommentKind.CONCERN: (lazy("%(name)s has a concern and waits for your answer."), lazy("Answer"), "concern"),
    CommentKind.PROPOSAL: (lazy("%(name)s has a proposal and waits for your answer."), lazy("Answer"), "idea"),
}
# By the side that asks: who is to answer.
WHO_ANSWERS = {
    Side.EMPLOYEES: lazy("The management side has %(limit)s days to answer"),
    Side.MANAGEMENT: lazy("The employee side has %(limit)s days to answer"),
    None: lazy("One of the two sides has %(limit)s days to answer"),
}
SIDES_INSIDE = {Side.MANAGEMENT: lazy("management side"), Side.EMPLOYEES: lazy("employee side")}
FIELDS = {"kind": lazy("Kind of comment"), "visibility": lazy("Who can read it")}
