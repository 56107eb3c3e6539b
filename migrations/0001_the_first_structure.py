"""The first structure."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from app.core.db import Figure, UtcDateTime
from app.core.search import create as create_search
from app.core.search import drop as drop_search

revision: str = "0001"
down_revision: str | None = None
branch_labels: tuple[str, ...] | None = ("default",)
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("job_title", sa.String(length=120), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "safety",
                "manager",
                "representative",
                "reader",
                "administrator",
                name="role",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("password_hash", sa.String(length=255), nullable=True),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column(
            "theme", sa.Enum("system", "light", "dark", name="theme", native_enum=False, length=30), nullable=False
        ),
        sa.Column("contrast", sa.Enum("system", "more", name="contrast", native_enum=False, length=30), nullable=False),
        sa.Column("session_number", sa.Integer(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
    )
    op.create_table(
        "committee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "top",
                "area",
                "local",
                "staff_meeting",
                "cooperation",
                "safety_committee",
                "safety_group",
                name="committeekind",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["committee.id"], name=op.f("fk_committee_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee")),
    )
    with op.batch_alter_table("committee", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_committee_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_label", sa.String(length=120), nullable=False),
        sa.Column("subject_type", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("subject_label", sa.String(length=400), nullable=False),
        sa.Column("about_type", sa.String(length=40), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("about_label", sa.String(length=400), nullable=False),
        sa.Column("audience", sa.String(length=60), nullable=True),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("ix_event_about", ["about_type", "about_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_code"), ["code"], unique=False)

    op.create_table(
        "organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "municipality", "region", "state", "private", name="organisationkind", native_enum=False, length=30
            ),
            nullable=False,
        ),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_attempt_account"), ["account"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_attempt_address"), ["address"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_attempt_at"), ["at"], unique=False)

    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "organisation", "administration", "department", "team", name="unitkind", native_enum=False, length=30
            ),
            nullable=False,
        ),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("path", sa.String(length=255), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("core_task", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("headcount IS NULL OR headcount >= 0", name=op.f("ck_unit_headcount_not_negative")),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name=op.f("fk_unit_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unit_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_unit_path"), ["path"], unique=False)

    op.create_table(
        "committee_area",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_committee_area_committee_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_committee_area_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_area")),
        sa.UniqueConstraint("committee_id", "unit_id", name=op.f("uq_committee_area_committee_id_unit_id")),
    )
    with op.batch_alter_table("committee_area", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_committee_area_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_committee_area_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "employment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_employment_unit_id")),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_employment_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employment")),
        sa.UniqueConstraint("user_id", name=op.f("uq_employment_user_id")),
    )
    with op.batch_alter_table("employment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_employment_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("draft", "in_hearing", "in_force", "retired", name="status", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("core_task", sa.Text(), nullable=False),
        sa.Column("value_for", sa.String(length=300), nullable=False),
        sa.Column("behaviour", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("chosen_by", sa.String(length=300), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("origin_id", sa.Integer(), nullable=True),
        sa.Column("no_objective_reason", sa.Text(), nullable=False),
        sa.Column(
            "measured_level",
            sa.Enum("organisation", "unit", "team", "individual", name="measuredlevel", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("measured_whom", sa.String(length=300), nullable=False),
        sa.Column("measured_count", sa.Integer(), nullable=True),
        sa.Column(
            "identifiable", sa.Enum("yes", "no", "unclear", name="answer", native_enum=False, length=30), nullable=True
        ),
        sa.Column(
            "control_measure",
            sa.Enum("yes", "no", "unclear", name="answer", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("notice_given_on", sa.Date(), nullable=True),
        sa.Column("notice_start_on", sa.Date(), nullable=True),
        sa.Column(
            "results_shown_to",
            sa.Enum("nobody", "group", "everyone", name="shownto", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("results_shown_why", sa.Text(), nullable=False),
        sa.Column(
            "hangs_on",
            sa.Enum("nothing", "reporting", "ranking", "pay", name="hangson", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("reward_for", sa.Enum("all", "best", name="rewardfor", native_enum=False, length=30), nullable=True),
        sa.Column("reward_period", sa.String(length=120), nullable=False),
        sa.Column("reward_threshold", sa.String(length=120), nullable=False),
        sa.Column("comparable_with", sa.Text(), nullable=False),
        sa.Column("comparison_conditions", sa.Text(), nullable=False),
        sa.Column("registration_minutes", sa.Integer(), nullable=True),
        sa.Column("feedback_rhythm", sa.String(length=200), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("target", "qualitative", "local_plan", name="kind", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("measure", sa.String(length=300), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("measure_unit", sa.String(length=60), nullable=False),
        sa.Column(
            "direction",
            sa.Enum("higher", "lower", "keep", name="direction", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column(
            "steering", sa.Enum("steering", "background", name="steering", native_enum=False, length=30), nullable=False
        ),
        sa.Column("statutory_deadline", sa.Text(), nullable=False),
        sa.Column("baseline", Figure(), nullable=True),
        sa.Column("proposed_target", Figure(), nullable=True),
        sa.Column("decided_target", Figure(), nullable=True),
        sa.Column("target_reason", sa.Text(), nullable=False),
        sa.Column("target_on", sa.Date(), nullable=True),
        sa.Column(
            "rhythm",
            sa.Enum(
                "weekly", "monthly", "quarterly", "half_yearly", "yearly", name="rhythm", native_enum=False, length=30
            ),
            nullable=True,
        ),
        sa.Column("takes_effect_on", sa.Date(), nullable=True),
        sa.Column("passed_over", sa.Text(), nullable=False),
        sa.Column("passed_over_points", sa.JSON(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("retired_reason", sa.Text(), nullable=False),
        sa.Column("review_months", sa.Integer(), nullable=True),
        sa.Column("next_review_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("focus", sa.Integer(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("process", sa.Integer(), nullable=True),
        sa.Column("use", sa.Integer(), nullable=True),
        sa.Column("is_agreed", sa.Boolean(), nullable=False),
        sa.Column(
            "risk_level",
            sa.Enum("low", "medium", "high", name="risklevel", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("focus IS NULL OR focus BETWEEN -2 AND 2", name=op.f("ck_goal_focus_on_scale")),
        sa.CheckConstraint("level IS NULL OR level BETWEEN -2 AND 2", name=op.f("ck_goal_level_on_scale")),
        sa.CheckConstraint(
            "measured_count IS NULL OR measured_count >= 0", name=op.f("ck_goal_measured_count_not_negative")
        ),
        sa.CheckConstraint("process IS NULL OR process BETWEEN -2 AND 2", name=op.f("ck_goal_process_on_scale")),
        sa.CheckConstraint(
            "registration_minutes IS NULL OR registration_minutes >= 0", name=op.f("ck_goal_registration_not_negative")
        ),
        sa.CheckConstraint("use IS NULL OR use BETWEEN -2 AND 2", name=op.f("ck_goal_use_on_scale")),
        sa.ForeignKeyConstraint(["created_by_id"], ["account.id"], name=op.f("fk_goal_created_by_id")),
        sa.ForeignKeyConstraint(["origin_id"], ["goal.id"], name=op.f("fk_goal_origin_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_goal_owner_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["goal.id"], name=op.f("fk_goal_parent_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_goal_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sa.UniqueConstraint("number", name=op.f("uq_goal_number")),
    )
    with op.batch_alter_table("goal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_next_review_on"), ["next_review_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_goal_origin_id"), ["origin_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_goal_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_goal_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_goal_status"), ["status"], unique=False)
        batch_op.create_index(batch_op.f("ix_goal_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("actor_label", sa.String(length=120), nullable=False),
        sa.Column("subject_type", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("about_type", sa.String(length=40), nullable=False),
        sa.Column("about_id", sa.Integer(), nullable=False),
        sa.Column("about_label", sa.String(length=400), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("read_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_notice_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notice_user_id"), ["user_id"], unique=False)
        batch_op.create_index("ix_notice_user_read", ["user_id", "read_at"], unique=False)

    op.create_table(
        "objective",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("value_for", sa.String(length=200), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_objective_owner_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["objective.id"], name=op.f("fk_objective_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective")),
    )
    with op.batch_alter_table("objective", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_objective_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_objective_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "seat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.Enum("management", "employees", name="side", native_enum=False, length=30), nullable=True),
        sa.Column(
            "mandate",
            sa.Enum(
                "leader",
                "shop_steward",
                "joint_shop_steward",
                "safety_representative",
                "management_representative",
                "employee_representative",
                "adviser",
                name="mandate",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column(
            "function",
            sa.Enum("chair", "vice_chair", "secretary", "member", name="function", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("organisation_behind", sa.String(length=60), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("substitute_id", sa.Integer(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("vacant_from", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_seat_committee_id")),
        sa.ForeignKeyConstraint(["substitute_id"], ["account.id"], name=op.f("fk_seat_substitute_id")),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_seat_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
    )
    with op.batch_alter_table("seat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seat_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seat_substitute_id"), ["substitute_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seat_user_id"), ["user_id"], unique=False)

    op.create_table(
        "unit_manager",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_manager_unit_id")),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_unit_manager_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_manager")),
        sa.UniqueConstraint("unit_id", "user_id", name=op.f("uq_unit_manager_unit_id_user_id")),
    )
    with op.batch_alter_table("unit_manager", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unit_manager_unit_id"), ["unit_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_unit_manager_user_id"), ["user_id"], unique=False)

    op.create_table(
        "upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.Column("taken_in_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_upload_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
    )
    with op.batch_alter_table("upload", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_upload_user_id"), ["user_id"], unique=False)

    op.create_table(
        "assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.Column("substance", sa.String(length=64), nullable=False),
        sa.Column("factors", sa.JSON(), nullable=False),
        sa.Column("extent", sa.Text(), nullable=False),
        sa.Column("nature", sa.Text(), nullable=False),
        sa.Column(
            "certainty", sa.Enum("low", "medium", "high", name="certainty", native_enum=False, length=30), nullable=True
        ),
        sa.Column("no_influence_reason", sa.Text(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum("prevented", "tipping", "insufficient", name="verdict", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("verdict_reason", sa.Text(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["created_by_id"], ["account.id"], name=op.f("fk_assessment_created_by_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_assessment_goal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
    )
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_assessment_goal_id"), ["goal_id"], unique=False)

    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "question",
                "concern",
                "proposal",
                "support",
                "note",
                "reply",
                name="commentkind",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column(
            "visibility",
            sa.Enum("all", "committee", "side", name="visibility", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column(
            "audience_side",
            sa.Enum("management", "employees", name="side", native_enum=False, length=30),
            nullable=True,
        ),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column(
            "author_side", sa.Enum("management", "employees", name="side", native_enum=False, length=30), nullable=True
        ),
        sa.Column("author_mandate", sa.String(length=30), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("edited_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "(visibility = 'all' AND committee_id IS NULL AND audience_side IS NULL) OR (visibility = 'committee' AND committee_id IS NOT NULL AND audience_side IS NULL) OR (visibility = 'side' AND committee_id IS NOT NULL AND audience_side IS NOT NULL)",
            name=op.f("ck_comment_audience_complete"),
        ),
        sa.ForeignKeyConstraint(["author_id"], ["account.id"], name=op.f("fk_comment_author_id")),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_comment_committee_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_comment_goal_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["comment.id"], name=op.f("fk_comment_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_comment_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_comment_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_comment_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "goal_objective",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("objective_id", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_goal_objective_goal_id")),
        sa.ForeignKeyConstraint(["objective_id"], ["objective.id"], name=op.f("fk_goal_objective_objective_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_objective")),
        sa.UniqueConstraint("goal_id", "objective_id", name=op.f("uq_goal_objective_goal_id_objective_id")),
    )
    with op.batch_alter_table("goal_objective", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_goal_objective_goal_id"), ["goal_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_goal_objective_objective_id"), ["objective_id"], unique=False)

    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=True),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column(
            "reader",
            sa.Enum("owner", "management", "employees", "agreed", name="reader", native_enum=False, length=30),
            nullable=False,
        ),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("focus", sa.Integer(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("process", sa.Integer(), nullable=True),
        sa.Column("use", sa.Integer(), nullable=True),
        sa.Column("focus_wish", sa.Integer(), nullable=True),
        sa.Column("level_wish", sa.Integer(), nullable=True),
        sa.Column("process_wish", sa.Integer(), nullable=True),
        sa.Column("use_wish", sa.Integer(), nullable=True),
        sa.Column("focus_reason", sa.Text(), nullable=False),
        sa.Column("level_reason", sa.Text(), nullable=False),
        sa.Column("process_reason", sa.Text(), nullable=False),
        sa.Column("use_reason", sa.Text(), nullable=False),
        sa.Column("read_by_id", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("focus IS NULL OR focus BETWEEN -2 AND 2", name=op.f("ck_reading_focus_on_scale")),
        sa.CheckConstraint(
            "focus_wish IS NULL OR focus_wish BETWEEN -2 AND 2", name=op.f("ck_reading_focus_wish_on_scale")
        ),
        sa.CheckConstraint("level IS NULL OR level BETWEEN -2 AND 2", name=op.f("ck_reading_level_on_scale")),
        sa.CheckConstraint(
            "level_wish IS NULL OR level_wish BETWEEN -2 AND 2", name=op.f("ck_reading_level_wish_on_scale")
        ),
        sa.CheckConstraint("process IS NULL OR process BETWEEN -2 AND 2", name=op.f("ck_reading_process_on_scale")),
        sa.CheckConstraint(
            "process_wish IS NULL OR process_wish BETWEEN -2 AND 2", name=op.f("ck_reading_process_wish_on_scale")
        ),
        sa.CheckConstraint("use IS NULL OR use BETWEEN -2 AND 2", name=op.f("ck_reading_use_on_scale")),
        sa.CheckConstraint("use_wish IS NULL OR use_wish BETWEEN -2 AND 2", name=op.f("ck_reading_use_wish_on_scale")),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=op.f("fk_reading_committee_id")),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_reading_goal_id")),
        sa.ForeignKeyConstraint(["read_by_id"], ["account.id"], name=op.f("fk_reading_read_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
    )
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reading_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reading_goal_id"), ["goal_id"], unique=False)

    op.create_table(
        "strain",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
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
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_strain_goal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strain")),
    )
    with op.batch_alter_table("strain", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_strain_goal_id"), ["goal_id"], unique=False)

    op.create_table(
        "comment_edit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("replaced_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["comment_id"], ["comment.id"], name=op.f("fk_comment_edit_comment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_edit")),
    )
    with op.batch_alter_table("comment_edit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_edit_comment_id"), ["comment_id"], unique=False)

    op.create_table(
        "gain",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
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
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.CheckConstraint("size BETWEEN 0 AND 3", name=op.f("ck_gain_size_on_scale")),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_gain_assessment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gain")),
        sa.UniqueConstraint("assessment_id", "aspect", name=op.f("uq_gain_assessment_id_aspect")),
    )
    with op.batch_alter_table("gain", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gain_assessment_id"), ["assessment_id"], unique=False)

    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column(
            "area",
            sa.Enum(
                "planning",
                "training",
                "support",
                "influence",
                "individual",
                "vulnerable",
                name="prevention",
                native_enum=False,
                length=30,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_measure_assessment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
        sa.UniqueConstraint("assessment_id", "area", name=op.f("uq_measure_assessment_id_area")),
    )
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_measure_assessment_id"), ["assessment_id"], unique=False)

    op.create_table(
        "participant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column(
            "side", sa.Enum("management", "employees", name="side", native_enum=False, length=30), nullable=False
        ),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_participant_assessment_id")),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name=op.f("fk_participant_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("assessment_id", "user_id", name=op.f("uq_participant_assessment_id_user_id")),
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_participant_assessment_id"), ["assessment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_participant_user_id"), ["user_id"], unique=False)

    op.create_table(
        "rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("assessment_id", sa.Integer(), nullable=False),
        sa.Column("strain_id", sa.Integer(), nullable=False),
        sa.Column("probability", sa.Integer(), nullable=False),
        sa.Column("consequence", sa.Integer(), nullable=False),
        sa.Column("probability_before", sa.Integer(), nullable=True),
        sa.Column("consequence_before", sa.Integer(), nullable=True),
        sa.Column("probability_expected", sa.Integer(), nullable=True),
        sa.Column("consequence_expected", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "consequence IS NULL OR consequence BETWEEN 1 AND 5", name=op.f("ck_rating_consequence_on_scale")
        ),
        sa.CheckConstraint(
            "consequence_before IS NULL OR consequence_before BETWEEN 1 AND 5",
            name=op.f("ck_rating_consequence_before_on_scale"),
        ),
        sa.CheckConstraint(
            "consequence_expected IS NULL OR consequence_expected BETWEEN 1 AND 5",
            name=op.f("ck_rating_consequence_expected_on_scale"),
        ),
        sa.CheckConstraint(
            "probability IS NULL OR probability BETWEEN 1 AND 5", name=op.f("ck_rating_probability_on_scale")
        ),
        sa.CheckConstraint(
            "probability_before IS NULL OR probability_before BETWEEN 1 AND 5",
            name=op.f("ck_rating_probability_before_on_scale"),
        ),
        sa.CheckConstraint(
            "probability_expected IS NULL OR probability_expected BETWEEN 1 AND 5",
            name=op.f("ck_rating_probability_expected_on_scale"),
        ),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=op.f("fk_rating_assessment_id")),
        sa.ForeignKeyConstraint(["strain_id"], ["strain.id"], name=op.f("fk_rating_strain_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
        sa.UniqueConstraint("assessment_id", "strain_id", name=op.f("uq_rating_assessment_id_strain_id")),
    )
    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rating_assessment_id"), ["assessment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rating_strain_id"), ["strain_id"], unique=False)

    create_search(op.get_bind())


def downgrade() -> None:
    drop_search(op.get_bind())
    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rating_strain_id"))
        batch_op.drop_index(batch_op.f("ix_rating_assessment_id"))

    op.drop_table("rating")
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_participant_user_id"))
        batch_op.drop_index(batch_op.f("ix_participant_assessment_id"))

    op.drop_table("participant")
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_measure_assessment_id"))

    op.drop_table("measure")
    with op.batch_alter_table("gain", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gain_assessment_id"))

    op.drop_table("gain")
    with op.batch_alter_table("comment_edit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_edit_comment_id"))

    op.drop_table("comment_edit")
    with op.batch_alter_table("strain", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_strain_goal_id"))

    op.drop_table("strain")
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reading_goal_id"))
        batch_op.drop_index(batch_op.f("ix_reading_committee_id"))

    op.drop_table("reading")
    with op.batch_alter_table("goal_objective", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_goal_objective_objective_id"))
        batch_op.drop_index(batch_op.f("ix_goal_objective_goal_id"))

    op.drop_table("goal_objective")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_parent_id"))
        batch_op.drop_index(batch_op.f("ix_comment_goal_id"))
        batch_op.drop_index(batch_op.f("ix_comment_committee_id"))
        batch_op.drop_index(batch_op.f("ix_comment_author_id"))

    op.drop_table("comment")
    with op.batch_alter_table("assessment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_assessment_goal_id"))

    op.drop_table("assessment")
    with op.batch_alter_table("upload", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_upload_user_id"))

    op.drop_table("upload")
    with op.batch_alter_table("unit_manager", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unit_manager_user_id"))
        batch_op.drop_index(batch_op.f("ix_unit_manager_unit_id"))

    op.drop_table("unit_manager")
    with op.batch_alter_table("seat", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seat_user_id"))
        batch_op.drop_index(batch_op.f("ix_seat_substitute_id"))
        batch_op.drop_index(batch_op.f("ix_seat_committee_id"))

    op.drop_table("seat")
    with op.batch_alter_table("objective", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_objective_parent_id"))
        batch_op.drop_index(batch_op.f("ix_objective_owner_id"))

    op.drop_table("objective")
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_index("ix_notice_user_read")
        batch_op.drop_index(batch_op.f("ix_notice_user_id"))

    op.drop_table("notice")
    with op.batch_alter_table("goal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_goal_unit_id"))
        batch_op.drop_index(batch_op.f("ix_goal_status"))
        batch_op.drop_index(batch_op.f("ix_goal_parent_id"))
        batch_op.drop_index(batch_op.f("ix_goal_owner_id"))
        batch_op.drop_index(batch_op.f("ix_goal_origin_id"))
        batch_op.drop_index(batch_op.f("ix_goal_next_review_on"))

    op.drop_table("goal")
    with op.batch_alter_table("employment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_employment_unit_id"))

    op.drop_table("employment")
    with op.batch_alter_table("committee_area", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_committee_area_unit_id"))
        batch_op.drop_index(batch_op.f("ix_committee_area_committee_id"))

    op.drop_table("committee_area")
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unit_path"))
        batch_op.drop_index(batch_op.f("ix_unit_parent_id"))

    op.drop_table("unit")
    with op.batch_alter_table("sign_in_attempt", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_at"))
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_address"))
        batch_op.drop_index(batch_op.f("ix_sign_in_attempt_account"))

    op.drop_table("sign_in_attempt")
    op.drop_table("organisation")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_code"))
        batch_op.drop_index(batch_op.f("ix_event_at"))
        batch_op.drop_index(batch_op.f("ix_event_actor_id"))
        batch_op.drop_index("ix_event_about")

    op.drop_table("event")
    op.drop_table("counter")
    with op.batch_alter_table("committee", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_committee_parent_id"))

    op.drop_table("committee")
    op.drop_table("account")
