"""What each of the cast may do with each route: a table that is held against the app, both ways.

A new route, or a rule that lets other people in, is a decision: write it into permissions.txt for everybody to see.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from app.actions.models import ActionStatus, Worked
from app.agenda.operations import set_questions
from app.comments.models import Visibility
from app.core.clock import today
from app.core.db import Base, db, session
from app.core.letters import Letter
from app.core.mailbox import Mail, post
from app.core.operation import operation
from app.core.signed import sign
from app.decisions.operations import note_outcome
from app.dialogue.operations import end_session
from app.goals.models import Answer, Status
from app.goals.operations import add_goal, retire_goal
from app.meetings.models import ItemState, Origin, Stage
from app.minutes.operations import make_remark, make_statement
from app.organisation.models import Committee
from app.risks.operations import accept_risk
from tests.actions.answers import acted
from tests.agenda import answers as agendas
from tests.barriers import answers as barriers
from tests.cast import Cast, meet
from tests.checks.answers import aside, sound
from tests.comments.answers import answered, said
from tests.decisions import answers as sittings
from tests.dialogue import answers as dialogues
from tests.effects.answers import reported
from tests.exchange.test_plan import upload
from tests.hearings import answers as hearings
from tests.library import answers as library
from tests.load import answers as load
from tests.meetings.answers import item, met, private
from tests.minutes import answers as minutes
from tests.page import Browser, Page
from tests.risks import answers as risks
from tests.soundings.answers import board, closed, goal_of, opened
from tests.wheel import answers as wheel

TABLE = Path(__file__).with_name("permissions.txt")


@dataclass(frozen=True)
class Row:
    method: str
    endpoint: str
    path: str
    expected: dict[str, str]


def rows() -> list[Row]:
    lines = [line.split() for line in TABLE.read_text().splitlines() if line and not line.startswith("#")]
    who = lines[0][3:]
    return [Row(*line[:3], dict(zip(who, line[3:], strict=True))) for line in lines[1:]]


PEOPLE = {"fred": "frederik", "none": None}


def answer_of(answer: Page) -> str:
    """The word of the table for an answer."""
    if answer.status_code in {302, 303} and answer.location.startswith("/sign-in?next="):
        return "ask"
    known = {403: "no", 404: "–", 200: "yes", 302: "yes", 303: "yes", 400: "yes", 409: "yes"}
    return known[answer.status_code]


@pytest.fixture(scope="session")
def things(one_app: Flask, store: Any) -> dict[str, Any]:
    """One of each thing that a path names, as the table's columns speak of them: made once, and kept with the cast."""
    store.restore()
    with one_app.app_context():
        made = _made(lambda user: Browser(one_app, user), meet())
        made["all that the database says"] = _state()
        db.session.close()
        db.engine.dispose()
    store.keep("things")
    return made


@pytest.fixture
def app(one_app: Flask, store: Any, things: dict[str, Any]) -> Iterator[Flask]:
    """A database in which there is one of each thing, fresh for each test of this file."""
    store.restore("things")
    with one_app.app_context():
        yield one_app
        db.session.close()
        engine = db.engine
    store.leave(engine)


def _made(page: Callable[..., Browser], cast: Cast) -> dict[str, Any]:
    retired = add_goal(title="Opkald pr. time", unit_id=cast.service.id, owner_id=cast.karin.id, by=cast.ida)
    retire_goal(retired, by=cast.ida, reason="Ingen brugte tallet.")
    _browser, sent = upload(page, cast.ida)
    assessment = risks.finished(cast, risks.strain(today=(4, 4)))
    running = hearings.opened(cast, goal=cast.goal)
    roads = board(cast)  # Emma keeps its minutes
    ditches = goal_of(cast)
    faulty, left = sound(cast, identifiable=Answer.YES), sound(cast, status=Status.DRAFT)
    aside(cast, faulty, "identifiable")
    aside(cast, left, "draft_left")
    private = {"visibility": Visibility.SIDE, "committee_id": cast.local.id}
    return _agendas(cast) | _held(cast) | _dialogues(cast, roads) | {
        "goal": cast.goal.id, "draft": cast.draft.id, "retired": retired.id,
        "said": said(cast).id, "answer": answered(cast).id, "effect": reported(cast).id,
        "aside": said(cast, **private).id, "assessment": assessment.id,
        "upload": int(sent.location.rsplit("/", 1)[1]), "unit": cast.service.id, "committee": cast.local.id,
        "seat": cast.local.seats[0].id, "manager": cast.service.managers[0].id, "objective": cast.objective.id,
        "person": cast.frederik.id, "hearing": running.id, "briefing": hearings.briefed(cast).id,
        "strain": assessment.ratings[0].strain_id, "acceptance": _accepted(cast, assessment),
        "notice": hearings.noticed(cast).id, "mail": _mail(cast), "token": sign("stop mail", cast.bo.id),
        "faulty": faulty.id, "left": left.id, "roads": roads.id, "sounding": opened(cast, roads).id,
        "sounded": closed(cast, committee=roads, goal=ditches).id, "line": library.added(cast).id,
        "action": acted(cast, responsible=cast.bo).id, "hidden_action": acted(cast, goals=[cast.draft]).id,
        "done_action": acted(cast, status=ActionStatus.DONE, check_on=cast.goal.takes_effect_on).id,
        "failed_action": acted(cast, status=ActionStatus.CLOSED, worked=Worked.NO).id,
        "barrier": barriers.assigned(cast).id, "gone": barriers.removed(cast).id,  # Trine takes them away
        "duty": wheel.duty(cast, by=cast.karin, committee_id=cast.local.id).id, "ended_duty": wheel.ended(cast).id,
        "feed": wheel.feed_of(cast.bo), "link": wheel.link(cast.bo).id,
        "tension": load.marked(cast).id, "shaded": load.marked(cast, cast.goal, cast.draft).id,
    }  # fmt: skip


