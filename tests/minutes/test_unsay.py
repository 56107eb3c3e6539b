from app.minutes.operations import make_statement
from tests import litany
from tests.minutes.answers import at, open_item, out


def path(meeting, statement):
    return at(meeting, "statements", statement.id, "unsay")


def test_only_its_maker_takes_it_back(page, cast):
    meeting = out(cast)
    statement = make_statement(meeting, open_item(meeting), by=cast.trine, words="FOA er uenig.")
    litany.forbidden_for(page, path(meeting, statement), cast.karin, method="POST")
    browser = page(cast.trine)
    assert "FOA er uenig." not in browser.follow(browser.post(path(meeting, statement))).words


def test_litany(page, cast):
    meeting = out(cast)
    statement = make_statement(meeting, open_item(meeting), by=cast.trine, words="x")
    litany.asks_strangers_to_sign_in(page, path(meeting, statement), "POST")
    litany.hidden_from(page, path(meeting, statement), cast.ida, cast.emma, cast.mette, method="POST")
    litany.hidden_from(page, path(out(cast), statement), cast.trine, method="POST")
    litany.refuses(page, path(meeting, statement), cast.trine, "GET")
