from tests import litany
from tests.decisions.answers import fresh
from tests.dialogue.answers import at, talk
from tests.organisation.answers import last_event


def path(one, number=0):
    return at(one, f"questions/{one.questions[number].id}/answer")


def test_the_answer_is_written_down(page, cast):
    one = talk(cast)
    browser = page(cast.otto)
    answer = browser.follow(browser.post(path(one), {"answer": "Nej.", "version": 1}))
    assert "What you answered is written down." in answer.words
    assert fresh(one).questions[0].answer == "Nej."
    assert (last_event().code, last_event().audience) == ("dialogue.answered", f"committee:{one.committee_id}")
    assert last_event().changes["answer"] == ["", "Nej."]


def test_two_at_once_do_not_overwrite_and_other_questions_are_free(page, cast):
    one = talk(cast)
    page(cast.otto).post(path(one), {"answer": "Nej.", "version": 1})
    answer = page(cast.frederik).post(path(one), {"answer": "Jo.", "version": 1})
    assert answer.status_code == 409
    assert answer.values("answer") == [] or "Jo." in answer.text
    assert "Nej." in answer.words
    assert page(cast.frederik).post(path(one, 1), {"answer": "Trivsel.", "version": 1}).status_code == 302
    assert [asked.answer for asked in fresh(one).questions] == ["Nej.", "Trivsel."]


def test_a_question_of_another_dialogue_is_not_there(page, cast):
    one = talk(cast)
    other = talk(cast, one.committee)
    litany.hidden_from(page, at(one, f"questions/{other.questions[0].id}/answer"), cast.otto)


def test_litany(page, cast):
    one = talk(cast)
    litany.asks_strangers_to_sign_in(page, path(one))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(one), cast.bo, method=method)
        litany.hidden_from(page, path(one), cast.ida, method=method)
    litany.refuses(page, path(one), cast.otto, "DELETE")
