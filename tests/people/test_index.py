from tests import litany


def test_an_administrator_and_the_safety_organisation_see_everybody(page, cast):
    for user in (cast.mads, cast.ida):
        words = page(user).get("/people").words
        assert "Trine Løvenskjold" in words
        assert "Bo Grønlykke" in words


def test_it_can_be_narrowed(page, cast):
    words = page(cast.mads).get("/people?role=manager").doc.xpath("//table")[0].text_content()
    assert "Karin Nørgård" in words
    assert "Trine" not in words


def test_danish_order(page, cast):
    text = page(cast.mads).get("/people").doc.xpath("//tbody")[0].text_content()
    assert text.index("Mette Hjortshøj") < text.index("Otto Ærø") < text.index("Trine")


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/people")
    litany.forbidden_for(page, "/people", cast.emma, cast.karin, cast.trine)
    litany.refuses(page, "/people", cast.mads, "POST")
