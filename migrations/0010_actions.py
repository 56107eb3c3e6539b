"""Actions with what they treat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.core.db import Figure, UtcDateTime

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "kind", sa.Enum("action", "experiment", name="actionkind", native_enum=False, length=30), nullable=False
        ),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column(
            "step",
            sa.Enum(
                "change_goal", "move_to_team", "adjust", "support", "train", name="step", native_enum=False, length=30
            ),
            nullable=True,
        ),
        sa.Column("step_reason", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("responsible_id", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "planned", "underway", "done", "closed", "dropped", name="actionstatus", native_enum=False, length=30
            ),
            nullable=False,
        ),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("progress_words", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("dropped_reason", sa.Text(), nullable=False),
        sa.Column("check_on", sa.Date(), nullable=True),
        sa.Column("worked", sa.Enum("yes", "partly", "no", name="worked", native_enum=False, length=30), nullable=True),
        sa.Column("check_words", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("checked_by_id", sa.Integer(), nullable=True),
        sa.Column("hypothesis", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("measure", sa.String(length=300), nullable=False),
        sa.Column("measure_unit", sa.String(length=60), nullable=False),
        sa.Column("value_before", Figure(), nullable=True),
        sa.Column("value_after", Figure(), nullable=True),
        sa.Column("no_figure", sa.Text(), nullable=False),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("progress BETWEEN 0 AND 100", name=op.f("ck_action_progress_per_cent")),
        sa.CheckConstraint(
            "status <> 'closed' OR (worked IS NOT NULL AND checked_on IS NOT NULL)",
            name=op.f("ck_action_closed_by_its_check"),
        ),
        sa.CheckConstraint("status <> 'done' OR check_on IS NOT NULL", name=op.f("ck_action_done_waits_for_its_check")),
        sa.ForeignKeyConstraint(["checked_by_id"], ["account.id"], name=op.f("fk_action_checked_by_id")),
        sa.ForeignKeyConstraint(["created_by_id"], ["account.id"], name=op.f("fk_action_created_by_id")),
        sa.ForeignKeyConstraint(["responsible_id"], ["account.id"], name=op.f("fk_action_responsible_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_action_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_check_on"), ["check_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_checked_by_id"), ["checked_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_created_by_id"), ["created_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_due_on"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_responsible_id"), ["responsible_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_status"), ["status"], unique=False)
        batch_op.create_index(batch_op.f("ix_action_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "action_goal",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_goal_action_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_action_goal_goal_id")),
        sa.PrimaryKeyConstraint("action_id", "goal_id", name=op.f("pk_action_goal")),
    )
    with op.batch_alter_table("action_goal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_goal_goal_id"), ["goal_id"], unique=False)

    op.create_table(
        "action_strain",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("strain_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_action_strain_action_id")),
        sa.ForeignKeyConstraint(
            ["strain_id"], ["strain.id"], name=op.f("fk_action_strain_strain_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("action_id", "strain_id", name=op.f("pk_action_strain")),
    )
    with op.batch_alter_table("action_strain", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_strain_strain_id"), ["strain_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("action_strain", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_strain_strain_id"))

    op.drop_table("action_strain")
    with op.batch_alter_table("action_goal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_goal_goal_id"))

    op.drop_table("action_goal")
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_unit_id"))
        batch_op.drop_index(batch_op.f("ix_action_status"))
        batch_op.drop_index(batch_op.f("ix_action_responsible_id"))
        batch_op.drop_index(batch_op.f("ix_action_due_on"))
        batch_op.drop_index(batch_op.f("ix_action_created_by_id"))
        batch_op.drop_index(batch_op.f("ix_action_checked_by_id"))
        batch_op.drop_index(batch_op.f("ix_action_check_on"))

    op.drop_table("action")
