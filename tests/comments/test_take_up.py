import threading
from contextlib import suppress

import pytest
import sqlalchemy as sa

from app.comments import operations
from app.comments.models import Comment
from app.comments.operations import AlreadyTakenUp, accept_answer, take_up_answer
from app.core.db import session
from tests import litany
from tests.comments.answers import answered, said, to_committee
from tests.page import Browser


def path(answer):
    return f"/goals/{answer.question.goal_id}/comments/answers/{answer.id}/take-up"


def test_it_waits_for_the_other_side_again(page, cast):
    comment = said(cast)
    answer = answered(cast, comment)
    browser = page(cast.trine)
    shown = browser.get(path(answer)).words
    assert "Hvem måler vi egentlig?" in shown
    assert "Hele holdet" in shown
    sent = browser.post(path(answer), {"body": "Og om sommeren?"})
    told = browser.follow(sent).words
    for text in ("waits for the other side", "Og om sommeren?", "Taken up again", "Waiting for an answer since today"):
        assert text in told
    session().refresh(comment)
    assert comment.open_since is not None


def test_a_second_answer_stands_after_the_first(page, cast):
    comment = said(cast)
    take_up_answer(answered(cast, comment, body="Svar et"), by=cast.trine, body="Og om sommeren?")
    answered(cast, comment, by=cast.mette, body="Svar to")
    words = page(cast.bo).get(f"/goals/{cast.goal.id}/comments").words
    order = [words.index(text) for text in ("Hvem måler", "Svar et", "Og om sommeren?", "Svar to")]
    assert order == sorted(order)


def test_also_an_accepted_answer_can_turn_out_not_to_hold(page, cast):
    answer = answered(cast)
    accept_answer(answer, by=cast.trine)
    assert page(cast.trine).post(path(answer), {"body": "Det blev ikke til noget."}).status_code == 302


def test_what_is_missing_must_be_said(page, cast):
    answer = answered(cast)
    assert "Write what is still missing." in page(cast.trine).post(path(answer), {"body": " "}).words
    session().refresh(answer)
    assert answer.taken_up_at is None


def test_only_once_for_each_answer(page, cast):
    answer = answered(cast)
    take_up_answer(answer, by=cast.trine, body="Og om sommeren?")
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(answer), cast.trine, method=method)


def test_a_double_click_takes_it_up_once(page, cast):
    comment = said(cast)
    answer = answered(cast, comment)
    take_up_answer(answer, by=cast.trine, body="Og om sommeren?")
    answered(cast, comment)
    with pytest.raises(AlreadyTakenUp):
        take_up_answer(answer, by=cast.trine, body="Igen")
    with pytest.raises(AlreadyTakenUp):
        accept_answer(answer, by=cast.trine)
    session().refresh(comment)
    assert comment.open_since is None
    assert session().scalar(sa.select(sa.func.count()).where(Comment.body == "Igen")) == 0


def test_two_clicks_in_the_same_moment_take_it_up_once(app, cast, monkeypatch):
    """Both requests have read the answer before either writes; on SQLite the second waits until the first is done."""
    answer = answered(cast)
    address, trine, both, look = path(answer), cast.trine, threading.Barrier(2), operations._look_again

    def together(one):
        with suppress(threading.BrokenBarrierError):
            both.wait(1)
        look(one)

    monkeypatch.setattr(operations, "_look_again", together)
    codes = []

    def click():
        with app.app_context():
            codes.append(Browser(app, trine).post(address, {"body": "Og nu?"}).status_code)

    session().rollback()
    clicks = [threading.Thread(target=click) for _time in range(2)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert sorted(codes) in ([302, 302], [302, 403])
    assert session().scalar(sa.select(sa.func.count()).where(Comment.body == "Og nu?")) == 1


def test_the_later_of_two_clicks_at_once_is_told(page, cast, monkeypatch):
    answer = answered(cast)
    monkeypatch.setattr("app.comments.operations._look_again", _taken_up)
    browser = page(cast.trine)
    for way in ("take-up", "accept"):
        sent = browser.post(path(answer).replace("take-up", way), {"body": "Og nu?"})
        assert "The thread was taken up again already." in browser.follow(sent).words


def _taken_up(answer):
    raise AlreadyTakenUp(answer.id)


def test_litany(page, cast):
    answer, closed = answered(cast), answered(cast, to_committee(cast))
    litany.asks_strangers_to_sign_in(page, path(answer))
    others = (cast.karin, cast.mette, cast.ida, cast.frederik, cast.otto, cast.emma, cast.bo, cast.mads)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(answer), *others, method=method)
        litany.hidden_from(page, path(closed), cast.ida, cast.mette, cast.frederik, cast.mads, method=method)
    litany.refuses(page, path(answer), cast.trine, "DELETE")
