from app.people.queries import unread_count
from tests import litany
from tests.people.test_notices import nudge


def test_reading_empties_the_bell(page, cast):
    nudge(cast.goal, to=cast.karin, by=cast.ida)
    nudge(cast.goal, to=cast.otto, by=cast.ida)
    page(cast.karin).post("/notices/read")
    assert unread_count(cast.karin) == 0
    assert unread_count(cast.otto) == 1


def test_what_came_while_one_was_reading_stays_new(page, cast):
    nudge(cast.goal, to=cast.karin, by=cast.ida)
    (seen,) = page(cast.karin).get("/notices").values("until")
    nudge(cast.goal, to=cast.karin, by=cast.ida)
    page(cast.karin).post("/notices/read", {"until": seen})
    assert unread_count(cast.karin) == 1


def test_strangers_and_links(page, cast):
    litany.asks_strangers_to_sign_in(page, "/notices/read", "POST")
    litany.refuses(page, "/notices/read", cast.ida, "GET")
