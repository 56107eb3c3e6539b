"""What stands in the database once the demo is filled in."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import sqlalchemy as sa
from flask import url_for

from app.balances.models import Reader
from app.balances.queries import readings_of
from app.comments.models import Comment, Visibility
from app.core import duties
from app.core.audit import Event
from app.core.clock import now, today
from app.core.db import session
from app.core.notices import Notice
from app.demo.loading import NotEmpty, fill_demo
from app.demo.reading import read_cast
from app.dossier.facts import gate_of
from app.dossier.queries import known_about
from app.goals.gate import State
from app.goals.models import Goal, RiskLevel, Status
from app.goals.reviews import BY_RISK, months_later
from app.hearings.models import Briefing, ControlNotice, Hearing, HearingAnswer, Phase, Position, Stage
from app.hearings.queries import hearings_of
from app.organisation.models import Committee, Organisation, Unit
from app.organisation.standing import standing_of
from app.organisation.viewers import with_standing
from app.people.models import User
from app.risks.models import Verdict
from app.risks.queries import latest_finished
from app.soundings.duties import ballots
from app.soundings.models import Sounding
from app.soundings.tally import from_plain

pytestmark = pytest.mark.usefixtures("solbaek")


def all_of(kind: type[Any]) -> list[Any]:
    return list(session().scalars(sa.select(kind).order_by(kind.id)))


def goal(number: int) -> Goal:
    return session().scalars(sa.select(Goal).where(Goal.number == number)).one()


def someone(name: str) -> User:
    return with_standing(session().scalars(sa.select(User).where(User.name == name)).one())


def test_everything_is_there() -> None:
    assert [o.name for o in all_of(Organisation)] == ["Solbæk Kommune"]
    assert len(all_of(Unit)) == 28  # 26, the whole, and the staff functions as one
    assert len(all_of(Committee)) == 13
    assert [g.number for g in all_of(Goal)] == list(range(1, 41))
    assert goal(9).title == "Virksomhedsbesøg pr. jobkonsulent"


def test_it_fills_only_an_empty_database() -> None:
    with pytest.raises(NotEmpty):
        fill_demo()


def test_nothing_happened_in_the_future_and_the_history_is_in_order() -> None:
    moments = [event.at for event in all_of(Event)]
    assert moments == sorted(moments)
    assert moments[-1] < now()


def test_all_statuses_and_levels_occur() -> None:
    goals = all_of(Goal)
    assert Counter(g.status for g in goals) == {
        Status.IN_FORCE: 36, Status.IN_HEARING: 2, Status.DRAFT: 1, Status.RETIRED: 1,
    }  # fmt: skip
    assert min(Counter(g.risk_level for g in goals)[level] for level in RiskLevel) >= 3
    assert goal(30).retired_reason


def test_verdicts_follow_the_worked_examples() -> None:
    found = {number: latest_finished(goal(number)) for number in (1, 9, 15)}
    assert {number: assessment.verdict for number, assessment in found.items() if assessment} == {
        1: Verdict.PREVENTED,
        9: Verdict.INSUFFICIENT,
        15: Verdict.TIPPING,
    }


def test_one_goal_was_moved_and_its_assessment_is_outdated() -> None:
    visits = goal(9)
    newest, *_sides, oldest = readings_of(visits)
    assert (newest.reader, newest.focus, newest.level, newest.process, newest.use) == (Reader.AGREED, 1, 1, 0, 1)
    assert (oldest.reader, oldest.focus, oldest.level, oldest.process, oldest.use) == (Reader.OWNER, -2, -2, -2, -1)
    assert visits.focus == 1
    points = gate_of(visits, known_about(visits)).points
    assert {"outdated", "hearing_outdated"} <= {checked.why for checked in points}


def test_goals_in_force_came_through_their_gate() -> None:
    in_force = [g for g in all_of(Goal) if g.status is Status.IN_FORCE]
    assert [g.number for g in in_force if g.passed_over] == [9, 19]
    stuck = [
        g.number for g in in_force
        if not g.passed_over and gate_of(g, known_about(g)).having(State.MISSING)
    ]  # fmt: skip
    assert stuck == []


def test_reviews_keep_to_what_the_risk_asks_for() -> None:
    for g in all_of(Goal):
        assessment = latest_finished(g)
        if assessment and g.status is Status.IN_FORCE:
            latest = months_later(assessment.assessed_on, BY_RISK[g.risk_level])
            assert g.next_review_on <= latest, g.code


def test_one_review_is_overdue() -> None:
    due = [g.number for g in all_of(Goal) if g.status is Status.IN_FORCE and g.next_review_on < today()]
    assert due == [19]


def test_one_goal_is_announced() -> None:
    assert [g.number for g in all_of(Goal) if g.takes_effect_on and g.takes_effect_on > today()] == [13]


def test_the_local_plan_stands_under_its_goal() -> None:
    assert goal(31).parent is goal(40)


def test_one_sounding_shows_a_result_and_one_waits_for_the_cast() -> None:
    closed, open_ = all_of(Sounding)
    found = from_plain(closed.tally)
    assert (closed.taken_part, len(closed.invitees)) == (8, 8)
    assert found["use"].apart == 2.5
    assert closed.agreed
    assert closed.to_move
    assert not open_.closed_on
    for name in ("Trine Løvenskjold", "Karin Nørgård", "Nadia Rahimi"):
        assert [duty.subject[1] for duty in ballots(someone(name), today())] == [open_.id]
    assert ballots(someone("Mette Hjortshøj"), today()) == []


def test_circles_hold_for_comments_and_their_events() -> None:
    found = Counter((c.visibility, str(c.committee), c.audience_side) for c in all_of(Comment) if c.committee_id)
    assert {key[0] for key in found} == {Visibility.COMMITTEE, Visibility.SIDE}
    audiences = {event.audience for event in all_of(Event) if event.code.startswith("comment.")}
    assert len(audiences - {None}) == 3
    for name in ("Birthe Sørensen", "Mads Æbelø", "Emma Håkansson"):
        assert not standing_of(someone(name)).audiences & {a for a in audiences if a and a.endswith(":employees")}


def test_the_cast_has_read_what_is_old() -> None:
    trine = someone("Trine Løvenskjold")
    mine = [notice for notice in all_of(Notice) if notice.user_id == trine.id]
    assert mine
    assert all(notice.read_at for notice in mine if (now() - notice.at).days > 10)


def test_goals_in_force_were_heard_before_they_began() -> None:
    for g in (g for g in all_of(Goal) if g.status is Status.IN_FORCE):
        ended = [one.ended_on for one in hearings_of(g) if one.stage in {Stage.CLOSED, Stage.NOT_SOUGHT}]
        assert ended, g.code
        assert min(ended) <= g.takes_effect_on, g.code


def test_hearings_are_open_closed_and_waiting_to_be_closed() -> None:
    running = [one for one in all_of(Hearing) if one.is_open]
    assert [(one.goal.number, len(one.answers), one.takes_answers(today())) for one in running] == [
        (25, 2, False), (11, 1, True), (11, 0, True),
    ]  # fmt: skip
    assert Counter(answer.position for answer in all_of(HearingAnswer))[Position.OBJECTS] == 2
    assert [one.goal.number for one in all_of(Hearing) if one.silence] == [19]


def test_five_results_have_reached_only_the_committee() -> None:
    half = {one.goal.number for one in all_of(Briefing) if one.phase is Phase.AFTER and one.is_half_done}
    assert half == {5, 15, 16, 27, 33}


def test_the_control_measure_has_its_notice() -> None:
    (notice,) = all_of(ControlNotice)
    assert (notice.goal.number, (notice.starts_on - notice.given_on).days >= 42) == (13, True)


def test_everybody_in_the_cast_finds_a_page_behind_each_button(solbaek: Any) -> None:
    waiting = {person["name"]: duties.of(someone(person["name"])) for person in read_cast()}
    assert sum(len(found) for found in waiting.values()) > 8
    with solbaek.test_request_context():
        for found in waiting.values():
            for duty in found:
                assert url_for(duty.endpoint, **duty.url)
                assert duties.what(duty)
