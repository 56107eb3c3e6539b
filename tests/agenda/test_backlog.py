from app.core.db import session
from tests import litany
from tests.agenda.answers import proposed
from tests.meetings.answers import item


def path(committee):
    return f"/committees/{committee.id}/backlog"


def test_what_waits_is_shown_with_why(page, cast):
    proposed(cast)
    words = page(cast.trine).get(path(cast.local)).words
    assert "Støj i kantinen" in words
    assert "Proposed by Trine Løvenskjold." in words


def test_nothing_waits(page, cast):
    assert "Nothing waits" in page(cast.trine).get(path(cast.local)).words


def test_its_queries_do_not_grow(page, cast):
    item(cast)
    few = page(cast.trine).get(path(cast.local)).queries
    for _number in range(4):
        item(cast)
    session().expire_all()
    assert page(cast.trine).get(path(cast.local)).queries == few


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    litany.hidden_from(page, path(cast.local), cast.emma, cast.ida, cast.mads, cast.frederik)
    litany.refuses(page, path(cast.local), cast.karin, "POST")
