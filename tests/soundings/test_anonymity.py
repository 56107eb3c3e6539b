"""One test for each line of docs/anonymity.md: what could tie a ballot to a person, and that it does not.

What the database itself refuses is in test_refusals.py."""

# ruff: noqa: S608 - statements of our own

from __future__ import annotations

import itertools
import logging
import re
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.core import clock, duties
from app.core.audit import Event
from app.core.clock import now
from app.core.db import UtcDateTime, db, session
from app.core.notices import Notice
from app.core.operation import TRACELESS
from app.core.secrecy import Unreadable, unseal
from app.soundings.ballots import packed, unpacked
from app.soundings.duties import ballots as duties_of
from app.soundings.forms import CODES
from app.soundings.models import Invitee, Sounding, Turnout, Urn
from app.soundings.operations import URN, TooClose, TooEarly, close_sounding
from app.soundings.queries import mark_of
from app.soundings.tally import from_plain
from tests.soundings.answers import board, closed, goal_of, opened, run_out, votes
from tests.soundings.urns import content, is_sqlite, rows_of, urn_of

DOCUMENT = Path(__file__).parents[2] / "docs" / "anonymity.md"
TABLES = (Sounding, Invitee, Urn, Turnout)


def path(sounding, page="cast"):
    return f"/committees/{sounding.committee_id}/soundings/{sounding.id}/{page}"


def test_the_document_names_each_of_these_tests_and_no_other():
    named = re.findall(r"`(test_\w+)`", DOCUMENT.read_text())
    files = [Path(__file__), Path(__file__).with_name("test_refusals.py")]
    here = re.findall(r"^def (test_\w+)", "\n".join(file.read_text() for file in files), re.MULTILINE)
    assert sorted(named) == sorted(here[1:])  # without this one


# ------------------------------------------------------------------ what the database keeps


def test_no_row_is_added_and_none_is_touched_but_the_urn_and_the_turnout(cast):
    sounding = opened(cast)
    before = rows_of()
    votes(sounding, cast.bo)
    after = rows_of()
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"sounding_urn", "sounding_turnout"}
    assert {name: len(found) for name, found in before.items()} == {name: len(found) for name, found in after.items()}


def test_the_order_in_which_ballots_came_is_nowhere(cast):
    committee, found, marks = board(cast), [], []
    goals = [goal_of(cast, f"Mål {n}") for n in range(6)]
    people = [(cast.otto, -2), (cast.trine, 1), (cast.bo, 2)]
    for goal, order in zip(goals, itertools.permutations(people), strict=True):
        sounding = opened(cast, committee, goal=goal)
        for user, focus in order:
            votes(sounding, user, focus=focus)
        found.append(content(sounding))
        marks.append(session().get_one(Turnout, sounding.id, populate_existing=True).marks)
    assert len(set(found)) == 1
    assert all(one == sorted(one) for one in marks)


def test_no_table_of_a_sounding_holds_a_time():
    for table in TABLES:
        for column in table.__table__.columns:
            assert not isinstance(column.type, UtcDateTime | sa.DateTime | sa.Time), f"{table}: {column}"


def test_what_the_database_knows_of_a_row_is_that_of_all_ballots(cast):
    """One row for all: its place in the file, and the transaction that wrote it, are those of the last ballot only."""
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine, cast.bo)
    hidden = "rowid" if is_sqlite() else "xmin::text, ctid::text"
    for table in ("sounding_urn", "sounding_turnout"):
        found = session().execute(sa.text(f"SELECT {hidden} FROM {table}")).all()
        assert len(found) == 1
    if not is_sqlite():
        query = "SELECT u.xmin::text, t.xmin::text FROM sounding_urn u, sounding_turnout t"
        one, other = session().execute(sa.text(query)).one()
        assert one == other  # neither was left as an earlier ballot wrote it
        invitees = session().execute(sa.text("SELECT DISTINCT xmin::text FROM sounding_invitee")).all()
        assert len(invitees) == 1


def test_pages_copies_and_logs_of_the_database_hold_no_ballot(cast):
    """What a ballot replaced stays behind in pages, in the log of changes, in last night's copy: all sealed."""
    sounding = opened(cast)
    plain = []
    for user, focus in ((cast.otto, -2), (cast.trine, 1), (cast.bo, 2)):
        votes(sounding, user, focus=focus, level=0, use=-1)
        plain.append(content(sounding))
    raw = _bytes_on_disk()
    assert urn_of(sounding).ballots in raw, "the test looks in the wrong place"
    for one in (*plain, *(packed([ballot]) for text in plain for ballot in unpacked(text))):
        assert one not in raw


