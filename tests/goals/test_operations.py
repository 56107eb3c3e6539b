from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from app.comments.models import CommentKind
from app.comments.operations import add_comment, reply_to
from app.core.audit import Event
from app.core.clock import today
from app.core.db import session
from app.core.notices import Notice
from app.core.operation import Stale, WriteOutsideOperation
from app.core.settings import Senseless, setting
from app.goals import operations
from app.goals.gate import GateFacts, check
from app.goals.models import Goal, RiskLevel, Status
from app.goals.notices import people_of
from app.goals.queries import find_goal
from app.goals.reviews import months_later
from app.goals.sight import sees_draft
from app.organisation.operations import change_settings
from app.organisation.viewers import the_organisation
from app.people.operations import close_user

CLOSED = check(GateFacts())
OPEN = check(GateFacts(passed_over=frozenset(CLOSED.lacks)))


def told():
    """(code, who) of every notice so far."""
    return {(notice.code, notice.user_id) for notice in session().scalars(sa.select(Notice))}


def events(code):
    return session().scalars(sa.select(Event).where(Event.code == code)).all()


def test_numbers_go_on_and_are_never_used_again(cast):
    third = operations.add_goal(by=cast.ida, title="Tredje", unit_id=cast.roads.id)
    operations.retire_goal(third, by=cast.ida, reason="Fejl")
    fourth = operations.add_goal(by=cast.ida, title="Fjerde", unit_id=cast.roads.id)
    assert (third.code, fourth.code) == ("M-0003", "M-0004")


def test_those_who_answer_for_a_goal_are_told_but_not_of_their_own_deeds(cast):
    operations.add_goal(by=cast.ida, title="Tredje", unit_id=cast.roads.id, owner_id=cast.karin.id)
    assert told() == {("goal.added", cast.otto.id), ("goal.added", cast.karin.id)}
    operations.revise_goal(cast.goal, by=cast.karin, note="x")
    assert ("goal.revised", cast.karin.id) not in told()


def test_a_start_takes_an_open_gate_or_a_reason(cast):
    with pytest.raises(operations.GateClosed):
        operations.start_goal(cast.draft, by=cast.karin, gate=CLOSED, takes_effect_on=today())
    assert session().get(Goal, cast.draft.id).status is Status.DRAFT
    operations.start_goal(cast.draft, by=cast.karin, gate=CLOSED, takes_effect_on=today(), passed_over="Det haster.")
    assert (cast.draft.status, cast.draft.passed_over) == (Status.IN_FORCE, "Det haster.")
    assert events("goal.started")


def test_through_an_open_gate_nothing_is_passed_over(cast):
    day = today() + timedelta(days=30)
    operations.start_goal(cast.draft, by=cast.karin, gate=OPEN, takes_effect_on=day, passed_over="Overflødigt")
    assert (cast.draft.passed_over, cast.draft.takes_effect_on) == ("", day)


def test_steps_that_life_does_not_have(cast):
    with pytest.raises(operations.WrongTime):
        operations.start_goal(cast.goal, by=cast.karin, gate=OPEN, takes_effect_on=today())
    with pytest.raises(operations.WrongTime):
        operations.take_up_goal(cast.goal, by=cast.karin)
    operations.retire_goal(cast.goal, by=cast.karin, reason="Nået")
    with pytest.raises(operations.WrongTime):
        operations.retire_goal(cast.goal, by=cast.karin, reason="Igen")
    with pytest.raises(operations.WrongTime):
        operations.revise_goal(cast.goal, by=cast.karin, note="x")


def test_what_was_seen_before_it_changed_is_not_overwritten(cast):
    seen = cast.goal.version
    operations.revise_goal(cast.goal, by=cast.karin, version=seen, note="Først")
    with pytest.raises(Stale):
        operations.revise_goal(cast.goal, by=cast.ida, version=seen, note="Sidst")
    with pytest.raises(Stale):
        operations.retire_goal(cast.goal, by=cast.ida, version=seen, reason="Nået")
    session().refresh(cast.goal)
    assert (cast.goal.note, cast.goal.status) == ("Først", Status.IN_FORCE)


