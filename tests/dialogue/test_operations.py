import pytest

from app.core.operation import Stale
from app.dialogue import operations
from tests.dialogue.answers import asked, at, talk
from tests.organisation.answers import last_event


@pytest.mark.parametrize(
    "do",
    [
        lambda one, cast: operations.build_on(one, None, by=cast.otto),
        lambda one, cast: operations.choose_questions(one, [], by=cast.otto),
        lambda one, cast: operations.answer_question(one.questions[0], by=cast.otto, answer="x"),
        lambda one, cast: operations.end_session(one, by=cast.otto, summary=""),
        lambda one, cast: operations.decide_move(
            one, by=cast.otto, title="x", responsible_id=cast.otto.id, due_on=one.held_on, unit_id=cast.roads.id
        ),
    ],
    ids=["build_on", "choose_questions", "answer_question", "end_session", "decide_move"],
)
def test_nothing_is_written_into_an_ended_one(cast, do):
    one = talk(cast)
    operations.end_session(one, by=cast.otto, summary="Færdig.")
    before = last_event().id
    with pytest.raises(operations.Ended):
        do(one, cast)
    assert last_event().id == before


def test_what_arrives_twice_is_written_once(cast):
    one = talk(cast)
    assert operations.answer_question(one.questions[0], by=cast.otto, answer="Nej.", version=1)
    assert not operations.answer_question(one.questions[0], by=cast.otto, answer="Nej.", version=1)
    with pytest.raises(Stale):
        operations.answer_question(one.questions[0], by=cast.frederik, answer="Jo.", version=1)
    assert not operations.reopen_session(one, by=cast.otto)


def test_questions_are_kept_in_the_words_they_had(cast):
    one = talk(cast)
    question = asked(cast, "level.2")[0]
    operations.revise_question(
        question, theme=question.theme, audience=question.audience, da="Nyt?", en="New?", by=cast.ida
    )
    operations.choose_questions(one, asked(cast, "level.2", "general.1"), by=cast.otto)
    assert one.questions[0].da == question.da
    assert at(one)
