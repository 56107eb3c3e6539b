from datetime import timedelta

from app.actions.models import ActionStatus
from app.agenda.jobs import draw_due
from app.agenda.operations import add_annex, draw_agenda, drop_item, move_item, revise_item
from app.core import vault
from app.core.clock import at, now, today
from app.core.db import session
from app.core.operation import operation, record
from app.core.typed import parse_clock
from app.goals.models import RiskLevel, Status
from app.meetings.models import Item, ItemKind, ItemState, MeetingKind, Origin, Stage
from app.meetings.operations import plan_meeting
from app.meetings.plans import Slot
from tests import litany
from tests.actions.answers import acted
from tests.agenda.answers import proposed
from tests.comments.answers import said, to_committee, to_side
from tests.hearings.answers import briefed, opened
from tests.meetings.answers import item, met, private


@operation("test.changed")
def changed(thing, **values):
    for name, value in values.items():
        setattr(thing, name, value)
    record("test.changed", thing, by=None)
    return thing


def due(cast, **more):
    return changed(cast.goal, next_review_on=today() + timedelta(days=7), **more)


def drawn(meeting, cast):
    draw_agenda(meeting, cast.karin)
    session().expire_all()
    return {one.drawn_key: one for one in meeting.items if one.drawn_key and one.state is ItemState.OPEN}


def codes(found, cast):
    return [reason["code"] for reason in found[f"goal:{cast.goal.id}"].reasons]


def test_a_goal_whose_review_falls_before_the_meeting_comes_up_under_its_point(page, cast):
    due(cast)
    meeting = met(cast, kind=MeetingKind.REVIEW)
    found = drawn(meeting, cast)[f"goal:{cast.goal.id}"]
    assert (found.kind, found.origin, found.minutes_planned) == (ItemKind.DECISION, Origin.REGISTER, 10)
    parent = next(one for one in meeting.items if one.id == found.parent_id)
    assert parent.point == "review.3"
    assert "Its review falls on" in page(cast.karin).get(f"/meetings/{meeting.id}/agenda").words


def test_drawing_twice_adds_nothing(cast):
    due(cast)
    meeting = met(cast)
    assert draw_agenda(meeting, cast.karin) == 5
    session().expire_all()
    before = [(one.id, one.version) for one in meeting.items]
    assert draw_agenda(meeting, cast.karin) == 0
    session().expire_all()
    assert [(one.id, one.version) for one in meeting.items] == before


def test_a_goal_comes_up_once_with_all_that_speaks_for_it(cast):
    due(cast, risk_level=RiskLevel.HIGH)
    with at(now() - timedelta(days=90)):
        said(cast)
    briefing = briefed(cast, committee=False)
    changed(briefing, phase="after")
    found = drawn(met(cast), cast)
    assert codes(found, cast) == ["review", "questions", "high", "result"]
    assert len(found) == 1


def test_what_only_a_side_or_a_committee_reads_is_not_even_counted(cast):
    due(cast)
    with at(now() - timedelta(days=90)):
        to_side(cast)
        to_committee(cast)
    assert codes(drawn(met(cast), cast), cast) == ["review"]


def test_a_hearing_in_this_committee_is_to_be_closed(cast):
    opened(cast, goal=cast.goal, days=10)
    assert codes(drawn(met(cast), cast), cast) == ["hearing"]


def test_a_draft_does_not_come_up(cast):
    changed(cast.draft, next_review_on=today(), status=Status.DRAFT)
    assert drawn(met(cast), cast) == {}


def test_the_committee_above_gets_only_the_goals_to_which_it_is_nearest(cast):
    due(cast)
    assert drawn(met(cast, committee=cast.top), cast) == {}
    changed(cast.goal, unit_id=cast.roads.id)
    assert f"goal:{cast.goal.id}" in drawn(met(cast, committee=cast.top), cast)


def test_overdue_actions_are_one_item_and_the_last_minutes_another(cast):
    for _number in range(2):
        changed(acted(cast), due_on=today() - timedelta(days=3), status=ActionStatus.UNDERWAY)
    last = met(cast, stage=Stage.MINUTES_OUT, held_on=today() - timedelta(days=30))
    found = drawn(met(cast), cast)
    assert found["actions"].reasons == [{"code": "actions", "count": 2}]
    assert found[f"minutes:{last.id}"].kind is ItemKind.DECISION


