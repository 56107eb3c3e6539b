"""One transaction, the duty to record, and notices that leave with the change or not at all."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.core.audit import Event, history_of
from app.core.db import session
from app.core.notices import Notice
from app.core.operation import (
    Stale,
    Traced,
    Unrecorded,
    WriteOutsideOperation,
    check_version,
    operation,
    record,
    tell,
)
from app.people.models import User
from tests.cast import Cast


@operation("goal.revised")
def rename(goal, title, *, by, tells=None, fails=False):
    goal.title = title
    record("goal.revised", goal, by=by)
    if tells:
        tell(tells.id, "goal.revised", thing=goal, about=goal, by=by)
    if fails:
        raise RuntimeError("in the middle")


@operation()
def rename_silently(goal, title):
    goal.title = title


@operation(traceless="for a test")
def rename_unseen(goal, title, *, by, traces=lambda: None):
    goal.title = title
    traces()


@operation("goal.started")
def rename_twice(goal, *, by):
    rename(goal, "Først", by=by)
    goal.purpose = "Et andet formål"
    record("goal.started", goal, by=by)


def events() -> list[Event]:
    return list(session().scalars(sa.select(Event).where(Event.code.like("goal.%")).order_by(Event.id)))


def test_it_saves_the_change_with_old_and_new(cast: Cast) -> None:
    rename(cast.goal, "Hurtigere svar", by=cast.ida)
    session().expire_all()
    assert cast.goal.title == "Hurtigere svar"
    (event,) = events()
    assert event.changes == {"title": ["Kortere vej fra henvendelse til svar", "Hurtigere svar"]}
    assert (event.actor_label, event.subject_label) == ("Ida Møllegård", "M-0001 Hurtigere svar")


def test_what_breaks_in_the_middle_leaves_nothing(cast: Cast) -> None:
    with pytest.raises(RuntimeError, match="in the middle"):
        rename(cast.goal, "Halvt", by=cast.ida, tells=cast.karin, fails=True)
    assert cast.goal.title == "Kortere vej fra henvendelse til svar"
    assert events() == []
    assert session().scalar(sa.select(sa.func.count()).select_from(Notice)) == 0


def test_a_change_without_an_event_is_refused(cast: Cast) -> None:
    with pytest.raises(Unrecorded):
        rename_silently(cast.goal, "Tavst")
    assert cast.goal.title == "Kortere vej fra henvendelse til svar"


def test_what_must_leave_no_trace_changes_and_leaves_none(cast: Cast) -> None:
    rename_unseen(cast.goal, "Uset", by=cast.ida)
    session().expire_all()
    assert cast.goal.title == "Uset"
    assert events() == []


def test_a_trace_where_none_may_be_is_refused(cast: Cast) -> None:
    def recorded() -> None:
        record("goal.revised", cast.goal, by=cast.ida)

    def told() -> None:
        tell(cast.karin.id, "goal.revised", thing=cast.goal, about=cast.goal, by=cast.ida)

    for trace in (recorded, told, lambda: rename(cast.goal, "Inde i", by=cast.ida)):
        with pytest.raises(Traced):
            rename_unseen(cast.goal, "Set", by=cast.ida, traces=trace)
        assert cast.goal.title == "Kortere vej fra henvendelse til svar"
    with pytest.raises(ValueError, match="records nothing"):
        operation("goal.revised", traceless="for a test")


def test_an_operation_around_one_without_a_trace_still_has_to_record(cast: Cast) -> None:
    @operation("goal.revised")
    def around() -> None:
        rename_unseen(cast.goal, "Uset", by=cast.ida)

    with pytest.raises(Unrecorded):
        around()


def test_a_write_outside_an_operation_is_refused(cast: Cast) -> None:
    cast.goal.title = "Udenom"
    with pytest.raises(WriteOutsideOperation):
        session().flush()
    session().rollback()


@pytest.mark.parametrize(
    "statement", [sa.update(User).values(name="X"), sa.delete(User), sa.insert(User).values(email="x", name="X")]
)
def test_a_bulk_write_outside_an_operation_is_refused(app, statement) -> None:
    with pytest.raises(WriteOutsideOperation):
        session().execute(statement)


def test_nested_operations_share_one_transaction(cast: Cast) -> None:
    rename_twice(cast.goal, by=cast.ida)
    assert [event.code for event in events()] == ["goal.revised", "goal.started"]
    assert events()[1].changes == {"purpose": ["Ingen skal vente unødigt på svar.", "Et andet formål"]}


def test_an_undeclared_code_is_refused(cast: Cast) -> None:
    @operation("goal.revised")
    def wrong() -> None:
        record("goal.exploded", cast.goal, by=cast.ida)

    with pytest.raises(ValueError, match="exploded"):
        wrong()


def test_a_notice_is_saved_but_not_to_oneself(cast: Cast) -> None:
    rename(cast.goal, "Et", by=cast.ida, tells=cast.karin)
    rename(cast.goal, "To", by=cast.karin, tells=cast.karin)
    (notice,) = session().scalars(sa.select(Notice))
    assert (notice.user_id, notice.actor_label, notice.about_id) == (cast.karin.id, "Ida Møllegård", cast.goal.id)


def test_an_older_version_is_stale(cast: Cast) -> None:
    rename(cast.goal, "Nyt", by=cast.ida)
    check_version(cast.goal, cast.goal.version)
    with pytest.raises(Stale) as raised:
        check_version(cast.goal, cast.goal.version - 1)
    assert raised.value.thing is cast.goal


def test_history_keeps_to_the_audience(cast: Cast) -> None:
    @operation("goal.revised")
    def whisper() -> None:
        cast.goal.title = "Hvisket"
        record("goal.revised", cast.goal, by=cast.trine, audience="committee:2:employees")

    whisper()
    assert list(session().scalars(history_of(cast.goal, frozenset()))) == []
    assert len(list(session().scalars(history_of(cast.goal, {"committee:2:employees"})))) == 1


def test_what_is_a_trail_itself_needs_an_operation_but_no_event(cast: Cast) -> None:
    @operation()
    def look_away():
        session().execute(sa.update(Notice).values(digested_at=None))

    look_away()
    with pytest.raises(WriteOutsideOperation):
        session().execute(sa.update(Notice).values(digested_at=None))
