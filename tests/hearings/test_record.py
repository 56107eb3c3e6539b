from app.core.db import session
from app.hearings.models import Position
from app.organisation.models import Side
from tests import litany
from tests.hearings.answers import in_days, opened


def path(hearing):
    return f"/goals/{hearing.goal_id}/hearings/{hearing.id}/record"


def said(**more):
    return {
        "meeting_on": in_days(-1), "management_position": "supports", "management_words": "",
        "employees_position": "objects", "employees_words": "Ikke i december.",
    } | more  # fmt: skip


def test_both_sides_are_recorded_with_the_name_of_the_one_who_wrote(page, cast):
    hearing = opened(cast)
    answer = page(cast.karin).post(path(hearing), said())
    words = page(cast.bo).follow(answer).words
    assert "Ikke i december." in words
    assert "recorded by Karin Nørgård" in words
    session().refresh(hearing)
    assert [one.is_final for one in hearing.answers] == [True, True]


def test_a_side_left_out_keeps_what_it_said(page, cast):
    hearing = opened(cast)
    page(cast.karin).post(path(hearing), said())
    page(cast.karin).post(path(hearing), said(employees_position="", employees_words="", management_position="remarks",
                                              management_words="Vi venter."))  # fmt: skip
    session().expire_all()
    assert hearing.answer_of(Side.EMPLOYEES).position is Position.OBJECTS
    assert hearing.answer_of(Side.MANAGEMENT).words == "Vi venter."


def test_it_says_what_is_missing(page, cast):
    hearing = opened(cast)
    browser = page(cast.karin)
    nothing = browser.post(path(hearing), said(management_position="", employees_position="", employees_words=""))
    assert "Record the answer of at least one side." in nothing.words
    assert "Write what the remarks" in browser.post(path(hearing), said(employees_words="")).words
    assert "The meeting lies ahead." in browser.post(path(hearing), said(meeting_on=in_days(2))).words
    assert hearing.answers == []


def test_litany(page, cast):
    hearing = opened(cast)
    litany.asks_strangers_to_sign_in(page, path(hearing))
    litany.forbidden_for(page, path(hearing), cast.ida, cast.mette, cast.emma, cast.mads)
    litany.refuses(page, path(hearing), cast.trine, "DELETE")
