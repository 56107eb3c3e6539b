import sqlalchemy as sa

from app.balances.models import BALANCES, Reader, Reading
from app.balances.operations import NothingRead, read_balances
from app.balances.queries import readings_of
from app.core.audit import Event
from app.core.clock import today
from app.core.db import session
from tests import litany

PLACED = {"focus_today": "-2", "focus_wish": "1", "focus_reason": "Vi tæller samtaler.", "level_today": "0"}


def path(goal):
    return f"/goals/{goal.id}/balances/read"


def readings():
    return list(session().scalars(sa.select(Reading).order_by(Reading.id)))


def test_a_reading_is_dated_and_places_the_goal(page, cast):
    answer = page(cast.karin).post(path(cast.goal), PLACED)
    assert answer.location == f"/goals/{cast.goal.id}/balances"
    (reading,) = readings()
    assert [reading.place(balance) for balance in BALANCES] == [-2, 0, None, None]
    assert (reading.wish("focus"), reading.wish("level"), reading.reason("focus")) == (1, None, "Vi tæller samtaler.")
    assert (reading.reader, reading.read_on, reading.read_by_id) == (Reader.OWNER, today(), cast.karin.id)
    session().refresh(cast.goal)
    assert [getattr(cast.goal, balance) for balance in BALANCES] == [-2, 0, None, None]
    event = session().scalars(sa.select(Event).where(Event.code == "balances.read")).one()
    assert (event.about_type, event.about_id) == ("goal", cast.goal.id)
    assert event.changes["focus"] == [None, -2]


def test_the_next_one_stands_beside_it_and_begins_with_its_answers(page, cast):
    browser = page(cast.ida)
    browser.post(path(cast.goal), PLACED)
    form = browser.get(path(cast.goal))
    chosen = form.doc.xpath("//input[@type='radio'][@checked]")
    assert {(i.get("name"), i.get("value")) for i in chosen} >= {
        ("focus_today", "-2"),
        ("focus_wish", "1"),
        ("use_today", ""),
    }
    assert form.values("focus_reason")[0].strip() == "Vi tæller samtaler."
    browser.post(path(cast.goal), PLACED | {"focus_today": "1", "level_today": ""})
    assert [reading.place("focus") for reading in readings()] == [-2, 1]
    session().refresh(cast.goal)
    assert (cast.goal.focus, cast.goal.level) == (1, None)


def test_each_place_is_said_in_words_and_the_nearest_end_stands_beside_it(page, cast):
    form = page(cast.karin).post(path(cast.goal), {"level_today": "2", "focus_today": "7"})
    assert "Mostly the individual" in form.words
    shown = form.doc.xpath("//*[@data-pole][not(@hidden)]/h2/text()")
    assert [" ".join(text.split()) for text in shown] == ["Nearest: collective"]
    assert len(form.doc.xpath("//*[@data-pole]")) == 8


def test_an_empty_reading_is_refused_and_keeps_what_was_typed(page, cast):
    answer = page(cast.karin).post(path(cast.goal), {"focus_reason": "Vi ved det ikke.", "use_wish": "2"})
    assert answer.status_code == 200
    assert "Place the goal on at least one of the balances" in answer.words
    assert answer.values("focus_reason")[0].strip() == "Vi ved det ikke."
    assert answer.doc.xpath("//input[@name='use_wish'][@value='2'][@checked]")
    assert readings() == []


def test_a_place_off_the_scale_is_refused(page, cast):
    for place in ("3", "x", "-"):
        answer = page(cast.karin).post(path(cast.goal), {"focus_today": place})
        assert "Choose one of the answers" in answer.words
    assert readings() == []


def test_without_any_place_nothing_is_read(cast):
    try:
        read_balances(cast.goal, by=cast.karin, places=dict.fromkeys(BALANCES))
    except NothingRead:
        return
    raise AssertionError("an empty reading was kept")


def test_a_side_that_reads_does_not_move_the_goal(cast):
    read_balances(cast.goal, by=cast.karin, places={"focus": 1})
    read_balances(cast.goal, by=cast.trine, places={"focus": -2}, reader=Reader.EMPLOYEES)
    assert cast.goal.focus == 1
    read_balances(cast.goal, by=cast.karin, places={"focus": -1}, reader=Reader.AGREED)
    assert cast.goal.focus == -1


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.bo, cast.otto)
    litany.hidden_from(page, "/goals/9999/balances/read", cast.ida)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.goal), cast.emma, cast.trine, cast.otto, cast.mads, method=method)
    litany.refuses(page, path(cast.goal), cast.ida, "DELETE")


def test_the_same_again_is_not_saved_twice(page, cast):
    read_balances(cast.goal, by=cast.karin, places={"focus": 1}, reasons={"focus": "Vi spørger borgeren."})
    browser = page(cast.karin)
    path = f"/goals/{cast.goal.id}/balances/read"
    fields = browser.get(path).doc.xpath("//main//form//*[@name != 'csrf_token']")
    said = {}
    for field in fields:
        if field.get("type") != "radio":
            said[field.get("name")] = (field.text or "").strip() if field.tag == "textarea" else field.value or ""
        elif field.get("checked") is not None:
            said[field.get("name")] = field.get("value")
    assert "Nothing has moved" in browser.follow(browser.post(path, said)).words
    assert len(readings_of(cast.goal)) == 1
    browser.post(path, said | {"focus_today": "2"})
    assert len(readings_of(cast.goal)) == 2


def test_it_says_for_whom_one_places(page, cast):
    path = f"/goals/{cast.goal.id}/balances/read"
    assert "on behalf of its owner, Karin Nørgård" in page(cast.ida).get(path).words
    assert "on behalf" not in page(cast.karin).get(path).words