def test_a_change_that_is_none_is_not_recorded(cast):
    before = len(session().scalars(sa.select(Event)).all())
    assert operations.revise_goal(cast.goal, by=cast.karin, title=cast.goal.title) is False
    same = [(link.objective_id, link.sentence) for link in cast.goal.links]
    assert operations.revise_goal(cast.goal, by=cast.karin, links=same) is False
    operations.set_places(cast.draft, by=cast.karin, focus=None, level=None, process=None, use=None)
    assert len(session().scalars(sa.select(Event)).all()) == before


def test_places_and_risk_are_repeated_on_the_goal(cast):
    operations.set_places(cast.goal, by=cast.karin, focus=-2, level=0, process=1, use=2)
    assert (cast.goal.focus, cast.goal.level, cast.goal.process, cast.goal.use) == (-2, 0, 1, 2)
    operations.set_risk_level(cast.goal, by=cast.karin, risk_level=RiskLevel.HIGH)
    assert cast.goal.risk_level is RiskLevel.HIGH
    assert cast.goal.next_review_on <= today() + timedelta(days=92)
    events_before = len(events("goal.risk_set"))
    operations.set_risk_level(cast.goal, by=cast.karin, risk_level=RiskLevel.HIGH)
    assert len(events("goal.risk_set")) == events_before


def test_a_place_outside_the_scale_never_gets_in(cast):
    with pytest.raises(sa.exc.IntegrityError):
        operations.set_places(cast.goal, by=cast.karin, focus=3, level=0, process=0, use=0)
    session().expire_all()
    assert session().get(Goal, cast.goal.id).focus is None


def test_a_review_can_be_taken_off(cast):
    operations.set_review(cast.goal, by=cast.ida, next_review_on=date(2030, 1, 1), review_months=None)
    assert (cast.goal.next_review_on, cast.goal.review_months) == (date(2030, 1, 1), None)
    operations.set_review(cast.goal, by=cast.ida, next_review_on=None, review_months=None)
    assert cast.goal.next_review_on is None


def test_nothing_is_written_past_the_operations(cast):
    cast.goal.note = "Snydt"
    with pytest.raises(WriteOutsideOperation):
        session().commit()
    session().rollback()


def test_a_draft_goes_to_hearing_and_back_and_nothing_else_does(cast):
    operations.send_to_hearing(cast.draft, by=cast.karin)
    assert cast.draft.status is Status.IN_HEARING
    operations.take_back(cast.draft, by=cast.karin)
    assert cast.draft.status is Status.DRAFT
    operations.send_to_hearing(cast.goal, by=cast.karin)
    operations.take_back(cast.goal, by=cast.karin)
    assert cast.goal.status is Status.IN_FORCE
    operations.retire_goal(cast.goal, by=cast.karin, reason="Ingen bruger det.")
    with pytest.raises(operations.WrongTime):
        operations.send_to_hearing(cast.goal, by=cast.karin)
    with pytest.raises(operations.WrongTime):
        operations.set_notice(cast.goal, by=cast.karin, given_on=today(), starts_on=today())


def test_a_notice_leaves_alone_whether_it_is_a_control_measure(cast):
    operations.set_notice(cast.goal, by=cast.karin, given_on=today(), starts_on=today())
    assert (cast.goal.notice_given_on, cast.goal.control_measure) == (today(), None)


def test_an_announced_goal_that_changes_in_substance_must_come_through_its_gate_again(cast):
    start = today() + timedelta(days=30)
    operations.start_goal(cast.draft, by=cast.karin, gate=OPEN, takes_effect_on=start)
    operations.revise_goal(cast.draft, by=cast.karin, title="Et andet navn")
    assert (cast.draft.status, cast.draft.takes_effect_on) == (Status.IN_FORCE, start)
    operations.revise_goal(cast.draft, by=cast.karin, measure="Noget andet")
    assert (cast.draft.status, cast.draft.takes_effect_on) == (Status.IN_HEARING, None)


