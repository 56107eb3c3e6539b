from app.core.clock import today
from app.dialogue.operations import end_session
from tests import litany
from tests.dialogue.answers import at, talk
from tests.soundings.answers import board, goal_of

OUTSIDERS = ("ida", "karin", "mads")


def path(committee):
    return f"/committees/{committee.id}/dialogues"


def test_none_yet(page, cast):
    answer = page(cast.bo).get(path(board(cast)))
    assert "No dialogues yet" in answer.words
    assert not answer.doc.xpath("//a[contains(@href, '/start')]"), "Bo is a plain member"


def test_those_that_go_on_come_first(page, cast):
    committee = board(cast)
    over = talk(cast, committee, goal=goal_of(cast))
    end_session(over, by=cast.otto, summary="Listen kommer ned.")
    going = talk(cast, committee)
    answer = page(cast.bo).get(path(committee))
    assert answer.doc.xpath("//h2[@class='sounding-name']/a/@href") == [at(going), at(over)]
    assert "Listen kommer ned." in answer.words
    assert f"Ended on {today().day}" in answer.words


def test_many_cost_as_many_queries_as_few(page, cast):
    committee = board(cast)
    talk(cast, committee)
    browser = page(cast.bo)
    browser.get(path(committee))
    before = browser.get(path(committee)).queries
    for _number in range(20):
        talk(cast, committee)
    assert browser.get(path(committee)).queries == before


def test_litany(page, cast):
    committee = board(cast)
    litany.asks_strangers_to_sign_in(page, path(committee))
    litany.hidden_from(page, path(committee), *(getattr(cast, name) for name in OUTSIDERS))
    litany.refuses(page, path(committee), cast.otto, "POST")
