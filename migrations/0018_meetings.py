"""Meetings, decisions, minutes, dialogue and the year wheel."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime

revision: str = "0018"
down_revision: str | None = "0017"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "calendar_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("ending", sa.String(length=8), nullable=False),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_calendar_link_committee_id")),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_calendar_link_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_link")),
        sa.UniqueConstraint("digest", name=op.f("uq_calendar_link_digest")),
    )
    with op.batch_alter_table("calendar_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_link_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_calendar_link_user_id"), ["user_id"], unique=False)

    op.create_table(
        "dialogue_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column(
            "theme",
            sa.Enum(
                "general",
                "focus",
                "level",
                "process",
                "use",
                "overview",
                "foreword",
                "concept",
                name="theme",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column(
            "audience",
            sa.Enum("strategic", "local", "both", name="audience", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("da", sa.String(length=500), nullable=False),
        sa.Column("en", sa.String(length=500), nullable=False),
        sa.Column("hidden_on", sa.Date(), nullable=True),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["account.id"], name=op.f("fk_dialogue_question_created_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogue_question")),
        sa.UniqueConstraint("key", name=op.f("uq_dialogue_question_key")),
    )
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "review", "ordinary", "discussion", "pre_meeting", name="meetingkind", native_enum=False, length=30
            ),
            nullable=False,
        ),
        sa.Column("is_discussion", sa.Boolean(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("begins", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "planned",
                "called",
                "in_session",
                "minutes_out",
                "approved",
                "cancelled",
                name="stage",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("called_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("opened_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("minutes_out_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("remarks_by", sa.Date(), nullable=True),
        sa.Column("approved_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("cancelled_reason", sa.Text(), nullable=False),
        sa.Column("tell_colleagues", sa.Text(), nullable=False),
        sa.Column("shown_item_id", sa.Integer(), nullable=True),
        sa.Column("pulse", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "stage <> 'approved' OR approved_at IS NOT NULL", name=op.f("ck_meeting_approved_at_a_time")
        ),
        sa.CheckConstraint("ends > begins", name=op.f("ck_meeting_ends_after_it_begins")),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_meeting_committee_id")),
        sa.ForeignKeyConstraint(["created_by_id"], ["account.id"], name=op.f("fk_meeting_created_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("uid", name=op.f("uq_meeting_uid")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_held_on"), ["held_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_stage"), ["stage"], unique=False)

    op.create_table(
        "yearly_duty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("every_years", sa.Integer(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=True),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.CheckConstraint("title <> '' OR key IS NOT NULL", name=op.f("ck_yearly_duty_has_a_name")),
        sa.CheckConstraint("day IS NULL OR day BETWEEN 1 AND 31", name=op.f("ck_yearly_duty_a_day")),
        sa.CheckConstraint("every_years BETWEEN 1 AND 10", name=op.f("ck_yearly_duty_every_few_years")),
        sa.CheckConstraint("month BETWEEN 1 AND 12", name=op.f("ck_yearly_duty_a_month")),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_yearly_duty_committee_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_yearly_duty")),
        sa.UniqueConstraint("key", name=op.f("uq_yearly_duty_key")),
    )
    with op.batch_alter_table("yearly_duty", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_yearly_duty_committee_id"), ["committee_id"], unique=False)

    op.create_table(
        "meeting_attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("side", sa.Enum("management", "employees", name="side", native_enum=False, length=30), nullable=True),
        sa.Column(
            "mandate",
            sa.Enum(
                "leader",
                "shop_steward",
                "joint_shop_steward",
                "safety_representative",
                "management_representative",
                "employee_representative",
                "adviser",
                name="mandate",
                native_enum=False,
                length=30,
            ),
            nullable=True,
        ),
        sa.Column(
            "function",
            sa.Enum("chair", "vice_chair", "secretary", "member", name="function", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("guest_as", sa.String(length=300), nullable=False),
        sa.Column("sent_regrets", sa.Boolean(), nullable=False),
        sa.Column(
            "presence",
            sa.Enum("present", "part", "absent", name="presence", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("part_words", sa.String(length=300), nullable=False),
        sa.Column("substitute_id", sa.Integer(), nullable=True),
        sa.Column("substitute_name", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_attendance_meeting_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["seat.id"], name=op.f("fk_meeting_attendance_seat_id")),
        sa.ForeignKeyConstraint(["substitute_id"], ["account.id"], name=op.f("fk_meeting_attendance_substitute_id")),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_meeting_attendance_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_attendance")),
    )
    with op.batch_alter_table("meeting_attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_attendance_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_attendance_seat_id"), ["seat_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_attendance_substitute_id"), ["substitute_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_attendance_user_id"), ["user_id"], unique=False)

    op.create_table(
        "minutes_approval",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column(
            "side", sa.Enum("management", "employees", name="side", native_enum=False, length=30), nullable=False
        ),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("given_by_id", sa.Integer(), nullable=False),
        sa.Column("given_at", UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["given_by_id"], ["account.id"], name=op.f("fk_minutes_approval_given_by_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_approval_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_approval")),
        sa.UniqueConstraint("meeting_id", "side", name=op.f("uq_minutes_approval_meeting_id_side")),
    )
    with op.batch_alter_table("minutes_approval", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minutes_approval_given_by_id"), ["given_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_minutes_approval_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "minutes_locked",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("locked_at", UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_locked_meeting_id")),
        sa.PrimaryKeyConstraint("meeting_id", name=op.f("pk_minutes_locked")),
    )
    op.create_table(
        "dialogue_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=True),
        sa.Column("sounding_id", sa.Integer(), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_dialogue_session_committee_id")),
        sa.ForeignKeyConstraint(["created_by_id"], ["account.id"], name=op.f("fk_dialogue_session_created_by_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_dialogue_session_goal_id")),
        sa.ForeignKeyConstraint(["sounding_id"], ["sounding.id"], name=op.f("fk_dialogue_session_sounding_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogue_session")),
    )
    with op.batch_alter_table("dialogue_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dialogue_session_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dialogue_session_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dialogue_session_sounding_id"), ["sounding_id"], unique=False)

    op.create_table(
        "dialogue_action",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_dialogue_action_action_id")),
        sa.ForeignKeyConstraint(["session_id"], ["dialogue_session.id"], name=op.f("fk_dialogue_action_session_id")),
        sa.PrimaryKeyConstraint("session_id", "action_id", name=op.f("pk_dialogue_action")),
    )
    with op.batch_alter_table("dialogue_action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dialogue_action_action_id"), ["action_id"], unique=False)

    op.create_table(
        "dialogue_session_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("da", sa.String(length=500), nullable=False),
        sa.Column("en", sa.String(length=500), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["dialogue_session.id"], name=op.f("fk_dialogue_session_question_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogue_session_question")),
        sa.UniqueConstraint("session_id", "key", name=op.f("uq_dialogue_session_question_session_id_key")),
    )
    with op.batch_alter_table("dialogue_session_question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dialogue_session_question_session_id"), ["session_id"], unique=False)

    op.create_table(
        "meeting_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("information", "discussion", "decision", name="itemkind", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum("open", "treated", "carried", "dropped", name="itemstate", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column(
            "origin",
            sa.Enum(
                "template",
                "register",
                "chair",
                "proposal",
                "lifted",
                "answer",
                "carried",
                name="origin",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("point", sa.String(length=40), nullable=False),
        sa.Column("drawn_key", sa.String(length=60), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=True),
        sa.Column("dialogue_id", sa.Integer(), nullable=True),
        sa.Column("brought", sa.JSON(), nullable=True),
        sa.Column("case_text", sa.Text(), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("discussion", sa.Text(), nullable=False),
        sa.Column("is_confidential", sa.Boolean(), nullable=False),
        sa.Column("minutes_planned", sa.Integer(), nullable=True),
        sa.Column("proposed_by_id", sa.Integer(), nullable=True),
        sa.Column("proposed_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("moved_reason", sa.Text(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=True),
        sa.Column("answers_id", sa.Integer(), nullable=True),
        sa.Column("carried_from_id", sa.Integer(), nullable=True),
        sa.Column("treated_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "title <> '' OR goal_id IS NOT NULL OR point <> ''", name=op.f("ck_meeting_item_has_a_name")
        ),
        sa.CheckConstraint(
            "minutes_planned IS NULL OR minutes_planned BETWEEN 1 AND 600",
            name=op.f("ck_meeting_item_minutes_in_reason"),
        ),
        sa.ForeignKeyConstraint(["answers_id"], ["meeting_item.id"], name=op.f("fk_meeting_item_answers_id")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["meeting_item.id"], name=op.f("fk_meeting_item_asked_by_id")),
        sa.ForeignKeyConstraint(["carried_from_id"], ["meeting_item.id"], name=op.f("fk_meeting_item_carried_from_id")),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_meeting_item_committee_id")),
        sa.ForeignKeyConstraint(["created_by_id"], ["account.id"], name=op.f("fk_meeting_item_created_by_id")),
        sa.ForeignKeyConstraint(["dialogue_id"], ["dialogue_session.id"], name=op.f("fk_meeting_item_dialogue_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_meeting_item_goal_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_item_meeting_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["meeting_item.id"], name=op.f("fk_meeting_item_parent_id")),
        sa.ForeignKeyConstraint(["proposed_by_id"], ["account.id"], name=op.f("fk_meeting_item_proposed_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_item")),
        sa.UniqueConstraint("meeting_id", "drawn_key", name=op.f("uq_meeting_item_meeting_id_drawn_key")),
    )
    with op.batch_alter_table("meeting_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_item_answers_id"), ["answers_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_item_asked_by_id"), ["asked_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_item_carried_from_id"), ["carried_from_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_item_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_item_dialogue_id"), ["dialogue_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_item_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_item_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_item_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_item_proposed_by_id"), ["proposed_by_id"], unique=False)

    op.create_table(
        "meeting_annex",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("stored", sa.String(length=64), nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=False),
        sa.Column("added_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("removed_at", UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["added_by_id"], ["account.id"], name=op.f("fk_meeting_annex_added_by_id")),
        sa.ForeignKeyConstraint(["item_id"], ["meeting_item.id"], name=op.f("fk_meeting_annex_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_annex")),
        sa.UniqueConstraint("stored", name=op.f("uq_meeting_annex_stored")),
    )
    with op.batch_alter_table("meeting_annex", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_annex_item_id"), ["item_id"], unique=False)

    op.create_table(
        "meeting_item_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("da", sa.String(length=500), nullable=False),
        sa.Column("en", sa.String(length=500), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["meeting_item.id"], name=op.f("fk_meeting_item_question_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_item_question")),
        sa.UniqueConstraint("item_id", "key", name=op.f("uq_meeting_item_question_item_id_key")),
    )
    with op.batch_alter_table("meeting_item_question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_item_question_item_id"), ["item_id"], unique=False)

    op.create_table(
        "minutes_addendum",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=False),
        sa.Column("added_at", UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["added_by_id"], ["account.id"], name=op.f("fk_minutes_addendum_added_by_id")),
        sa.ForeignKeyConstraint(["item_id"], ["meeting_item.id"], name=op.f("fk_minutes_addendum_item_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_addendum_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_addendum")),
    )
    with op.batch_alter_table("minutes_addendum", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minutes_addendum_added_by_id"), ["added_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_minutes_addendum_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_minutes_addendum_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "minutes_remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("settled_at", UtcDateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("settled_words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["meeting_item.id"], name=op.f("fk_minutes_remark_item_id")),
        sa.ForeignKeyConstraint(["made_by_id"], ["account.id"], name=op.f("fk_minutes_remark_made_by_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_remark_meeting_id")),
        sa.ForeignKeyConstraint(["settled_by_id"], ["account.id"], name=op.f("fk_minutes_remark_settled_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_remark")),
    )
    with op.batch_alter_table("minutes_remark", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minutes_remark_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_minutes_remark_made_by_id"), ["made_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_minutes_remark_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "minutes_statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("on_behalf_of", sa.String(length=120), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["meeting_item.id"], name=op.f("fk_minutes_statement_item_id")),
        sa.ForeignKeyConstraint(["made_by_id"], ["account.id"], name=op.f("fk_minutes_statement_made_by_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_minutes_statement_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes_statement")),
    )
    with op.batch_alter_table("minutes_statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_minutes_statement_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_minutes_statement_made_by_id"), ["made_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_minutes_statement_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "noted",
                "decided",
                "keep",
                "adjust",
                "hear_again",
                "retire",
                "placement",
                "action",
                "next_review",
                "lift",
                "answer",
                "carried",
                name="outcomekind",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=36), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("hearing_id", sa.Integer(), nullable=True),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.Column("other_item_id", sa.Integer(), nullable=True),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_outcome_action_id")),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_outcome_committee_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_outcome_goal_id")),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_outcome_hearing_id")),
        sa.ForeignKeyConstraint(["item_id"], ["meeting_item.id"], name=op.f("fk_outcome_item_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_outcome_meeting_id")),
        sa.ForeignKeyConstraint(["other_item_id"], ["meeting_item.id"], name=op.f("fk_outcome_other_item_id")),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"], name=op.f("fk_outcome_reading_id")),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["account.id"], name=op.f("fk_outcome_recorded_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
        sa.UniqueConstraint("meeting_id", "key", name=op.f("uq_outcome_meeting_id_key")),
    )
    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcome_action_id"), ["action_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_hearing_id"), ["hearing_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_other_item_id"), ["other_item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_reading_id"), ["reading_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcome_recorded_by_id"), ["recorded_by_id"], unique=False)

    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.add_column(sa.Column("calendar", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.drop_column("calendar")

    with op.batch_alter_table("outcome", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcome_recorded_by_id"))
        batch_op.drop_index(batch_op.f("ix_outcome_reading_id"))
        batch_op.drop_index(batch_op.f("ix_outcome_other_item_id"))
        batch_op.drop_index(batch_op.f("ix_outcome_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_outcome_kind"))
        batch_op.drop_index(batch_op.f("ix_outcome_item_id"))
        batch_op.drop_index(batch_op.f("ix_outcome_hearing_id"))
        batch_op.drop_index(batch_op.f("ix_outcome_goal_id"))
        batch_op.drop_index(batch_op.f("ix_outcome_committee_id"))
        batch_op.drop_index(batch_op.f("ix_outcome_action_id"))

    op.drop_table("outcome")
    with op.batch_alter_table("minutes_statement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_minutes_statement_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_minutes_statement_made_by_id"))
        batch_op.drop_index(batch_op.f("ix_minutes_statement_item_id"))

    op.drop_table("minutes_statement")
    with op.batch_alter_table("minutes_remark", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_minutes_remark_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_minutes_remark_made_by_id"))
        batch_op.drop_index(batch_op.f("ix_minutes_remark_item_id"))

    op.drop_table("minutes_remark")
    with op.batch_alter_table("minutes_addendum", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_minutes_addendum_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_minutes_addendum_item_id"))
        batch_op.drop_index(batch_op.f("ix_minutes_addendum_added_by_id"))

    op.drop_table("minutes_addendum")
    with op.batch_alter_table("meeting_item_question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_item_question_item_id"))

    op.drop_table("meeting_item_question")
    with op.batch_alter_table("meeting_annex", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_annex_item_id"))

    op.drop_table("meeting_annex")
    with op.batch_alter_table("meeting_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_item_proposed_by_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_item_parent_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_item_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_item_goal_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_item_dialogue_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_item_committee_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_item_carried_from_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_item_asked_by_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_item_answers_id"))

    op.drop_table("meeting_item")
    with op.batch_alter_table("dialogue_session_question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dialogue_session_question_session_id"))

    op.drop_table("dialogue_session_question")
    with op.batch_alter_table("dialogue_action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dialogue_action_action_id"))

    op.drop_table("dialogue_action")
    with op.batch_alter_table("dialogue_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dialogue_session_sounding_id"))
        batch_op.drop_index(batch_op.f("ix_dialogue_session_goal_id"))
        batch_op.drop_index(batch_op.f("ix_dialogue_session_committee_id"))

    op.drop_table("dialogue_session")
    op.drop_table("minutes_locked")
    with op.batch_alter_table("minutes_approval", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_minutes_approval_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_minutes_approval_given_by_id"))

    op.drop_table("minutes_approval")
    with op.batch_alter_table("meeting_attendance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_attendance_user_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_attendance_substitute_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_attendance_seat_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_attendance_meeting_id"))

    op.drop_table("meeting_attendance")
    with op.batch_alter_table("yearly_duty", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_yearly_duty_committee_id"))

    op.drop_table("yearly_duty")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_stage"))
        batch_op.drop_index(batch_op.f("ix_meeting_held_on"))
        batch_op.drop_index(batch_op.f("ix_meeting_committee_id"))

    op.drop_table("meeting")
    op.drop_table("dialogue_question")
    with op.batch_alter_table("calendar_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calendar_link_user_id"))
        batch_op.drop_index(batch_op.f("ix_calendar_link_committee_id"))

    op.drop_table("calendar_link")
