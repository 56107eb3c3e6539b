import pytest

from app.agenda.operations import NotNow, take_up
from app.core.db import session
from app.dialogue.operations import answer_question, end_session
from app.meetings.models import Item, ItemKind, Stage
from app.minutes.operations import send_out_minutes
from tests import litany
from tests.dialogue.answers import at, talk
from tests.meetings.answers import met, private
from tests.organisation.answers import last_event
from tests.papers import text_of

WORDS = "Nej, aldrig igen."


def local(cast, **more):
    one = talk(cast, cast.local, by=cast.karin, goal=cast.goal, **more)
    answer_question(one.questions[0], by=cast.karin, answer=WORDS)
    end_session(one, by=cast.karin, summary="Listen ned.")
    return one


def test_it_comes_onto_an_agenda_with_all_that_was_answered(page, cast):
    one, meeting = local(cast), met(cast, stage=Stage.CALLED)
    browser = page(cast.karin)
    assert "Who can read the agenda can then also read" in browser.get(at(one, "take-up")).words
    answer = browser.follow(browser.post(at(one, "take-up"), {"meeting_id": meeting.id, "kind": "decision"}))
    assert WORDS in answer.words
    item = session().query(Item).one()
    assert (item.dialogue_id, item.goal_id, item.kind, item.meeting_id) == (
        one.id, cast.goal.id, ItemKind.DECISION, meeting.id
    )  # fmt: skip
    assert last_event().code == "meeting_item.taken_up"
    assert WORDS in page(cast.emma).get(f"/meetings/{meeting.id}/items/{item.id}").words


def test_then_it_stands_in_the_minutes(page, cast):
    one, meeting = local(cast), met(cast, stage=Stage.IN_SESSION)
    take_up(one, meeting, by=cast.karin, kind=ItemKind.DISCUSSION)
    send_out_minutes(meeting, by=cast.karin)
    for user in (cast.trine, cast.emma):
        for form in ("", ".pdf", ".docx"):
            answer = page(user).get(f"/meetings/{meeting.id}/minutes{form}")
            text = text_of(answer.data) if form else answer.words
            assert WORDS in text, form
            assert "Listen ned." in text, form


def test_in_confidence_it_stays_in_the_committee(page, cast):
    one, meeting = local(cast), met(cast, stage=Stage.IN_SESSION)
    page(cast.karin).post(at(one, "take-up"), {"meeting_id": meeting.id, "kind": "discussion", "is_confidential": "y"})
    send_out_minutes(meeting, by=cast.karin)
    item = session().query(Item).one()
    litany.hidden_from(page, f"/meetings/{meeting.id}/items/{item.id}", cast.emma)
    for address in (f"/meetings/{meeting.id}", f"/meetings/{meeting.id}/minutes", f"/goals/{cast.goal.id}/history"):
        assert WORDS not in page(cast.emma).get(address).text, address
    assert WORDS in page(cast.trine).get(f"/meetings/{meeting.id}/minutes").words


def test_on_the_whole_practice_it_has_a_title_of_its_own(cast):
    one = talk(cast, cast.local, by=cast.karin)
    end_session(one, by=cast.karin, summary="")
    item = take_up(one, met(cast), by=cast.karin, kind=ItemKind.DISCUSSION)
    assert item.title == "Sådan måler vi som helhed"


def test_only_onto_an_agenda_of_its_own_committee(page, cast):
    one = local(cast)
    elsewhere = met(cast, committee=cast.top)
    for meeting in (elsewhere, private(cast)):
        with pytest.raises(NotNow):
            take_up(one, meeting, by=cast.karin, kind=ItemKind.DISCUSSION)
    assert "The committee has no meeting ahead." in page(cast.karin).get(at(one, "take-up")).words
    answer = page(cast.karin).post(at(one, "take-up"), {"meeting_id": elsewhere.id, "kind": "discussion"})
    assert answer.status_code == 200
    assert session().query(Item).count() == 0


def test_litany(page, cast):
    one = talk(cast)
    litany.asks_strangers_to_sign_in(page, at(one, "take-up"))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, at(one, "take-up"), cast.bo, method=method)
        litany.hidden_from(page, at(one, "take-up"), cast.ida, cast.karin, method=method)
    litany.refuses(page, at(one, "take-up"), cast.otto, "DELETE")
