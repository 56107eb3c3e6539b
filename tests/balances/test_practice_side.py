import sqlalchemy as sa

from app.balances.models import BALANCES, Reader
from app.core.audit import Event
from app.core.db import session
from tests import litany
from tests.balances.answers import PLACED, practice, readings, told
from tests.cast import speak_danish


def path(committee):
    return f"/committees/{committee.id}/practice/side"


def test_a_side_reads_its_committees_practice(page, cast):
    answer = page(cast.trine).post(path(cast.local), PLACED)
    assert answer.location == f"/committees/{cast.local.id}/practice"
    (reading,) = readings()
    assert (reading.goal_id, reading.committee_id, reading.reader) == (None, cast.local.id, Reader.EMPLOYEES)
    assert [reading.place(balance) for balance in BALANCES] == [-2, 0, None, None]
    page(cast.karin).post(path(cast.local), PLACED)
    assert readings()[-1].reader is Reader.MANAGEMENT


def test_the_committee_is_told_and_its_history_tells(page, cast):
    page(cast.trine).post(path(cast.local), PLACED)
    assert told(cast.karin) == ["balances.practice_read"]
    assert told(cast.trine) == told(cast.mette) == []
    event = session().scalars(sa.select(Event).where(Event.code == "balances.practice_read")).one()
    assert (event.about_type, event.about_id, event.audience) == ("committee", cast.local.id, None)
    assert "reads the practice as a whole" in page(cast.karin).get("/notices").words


def test_it_begins_with_that_sides_last_reading_and_asks_of_the_practice(page, cast):
    practice(cast, Reader.EMPLOYEES, focus=-1)
    practice(cast, Reader.MANAGEMENT, focus=2)
    form = page(cast.trine).get(path(cast.local))
    assert form.doc.xpath("//input[@name='focus_today'][@checked]/@value") == ["-1"]
    assert "Are the goals the same for everybody" in form.words
    assert "for the employee side" in form.words


def test_the_same_a_year_later_is_saved(page, cast):
    practice(cast, days=366, focus=-1)
    browser = page(cast.trine)
    browser.post(path(cast.local), {"focus_today": "-1"})
    assert "Nothing has moved" in browser.follow(browser.post(path(cast.local), {"focus_today": "-1"})).words
    assert len(readings()) == 2


def test_an_empty_reading_is_refused_and_keeps_what_was_typed(page, cast):
    answer = page(cast.trine).post(path(cast.local), {"focus_reason": "Vi ved det ikke.", "use_wish": "2"})
    assert "Place the practice on at least one of the balances" in answer.words
    assert answer.values("focus_reason")[0].strip() == "Vi ved det ikke."
    assert answer.doc.xpath("//input[@name='use_wish'][@value='2'][@checked]")
    assert readings() == []


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.trine)
    assert "Du placerer praksis for medarbejdersiden." in page(cast.trine).get(path(cast.local)).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    litany.hidden_from(page, "/committees/9999/practice/side", cast.ida)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.local), cast.ida, cast.mette, cast.emma, cast.mads, method=method)
    litany.refuses(page, path(cast.local), cast.ida, "DELETE")