def _bytes_on_disk():
    if is_sqlite():
        file = Path(db.engine.url.database)
        return b"".join(f.read_bytes() for f in file.parent.glob(f"{file.name}*"))
    session().rollback()
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CHECKPOINT")
        return connection.exec_driver_sql(
            "SELECT pg_read_binary_file(pg_relation_filepath('sounding_urn'))"
        ).scalar_one()


def test_the_urn_opens_only_with_the_servers_key_and_in_its_own_round(cast, app, monkeypatch):
    sounding = opened(cast)
    votes(sounding, cast.bo)
    sealed = urn_of(sounding).ballots
    for place in (f"{sounding.id}:2", f"{sounding.id + 1}:1"):
        with pytest.raises(Unreadable):
            unseal(URN, sealed, place=place)
    monkeypatch.setitem(app.config, "SECRET_KEY", "another")
    with pytest.raises(Unreadable):
        unseal(URN, sealed, place=f"{sounding.id}:1")


def test_two_urns_with_the_same_ballots_look_different(cast):
    committee = board(cast)
    goal = goal_of(cast)
    one, other = opened(cast, committee), opened(cast, committee, goal=goal)
    for sounding in (one, other):
        votes(sounding, cast.bo, focus=2)
    assert content(one) == content(other)
    assert urn_of(one).ballots[12:] != urn_of(other).ballots[12:]


def test_marks_name_nobody_and_differ_from_round_to_round(cast, app, monkeypatch):
    committee = board(cast)
    goal = goal_of(cast)
    one, other = opened(cast, committee), opened(cast, committee, goal=goal)
    mark = mark_of(one.id, cast.bo.id)
    assert re.fullmatch("[0-9a-f]{64}", mark)
    assert mark != mark_of(other.id, cast.bo.id)
    monkeypatch.setitem(app.config, "SECRET_KEY", "another")
    assert mark != mark_of(one.id, cast.bo.id)


def test_that_people_took_part_lies_apart_and_is_gone_with_the_round(cast):
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine, cast.bo)
    shared = {c.name for c in Urn.__table__.columns} & {c.name for c in Turnout.__table__.columns}
    assert shared == {"sounding_id"}
    run_out(sounding, by=cast.otto)
    everything = repr(rows_of())
    assert not rows_of(Urn.__table__, Turnout.__table__)["sounding_turnout"]
    for user in (cast.otto, cast.trine, cast.bo):
        assert mark_of(sounding.id, user.id) not in everything


def test_a_closed_round_keeps_no_ballot_but_the_counts(cast):
    sounding = closed(cast)
    assert not rows_of(Urn.__table__)["sounding_urn"]
    assert set(sounding.tally) == {"focus", "level", "process", "use"}
    assert set(sounding.tally["focus"]) == {"counts", "left_out", "median", "management", "employees"}
    assert sounding.tally["level"] is None  # who placed it was alone


# ------------------------------------------------------------------ what the app tells


def test_no_event_and_no_notice_is_made_of_a_ballot(cast):
    sounding = opened(cast)

    def count(kind):
        return session().scalar(sa.select(sa.func.count()).select_from(kind))

    before = count(Event), count(Notice)
    votes(sounding, cast.bo, cast.trine)
    assert (count(Event), count(Notice)) == before
    assert "soundings.operations.cast_ballot" in TRACELESS


def test_notices_of_opening_and_closing_go_to_all_who_were_asked(cast):
    sounding = opened(cast)
    votes(sounding, cast.mette, cast.trine, cast.bo)
    run_out(sounding, by=None)
    told = session().scalars(sa.select(Notice.user_id).where(Notice.code == "sounding.closed"))
    assert sorted(told) == sorted(one.user_id for one in sounding.invitees)
    words = {
        repr((n.data, n.actor_label, n.about_label))
        for n in session().scalars(sa.select(Notice))
        if n.code == "sounding.closed"
    }
    assert len(words) == 1


def test_no_event_tells_who_took_part_or_what_came_out(cast):
    closed(cast)
    for event in session().scalars(sa.select(Event).where(Event.code.like("sounding.%"))):
        assert not {"taken_part", "tally", "marks", "ballots", "invitees"} & (event.changes.keys() | event.data.keys())


def test_nothing_is_logged_of_a_ballot(page, cast, caplog):
    sounding = opened(cast)
    with caplog.at_level(logging.DEBUG):
        page(cast.bo).post(path(sounding), {"focus_place": "r2"})
        page(cast.bo).post(path(sounding), {"focus_place": "l2"})
        page(cast.trine).post(path(sounding), {})
    ours = [record for record in caplog.records if not record.name.startswith("alembic")]
    assert not [r.getMessage() for r in ours if re.search(r"r2|l2|cast|ballot|focus", r.getMessage())]


