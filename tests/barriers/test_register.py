import pytest

from app.barriers.operations import keep_barrier
from tests import litany
from tests.barriers.answers import assigned, removed, reported
from tests.cast import speak_danish


def rows(shown):
    return [" ".join(row.text_content().split()) for row in shown.doc.xpath("//tbody//th[@scope='row']")]


@pytest.fixture
def four(cast):
    """One that nobody takes away, one late, one that stays, one removed."""
    reported(cast, words="Herreløs")
    assigned(cast, words="For sent", days=-2)
    keep_barrier(reported(cast, words="Bliver"), by=cast.karin, reason="Det er loven.")
    removed(cast, words="Fjernet")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["For sent", "Herreløs", "Bliver", "Fjernet"]),
        ("status=open", ["For sent", "Herreløs"]),
        ("status=stays", ["Bliver"]),
        ("owner=none", ["Herreløs", "Bliver"]),
        ("owner=me", ["For sent", "Fjernet"]),
        ("overdue=yes", ["For sent"]),
        ("overdue=none", ["Herreløs"]),
        ("kind=systems", []),
        ("kind=procedures&status=removed", ["Fjernet"]),
    ],
)
def test_it_is_narrowed(page, cast, four, query, found):
    assert rows(page(cast.trine).get(f"/barriers?{query}")) == found


def test_by_unit(page, cast, four):
    assert len(rows(page(cast.trine).get(f"/barriers?unit={cast.centre.id}"))) == 4
    assert rows(page(cast.trine).get(f"/barriers?unit={cast.roads.id}")) == []


@pytest.mark.parametrize("sort", ["goal", "unit", "kind", "owner", "-due_on", "reported_by", "reported_at", "-status"])
def test_it_is_sorted(page, cast, four, sort):
    assert len(rows(page(cast.trine).get(f"/barriers?sort={sort}"))) == 4


def test_of_a_draft_only_for_those_who_see_it(page, cast):
    reported(cast, by=cast.trine, goal=cast.draft, words="I kladden")
    assert rows(page(cast.trine).get("/barriers")) == ["I kladden"]
    for user in (cast.bo, cast.otto, cast.mads):
        assert rows(page(user).get("/barriers")) == []


def test_many_cost_no_more_queries(page, cast):
    assigned(cast), removed(cast)
    few = page(cast.karin).get("/barriers").queries
    for number in range(12):
        (assigned if number % 2 else removed)(cast, by=(cast.emma, cast.trine, cast.bo)[number % 3], owner=cast.otto)
    assert page(cast.karin).get("/barriers").queries == few


def test_it_is_whole_in_danish(page, cast, four):
    speak_danish(cast.karin)
    shown = page(cast.karin).get("/barriers?columns=how&columns=reason&columns=status")
    assert "4 forhindringer" in shown.words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/barriers")
    litany.refuses(page, "/barriers", cast.ida, "POST")