def test_what_has_no_reason_any_more_goes_unless_somebody_worked_on_it(cast):
    due(cast)
    meeting = met(cast)
    found = drawn(meeting, cast)[f"goal:{cast.goal.id}"]
    changed(cast.goal, next_review_on=today() + timedelta(days=300))
    key = found.id
    assert drawn(meeting, cast) == {}
    assert session().get(Item, key) is None
    due(cast)
    found = drawn(meeting, cast)[f"goal:{cast.goal.id}"]
    revise_item(found, by=cast.karin, case_text="Her er sagen.")
    changed(cast.goal, next_review_on=today() + timedelta(days=300))
    assert f"goal:{cast.goal.id}" in drawn(meeting, cast)


def test_one_with_a_file_or_other_minutes_stays_too(cast):
    due(cast)
    meeting = met(cast)
    found = drawn(meeting, cast)[f"goal:{cast.goal.id}"]
    add_annex(found, vault.keep(b"tekst"), by=cast.karin, name="a.txt", media_type="text/plain")
    changed(cast.goal, next_review_on=None)
    assert f"goal:{cast.goal.id}" in drawn(meeting, cast)


def test_what_was_taken_off_does_not_come_back(cast):
    due(cast)
    meeting = met(cast)
    drop_item(drawn(meeting, cast)[f"goal:{cast.goal.id}"], by=cast.karin)
    assert drawn(meeting, cast) == {}


def test_what_was_moved_to_another_meeting_or_the_backlog_is_not_drawn_anew(cast):
    due(cast)
    first, later = met(cast), met(cast, held_on=today() + timedelta(days=90))
    found = drawn(first, cast)[f"goal:{cast.goal.id}"]
    move_item(found, by=cast.karin, to=later, reason="Der er for lidt tid.")
    assert drawn(first, cast) == {}
    assert len(drawn(later, cast)) == 1
    move_item(found, by=cast.karin, to=None, reason="Vi venter.")
    assert drawn(first, cast) == {}


def test_two_of_the_same_goal_may_meet_on_one_agenda(cast):
    due(cast)
    first, later = met(cast), met(cast, held_on=today() + timedelta(days=90))
    found = drawn(first, cast)[f"goal:{cast.goal.id}"]
    drawn(later, cast)
    move_item(found, by=cast.karin, to=later, reason="Der er for lidt tid.")
    session().expire_all()
    assert [one.goal_id for one in later.items].count(cast.goal.id) == 2


def test_what_waits_in_the_backlog_comes_onto_the_first_agenda_by_itself(cast):
    waiting, later = proposed(cast), met(cast, held_on=today() + timedelta(days=90))
    first = met(cast)
    draw_agenda(later, cast.karin)
    assert waiting.meeting_id is None
    draw_agenda(first, cast.karin)
    assert waiting.meeting_id == first.id


def test_a_planned_meeting_has_its_agenda_from_the_first_moment(cast):
    due(cast)
    slot = Slot(today() + timedelta(days=30), MeetingKind.REVIEW, parse_clock("9.00"), parse_clock("12.00"), "")
    meeting = plan_meeting(cast.local, slot, by=cast.karin)
    session().expire_all()
    assert len(meeting.items) == 11


def test_the_night_draws_the_agendas_of_the_next_two_months(cast):
    due(cast)
    near, far, own = met(cast), met(cast, held_on=today() + timedelta(days=80)), private(cast)
    called = met(cast, stage=Stage.CALLED)
    assert draw_due() == 5
    session().expire_all()
    assert [len(one.items) for one in (near, far, own, called)] == [5, 0, 0, 0]


def test_the_button_says_what_is_new(page, cast):
    due(cast)
    meeting, browser = met(cast), page(cast.karin)
    path = f"/meetings/{meeting.id}/agenda/draw"
    assert "New on the agenda: 5" in browser.follow(browser.post(path)).words
    assert "Nothing new has come up." in browser.follow(browser.post(path)).words


def test_drawing_costs_the_same_whatever_is_there(page, cast):
    meeting = met(cast)
    due(cast)
    draw_agenda(meeting, cast.karin)
    few = page(cast.karin).get(f"/meetings/{meeting.id}/agenda").queries
    for _number in range(5):
        item(cast, meeting)
    session().expire_all()
    assert page(cast.karin).get(f"/meetings/{meeting.id}/agenda").queries == few


def test_litany(page, cast):
    path = f"/meetings/{met(cast).id}/agenda/draw"
    litany.asks_strangers_to_sign_in(page, path, "POST")
    litany.hidden_from(page, path, cast.emma, cast.otto, cast.mads, method="POST")
    litany.hidden_from(page, f"/meetings/{private(cast).id}/agenda/draw", cast.karin, method="POST")
    litany.forbidden_for(
        page, f"/meetings/{met(cast, stage=Stage.IN_SESSION).id}/agenda/draw", cast.karin, method="POST"
    )
    litany.refuses(page, path, cast.karin, "GET")
