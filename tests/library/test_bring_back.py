from app.library.operations import hide_line
from app.library.queries import lines
from tests import litany
from tests.library.answers import KEY, reworded, the_line
from tests.organisation.answers import last_event

PATH = f"/library/{KEY}/bring-back"


def test_a_line_is_in_use_again_with_the_words_it_had(page, cast):
    reworded(cast)
    hide_line(the_line(cast), by=cast.ida)
    browser = page(cast.ida)
    assert "The line is in use again." in browser.follow(browser.post(PATH)).words
    assert [line.da for line in lines() if line.key == KEY] == ["Vi bliver rivaler"]
    assert last_event().code == "library.brought_back"


def test_one_that_was_never_put_aside_stays_as_it_is(page, cast):
    for _never in range(2):
        assert page(cast.ida).post(PATH).status_code == 302
        assert KEY in {line.key for line in lines()}
        reworded(cast)
        assert last_event().code == "library.revised"


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH, "POST")
    litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method="POST")
    litany.hidden_from(page, "/library/no.such.line/bring-back", cast.ida, method="POST")
    litany.refuses(page, PATH, cast.ida, "GET")
