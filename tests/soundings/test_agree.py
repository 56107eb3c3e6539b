import sqlalchemy as sa

from app.balances.models import Reader, Reading
from app.core.db import session
from app.goals.operations import retire_goal
from app.soundings.operations import agree_on_sounding
from tests import litany
from tests.cast import speak_danish
from tests.soundings.answers import closed, goal_of, opened


def path(sounding):
    return f"/committees/{sounding.committee_id}/soundings/{sounding.id}/agree"


def readings():
    return list(session().scalars(sa.select(Reading).order_by(Reading.id)))


def test_what_the_committee_agrees_on_is_recorded(page, cast):
    goal = goal_of(cast)
    sounding = closed(cast, goal=goal)
    browser = page(cast.emma)
    form = browser.get(path(sounding))
    assert "The middle answers EverybodyMostly value creation" in form.words
    answer = browser.post(
        path(sounding),
        {"focus_today": "1", "focus_reason": "Vi spørger.", "to_move": "Mere tid."}
        | {"version": form.values("version")[0]},
    )  # fmt: skip
    assert "What you agree on is recorded." in browser.follow(answer).words
    (reading,) = readings()
    assert (reading.reader, reading.goal_id, reading.focus) == (Reader.AGREED, goal.id, 1)
    session().refresh(sounding)
    assert (sounding.agreed_id, sounding.to_move) == (reading.id, "Mere tid.")
    assert "Agreed by the committee" in page(cast.bo).get(f"/goals/{goal.id}/balances").words


def test_without_a_place_nothing_is_recorded_and_what_was_typed_is_kept(page, cast):
    sounding = closed(cast)
    answer = page(cast.otto).post(path(sounding), {"to_move": "Mere tid.", "version": str(sounding.version)})
    assert answer.status_code == 200
    assert "at least one of the balances" in answer.words
    assert answer.values("to_move")[0].strip() == "Mere tid."
    assert readings() == []


def test_the_second_of_two_sees_what_the_first_recorded(page, cast):
    sounding = closed(cast)
    seen = str(sounding.version)
    agree_on_sounding(sounding, by=cast.frederik, places={"focus": 0}, to_move="Fred")
    answer = page(cast.otto).post(path(sounding), {"focus_today": "1", "to_move": "Mere tid.", "version": seen})
    assert answer.status_code == 409
    assert "Somebody else changed this while you wrote" in answer.words
    assert "Fred" in answer.words
    again = page(cast.otto).post(
        path(sounding), {"focus_today": "1", "to_move": "Mere tid.", "version": answer.values("version")[0]}
    )
    assert again.status_code == 302
    assert [reading.focus for reading in readings()] == [0, 1]


def test_it_begins_with_what_was_agreed_before(page, cast):
    sounding = closed(cast)
    agree_on_sounding(sounding, by=cast.frederik, places={"focus": 0}, to_move="Fred")
    form = page(cast.otto).get(path(sounding))
    assert form.doc.xpath("//input[@name='focus_today'][@value='0'][@checked]")
    assert form.values("to_move")[0].strip() == "Fred"


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.otto)
    assert page(cast.otto).get(path(closed(cast))).status_code == 200


def test_nobody_agrees_on_a_goal_that_is_retired(page, cast):
    goal = goal_of(cast)
    sounding = closed(cast, goal=goal)
    retire_goal(goal, by=cast.otto, reason="Færdigt.")
    litany.forbidden_for(page, path(sounding), cast.otto, cast.frederik)
    litany.forbidden_for(page, path(sounding), cast.otto, method="POST")


def test_litany(page, cast):
    sounding = closed(cast)
    litany.asks_strangers_to_sign_in(page, path(sounding))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(sounding), cast.bo, cast.mette, method=method)
        litany.hidden_from(page, path(sounding), cast.ida, cast.karin, cast.mads, method=method)
    litany.refuses(page, path(sounding), cast.otto, "DELETE")


def test_nobody_agrees_while_it_is_open(page, cast):
    litany.forbidden_for(page, path(opened(cast)), cast.otto, cast.frederik)
