# ruff: noqa: S608 - statements of our own
"""What the database itself refuses, and ballots cast at once: the rest of the lines of docs/anonymity.md."""

from __future__ import annotations

import contextvars
import threading

import pytest
from sqlalchemy.exc import DBAPIError

from app.core.db import db, session
from app.core.migrations import alembic
from app.organisation.models import Side
from app.organisation.viewers import load_viewer
from app.soundings.ballots import Ballot, unpacked
from app.soundings.models import Invitee, Sounding, Turnout
from app.soundings.operations import cast_ballot
from app.soundings.queries import get_sounding
from tests.soundings.answers import board, closed, opened, votes
from tests.soundings.urns import content, is_sqlite, rows_of, urn_of


def attempts(sounding, user):
    """What is refused while a round is open, and after it has closed."""
    at, name = sounding.id, user.id
    return [
        f"DELETE FROM sounding_urn WHERE sounding_id = {at}",
        f"UPDATE sounding_urn SET ballots = ballots WHERE sounding_id = {at}",
        f"UPDATE sounding_urn SET held = held + 1 WHERE sounding_id = {at}",
        f"UPDATE sounding_urn SET held = held - 1, ballots = '1' WHERE sounding_id = {at}",
        f"UPDATE sounding_urn SET held = held + 2, ballots = '1' WHERE sounding_id = {at}",
        f"UPDATE sounding_urn SET sounding_id = 77, held = held + 1, ballots = '1' WHERE sounding_id = {at}",
        f"INSERT INTO sounding_urn (sounding_id, held, ballots) VALUES ({at}, 0, '1')",
        f"INSERT INTO sounding_urn (sounding_id, held, ballots) VALUES ({at}, 3, '1')",
        f"DELETE FROM sounding_turnout WHERE sounding_id = {at}",
        f"UPDATE sounding_turnout SET marks = '[]' WHERE sounding_id = {at}",
        f"""UPDATE sounding_turnout SET marks = '["a", "b", "c", "d"]' WHERE sounding_id = {at}""",
        f"INSERT INTO sounding_turnout (sounding_id, marks) VALUES ({at}, '[]')",
        f"INSERT INTO sounding_invitee (sounding_id, user_id, side) VALUES ({at}, {name}, 'employees')",
        f"UPDATE sounding_invitee SET side = 'management' WHERE sounding_id = {at}",
        f"DELETE FROM sounding_invitee WHERE sounding_id = {at}",
        f"UPDATE sounding SET minimum = 4 WHERE id = {at}",
        f"UPDATE sounding SET closes_on = '2031-01-01' WHERE id = {at}",
        f"DELETE FROM sounding WHERE id = {at}",
    ]  # fmt: skip


REFUSALS = "can't be|never changed|begins|nobody is added|ck_sounding"


def refused(statement):
    """The database says no, by a trigger of ours or a check."""
    session().rollback()
    with db.engine.connect() as connection, pytest.raises(DBAPIError, match=REFUSALS):
        connection.exec_driver_sql(statement)


def test_ballots_and_who_was_asked_are_never_changed_or_deleted(cast):
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine, cast.bo)
    before = rows_of()
    for statement in attempts(sounding, cast.ida):
        refused(statement)
    if is_sqlite():
        refused(f"REPLACE INTO sounding_urn (sounding_id, held, ballots) VALUES ({sounding.id}, 0, '1')")
        refused(f"REPLACE INTO sounding_turnout (sounding_id, marks) VALUES ({sounding.id}, '[]')")
    else:
        refused("TRUNCATE sounding_urn")
        refused("TRUNCATE sounding_turnout")
    assert rows_of() == before


def test_no_result_before_the_closing_and_none_of_fewer(cast):
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine)
    for change in (
        "tally = '{}'", "taken_part = 2", "taken_part = 3, tally = '{}'",
        "closed_on = '2026-01-01', taken_part = 2, tally = '{}'",  # fewer than the minimum
        "closed_on = '2026-01-01', taken_part = 3, tally = '{}'",  # more than the urn holds
        "closed_on = '2026-01-01', tally = '{}'",
    ):  # fmt: skip
        refused(f"UPDATE sounding SET {change} WHERE id = {sounding.id}")


def test_a_result_is_never_changed(cast):
    sounding = closed(cast)
    before = rows_of(Sounding.__table__, Invitee.__table__)
    for change in ("closed_on = NULL", "tally = NULL", "tally = '{}'", "taken_part = 4", "closed_by_id = NULL"):
        refused(f"UPDATE sounding SET {change} WHERE id = {sounding.id}")
    for statement in (
        f"INSERT INTO sounding_urn (sounding_id, held, ballots) VALUES ({sounding.id}, 0, '1')",
        f"INSERT INTO sounding_turnout (sounding_id, marks) VALUES ({sounding.id}, '[]')",
        f"INSERT INTO sounding_invitee (sounding_id, user_id, side) VALUES ({sounding.id}, {cast.ida.id}, 'employees')",
        f"DELETE FROM sounding WHERE id = {sounding.id}",
    ):
        refused(statement)
    assert rows_of(Sounding.__table__, Invitee.__table__) == before


def test_the_refusals_go_with_the_tables_and_come_back(cast):
    """Down and up again, as when the demo is reset."""
    votes(opened(cast), cast.bo)
    session().close()
    head = alembic.script_directory.get_current_head()
    alembic.downgrade("0002")
    alembic.upgrade(head)
    sounding = opened(cast, board(cast))
    refused(f"DELETE FROM sounding WHERE id = {sounding.id}")


def test_ballots_cast_at_once_are_all_counted_and_a_double_click_once(app, cast):
    sounding = opened(cast)
    people = [cast.otto, cast.mette, cast.frederik, cast.trine, cast.bo, cast.bo, cast.bo]
    session().commit()
    ready, errors = threading.Barrier(len(people)), []

    def cast_one(identity, focus):
        try:
            with app.app_context():
                ready.wait(10)
                user = load_viewer(identity)
                session().rollback()
                cast_ballot(get_sounding(sounding.id), by=user, places={"focus": focus})
        except Exception as error:
            errors.append(error)

    threads = [
        threading.Thread(target=contextvars.copy_context().run, args=(cast_one, user.get_id(), number % 5 - 2))
        for number, user in enumerate(people)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert errors == []
    found = unpacked(content(sounding))
    assert (urn_of(sounding).held, len(found)) == (5, 5)
    assert [one.side for one in found].count(Side.MANAGEMENT) == 2
    assert len(session().get_one(Turnout, sounding.id, populate_existing=True).marks) == 5
    assert Ballot(Side.MANAGEMENT, (-2, None, None, None)) in found
