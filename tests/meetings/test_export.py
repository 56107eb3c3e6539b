from tests import litany
from tests.meetings.answers import met
from tests.meetings.test_index import many


def test_what_is_filtered_in_the_columns_shown(page, cast):
    met(cast, place="=1+1")
    text = page(cast.emma).get("/meetings/export.csv?columns=place&columns=begins").text
    assert "Lokal-MED Borgerservice" in text
    assert "'=1+1" in text
    assert "Borgerservice" not in page(cast.emma).get("/meetings/export.csv?when=past").text
    assert page(cast.emma).get("/meetings/export.xlsx").status_code == 200
    assert page(cast.emma).get("/meetings/export.pdf").status_code == 404


def test_many_cost_as_many_queries_as_few(page, cast):
    many(cast, 5)
    few = page(cast.emma).get("/meetings/export.csv")
    many(cast, 95)
    all_of_them = page(cast.emma).get("/meetings/export.csv")
    assert len(all_of_them.text.splitlines()) == len(few.text.splitlines()) + 95
    assert all_of_them.queries == few.queries


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/meetings/export.csv")
    litany.refuses(page, "/meetings/export.csv", cast.ida, "POST")
