from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.barriers.operations import assign_barrier, keep_barrier, remove_barrier, reopen_barrier
from app.core.audit import Event
from app.core.clock import today
from app.core.db import session
from app.core.notices import Notice
from app.core.operation import Stale
from tests.barriers.answers import assigned, removed, reported


def told():
    return {(n.code, n.user_id) for n in session().scalars(sa.select(Notice)) if n.code.startswith("barrier.")}


def test_who_is_told_what(cast):
    barrier = reported(cast)
    assert told() == {("barrier.reported", cast.karin.id)}
    assign_barrier(barrier, by=cast.karin, owner=cast.trine, due_on=today())
    assert ("barrier.assigned", cast.trine.id) in told()
    remove_barrier(barrier, by=cast.trine, how="Brevet er skrevet om.", removed_on=today())
    assert {("barrier.removed", one.id) for one in (cast.emma, cast.karin)} <= told()
    assert ("barrier.removed", cast.trine.id) not in told()
    reopen_barrier(barrier, by=cast.emma)
    assert {("barrier.reopened", one.id) for one in (cast.trine, cast.karin)} <= told()
    keep_barrier(barrier, by=cast.karin, reason="Det er loven.")
    assert {("barrier.kept", one.id) for one in (cast.trine, cast.emma)} <= told()


def test_a_new_date_alone_tells_nobody_and_the_same_answer_changes_nothing(cast):
    barrier = assigned(cast)
    before, version = len(session().scalars(sa.select(Notice)).all()), barrier.version
    assign_barrier(barrier, by=cast.karin, owner=cast.trine, due_on=barrier.due_on)
    assert barrier.version == version
    assign_barrier(barrier, by=cast.karin, owner=cast.trine, due_on=barrier.due_on + timedelta(days=1))
    assert len(session().scalars(sa.select(Notice)).all()) == before


def test_what_is_settled_is_not_settled_again(cast):
    barrier = removed(cast)
    with pytest.raises(Stale):
        keep_barrier(barrier, by=cast.karin, reason="Det er loven.")
    with pytest.raises(Stale):
        remove_barrier(barrier, by=cast.karin, how="Igen", removed_on=today())
    with pytest.raises(Stale):
        assign_barrier(barrier, by=cast.karin, owner=cast.otto, due_on=today())


def test_the_history_says_what_happened_and_not_the_words(page, cast):
    keep_barrier(reported(cast, words="Hemmelig et"), by=cast.karin, reason="Hemmelig to")
    barrier = assigned(cast)
    remove_barrier(barrier, by=cast.trine, how="Hemmelig tre", removed_on=today())
    reopen_barrier(barrier, by=cast.emma)
    events = session().scalars(sa.select(Event).where(Event.code.startswith("barrier."))).all()
    assert [event.code.removeprefix("barrier.") for event in events] == [
        "reported", "kept", "reported", "assigned", "removed", "reopened",
    ]  # fmt: skip
    assert all("Hemmelig" not in f"{event.data} {event.changes} {event.subject_label}" for event in events)
    words = page(cast.bo).get(f"/goals/{cast.goal.id}/history").words
    assert "Karin Nørgård said who takes a barrier away, and by when." in words
    assert "Trine Løvenskjold" in words
    assert "Emma Håkansson said that a barrier is there again." in words
