"""Meetings, their agendas, who is called to them, and the committee's backlog: the items that have no meeting yet."""

from __future__ import annotations

import enum
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code, now
from app.dialogue.models import DialogueSession
from app.goals.models import Goal, Status
from app.organisation.models import Committee, Function, Mandate, Side
from app.people.models import User


class MeetingKind(enum.StrEnum):
    """`DISCUSSION` is the yearly work-environment discussion held by itself; a review may hold it as well."""

    REVIEW = "review"
    ORDINARY = "ordinary"
    DISCUSSION = "discussion"
    PRE_MEETING = "pre_meeting"


class Stage(enum.StrEnum):
    """A meeting's life. Cancelled is a way out of the first two."""

    PLANNED = "planned"
    CALLED = "called"
    IN_SESSION = "in_session"
    MINUTES_OUT = "minutes_out"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class ItemKind(enum.StrEnum):
    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"


class ItemState(enum.StrEnum):
    """Carried: taken off that meeting and on to a later one. Dropped: the chair took off what nobody had asked for."""

    OPEN = "open"
    TREATED = "treated"
    CARRIED = "carried"
    DROPPED = "dropped"


class Origin(enum.StrEnum):
    """Where an item comes from. What somebody proposed, lifted or answered can be moved, never dropped."""

    TEMPLATE = "template"
    REGISTER = "register"
    CHAIR = "chair"
    PROPOSAL = "proposal"
    LIFTED = "lifted"
    ANSWER = "answer"
    CARRIED = "carried"


class Presence(enum.StrEnum):
    PRESENT = "present"
    PART = "part"
    ABSENT = "absent"


BEFORE_IT = frozenset({Stage.PLANNED, Stage.CALLED})
MINUTES_ARE_OUT = frozenset({Stage.MINUTES_OUT, Stage.APPROVED})
KEPT_ORIGINS = frozenset({Origin.PROPOSAL, Origin.LIFTED, Origin.ANSWER, Origin.CARRIED})


