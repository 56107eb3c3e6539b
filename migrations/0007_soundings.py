"""Soundings, with triggers: ballots are added one at a time, and never changed or deleted.

A later migration that rebuilds one of these tables on SQLite loses its triggers, and must put them back.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None

SIDES = sa.Enum("management", "employees", name="side", native_enum=False, length=30)
OPEN = "EXISTS (SELECT 1 FROM sounding WHERE sounding.id = {row}.sounding_id AND sounding.closed_on IS NULL)"
# IS DISTINCT FROM as both databases write it, and JSON as text, since PostgreSQL can't compare it otherwise.
DIFFERS = {"sqlite": "NEW.{0} IS NOT OLD.{0}", "postgresql": "NEW.{0}::text IS DISTINCT FROM OLD.{0}::text"}
HELD = "(SELECT held FROM sounding_urn WHERE sounding_id = OLD.id)"
FROZEN = ("id", "committee_id", "goal_id", "question", "minimum", "opened_by_id", "opened_on", "closes_on")
FROZEN_ONCE_CLOSED = ("closed_on", "closed_by_id", "taken_part", "tally")
TABLES = ("sounding", "sounding_invitee", "sounding_urn", "sounding_turnout")
LOST = {
    "sqlite": "EXISTS (SELECT value FROM json_each(OLD.marks) EXCEPT SELECT value FROM json_each(NEW.marks))",
    "postgresql": "EXISTS (SELECT value FROM json_array_elements_text(OLD.marks) "
    "EXCEPT SELECT value FROM json_array_elements_text(NEW.marks))",
}


def upgrade() -> None:
    _tables()
    kind = op.get_bind().dialect.name
    for table, deed, wrong, why in _refusals(kind):
        _refuse(kind, table, deed, wrong, why)
    if kind == "postgresql":
        for table in ("sounding_urn", "sounding_turnout"):
            _refuse_emptying(table)
            # What a ballot replaces is swept away within a minute, not after fifty of them.
            op.execute(f"ALTER TABLE {table} SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0)")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            for deed in ("insert", "update", "delete"):
                op.execute(f"DROP FUNCTION {_name(table, deed)}()")
        op.execute("DROP FUNCTION refuse_emptying()")


def _refusals(kind: str) -> list[tuple[str, str, str, str]]:
    """What each table refuses: (table, deed, condition, message). EXISTS on insert: REPLACE must not slip through."""
    changed = {name: DIFFERS[kind].format(name) for name in (*FROZEN, *FROZEN_ONCE_CLOSED)}
    always, closed = (" OR ".join(changed[name] for name in names) for names in (FROZEN, FROZEN_ONCE_CLOSED))
    early = "NEW.closed_on IS NULL AND (NEW.taken_part IS NOT NULL OR NEW.tally IS NOT NULL)"
    false = f"NEW.taken_part IS NOT NULL AND NEW.taken_part <> coalesce({HELD}, -1)"
    new, old = OPEN.format(row="NEW"), OPEN.format(row="OLD")
    grown = "json_array_length(NEW.marks) = json_array_length(OLD.marks) + 1"
    urn_stands = "EXISTS (SELECT 1 FROM sounding_urn WHERE sounding_id = NEW.sounding_id)"
    turnout_stands = "EXISTS (SELECT 1 FROM sounding_turnout WHERE sounding_id = NEW.sounding_id)"
    stands = "EXISTS (SELECT 1 FROM sounding WHERE id = NEW.id)"
    begun = "NEW.closed_on IS NOT NULL OR NEW.taken_part IS NOT NULL OR NEW.tally IS NOT NULL"
    return [
        ("sounding", "insert", f"{begun} OR {stands}", "a round begins open and empty"),
        ("sounding", "update",
         f"{always} OR (OLD.closed_on IS NOT NULL AND ({closed})) OR {early} OR (OLD.closed_on IS NULL AND {false})",
         "a round can't be changed, nor its result"),
        ("sounding", "delete", "1 = 1", "a round can't be deleted"),
        ("sounding_invitee", "insert", f"{urn_stands} OR NOT {new}", "nobody is added to a round that has begun"),
        ("sounding_invitee", "update", "1 = 1", "who was asked can't be changed"),
        ("sounding_invitee", "delete", "1 = 1", "who was asked can't be changed"),
        ("sounding_urn", "insert", f"NEW.held <> 0 OR {urn_stands} OR NOT {new}", "an urn begins empty"),
        ("sounding_urn", "update",
         f"NEW.sounding_id <> OLD.sounding_id OR NEW.held <> OLD.held + 1 OR NEW.ballots = OLD.ballots OR NOT {old}",
         "ballots are added one at a time, and never changed"),
        ("sounding_urn", "delete", old, "ballots can't be deleted while the round is open"),
        ("sounding_turnout", "insert", f"json_array_length(NEW.marks) <> 0 OR {turnout_stands} OR NOT {new}",
         "a turnout begins empty"),
        ("sounding_turnout", "update",
         f"NEW.sounding_id <> OLD.sounding_id OR NOT {grown} OR {LOST[kind]} OR NOT {old}",
         "that people took part is added one at a time, and never changed"),
        ("sounding_turnout", "delete", old, "who took part can't be deleted while the round is open"),
    ]  # fmt: skip


def _name(table: str, deed: str) -> str:
    return f"refuse_{table}_{deed}"


def _refuse(kind: str, table: str, deed: str, wrong: str, why: str) -> None:
    name, said = _name(table, deed), why.replace("'", "''")
    if kind == "sqlite":
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {deed.upper()} ON {table} FOR EACH ROW WHEN {wrong} "
            f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )
        return
    row = "OLD" if deed == "delete" else "NEW"
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {wrong} THEN "
        f"RAISE EXCEPTION '{said}'; END IF; RETURN {row}; END $$"
    )
    op.execute(f"CREATE TRIGGER {name} BEFORE {deed.upper()} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")


def _refuse_emptying(table: str) -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'ballots can''t be deleted'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER refuse_emptying_{table} BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying()"
    )


def _tables() -> None:
    op.create_table(
        "sounding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=False),
        sa.Column("opened_by_id", sa.Integer(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_by_id", sa.Integer(), nullable=True),
        sa.Column("taken_part", sa.Integer(), nullable=True),
        sa.Column("tally", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("agreed_id", sa.Integer(), nullable=True),
        sa.Column("to_move", sa.Text(), nullable=False),
        sa.CheckConstraint("minimum >= 3", name=op.f("ck_sounding_minimum_high_enough")),
        sa.CheckConstraint("taken_part IS NULL OR taken_part >= minimum", name=op.f("ck_sounding_enough_took_part")),
        sa.CheckConstraint("tally IS NULL OR taken_part IS NOT NULL", name=op.f("ck_sounding_shown_only_of_enough")),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_sounding_committee_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_sounding_goal_id")),
        sa.ForeignKeyConstraint(["opened_by_id"], ["account.id"], name=op.f("fk_sounding_opened_by_id")),
        sa.ForeignKeyConstraint(["closed_by_id"], ["account.id"], name=op.f("fk_sounding_closed_by_id")),
        sa.ForeignKeyConstraint(["agreed_id"], ["reading.id"], name=op.f("fk_sounding_agreed_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sounding")),
    )
    op.create_index(op.f("ix_sounding_committee_id"), "sounding", ["committee_id"])
    op.create_index(op.f("ix_sounding_goal_id"), "sounding", ["goal_id"])
    op.create_table(
        "sounding_invitee",
        sa.Column("sounding_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("side", SIDES, nullable=False),
        sa.ForeignKeyConstraint(["sounding_id"], ["sounding.id"], name=op.f("fk_sounding_invitee_sounding_id")),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_sounding_invitee_user_id")),
        sa.PrimaryKeyConstraint("sounding_id", "user_id", name=op.f("pk_sounding_invitee")),
    )
    op.create_index(op.f("ix_sounding_invitee_user_id"), "sounding_invitee", ["user_id"])
    op.create_table(
        "sounding_urn",
        sa.Column("sounding_id", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("ballots", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["sounding_id"], ["sounding.id"], name=op.f("fk_sounding_urn_sounding_id")),
        sa.PrimaryKeyConstraint("sounding_id", name=op.f("pk_sounding_urn")),
    )
    op.create_table(
        "sounding_turnout",
        sa.Column("sounding_id", sa.Integer(), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["sounding_id"], ["sounding.id"], name=op.f("fk_sounding_turnout_sounding_id")),
        sa.PrimaryKeyConstraint("sounding_id", name=op.f("pk_sounding_turnout")),
    )
