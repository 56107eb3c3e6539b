"""Findings set aside, and the score from week to week."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.core.db import Figure, UtcDateTime

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "check_score",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("score", Figure(), nullable=False),
        sa.Column("goals", sa.Integer(), nullable=False),
        sa.Column("serious", sa.Integer(), nullable=False),
        sa.Column("moderate", sa.Integer(), nullable=False),
        sa.Column("notes", sa.Integer(), nullable=False),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name=op.f("ck_check_score_score_on_scale")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_check_score_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_score")),
        sa.UniqueConstraint("unit_id", "on", name=op.f("uq_check_score_unit_id_on")),
    )
    with op.batch_alter_table("check_score", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_check_score_unit_id"), ["unit_id"], unique=False)
        batch_op.create_index(
            "uq_check_score_whole",
            ["on"],
            unique=True,
            sqlite_where=sa.text("unit_id IS NULL"),
            postgresql_where=sa.text("unit_id IS NULL"),
        )

    op.create_table(
        "set_aside",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_set_aside_by_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_set_aside_goal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_aside")),
    )
    with op.batch_alter_table("set_aside", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_set_aside_by_id"), ["by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_set_aside_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_set_aside_until"), ["until"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("set_aside", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_set_aside_until"))
        batch_op.drop_index(batch_op.f("ix_set_aside_goal_id"))
        batch_op.drop_index(batch_op.f("ix_set_aside_by_id"))

    op.drop_table("set_aside")
    with op.batch_alter_table("check_score", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_check_score_whole", sqlite_where=sa.text("unit_id IS NULL"), postgresql_where=sa.text("unit_id IS NULL")
        )
        batch_op.drop_index(batch_op.f("ix_check_score_unit_id"))

    op.drop_table("check_score")
