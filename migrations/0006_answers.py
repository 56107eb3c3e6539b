"""Answers to questions, and unintended effects."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.core.db import UtcDateTime

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None

SIDE = sa.Enum("management", "employees", name="side", native_enum=False, length=30)

# Who spoke from no seat stood all the same on a side: managers on one, employees and their representatives on the other.
STAND = """
UPDATE comment SET author_side = CASE
  WHEN (SELECT role FROM account WHERE account.id = comment.author_id) = 'manager' THEN 'management'
  WHEN author_mandate = '' AND (SELECT role FROM account WHERE account.id = comment.author_id)
    IN ('reader', 'representative') THEN 'employees'
  END
WHERE author_side IS NULL
"""
# What was asked where the other side can read it, and in whose thread nobody of the other side has written.
OPEN = """
UPDATE comment SET open_since = created_at
WHERE parent_id IS NULL AND kind IN ('question', 'concern', 'proposal') AND visibility <> 'side'
  AND NOT EXISTS (
    SELECT 1 FROM comment AS reply
    WHERE reply.parent_id = comment.id AND reply.author_id <> comment.author_id AND reply.author_side IS NOT NULL
      AND (comment.author_side IS NULL OR reply.author_side <> comment.author_side)
  )
"""


def upgrade() -> None:
    op.add_column("comment", sa.Column("open_since", UtcDateTime(), nullable=True))
    op.create_index(op.f("ix_comment_open_since"), "comment", ["open_since"], unique=False)
    op.execute(STAND)
    op.execute(OPEN)
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("words_id", sa.Integer(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=False),
        sa.Column("waited_seconds", sa.Integer(), nullable=False),
        sa.Column("accepted_at", UtcDateTime(), nullable=True),
        sa.Column("taken_up_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("waited_seconds >= 0", name=op.f("ck_answer_waited_not_negative")),
        sa.ForeignKeyConstraint(["question_id"], ["comment.id"], name=op.f("fk_answer_question_id")),
        sa.ForeignKeyConstraint(["words_id"], ["comment.id"], name=op.f("fk_answer_words_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint("words_id", name=op.f("uq_answer_words_id")),
    )
    op.create_index(op.f("ix_answer_question_id"), "answer", ["question_id"], unique=False)
    op.create_index(op.f("ix_answer_answered_at"), "answer", ["answered_at"], unique=False)
    op.create_table(
        "effect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reported_by_id", sa.Integer(), nullable=False),
        sa.Column("reported_at", UtcDateTime(), nullable=False),
        sa.Column("side", SIDE, nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["answered_by_id"], ["account.id"], name=op.f("fk_effect_answered_by_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_effect_goal_id")),
        sa.ForeignKeyConstraint(["reported_by_id"], ["account.id"], name=op.f("fk_effect_reported_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effect")),
    )
    for column in ("goal_id", "reported_by_id", "answered_by_id", "answered_at"):
        op.create_index(op.f(f"ix_effect_{column}"), "effect", [column], unique=False)


def downgrade() -> None:
    op.drop_table("effect")
    op.drop_table("answer")
    op.execute("UPDATE comment SET kind = 'reply' WHERE kind = 'answer'")
    op.execute("UPDATE comment SET author_side = NULL WHERE author_mandate = ''")
    op.drop_index(op.f("ix_comment_open_since"), table_name="comment")
    op.drop_column("comment", "open_since")
