from tests import litany
from tests.decisions.answers import fresh
from tests.dialogue.answers import at, talk
from tests.organisation.answers import last_event
from tests.soundings.answers import board, closed, goal_of, opened


def test_the_dialogue_builds_on_a_sounding_on_the_same(page, cast):
    committee, goal = board(cast), goal_of(cast)
    one = talk(cast, committee, goal=goal)
    sounding = closed(cast, committee=committee, goal=goal)
    browser = page(cast.otto)
    answer = browser.follow(browser.post(at(one, "sound"), {"sounding_id": sounding.id, "version": one.version}))
    assert "The sounding is closed." in answer.words
    assert fresh(one).sounding_id == sounding.id
    assert last_event().code == "dialogue.sounded"
    before = last_event().id
    browser.post(at(one, "sound"), {"sounding_id": sounding.id, "version": fresh(one).version})
    assert last_event().id == before, "once more changes nothing"


def test_one_on_something_else_is_not_offered(page, cast):
    committee = board(cast)
    one, other = talk(cast, committee, goal=goal_of(cast)), opened(cast, committee)
    page(cast.otto).post(at(one, "sound"), {"sounding_id": other.id, "version": one.version})
    assert fresh(one).sounding_id is None


def test_somebody_was_faster(page, cast):
    committee = board(cast)
    one, sounding = talk(cast, committee), opened(cast, committee)
    browser = page(cast.otto)
    answer = browser.follow(browser.post(at(one, "sound"), {"sounding_id": sounding.id, "version": 99}))
    assert "Somebody else changed the dialogue meanwhile." in answer.words
    assert fresh(one).sounding_id is None


def test_litany(page, cast):
    one = talk(cast)
    litany.asks_strangers_to_sign_in(page, at(one, "sound"), "POST")
    litany.forbidden_for(page, at(one, "sound"), cast.bo, method="POST")
    litany.hidden_from(page, at(one, "sound"), cast.ida, method="POST")
    litany.refuses(page, at(one, "sound"), cast.otto, "GET")
