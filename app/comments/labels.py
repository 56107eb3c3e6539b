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
}
KIND_ICONS = {
    CommentKind.QUESTION: "question",
    CommentKind.CONCERN: "concern",
    CommentKind.PROPOSAL: "idea",
    CommentKind.SUPPORT: "check-ring",
    CommentKind.NOTE: "pencil",
    CommentKind.REPLY: "reply",
}
VISIBILITIES = {
    Visibility.ALL: lazy("Everyone who can see the goal"),
    Visibility.COMMITTEE: lazy("All of %(committee)s"),
    Visibility.SIDE: lazy("Only the %(side)s in %(committee)s"),
}
SIDES_INSIDE = {Side.MANAGEMENT: lazy("management side"), Side.EMPLOYEES: lazy("employee side")}
FIELDS = {"kind": lazy("Kind of comment"), "visibility": lazy("Who can read it")}
