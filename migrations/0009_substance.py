"""A digest of what each goal is in substance."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.core.db import Figure

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: tuple[str, ...] | None = None
depends_on: str | None = None

# The fields as they stand when this migration is written; the app's own list may grow.
TYPES: dict[str, Any] = {
    "kind": sa.String(), "measure": sa.String(), "method": sa.Text(), "measure_unit": sa.String(),
    "direction": sa.String(), "steering": sa.String(), "statutory_deadline": sa.Text(), "decided_target": Figure(),
    "target_on": sa.Date(), "measured_level": sa.String(), "measured_whom": sa.String(),
    "measured_count": sa.Integer(), "identifiable": sa.String(), "control_measure": sa.String(),
    "results_shown_to": sa.String(), "hangs_on": sa.String(), "reward_for": sa.String(), "reward_period": sa.String(),
    "reward_threshold": sa.String(), "registration_minutes": sa.Integer(),
}  # fmt: skip
GOAL = sa.table("goal", sa.column("id"), sa.column("substance"), *(sa.column(n, t) for n, t in TYPES.items()))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value


def upgrade() -> None:
    op.add_column("goal", sa.Column("substance", sa.String(length=64), nullable=False, server_default=""))
    bind = op.get_bind()
    for row in bind.execute(sa.select(GOAL)).mappings().all():
        said = json.dumps({name: _plain(row[name]) for name in TYPES}, sort_keys=True)
        digest = hashlib.sha256(said.encode()).hexdigest()
        bind.execute(sa.update(GOAL).where(GOAL.c.id == row["id"]).values(substance=digest))
    with op.batch_alter_table("goal") as table:
        table.alter_column("substance", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("goal") as table:
        table.drop_column("substance")
