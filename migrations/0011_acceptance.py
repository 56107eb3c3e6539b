"""High risks that are accepted for a while."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "acceptance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("strain_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("accepted_by_id", sa.Integer(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column(
            "ended_why",
            sa.Enum("renewed", "withdrawn", "lowered", "grown", name="ending", native_enum=False, length=30),
            nullable=True,
        ),
        sa.CheckConstraint("number BETWEEN 1 AND 25", name=op.f("ck_acceptance_number_on_scale")),
        sa.ForeignKeyConstraint(["accepted_by_id"], ["account.id"], name=op.f("fk_acceptance_accepted_by_id")),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["account.id"], name=op.f("fk_acceptance_recorded_by_id")),
        sa.ForeignKeyConstraint(["strain_id"], ["strain.id"], name=op.f("fk_acceptance_strain_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acceptance")),
    )
    with op.batch_alter_table("acceptance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_acceptance_accepted_by_id"), ["accepted_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_acceptance_ended_on"), ["ended_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_acceptance_recorded_by_id"), ["recorded_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_acceptance_strain_id"), ["strain_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_acceptance_until"), ["until"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("acceptance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_acceptance_until"))
        batch_op.drop_index(batch_op.f("ix_acceptance_strain_id"))
        batch_op.drop_index(batch_op.f("ix_acceptance_recorded_by_id"))
        batch_op.drop_index(batch_op.f("ix_acceptance_ended_on"))
        batch_op.drop_index(batch_op.f("ix_acceptance_accepted_by_id"))

    op.drop_table("acceptance")
