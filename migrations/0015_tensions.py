"""Goals that pull against each other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "tension",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("marked_by_id", sa.Integer(), nullable=False),
        sa.Column("marked_at", UtcDateTime(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column("ended_words", sa.Text(), nullable=False),
        sa.CheckConstraint("goal_id < other_id", name=op.f("ck_tension_lower_first")),
        sa.ForeignKeyConstraint(["ended_by_id"], ["account.id"], name=op.f("fk_tension_ended_by_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_tension_goal_id")),
        sa.ForeignKeyConstraint(["marked_by_id"], ["account.id"], name=op.f("fk_tension_marked_by_id")),
        sa.ForeignKeyConstraint(["other_id"], ["goal.id"], name=op.f("fk_tension_other_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tension")),
    )
    with op.batch_alter_table("tension", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tension_ended_by_id"), ["ended_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tension_ended_on"), ["ended_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_tension_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tension_marked_by_id"), ["marked_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tension_other_id"), ["other_id"], unique=False)
        batch_op.create_index(
            "uq_tension_open",
            ["goal_id", "other_id"],
            unique=True,
            sqlite_where=sa.text("ended_on IS NULL"),
            postgresql_where=sa.text("ended_on IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("tension", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_tension_open", sqlite_where=sa.text("ended_on IS NULL"), postgresql_where=sa.text("ended_on IS NULL")
        )
        batch_op.drop_index(batch_op.f("ix_tension_other_id"))
        batch_op.drop_index(batch_op.f("ix_tension_marked_by_id"))
        batch_op.drop_index(batch_op.f("ix_tension_goal_id"))
        batch_op.drop_index(batch_op.f("ix_tension_ended_on"))
        batch_op.drop_index(batch_op.f("ix_tension_ended_by_id"))

    op.drop_table("tension")