def test_reminders_go_to_all_who_were_asked_whoever_has_taken_part(cast):
    sounding = opened(cast)
    asked = {one.user_id for one in sounding.invitees}
    before = {repr(duty) for duty in duties_of(None, clock.today())}
    votes(sounding, cast.bo, cast.trine)
    everybody = duties_of(None, clock.today())
    assert {duty.user_id for duty in everybody} == asked
    assert {repr(duty) for duty in everybody} == before
    assert duties_of(cast.bo, clock.today()) == []
    assert [duty.user_id for duty in duties_of(cast.frederik, clock.today())] == [cast.frederik.id]
    assert "taken" not in duties.what(everybody[0])


def test_what_others_see_while_it_is_open_is_only_how_many(page, cast):
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine, cast.bo, focus=-2)
    for view in ("", "/projector"):
        words = page(cast.emma).get(path(sounding, "").rstrip("/") + view).words
        assert "3" in words
        assert not re.search("ight at activity|middle answer|Otto Ærø took|Trine|Bo Grønlykke", words)
    assert page(cast.emma).get(path(sounding, "count")).data == b'{"closed":false,"held":3}\n'


def test_a_ballot_that_counts_and_one_that_does_not_are_answered_alike(page, cast):
    sounding = opened(cast)
    answers = []
    for place in ("r2", "l1"):
        browser = page(cast.bo)
        answer = browser.post(path(sounding), {"focus_place": place})
        shown = browser.follow(answer)
        answers.append((answer.status_code, answer.location, len(answer.data), shown.words))
    assert answers[0] == answers[1]
    assert len(unpacked(content(sounding))) == 1


# ------------------------------------------------------------------ what the browser and the line keep


def test_every_ballot_is_as_long_as_the_next_on_the_line():
    assert {len(sign) for sign in CODES.values()} == {2}


def test_the_ballot_is_not_kept_in_the_browser(page, cast):
    sounding = opened(cast)
    browser = page(cast.bo)
    ballot = browser.get(path(sounding))
    (form,) = ballot.doc.xpath("//main//form")
    assert form.get("autocomplete") == "off"
    assert form.get("data-autosave") is None
    assert form.get("method") == "post"
    answer = browser.post(path(sounding), {"focus_place": "r2"})
    for one in (ballot, answer):
        assert one.headers["Cache-Control"] == "no-store"
        assert one.headers["Referrer-Policy"] == "same-origin"
    assert answer.status_code == 302
    assert answer.location == f"/committees/{sounding.committee_id}/soundings/{sounding.id}"
    with browser.client.session_transaction() as kept:
        assert not re.search("r2|place|focus", repr(dict(kept)))


def test_nothing_on_a_ballot_is_written_by_hand(page, cast):
    ballot = page(cast.bo).get(path(opened(cast)))
    assert not ballot.doc.xpath("//main//form//textarea | //main//form//input[@type='text']")


# ------------------------------------------------------------------ what the numbers tell


def test_fewer_than_the_minimum_never_show(page, cast):
    sounding = opened(cast)
    votes(sounding, cast.trine, cast.bo)
    run_out(sounding, by=cast.otto)
    words = page(cast.otto).get(path(sounding, "")[:-1]).words
    assert "Fewer than 3 took part" in words
    assert "middle answer" not in words
    assert sounding.tally is None


def test_nobody_can_close_early_to_see_what_one_answered(page, cast):
    """Two of five who know each other's answers wait for a third and close: two thirds of five are four."""
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.frederik, cast.bo)
    with pytest.raises(TooEarly):
        close_sounding(sounding, by=cast.otto)
    page(cast.otto).post(path(sounding, "close"), {})
    session().refresh(sounding)
    assert sounding.closed_on is None
    words = page(cast.otto).get(path(sounding, "close")).words
    assert "at least 4 have taken part" in words
    assert "3" not in words.split("Until", 1)[1].split("taken part", 1)[0].replace(str(sounding.closes_on.day), "")


def test_a_balance_or_a_side_of_fewer_than_the_minimum_does_not_show(page, cast):
    sounding = closed(cast)  # one of management and two of the employees; one alone placed Level
    words = page(cast.otto).get(path(sounding, "")[:-1]).words
    assert "Too few placed it on this balance" in words
    assert "The two sides are not held against each other" in words
    found = from_plain(sounding.tally)["focus"]
    assert (found.management, found.employees, found.apart) == (None, None, None)


def test_two_results_of_nearly_the_same_people_do_not_come_close_together(cast):
    committee = board(cast)
    closed(cast, committee=committee)
    with pytest.raises(TooClose):
        opened(cast, committee)
    with clock.at(now() + timedelta(days=14)):
        opened(cast, committee)
