"""Looking into the database behind a sounding, as nobody does in the app."""

from __future__ import annotations

import sqlalchemy as sa

from app.core.db import Base, db, session
from app.core.secrecy import unseal
from app.soundings.models import Urn
from app.soundings.operations import URN


def rows_of(*tables):
    """Everything that stands in these tables, as plain rows."""
    with db.engine.connect() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(sa.select(table)).all()))
            for table in tables or Base.metadata.sorted_tables
        }


def urn_of(sounding):
    return session().get_one(Urn, sounding.id, populate_existing=True)


def content(sounding):
    urn = urn_of(sounding)
    return unseal(URN, urn.ballots, place=f"{urn.sounding_id}:{urn.held}")


def is_sqlite():
    return db.engine.dialect.name == "sqlite"
