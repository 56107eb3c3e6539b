from tests import litany
from tests.decisions.test_log import decided


def test_everything_that_is_filtered(page, cast):
    decided(cast, "Ugesedlen afskaffes.")
    decided(cast, "=1+1")
    text = page(cast.emma).get("/decisions/export.csv").text
    assert "Ugesedlen afskaffes." in text
    assert "'=1+1" in text
    assert "Ugesedlen" not in page(cast.emma).get("/decisions/export.csv?q=1").text
    assert page(cast.emma).get("/decisions/export.xlsx").status_code == 200
    assert page(cast.emma).get("/decisions/export.pdf").status_code == 404


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/decisions/export.csv")
    litany.refuses(page, "/decisions/export.csv", cast.ida, "POST")
