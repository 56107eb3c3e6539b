from app.comments.operations import take_up_answer
from app.core.db import session
from tests import litany
from tests.comments.answers import answered, to_committee


def path(answer):
    return f"/goals/{answer.question.goal_id}/comments/answers/{answer.id}/accept"


def test_the_asker_accepts_the_answer(page, cast):
    answer = answered(cast)
    browser = page(cast.trine)
    talk = f"/goals/{cast.goal.id}/comments"
    assert browser.get(talk).doc.xpath(f"//form[@action='{path(answer)}']//button")
    sent = browser.post(path(answer))
    assert sent.location == f"{talk}#comment-{answer.words_id}"
    shown = browser.follow(sent)
    assert "The answer is accepted" in shown.words
    assert not shown.doc.xpath(f"//form[@action='{path(answer)}']")
    session().refresh(answer)
    assert answer.accepted_at is not None


def test_only_the_asker_is_asked_whether_it_will_do(page, cast):
    answer = answered(cast)
    for user in (cast.karin, cast.frederik, cast.emma):
        assert not page(user).get(f"/goals/{cast.goal.id}/comments").doc.xpath(f"//form[@action='{path(answer)}']")


def test_what_was_taken_up_again_is_not_accepted(page, cast):
    answer = answered(cast)
    take_up_answer(answer, by=cast.trine, body="Og om sommeren?")
    litany.forbidden_for(page, path(answer), cast.trine, method="POST")


def test_litany(page, cast):
    answer = answered(cast)
    litany.asks_strangers_to_sign_in(page, path(answer), "POST")
    others = (cast.karin, cast.mette, cast.ida, cast.frederik, cast.otto, cast.emma, cast.bo, cast.mads)
    litany.forbidden_for(page, path(answer), *others, method="POST")
    closed = answered(cast, to_committee(cast))
    litany.hidden_from(page, path(closed), cast.ida, cast.mette, cast.frederik, cast.emma, cast.mads, method="POST")
    litany.hidden_from(page, f"/goals/{cast.draft.id}/comments/answers/{answer.id}/accept", cast.trine, method="POST")
    litany.hidden_from(page, f"/goals/{cast.goal.id}/comments/answers/9999/accept", cast.trine, method="POST")
    litany.refuses(page, path(answer), cast.trine, "GET")
