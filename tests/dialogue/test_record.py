from app.dialogue.operations import answer_question, build_on, decide_move, end_session
from app.soundings.operations import agree_on_sounding
from tests import litany
from tests.dialogue.answers import at, talk
from tests.papers import text_of
from tests.soundings.answers import board, closed, goal_of


def test_all_of_it_on_paper(page, cast):
    committee, goal = board(cast), goal_of(cast)
    one = talk(cast, committee, goal=goal)
    sounding = closed(cast, committee=committee, goal=goal)
    agree_on_sounding(sounding, by=cast.otto, places={"focus": -1}, reasons={"focus": "Vi tæller grøfter."})
    build_on(one, sounding, by=cast.otto)
    answer_question(one.questions[0], by=cast.otto, answer="Nej, aldrig igen 🙂.")
    decide_move(one, by=cast.otto, title="Listen ned", responsible_id=cast.otto.id, due_on=one.held_on,
                unit_id=cast.roads.id)  # fmt: skip
    end_session(one, by=cast.otto, summary="Det tager vi med.")
    for form in ("pdf", "docx"):
        answer = page(cast.bo).get(at(one, f"dialogue.{form}"))
        assert answer.headers["Cache-Control"] == "private, no-store"
        text = text_of(answer.data)
        for said in (
            "Grøfter",
            "Vi tæller grøfter.",
            "Nej, aldrig igen",
            "Listen ned",
            "Otto Ærø",
            "Det tager vi med.",
        ):
            assert said in text, (form, said)


def test_an_empty_one_is_a_paper_too(page, cast):
    text = text_of(page(cast.bo).get(at(talk(cast, keys=()), "dialogue.docx")).data)
    assert "No questions were chosen." in text
    assert "No moves were decided." in text


def test_litany(page, cast):
    one = talk(cast)
    litany.asks_strangers_to_sign_in(page, at(one, "dialogue.pdf"))
    litany.hidden_from(page, at(one, "dialogue.pdf"), cast.ida, cast.mads)
    litany.hidden_from(page, at(one, "dialogue.exe"), cast.otto)
    litany.refuses(page, at(one, "dialogue.pdf"), cast.otto, "POST")