class Meeting(Base):
    """One meeting of one committee. `pulse` counts what those who follow it should see, without being an edit of it;
    `shown_item_id` is the item on the projector (no foreign key: items point to the meeting)."""

    __tablename__ = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    committee_id: Mapped[int] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    kind: Mapped[MeetingKind] = mapped_column(code(MeetingKind))
    is_discussion: Mapped[bool] = mapped_column(default=False)  # it is also the yearly work-environment discussion
    held_on: Mapped[date] = mapped_column(index=True)
    begins: Mapped[time]
    ends: Mapped[time]
    place: Mapped[str] = mapped_column(sa.String(300), default="")
    note: Mapped[str] = mapped_column(sa.Text, default="")  # what those called should know
    stage: Mapped[Stage] = mapped_column(code(Stage), default=Stage.PLANNED, index=True)
    called_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    minutes_out_at: Mapped[datetime | None]
    remarks_by: Mapped[date | None]
    approved_at: Mapped[datetime | None]
    cancelled_reason: Mapped[str] = mapped_column(sa.Text, default="")
    tell_colleagues: Mapped[str] = mapped_column(sa.Text, default="")  # opens the minutes for all staff
    shown_item_id: Mapped[int | None]
    pulse: Mapped[int] = mapped_column(default=0)
    uid: Mapped[str] = mapped_column(sa.String(36), unique=True)  # names it in people's calendars, for good
    sequence: Mapped[int] = mapped_column(default=0)  # moves on whenever calendars must
    created_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)

    committee: Mapped[Committee] = relationship()
    items: Mapped[list[Item]] = relationship(back_populates="meeting", order_by="Item.place, Item.id")
    attendances: Mapped[list[Attendance]] = relationship(back_populates="meeting", order_by="Attendance.id")

    __table_args__ = (
        sa.CheckConstraint("ends > begins", name="ends_after_it_begins"),
        sa.CheckConstraint("stage <> 'approved' OR approved_at IS NOT NULL", name="approved_at_a_time"),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "meeting"
    __secret__ = frozenset({"pulse", "shown_item_id", "uid", "sequence"})

    @property
    def is_private(self) -> bool:
        """Whether only the employees' side of the committee may know of it."""
        return self.kind is MeetingKind.PRE_MEETING

    @property
    def holds_discussion(self) -> bool:
        """Whether it is the yearly work-environment discussion, alone or as a part of a review."""
        return self.is_discussion or self.kind is MeetingKind.DISCUSSION

    @property
    def minutes_long(self) -> int:
        return (self.ends.hour - self.begins.hour) * 60 + self.ends.minute - self.begins.minute

    @property
    def agenda_is_out(self) -> bool:
        """Whether it was called: from then on everybody may follow it, also if it is cancelled later."""
        return self.called_at is not None

    @property
    def minutes_are_out(self) -> bool:
        return self.stage in MINUTES_ARE_OUT

    @property
    def is_locked(self) -> bool:
        return self.stage in {Stage.APPROVED, Stage.CANCELLED}

    def __str__(self) -> str:
        return f"{self.committee.name} {self.held_on.day}.{self.held_on.month}.{self.held_on.year}"


class Item(Base):
    """An item of an agenda; without a meeting it lies in the committee's backlog. One under a `parent` is a part of a
    point of the template. An item about a goal is named by the goal, unless it has a title of its own."""

    __tablename__ = "meeting_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    committee_id: Mapped[int] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)  # its order among those with the same parent
    kind: Mapped[ItemKind] = mapped_column(code(ItemKind))
    state: Mapped[ItemState] = mapped_column(code(ItemState), default=ItemState.OPEN)
    origin: Mapped[Origin] = mapped_column(code(Origin))
    point: Mapped[str] = mapped_column(sa.String(40), default="")  # which point of a template: "review.3"
    drawn_key: Mapped[str | None] = mapped_column(sa.String(60))  # what the register drew it from: "goal:12"
    reasons: Mapped[list[dict[str, Any]]] = mapped_column(sa.JSON, default=list)  # [{"code": …, …}]: why it comes up
    title: Mapped[str] = mapped_column(sa.String(300), default="")
    goal_id: Mapped[int | None] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    dialogue_id: Mapped[int | None] = mapped_column(sa.ForeignKey("dialogue_session.id"), index=True)
    # What its dialogue came to when it was put here, by language, as the dialogue room's `gist` says it. A copy: what
    # the committee writes in the dialogue afterwards is its own.
    brought: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    case_text: Mapped[str] = mapped_column(sa.Text, default="")
    recommendation: Mapped[str] = mapped_column(sa.Text, default="")
    discussion: Mapped[str] = mapped_column(sa.Text, default="")  # what was said at the meeting
    is_confidential: Mapped[bool] = mapped_column(default=False)  # Forvaltningsloven § 27
    minutes_planned: Mapped[int | None]
    proposed_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    proposed_at: Mapped[datetime | None]
    moved_reason: Mapped[str] = mapped_column(sa.Text, default="")  # why it was moved or carried on
    asked_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)  # lifted from there
    answers_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)  # answered there
    carried_from_id: Mapped[int | None] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)
    treated_at: Mapped[datetime | None]
    created_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)

    committee: Mapped[Committee] = relationship()
    meeting: Mapped[Meeting | None] = relationship(back_populates="items")
    parent: Mapped[Item | None] = relationship(foreign_keys=[parent_id], remote_side=[id])
    goal: Mapped[Goal | None] = relationship()
    dialogue: Mapped[DialogueSession | None] = relationship()
    proposed_by: Mapped[User | None] = relationship(foreign_keys=[proposed_by_id])
    asked_by: Mapped[Item | None] = relationship(foreign_keys=[asked_by_id], remote_side=[id])
    answers: Mapped[Item | None] = relationship(foreign_keys=[answers_id], remote_side=[id])
    carried_from: Mapped[Item | None] = relationship(foreign_keys=[carried_from_id], remote_side=[id])
    questions: Mapped[list[ItemQuestion]] = relationship(
        back_populates="item", order_by="ItemQuestion.place, ItemQuestion.id", cascade="all, delete-orphan"
    )
    annexes: Mapped[list[Annex]] = relationship(back_populates="item", order_by="Annex.id")

    __table_args__ = (
        sa.UniqueConstraint("meeting_id", "drawn_key"),
        sa.CheckConstraint("title <> '' OR goal_id IS NOT NULL OR point <> ''", name="has_a_name"),
        sa.CheckConstraint("minutes_planned IS NULL OR minutes_planned BETWEEN 1 AND 600", name="minutes_in_reason"),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "meeting_item"

    @property
    def reference(self) -> str:
        """What it is called where not everybody may read its title."""
        return f"#{self.id}"

    @property
    def is_kept_back(self) -> bool:
        """Whether it is for the committee alone: by its own mark, or as a part of a point that is."""
        return self.is_confidential or (self.parent is not None and self.parent.is_confidential)

    @property
    def waits_for_minutes(self) -> bool:
        """Whether it brings the answer of a meeting whose minutes are not out: until then it is for those who asked."""
        meeting = self.answers.meeting if self.answers is not None else None
        return meeting is not None and not meeting.minutes_are_out

    @property
    def is_named_openly(self) -> bool:
        """Whether its title may stand where everybody reads."""
        is_draft = self.goal is not None and self.goal.status is Status.DRAFT
        return not (self.is_confidential or is_draft or (self.meeting is not None and self.meeting.is_private))

    @property
    def may_be_dropped(self) -> bool:
        """What somebody has asked to have treated is moved with a reason, and never refused."""
        return self.origin not in KEPT_ORIGINS

    def __str__(self) -> str:
        if not self.is_named_openly:
            return self.reference
        return self.title or (str(self.goal) if self.goal is not None else self.point or self.reference)


class ItemQuestion(Base):
    """A question of the dialogue guide that is chosen for an item, in the words it had then, and what was answered.
    `key` names it in the guide."""

    __tablename__ = "meeting_item_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    item_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)
    key: Mapped[str] = mapped_column(sa.String(60))
    da: Mapped[str] = mapped_column(sa.String(500), default="")
    en: Mapped[str] = mapped_column(sa.String(500), default="")
    place: Mapped[int] = mapped_column(default=0)
    answer: Mapped[str] = mapped_column(sa.Text, default="")

    item: Mapped[Item] = relationship(back_populates="questions")

    __table_args__ = (sa.UniqueConstraint("item_id", "key"),)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "meeting_item_question"

    def __str__(self) -> str:
        return self.da or self.en


class Attendance(Base):
    """One who is called to a meeting: a seat as it was held that day, or a guest. A substitute stands in its row."""

    __tablename__ = "meeting_attendance"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    meeting_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting.id"), index=True)
    seat_id: Mapped[int | None] = mapped_column(sa.ForeignKey("seat.id"), index=True)
    user_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(sa.String(120), default="")  # kept on the minutes whatever becomes of the account
    side: Mapped[Side | None] = mapped_column(code(Side))
    mandate: Mapped[Mandate | None] = mapped_column(code(Mandate))
    function: Mapped[Function | None] = mapped_column(code(Function))
    guest_as: Mapped[str] = mapped_column(sa.String(300), default="")  # why a guest is there
    sent_regrets: Mapped[bool] = mapped_column(default=False)
    presence: Mapped[Presence | None] = mapped_column(code(Presence))
    part_words: Mapped[str] = mapped_column(sa.String(300), default="")  # which part of the meeting
    substitute_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    substitute_name: Mapped[str] = mapped_column(sa.String(120), default="")

    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    user: Mapped[User | None] = relationship(foreign_keys=[user_id])
    substitute: Mapped[User | None] = relationship(foreign_keys=[substitute_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "meeting_attendance"

    @property
    def is_guest(self) -> bool:
        return self.seat_id is None

    def __str__(self) -> str:
        return self.name


class Annex(Base):
    """A file to an item. Its content lies in the folder of annexes under the name `stored`, never under its own."""

    __tablename__ = "meeting_annex"

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(sa.ForeignKey("meeting_item.id"), index=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    media_type: Mapped[str] = mapped_column(sa.String(100))
    size: Mapped[int]  # bytes
    digest: Mapped[str] = mapped_column(sa.String(64))  # SHA-256 of the content
    stored: Mapped[str] = mapped_column(sa.String(64), unique=True)
    added_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    added_at: Mapped[datetime] = mapped_column(default=now)
    removed_at: Mapped[datetime | None]

    item: Mapped[Item] = relationship(back_populates="annexes")
    added_by: Mapped[User] = relationship()

    __event_name__ = "meeting_annex"
    __secret__ = frozenset({"stored", "digest"})

    def __str__(self) -> str:
        return self.name if self.item.is_named_openly else f"#{self.id}"
