"""Notes about the process of a workplace assessment."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "apv_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("absence", sa.Text(), nullable=False),
        sa.Column("participation", sa.Text(), nullable=False),
        sa.Column("noted_by_id", sa.Integer(), nullable=False),
        sa.Column("noted_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["noted_by_id"], ["account.id"], name=op.f("fk_apv_note_noted_by_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_apv_note_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apv_note")),
    )
    with op.batch_alter_table("apv_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_apv_note_noted_by_id"), ["noted_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_apv_note_unit_id"), ["unit_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("apv_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_apv_note_unit_id"))
        batch_op.drop_index(batch_op.f("ix_apv_note_noted_by_id"))

    op.drop_table("apv_note")
