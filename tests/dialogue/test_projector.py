from app.dialogue.operations import answer_question
from tests import litany
from tests.dialogue.answers import at, talk


def test_one_question_at_a_time(page, cast):
    one = talk(cast)
    answer_question(one.questions[1], by=cast.otto, answer="Trivsel.")
    browser = page(cast.bo)
    first, last = browser.get(at(one, "projector")), browser.get(f"{at(one, 'projector')}?number=9")
    assert "Question 1 of 2" in first.words
    assert "compete" in first.words
    assert "Trivsel." not in first.words
    assert "Question 2 of 2" in last.words
    assert "Trivsel." in last.words
    assert first.doc.xpath("//a[@rel='next']/@href") == [f"{at(one, 'projector')}?number=2"]
    assert not last.doc.xpath("//a[@rel='next']")


def test_before_any_is_chosen(page, cast):
    assert "No questions yet" in page(cast.bo).get(at(talk(cast, keys=()), "projector")).words


def test_litany(page, cast):
    one = talk(cast)
    litany.asks_strangers_to_sign_in(page, at(one, "projector"))
    litany.hidden_from(page, at(one, "projector"), cast.ida, cast.mads)
    litany.refuses(page, at(one, "projector"), cast.otto, "POST")
