from datetime import timedelta

from app.core import clock, duties
from app.core.clock import now
from app.core.db import session
from app.hearings.models import Position
from app.hearings.operations import answer_hearing
from app.organisation.models import Function, Mandate, Side
from app.organisation.operations import add_seat
from tests import litany
from tests.hearings.answers import in_days, opened


def path(hearing):
    return f"/goals/{hearing.goal_id}/hearings/{hearing.id}/record"


def said(**more):
    return {
        "meeting_on": in_days(0), "management_position": "supports", "management_words": "",
        "employees_position": "objects", "employees_words": "Ikke i december.",
    } | more  # fmt: skip


def test_both_sides_are_recorded_with_the_name_of_the_one_who_wrote(page, cast):
    hearing = opened(cast)
    answer = page(cast.karin).post(path(hearing), said())
    words = page(cast.bo).follow(answer).words
    assert "Ikke i december." in words
    assert "recorded by Karin Nørgård" in words


def test_what_one_side_writes_for_the_other_is_not_its_last_word(page, cast):
    hearing = opened(cast)
    page(cast.karin).post(path(hearing), said())
    session().refresh(hearing)
    assert {one.side: one.is_final for one in hearing.answers} == {Side.MANAGEMENT: True, Side.EMPLOYEES: False}
    assert page(cast.karin).post(f"/goals/{hearing.goal_id}/hearings/{hearing.id}/close", {
        "outcome": "unchanged", "words": "Alle var enige."}).status_code == 200  # fmt: skip
    session().refresh(hearing)
    assert hearing.is_open


def test_what_is_never_confirmed_counts_as_silence(page, cast):
    hearing = opened(cast)
    page(cast.karin).post(path(hearing), said())
    assert "Not confirmed by the side" in page(cast.bo).get(f"/goals/{hearing.goal_id}/hearings/{hearing.id}").words
    session().expire_all()
    assert hearing.silent == [Side.EMPLOYEES]
    assert [duty.code for duty in duties.of(cast.trine)] == ["hearing.answer"]
    own = page(cast.trine).get(f"/goals/{hearing.goal_id}/hearings/{hearing.id}/answer")
    assert own.values("words") == ["Ikke i december."]
    page(cast.trine).post(f"/goals/{hearing.goal_id}/hearings/{hearing.id}/answer", {
        "position": "objects", "words": "Ikke i december.", "version": own.values("version")[0]})  # fmt: skip
    session().expire_all()
    assert hearing.silent == []


def test_nobody_replaces_what_the_other_side_has_said_itself(page, cast):
    hearing = opened(cast)
    answer_hearing(hearing, side=Side.EMPLOYEES, position=Position.OBJECTS, words="Nej tak.", by=cast.trine)
    answer = page(cast.karin).post(path(hearing), said(employees_position="supports", employees_words="Fint."))
    assert "The other side has answered itself" in answer.words
    assert "Nej tak." in answer.words
    session().expire_all()
    assert hearing.answer_of(Side.EMPLOYEES).words == "Nej tak."
    assert hearing.answer_of(Side.MANAGEMENT) is None


def test_nobody_speaks_for_the_other_side_after_the_deadline(page, cast):
    hearing = opened(cast)
    with clock.at(now() + timedelta(days=15)):
        assert "the deadline has passed" in page(cast.karin).post(path(hearing), said()).words
        own = said(employees_position="", employees_words="")
        assert page(cast.karin).post(path(hearing), own).status_code == 302


def test_who_keeps_the_minutes_for_neither_side_writes_for_both_at_any_time(page, cast):
    hearing = opened(cast)
    add_seat(cast.local, by=cast.ida, mandate=Mandate.ADVISER, side=None, function=Function.SECRETARY, user=cast.emma)
    with clock.at(now() + timedelta(days=15)):
        page(cast.emma).post(path(hearing), said())
    session().expire_all()
    assert [one.is_final for one in hearing.answers] == [True, True]


def test_the_committee_is_told_that_it_was_written_down(page, cast):
    page(cast.karin).post(path(opened(cast)), said())
    assert "Karin Nørgård wrote down from a meeting what the sides said" in page(cast.trine).get("/notices").words


def test_it_says_what_is_missing(page, cast):
    hearing = opened(cast)
    browser = page(cast.karin)
    nothing = browser.post(path(hearing), said(management_position="", employees_position="", employees_words=""))
    assert "Record the answer of at least one side." in nothing.words
    assert "Write what the remarks" in browser.post(path(hearing), said(employees_words="")).words
    assert "The meeting lies ahead." in browser.post(path(hearing), said(meeting_on=in_days(2))).words
    assert "before the hearing opened" in browser.post(path(hearing), said(meeting_on=in_days(-1))).words
    assert hearing.answers == []


def test_litany(page, cast):
    hearing = opened(cast)
    litany.asks_strangers_to_sign_in(page, path(hearing))
    litany.forbidden_for(page, path(hearing), cast.ida, cast.mette, cast.emma, cast.mads)
    litany.refuses(page, path(hearing), cast.trine, "DELETE")
