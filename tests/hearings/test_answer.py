from datetime import timedelta

from app.core import clock
from app.core.clock import now
from app.core.db import session
from app.hearings.models import Position
from app.organisation.models import Side
from tests import litany
from tests.hearings.answers import closed, opened


def path(hearing):
    return f"/goals/{hearing.goal_id}/hearings/{hearing.id}/answer"


def said(**more):
    return {"position": "remarks", "words": "Husk de nye kolleger.", "version": "0"} | more


def test_a_side_answers_and_everybody_reads_it(page, cast):
    hearing = opened(cast)
    assert "The employee side" in page(cast.trine).get(path(hearing)).words
    page(cast.trine).post(path(hearing), said(is_final="y"))
    session().refresh(hearing)
    answer = hearing.answer_of(Side.EMPLOYEES)
    assert (answer.position, answer.words, answer.is_final) == (Position.REMARKS, "Husk de nye kolleger.", True)
    assert "Husk de nye kolleger." in page(cast.bo).get(f"/goals/{cast.draft.id}").words


def test_the_answer_stands_ready_to_be_changed(page, cast):
    hearing = opened(cast)
    page(cast.trine).post(path(hearing), said())
    again = page(cast.trine).get(path(hearing))
    assert again.values("words") == ["Husk de nye kolleger."]
    page(cast.trine).post(path(hearing), said(position="objects", version=again.values("version")[0]))
    session().expire_all()
    assert hearing.answer_of(Side.EMPLOYEES).position is Position.OBJECTS


def test_the_second_of_two_sees_both_answers(page, cast):
    hearing = opened(cast)
    page(cast.trine).post(path(hearing), said())
    late = page(cast.trine).post(path(hearing), said(position="objects", words="Vi er imod."))
    assert late.status_code == 409
    assert "Husk de nye kolleger." in late.words
    assert late.values("words") == ["Vi er imod."]


def test_remarks_and_objections_need_words_and_support_does_not(page, cast):
    hearing = opened(cast)
    for position in ("remarks", "objects"):
        answer = page(cast.trine).post(path(hearing), said(position=position, words=""))
        assert "Write what the remarks or the objection are." in answer.words
    assert page(cast.trine).post(path(hearing), said(position="supports", words="")).status_code == 302


def test_without_a_choice_it_says_so_and_keeps_the_words(page, cast):
    hearing = opened(cast)
    answer = page(cast.trine).post(path(hearing), said(position=""))
    assert "Choose what your side says." in answer.words
    assert answer.values("words") == ["Husk de nye kolleger."]


def test_after_the_deadline_it_is_too_late(page, cast):
    hearing = opened(cast)
    with clock.at(now() + timedelta(days=15)):
        litany.forbidden_for(page, path(hearing), cast.trine, cast.karin)


def test_litany(page, cast):
    hearing = opened(cast)
    litany.asks_strangers_to_sign_in(page, path(hearing))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(hearing), cast.ida, cast.frederik, cast.emma, cast.mads, method=method)
    litany.refuses(page, path(hearing), cast.trine, "DELETE")
    litany.forbidden_for(page, path(closed(cast, goal=cast.goal)), cast.trine)
