from tests import litany


def test_it_says_how_and_gives_a_template(page, cast):
    doc = page(cast.ida).get("/import/goals").doc
    assert doc.xpath("//input[@type='file']")
    assert doc.xpath("//a[@href='/import/goals/template.xlsx']")


def test_without_a_file_it_says_so(page, cast):
    assert "Choose a file." in page(cast.ida).post("/import/goals").words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/import/goals")
    litany.forbidden_for(page, "/import/goals", cast.karin, cast.mads, cast.emma, cast.trine)
    litany.refuses(page, "/import/goals", cast.ida, "PUT")
