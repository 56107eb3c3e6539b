"""Hearings, briefings and notices of control measures; the version that was assessed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "briefing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("phase", sa.Enum("before", "after", name="phase", native_enum=False, length=30), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("committee_on", sa.Date(), nullable=True),
        sa.Column("group_on", sa.Date(), nullable=True),
        sa.Column("group_how", sa.String(length=300), nullable=False),
        sa.Column("substance", sa.String(length=64), nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_briefing_committee_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_briefing_goal_id")),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["account.id"], name=op.f("fk_briefing_recorded_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing")),
    )
    with op.batch_alter_table("briefing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_briefing_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_briefing_goal_id"), ["goal_id"], unique=False)

    op.create_table(
        "control_notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("grounds", sa.Text(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
        sa.Column("used_for", sa.Text(), nullable=False),
        sa.Column("seen_by", sa.Text(), nullable=False),
        sa.Column("storage", sa.Text(), nullable=False),
        sa.Column("controller", sa.String(length=300), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("discussed", sa.Text(), nullable=False),
        sa.Column("given_by_id", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("starts_on >= given_on", name=op.f("ck_control_notice_begins_after")),
        sa.ForeignKeyConstraint(["given_by_id"], ["account.id"], name=op.f("fk_control_notice_given_by_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_control_notice_goal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_control_notice")),
    )
    with op.batch_alter_table("control_notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_control_notice_goal_id"), ["goal_id"], unique=False)

    op.create_table(
        "hearing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column(
            "stage",
            sa.Enum("open", "closed", "withdrawn", "not_sought", name="stage", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("opened_by_id", sa.Integer(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("frozen", sa.JSON(), nullable=False),
        sa.Column("substance", sa.String(length=64), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum("unchanged", "adjusted", "dropped", name="outcome", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("silence", sa.Text(), nullable=False),
        sa.Column("outdated_told_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "stage = 'not_sought' OR (committee_id IS NOT NULL AND deadline IS NOT NULL)", name=op.f("ck_hearing_asked")
        ),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_hearing_committee_id")),
        sa.ForeignKeyConstraint(["ended_by_id"], ["account.id"], name=op.f("fk_hearing_ended_by_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_hearing_goal_id")),
        sa.ForeignKeyConstraint(["opened_by_id"], ["account.id"], name=op.f("fk_hearing_opened_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing")),
    )
    with op.batch_alter_table("hearing", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hearing_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hearing_deadline"), ["deadline"], unique=False)
        batch_op.create_index(batch_op.f("ix_hearing_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hearing_stage"), ["stage"], unique=False)

    op.create_table(
        "hearing_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("hearing_id", sa.Integer(), nullable=False),
        sa.Column(
            "side", sa.Enum("management", "employees", name="side", native_enum=False, length=30), nullable=False
        ),
        sa.Column(
            "position",
            sa.Enum("supports", "remarks", "objects", name="position", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("given_by_id", sa.Integer(), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("is_final", sa.Boolean(), nullable=False),
        sa.Column("is_confirmed", sa.Boolean(), nullable=False),
        sa.Column("meeting_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["given_by_id"], ["account.id"], name=op.f("fk_hearing_answer_given_by_id")),
        sa.ForeignKeyConstraint(["hearing_id"], ["hearing.id"], name=op.f("fk_hearing_answer_hearing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearing_answer")),
        sa.UniqueConstraint("hearing_id", "side", name=op.f("uq_hearing_answer_hearing_id_side")),
    )
    with op.batch_alter_table("hearing_answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hearing_answer_hearing_id"), ["hearing_id"], unique=False)

    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("frozen", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.drop_column("frozen")

    with op.batch_alter_table("hearing_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hearing_answer_hearing_id"))

    op.drop_table("hearing_answer")
    with op.batch_alter_table("hearing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_hearing_stage"))
        batch_op.drop_index(batch_op.f("ix_hearing_goal_id"))
        batch_op.drop_index(batch_op.f("ix_hearing_deadline"))
        batch_op.drop_index(batch_op.f("ix_hearing_committee_id"))

    op.drop_table("hearing")
    with op.batch_alter_table("control_notice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_control_notice_goal_id"))

    op.drop_table("control_notice")
    with op.batch_alter_table("briefing", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_briefing_goal_id"))
        batch_op.drop_index(batch_op.f("ix_briefing_committee_id"))

    op.drop_table("briefing")
