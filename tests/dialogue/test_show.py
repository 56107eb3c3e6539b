from app.core.audit import history_of
from app.core.db import session
from app.dialogue.operations import answer_question, build_on, decide_move, end_session
from app.dialogue.queries import HISTORY
from app.goals.operations import take_back
from app.soundings.operations import agree_on_sounding
from tests import litany
from tests.dialogue.answers import at, talk
from tests.soundings.answers import board, closed, goal_of

SECRET = "mosegrisehul"  # noqa: S105 - a word that stands nowhere else


def test_every_step_stands_on_one_page(page, cast):
    committee, goal = board(cast), goal_of(cast)
    one = talk(cast, committee, goal=goal)
    sounding = closed(cast, committee=committee, goal=goal)
    agree_on_sounding(sounding, by=cast.otto, places={"focus": -1}, reasons={"focus": "Vi tæller grøfter."},
                      to_move="Færre tal.")  # fmt: skip
    build_on(one, sounding, by=cast.otto)
    answer_question(one.questions[0], by=cast.otto, answer="Nej, aldrig igen.")
    decide_move(one, by=cast.otto, title="Listen ned", responsible_id=cast.otto.id, due_on=one.held_on,
                unit_id=cast.roads.id)  # fmt: skip
    words = page(cast.bo).get(at(one)).words
    for said in (
        "Grøfter",
        "Vi tæller",
        "Færre tal.",
        "Nej, aldrig igen.",
        "Listen ned",
        "began the dialogue",
    ):
        assert said in words


def test_a_long_history_goes_on_on_the_next_page(page, cast):
    one = talk(cast)
    for number in range(HISTORY + 1):
        answer_question(one.questions[0], by=cast.otto, answer=f"Svar {number}")
    browser = page(cast.otto)
    first = browser.get(at(one))
    assert "began the dialogue" not in first.words
    (older,) = first.doc.xpath("//a[contains(@href, 'before=')]/@href")
    rest = browser.get(older)
    assert "began the dialogue" in rest.words
    assert not rest.doc.xpath("//a[contains(@href, 'before=')]")


def test_who_leads_sees_what_can_be_done_next(page, cast):
    one = talk(cast)
    led, read = page(cast.otto).get(at(one)), page(cast.bo).get(at(one))
    for verb in ("end", "choose", "decide"):
        way = f"//a[contains(@href, '{at(one, verb)}')]"
        assert led.doc.xpath(way), verb
        assert not read.doc.xpath(way), verb
    end_session(one, by=cast.otto, summary="Færdig.")
    assert not page(cast.otto).get(at(one)).doc.xpath(f"//a[contains(@href, '{at(one, 'choose')}')]")


def test_a_goal_that_is_a_draft_again_is_named_by_its_number(page, cast):
    committee, goal = board(cast), goal_of(cast)
    one = talk(cast, committee, goal=goal)
    take_back(goal, by=cast.otto)
    answer = page(cast.trine).get(at(one))
    assert goal.code in answer.words
    assert "Grøfter" not in answer.words


def test_none_of_it_is_for_others(page, cast):
    committee, goal = board(cast), goal_of(cast)
    one = talk(cast, committee, goal=goal)
    answer_question(one.questions[0], by=cast.otto, answer=f"Et {SECRET}.")
    end_session(one, by=cast.otto, summary=f"Et {SECRET} mere.")
    for user in (cast.ida, cast.karin, cast.mads):
        for where in (
            "/", f"/goals/{goal.id}", f"/goals/{goal.id}/balances", f"/goals/{goal.id}/history",
            f"/committees/{committee.id}", "/notices", "/meetings", "/decisions",
        ):  # fmt: skip
            assert SECRET not in page(user).get(where).text, (user.name, where)
        assert "Grøfter" not in page(user).get(f"/goals?q={SECRET}").words
    assert session().scalars(history_of(one, frozenset())).all() == []
    assert page(cast.bo).get(f"/goals/{goal.id}/balances").doc.xpath(f"//a[@href='{at(one)}']")
    assert not page(cast.ida).get(f"/goals/{goal.id}/balances").doc.xpath(f"//a[@href='{at(one)}']")


def test_it_is_looked_up_inside_its_committee(page, cast):
    one = talk(cast)
    litany.hidden_from(page, f"/committees/{cast.local.id}/dialogues/{one.id}", cast.otto, cast.trine)


def test_many_cost_as_many_queries_as_few(page, cast):
    few, many = talk(cast, board(cast), keys=["use.1"]), talk(cast, cast.local, by=cast.karin, keys=[
        f"{theme}.{number}" for theme in ("focus", "level", "use") for number in (1, 2, 3)
    ])  # fmt: skip
    for one, mover in ((few, cast.otto), (many, cast.karin)):
        for number in range(1 if one is few else 8):
            decide_move(one, by=mover, title=f"Skridt {number}", responsible_id=mover.id, due_on=one.held_on,
                        unit_id=cast.roads.id)  # fmt: skip
    browser = page(cast.trine)
    browser.get(at(few))
    assert browser.get(at(few)).queries == browser.get(at(many)).queries


def test_litany(page, cast):
    one = talk(cast)
    litany.asks_strangers_to_sign_in(page, at(one))
    litany.hidden_from(page, at(one), cast.ida, cast.karin, cast.mads)
    litany.refuses(page, at(one), cast.otto, "POST")
