from app.dialogue.operations import answer_question
from tests import litany
from tests.decisions.answers import fresh
from tests.dialogue.answers import at, own, talk
from tests.organisation.answers import last_event
from tests.soundings.answers import board, goal_of


def chosen(one):
    return [asked.key for asked in fresh(one).questions]


def test_questions_are_chosen_in_the_guides_order(page, cast):
    one = talk(cast, keys=())
    mine = own(cast).key
    browser = page(cast.otto)
    answer = browser.follow(browser.post(at(one, "choose"), {"keys": [mine, "use.2", "focus.1"]}))
    assert chosen(one) == ["focus.1", "use.2", mine]
    assert "What would we miss the least?" in answer.words
    assert last_event().code == "dialogue.asked"


def test_what_is_answered_stays(page, cast):
    one = talk(cast)
    answer_question(one.questions[0], by=cast.otto, answer="Ja.")
    page(cast.otto).post(at(one, "choose"), {"keys": ["use.1"]})
    assert chosen(one) == ["use.1", "level.2"]


def test_two_who_choose_at_once_both_get_their_questions(page, cast):
    one = talk(cast, keys=("general.3",))
    for keys in (["general.3", "use.1"], ["focus.1"]):
        page(cast.otto).post(at(one, "choose"), {"keys": keys, "seen": "general.3"})
    assert chosen(one) == ["focus.1", "use.1"]


def test_the_same_again_changes_nothing(page, cast):
    one = talk(cast, keys=("general.3", "level.2"))
    before = last_event().id
    assert page(cast.otto).post(at(one, "choose"), {"keys": ["level.2", "general.3"]}).status_code == 302
    assert last_event().id == before


def test_too_many_and_unknown_ones_are_refused(page, cast):
    one = talk(cast)
    keys = [f"{theme}.{number}" for theme in ("general", "focus", "level", "process", "use") for number in range(1, 6)]
    assert "Choose at most 20." in page(cast.otto).post(at(one, "choose"), {"keys": keys}).words
    assert "The form has been changed." in page(cast.otto).post(at(one, "choose"), {"keys": ["no.such"]}).words
    for asked in one.questions:
        answer_question(asked, by=cast.otto, answer="Ja.")
    others = [key for key in keys if key not in chosen(one)][:20]
    assert "Those that are answered stay." in page(cast.otto).post(at(one, "choose"), {"keys": others}).words
    assert chosen(one) == ["level.2", "general.3"]


def test_those_that_fit_the_goal_come_first(page, cast):
    one = talk(cast, board(cast), goal=goal_of(cast), keys=())
    answer = page(cast.otto).get(at(one, "choose"))
    first = answer.doc.xpath("//fieldset")[0]
    assert "Worth asking here" in first.text_content()
    assert first.xpath(".//input/@value") == ["general.3"]
    assert len(answer.doc.xpath("//input[@name='keys']")) == 31, "each stands there once"


def test_litany(page, cast):
    one = talk(cast)
    litany.asks_strangers_to_sign_in(page, at(one, "choose"))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, at(one, "choose"), cast.bo, method=method)
        litany.hidden_from(page, at(one, "choose"), cast.ida, method=method)
    litany.refuses(page, at(one, "choose"), cast.otto, "DELETE")
