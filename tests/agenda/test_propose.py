from datetime import timedelta

from app.core.clock import today
from app.core.db import session
from app.core.notices import Notice
from app.meetings.models import Item, Origin
from tests import litany
from tests.agenda.answers import proposed, typed
from tests.meetings.answers import met


def path(committee):
    return f"/committees/{committee.id}/proposals/add"


def newest():
    return session().query(Item).order_by(Item.id.desc()).first()


def test_any_seat_puts_something_onto_the_next_agenda(page, cast):
    meeting, browser = met(cast), page(cast.trine)
    sent = browser.post(path(cast.local), typed(meeting_id=""))
    made = newest()
    assert (made.origin, made.meeting_id, made.proposed_by_id) == (Origin.PROPOSAL, meeting.id, cast.trine.id)
    words = browser.follow(sent).words
    assert "nobody can refuse it" in words
    assert "Proposed by Trine Løvenskjold." in words


def test_what_comes_too_late_goes_to_the_next_one_and_says_so(page, cast):
    near, later = met(cast, held_on=today() + timedelta(days=5)), met(cast, held_on=today() + timedelta(days=60))
    browser = page(cast.trine)
    sent = browser.post(path(cast.local), typed(meeting_id=str(near.id)))
    assert newest().meeting_id == later.id
    assert "It is too late for that meeting." in browser.follow(sent).words


def test_where_no_meeting_takes_it_it_waits_in_the_backlog(page, cast):
    met(cast, held_on=today() + timedelta(days=5))
    browser = page(cast.trine)
    sent = browser.post(path(cast.local), typed(meeting_id=""))
    assert newest().meeting_id is None
    assert "your item waits in the backlog" in browser.follow(sent).words


def test_those_who_keep_the_meeting_are_told_and_not_what_it_is_called(cast):
    met(cast)
    thing = proposed(cast, title="Personsag")
    told = session().query(Notice).filter_by(code="meeting_item.proposed").all()
    assert {one.user_id for one in told} == {cast.karin.id}
    assert all("Personsag" not in one.about_label for one in told)
    assert thing.reasons == [{"code": "proposed", "name": cast.trine.name}]


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    litany.hidden_from(page, path(cast.local), cast.emma, cast.ida, cast.mads, cast.frederik)
