"""Barriers to good work around a goal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "barrier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "procedures",
                "organisation",
                "job_design",
                "measuring",
                "systems",
                "other",
                name="barrierkind",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("reported_by_id", sa.Integer(), nullable=False),
        sa.Column("reported_at", UtcDateTime(), nullable=False),
        sa.Column("side", sa.Enum("management", "employees", name="side", native_enum=False, length=30), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column(
            "status",
            sa.Enum("open", "removed", "stays", name="barrierstatus", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("removed_on", sa.Date(), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_barrier_goal_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_barrier_owner_id")),
        sa.ForeignKeyConstraint(["reported_by_id"], ["account.id"], name=op.f("fk_barrier_reported_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_barrier")),
    )
    with op.batch_alter_table("barrier", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_barrier_due_on"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_barrier_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_barrier_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_barrier_reported_by_id"), ["reported_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_barrier_status"), ["status"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("barrier", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_barrier_status"))
        batch_op.drop_index(batch_op.f("ix_barrier_reported_by_id"))
        batch_op.drop_index(batch_op.f("ix_barrier_owner_id"))
        batch_op.drop_index(batch_op.f("ix_barrier_goal_id"))
        batch_op.drop_index(batch_op.f("ix_barrier_due_on"))

    op.drop_table("barrier")