def test_where_nobody_answers_for_a_goal_the_nearest_above_is_told_and_else_those_who_keep_the_register(cast):
    orphan = operations.add_goal(by=cast.ida, title="Uden ejer", unit_id=cast.root.id)
    assert people_of(orphan) == {cast.ida.id}
    left = operations.add_goal(by=cast.ida, title="Ejeren er rejst", unit_id=cast.service.id, owner_id=cast.karin.id)
    close_user(cast.karin, by=cast.mads)
    assert people_of(left) == {cast.mette.id}


def test_nobody_is_told_of_a_draft_that_they_cannot_see(cast):
    operations.send_to_hearing(cast.draft, by=cast.karin)
    asked = add_comment(cast.draft, by=cast.bo, kind=CommentKind.QUESTION, body="Hvorfor?")
    operations.take_back(cast.draft, by=cast.karin)
    operations.revise_goal(cast.draft, by=cast.karin, title="Hemmelig ny titel")
    reply_to(asked, by=cast.karin, body="Derfor.")
    labels = session().scalars(sa.select(Notice.about_label).where(Notice.user_id == cast.bo.id)).all()
    assert not [label for label in labels if "Hemmelig" in label]


def test_who_sees_a_draft_is_the_same_rule_in_python_and_in_sql(cast):
    everybody = [cast.ida, cast.mette, cast.karin, cast.otto, cast.trine, cast.frederik, cast.emma, cast.mads, cast.bo]
    for unit, owner in ((cast.service, None), (cast.roads, None), (cast.root, cast.emma), (cast.service, cast.bo)):
        draft = operations.add_goal(by=cast.ida, title="Kladde", unit_id=unit.id, owner_id=owner.id if owner else None)
        for user in everybody:
            assert sees_draft(user, draft) is (find_goal(user, goal_id=draft.id) is not None), (user.name, unit.name)


def test_a_review_is_only_ever_drawn_nearer(cast):
    soon, later = today() + timedelta(days=10), today() + timedelta(days=400)
    operations.draw_review_nearer(cast.goal, by=cast.ida, no_later_than=later)
    assert cast.goal.next_review_on == today() + timedelta(days=200)
    operations.draw_review_nearer(cast.goal, by=cast.ida, no_later_than=soon)
    operations.draw_review_nearer(cast.draft, by=cast.ida, no_later_than=soon)
    assert (cast.goal.next_review_on, cast.draft.next_review_on) == (soon, soon)


def test_shorter_times_draw_the_reviews_of_assessed_goals_nearer(cast):
    operations.set_risk_level(cast.goal, by=cast.karin, risk_level=RiskLevel.LOW)
    change_settings(the_organisation(), by=cast.ida, review_low=6, review_medium=6)
    assert cast.goal.next_review_on == months_later(today(), 6)
    assert cast.draft.next_review_on is None
    with pytest.raises(operations.ReviewTooLate):
        operations.set_review(cast.goal, by=cast.ida, next_review_on=today() + timedelta(days=250), review_months=None)
    before = len(events("goal.review_drawn_nearer"))
    operations.draw_reviews_nearer(by=cast.ida)
    assert len(events("goal.review_drawn_nearer")) == before == 1


def test_another_level_draws_the_review_nearer_and_the_same_one_says_nothing(cast):
    operations.set_risk_level(cast.goal, by=cast.karin, risk_level=RiskLevel.LOW)
    operations.relevel_goal(cast.goal, by=cast.ida, risk_level=RiskLevel.LOW)
    operations.relevel_goal(cast.goal, by=cast.ida, risk_level=RiskLevel.HIGH)
    assert cast.goal.next_review_on == months_later(today(), 3)
    assert len(events("goal.relevelled")) == 1


def test_settings_that_make_no_sense_together_are_refused(page, cast):
    with pytest.raises(Senseless):
        change_settings(the_organisation(), by=cast.ida, review_low=2)
    assert setting("review_low") == 12
