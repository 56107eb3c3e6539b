"""Lines carried over from the last assessment: marks, confirmation, reasons, reliefs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None

MARK = sa.Enum("unchanged", "changed", "new", name="mark", native_enum=False, length=30)


def upgrade() -> None:
    op.create_table(
        "relief",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("strain_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_relief_assessment_id")),
        sa.ForeignKeyConstraint(["strain_id"], ["strain.id"], name=op.f("fk_relief_strain_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relief")),
        sa.UniqueConstraint("assessment_id", "strain_id", name=op.f("uq_relief_assessment_id_strain_id")),
    )
    op.create_index(op.f("ix_relief_assessment_id"), "relief", ["assessment_id"])
    op.create_index(op.f("ix_relief_strain_id"), "relief", ["strain_id"])
    with op.batch_alter_table("rating") as table:
        table.add_column(sa.Column("mark", MARK, nullable=False, server_default="new"))
        table.add_column(sa.Column("confirmed", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("reason", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("rating") as table:
        for name in ("mark", "confirmed", "reason"):
            table.alter_column(name, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("rating") as table:
        for name in ("reason", "confirmed", "mark"):
            table.drop_column(name)
    op.drop_index(op.f("ix_relief_strain_id"), table_name="relief")
    op.drop_index(op.f("ix_relief_assessment_id"), table_name="relief")
    op.drop_table("relief")
