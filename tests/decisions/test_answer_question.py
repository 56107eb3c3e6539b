import json

import pytest

from app.agenda.operations import set_questions
from app.decisions.operations import NotNow, answer_question
from app.meetings.models import Stage
from app.minutes.operations import send_out_minutes
from tests import litany
from tests.decisions.answers import at, fresh, on_goal, plain
from tests.dialogue.answers import asked
from tests.meetings.answers import item, met
from tests.organisation.answers import last_event
from tests.papers import text_of

WORDS = "Nej, aldrig igen."


def questioned(cast, one=None):
    one = one or on_goal(cast)
    set_questions(one, asked(cast, "level.2", "use.2"), by=cast.karin)
    return one


def path(one, number=0):
    return at(one, f"questions/{one.questions[number].id}/answer")


def test_an_answer_is_written_down_from_the_strip(page, cast):
    one = questioned(cast)
    strip = page(cast.karin).get(f"/meetings/{one.meeting_id}/session?item={one.id}")
    assert strip.doc.xpath(f"//form[@action='{path(one)}']//textarea")
    answer = page(cast.karin).post(path(one), {"answer": WORDS, "version": 1}, headers={"X-Outbox": "1"})
    assert answer.status_code == 200
    assert fresh(one).questions[0].answer == WORDS
    assert last_event().code == "meeting_item.question_answered"
    assert WORDS in page(cast.karin).get(f"/meetings/{one.meeting_id}/session?item={one.id}").words


def test_without_a_script_it_leads_back(page, cast):
    one = questioned(cast)
    assert page(cast.karin).post(path(one), {"answer": WORDS, "version": 1}).status_code == 302


def test_two_at_once_do_not_overwrite_and_twice_is_once(page, cast):
    one = questioned(cast)
    for _again in range(2):
        answer = page(cast.karin).post(path(one), {"answer": WORDS, "version": 1}, headers={"X-Outbox": "1"})
        assert answer.status_code == 200
    answer = page(cast.trine).post(path(one), {"answer": "Jo.", "version": 1}, headers={"X-Outbox": "1"})
    assert answer.status_code == 422
    said = json.loads(answer.data)
    assert WORDS in said["errors"]["answer"][0]
    refused = page(cast.trine).post(path(one), {"answer": "Jo.", "version": 1})
    assert "Do we want colleagues or teams to compete" in refused.words
    assert page(cast.trine).post(path(one), {"answer": "Begge.", "version": said["version"]}).status_code == 302
    assert page(cast.trine).post(path(one, 1), {"answer": "Rimelige.", "version": 1}).status_code == 302
    assert [each.answer for each in fresh(one).questions] == ["Begge.", "Rimelige."]


def test_it_stands_in_the_minutes_of_those_who_may_read_the_item(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    for is_confidential in (False, True):
        one = questioned(cast, item(cast, meeting, is_confidential=is_confidential))
        answer_question(one.questions[0], by=cast.karin, answer="Hemmeligt svar" if is_confidential else WORDS)
    send_out_minutes(meeting, by=cast.karin)
    for user, sees in ((cast.trine, True), (cast.emma, False)):
        for form in ("", ".pdf", ".docx"):
            answer = page(user).get(f"/meetings/{meeting.id}/minutes{form}")
            text = text_of(answer.data) if form else answer.words
            assert WORDS in text, form
            assert ("Hemmeligt svar" in text) is sees, (user.name, form)
    assert "Hemmeligt svar" not in page(cast.emma).get(f"/meetings/{meeting.id}").text


def test_it_is_the_committees_own_until_the_minutes_are_out(page, cast):
    one = questioned(cast)
    answer_question(one.questions[0], by=cast.karin, answer=WORDS)
    places = [f"/meetings/{one.meeting_id}{rest}" for rest in ("", f"/items/{one.id}", "/history")]

    def read_by(user):
        return " ".join(page(user).get(place).text for place in places)

    assert 'class="question"' in read_by(cast.emma)
    assert WORDS not in read_by(cast.emma)
    assert WORDS in read_by(cast.trine)
    send_out_minutes(one.meeting, by=cast.karin)
    assert WORDS in read_by(cast.emma)


def test_not_before_the_meeting_and_not_after_the_minutes_are_approved(cast):
    one = item(cast, met(cast, stage=Stage.CALLED))
    set_questions(one, asked(cast, "level.2"), by=cast.karin)
    with pytest.raises(NotNow):
        answer_question(one.questions[0], by=cast.karin, answer="x")


def test_a_question_of_another_item_is_not_there(page, cast):
    one = questioned(cast)
    other = questioned(cast, plain(cast, one.meeting))
    litany.hidden_from(page, at(one, f"questions/{other.questions[0].id}/answer"), cast.karin, method="POST")


def test_litany(page, cast):
    one = questioned(cast)
    litany.asks_strangers_to_sign_in(page, path(one), "POST")
    litany.forbidden_for(page, path(one), cast.emma, cast.ida, method="POST")
    litany.refuses(page, path(one), cast.karin, "GET")
