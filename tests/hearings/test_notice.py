from tests import litany
from tests.hearings.answers import noticed


def path(notice):
    return f"/goals/{notice.goal_id}/notices/{notice.id}"


def test_all_that_people_must_be_told_stands_there(page, cast):
    words = page(cast.bo).get(path(noticed(cast))).words
    for text in ("Ankomst og afgang.", "13 måneder.", "Artikel 6.", "Planlæggerne.", "Earliest start"):
        assert text in words
    assert "earlier than the notice allows" not in words


def test_a_start_that_comes_too_soon_says_so(page, cast):
    assert "earlier than the notice allows" in page(cast.bo).get(path(noticed(cast, days=41))).words


def test_litany(page, cast):
    notice = noticed(cast, goal=cast.draft)
    litany.asks_strangers_to_sign_in(page, path(notice))
    litany.hidden_from(page, path(notice), cast.bo, cast.emma)
    litany.hidden_from(page, f"/goals/{cast.goal.id}/notices/{notice.id}", cast.karin)
    litany.refuses(page, path(notice), cast.karin, "POST")