def _agendas(cast: Cast) -> dict[str, Any]:
    """A planned meeting and a called one of the local committee, what stands on them, and what waits for one."""
    coming, called = met(cast), met(cast, stage=Stage.CALLED)
    own = private(cast)
    secret = item(cast, called, is_confidential=True)
    point = item(cast, called)
    return {
        "coming": coming.id, "coming_item": item(cast, coming).id, "called": called.id, "called_item": point.id,
        "dropped_item": item(cast, called, state=ItemState.DROPPED).id, "secret_item": secret.id,
        "asked_item": agendas.proposed(cast, meeting=coming).id, "own_meeting": own.id, "own_item": item(cast, own).id,
        "annex": agendas.annexed(cast, point).id, "secret_annex": agendas.annexed(cast, secret).id,
        "waiting_item": item(cast, committee=cast.local).id,
    }  # fmt: skip


def _held(cast: Cast) -> dict[str, Any]:
    """Meetings in session, with minutes out, and with approved ones; what was recorded, said and stated at them."""
    sitting = sittings.on_goal(cast, minutes_planned=5)
    hidden = item(cast, sitting.meeting, is_confidential=True)
    own = item(cast, private(cast, stage=Stage.IN_SESSION))
    for one in (sitting, hidden):
        set_questions(one, dialogues.asked(cast, "level.2"), by=cast.karin)
    lifted = item(cast, sitting.meeting, origin=Origin.LIFTED, asked_by_id=hidden.id)
    out, approved = minutes.out(cast, is_discussion=True), minutes.approved(cast)
    return {
        "sitting": sitting.meeting_id, "sitting_item": sitting.id, "hidden_item": hidden.id, "lifted_item": lifted.id,
        "own_sitting": own.meeting_id, "own_sitting_item": own.id, "out": out.id, "approved": approved.id,
        "outcome": note_outcome(sitting, by=cast.karin, words="Noteret").id,
        "hidden_outcome": note_outcome(hidden, by=cast.karin, words="Noteret").id,
        "item_question": sitting.questions[0].id, "hidden_question": hidden.questions[0].id,
        "statement": make_statement(out, minutes.open_item(out), by=cast.trine, words="Uenig").id,
        "remark": make_remark(out, by=cast.trine, words="Rettes").id, "year": today().year,
    }  # fmt: skip


def _dialogues(cast: Cast, roads: Committee) -> dict[str, Any]:
    """Two dialogues of the board of Vej og Park, one of them ended, and a question of the organisation."""
    going, ended = dialogues.talk(cast, roads), dialogues.talk(cast, roads)
    end_session(ended, by=cast.otto, summary="Færdig.")
    return {
        "talk": going.id, "talk_question": going.questions[0].id, "ended_talk": ended.id,
        "ended_question": ended.questions[0].id, "question": dialogues.own(cast).key,
    }  # fmt: skip


def _accepted(cast: Cast, assessment: Any) -> int:
    until = today() + timedelta(days=30)
    return accept_risk(assessment.ratings[0], by=cast.ida, accepted_by=cast.karin, reason="For nu.", until=until).id


@operation()
def _mail(cast: Cast) -> int:
    post(cast.karin, Letter("Nyt", "Nyt", "<p>Nyt</p>"), key="one", kind="digest")
    return session().scalars(sa.select(Mail.id)).one()


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.method} {row.path}")
def test_each_lets_in_whom_the_table_says(page: Callable[..., Browser], cast: Cast, things: Any, row: Row) -> None:
    path = row.path.format(**things)
    found = {}
    for who in row.expected:
        name = PEOPLE.get(who, who)
        browser = page(getattr(cast, name) if name else None)
        found[who] = answer_of(browser.post(path) if row.method == "POST" else browser.get(path))
    assert found == row.expected
    if row.method == "GET":
        assert _state() == things["all that the database says"], "reading writes nothing"


def test_the_table_names_every_route_and_no_other(one_app: Flask) -> None:
    listed = {(row.method, row.endpoint) for row in rows()}
    known = {
        (method, rule.endpoint)
        for rule in one_app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.endpoint != "static"
    }
    assert listed == known, f"write into permissions.txt: {sorted(known - listed)}; take out: {sorted(listed - known)}"


def test_every_rule_lets_somebody_in_and_keeps_somebody_out() -> None:
    """A rule that the table never shows from both sides could be turned round without anybody noticing."""
    for endpoint in {row.endpoint for row in rows()}:
        words = {word for row in rows() if row.endpoint == endpoint for word in row.expected.values()}
        if "no" in words:
            assert "yes" in words, f"{endpoint}: add a path on which somebody is let in"


def _state() -> dict[str, list[Any]]:
    session().rollback()
    return {
        table.name: sorted(map(repr, session().execute(sa.select(table)).all()))
        for table in Base.metadata.sorted_tables
    }
