"""What the organisation decides about the library of gains and strains."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "library_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=True),
        sa.Column(
            "aspect",
            sa.Enum(
                "motivation",
                "identity",
                "trust",
                "fairness",
                "cooperation",
                "responsibility",
                name="aspect",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("kind", sa.Enum("gain", "strain", name="linekind", native_enum=False, length=30), nullable=False),
        sa.Column("da", sa.String(length=200), nullable=False),
        sa.Column("en", sa.String(length=200), nullable=False),
        sa.Column("poles", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("factor", sa.String(length=30), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("shipped_da", sa.String(length=200), nullable=False),
        sa.Column("shipped_en", sa.String(length=200), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "key IS NOT NULL OR da <> '' OR en <> ''", name=op.f("ck_library_line_own_line_says_something")
        ),
        sa.ForeignKeyConstraint(["created_by_id"], ["account.id"], name=op.f("fk_library_line_created_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_library_line")),
        sa.UniqueConstraint("key", name=op.f("uq_library_line_key")),
    )
    with op.batch_alter_table("library_line", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_library_line_created_by_id"), ["created_by_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("library_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_library_line_created_by_id"))

    op.drop_table("library_line")
