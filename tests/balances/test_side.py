import sqlalchemy as sa

from app.balances.models import BALANCES, Reader
from app.core.audit import Event
from app.core.db import session
from app.goals.operations import retire_goal
from app.organisation.models import Function, Mandate, Side
from app.organisation.operations import add_seat
from app.organisation.viewers import with_standing
from tests import litany
from tests.balances.answers import PLACED, readings, side, told
from tests.cast import speak_danish


def path(goal, committee=None):
    return f"/goals/{goal.id}/balances/side" + (f"?committee={committee.id}" if committee else "")


def seated(cast, user, committee, at_side=Side.EMPLOYEES):
    """The person with one more seat."""
    add_seat(
        committee, mandate=Mandate.SHOP_STEWARD, side=at_side, function=Function.MEMBER, user=user, substitute=None,
        organisation_behind="", from_on=None, vacant_from=None, by=cast.mads,
    )  # fmt: skip
    return with_standing(user)


def test_a_side_reads_in_its_committee_and_moves_the_goal_nowhere(page, cast):
    answer = page(cast.trine).post(path(cast.goal), PLACED)
    assert answer.location == f"/goals/{cast.goal.id}/balances?committee={cast.local.id}"
    (reading,) = readings()
    assert (reading.reader, reading.committee_id, reading.read_by_id) == (
        Reader.EMPLOYEES, cast.local.id, cast.trine.id,
    )  # fmt: skip
    assert [reading.place(balance) for balance in BALANCES] == [-2, 0, None, None]
    assert (reading.wish("focus"), reading.reason("focus")) == (1, "Vi tæller samtaler.")
    session().refresh(cast.goal)
    assert (cast.goal.focus, cast.goal.is_agreed) == (None, False)


def test_management_reads_for_its_own_side(page, cast):
    page(cast.karin).post(path(cast.goal), PLACED)
    assert [one.reader for one in readings()] == [Reader.MANAGEMENT]
    page(cast.frederik).post(path(cast.goal), PLACED)
    assert [(one.reader, one.committee_id) for one in readings()][1:] == [(Reader.EMPLOYEES, cast.top.id)]


def test_the_committee_and_those_who_answer_for_the_goal_are_told(page, cast):
    page(cast.frederik).post(path(cast.goal), PLACED)  # in the top committee, where Mette sits; Karin owns the goal
    assert told(cast.mette) == told(cast.karin) == ["balances.side_read"]
    assert told(cast.frederik) == told(cast.trine) == told(cast.ida) == []
    assert "Frederik Sjøgren entered how their side in Hoved-MED reads" in page(cast.karin).get("/notices").words


def test_the_history_names_the_side_and_the_committee(page, cast):
    page(cast.trine).post(path(cast.goal), PLACED)
    said = page(cast.emma).get(f"/goals/{cast.goal.id}/history").words
    assert "Trine Løvenskjold entered how the employee side in Lokal-MED Borgerservice reads the balances." in said
    event = session().scalars(sa.select(Event).where(Event.code == "balances.side_read")).one()
    assert event.audience is None
    assert event.changes["committee"] == [None, "Lokal-MED Borgerservice"]


def test_it_begins_with_the_last_reading_of_that_side_in_that_committee(page, cast):
    side(cast, Reader.EMPLOYEES, focus=-1)
    side(cast, Reader.MANAGEMENT, focus=2)
    side(cast, Reader.EMPLOYEES, committee=cast.top, by=cast.frederik, focus=1)
    form = page(cast.trine).get(path(cast.goal))
    assert form.doc.xpath("//input[@name='focus_today'][@checked]/@value") == ["-1"]
    assert "entered by Trine Løvenskjold, stand ready" in form.words
    assert "for the employee side in Lokal-MED Borgerservice" in form.words


def test_the_same_again_in_the_same_year_is_not_saved_twice(page, cast):
    browser = page(cast.trine)
    said = {f"{balance}_today": "1" for balance in BALANCES}
    browser.post(path(cast.goal), said)
    assert "Nothing has moved" in browser.follow(browser.post(path(cast.goal), said)).words
    assert len(readings()) == 1


def test_the_same_after_a_year_is_a_reading_of_its_own(page, cast):
    side(cast, days=366, **dict.fromkeys(BALANCES, 1))
    page(cast.trine).post(path(cast.goal), {f"{balance}_today": "1" for balance in BALANCES})
    assert len(readings()) == 2


def test_who_sits_in_several_chooses_and_the_nearest_stands_first(page, cast):
    assert "In which committee?" not in page(cast.trine).get(path(cast.goal)).text
    trine = seated(cast, cast.trine, cast.top)
    form = page(trine).get(path(cast.goal))
    offered = form.doc.xpath("//ul[@class='views bare-list']//a")
    assert [a.text for a in offered] == ["Lokal-MED Borgerservice", "Hoved-MED"]
    assert [a.get("aria-current") for a in offered] == ["page", None]
    page(trine).post(path(cast.goal, cast.top), PLACED)
    page(trine).post(path(cast.goal), PLACED)
    assert [one.committee_id for one in readings()] == [cast.top.id, cast.local.id]


def test_a_person_reads_for_the_side_on_which_they_sit_in_that_committee(page, cast):
    karin = seated(cast, cast.karin, cast.top)
    page(karin).post(path(cast.goal, cast.top), PLACED)
    page(karin).post(path(cast.goal, cast.local), PLACED)
    assert [one.reader for one in readings()] == [Reader.EMPLOYEES, Reader.MANAGEMENT]


def test_in_a_committee_of_others_nobody_reads(page, cast):
    for wanted in (f"?committee={cast.top.id}", "?committee=9999", "?committee=x", "?committee="):
        assert page(cast.trine).post(path(cast.goal) + wanted, PLACED).status_code == 404
    assert readings() == []


def test_an_empty_reading_is_refused_and_keeps_what_was_typed(page, cast):
    answer = page(cast.trine).post(path(cast.goal), {"focus_reason": "Vi ved det ikke.", "use_wish": "2"})
    assert "Place the goal on at least one of the balances" in answer.words
    assert answer.values("focus_reason")[0].strip() == "Vi ved det ikke."
    assert answer.doc.xpath("//input[@name='use_wish'][@value='2'][@checked]")
    assert readings() == []


def test_a_draft_can_be_read_by_those_who_see_it(page, cast):
    page(cast.trine).post(path(cast.draft), PLACED)
    assert [one.goal_id for one in readings()] == [cast.draft.id]


def test_a_retired_goal_is_read_no_more(page, cast):
    retire_goal(cast.goal, by=cast.ida, reason="Ingen brugte tallet.")
    litany.forbidden_for(page, path(cast.goal), cast.trine, cast.karin, method="POST")


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.trine)
    assert "Du placerer målet for medarbejdersiden i" in page(cast.trine).get(path(cast.goal)).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.bo, cast.otto)
    litany.hidden_from(page, "/goals/9999/balances/side", cast.ida)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.goal), cast.ida, cast.emma, cast.otto, cast.mads, method=method)
    litany.refuses(page, path(cast.goal), cast.ida, "DELETE")
