from app.organisation.operations import close_unit
from tests import litany


def path(cast):
    return f"/organisation/units/{cast.service.id}"


def test_it_says_who_leads_and_who_speaks_for_the_employees(page, cast):
    words = page(cast.bo).get(path(cast)).words
    assert "Who leads it Karin Nørgård" in words
    assert "Trine Løvenskjold Shop steward (TR)" in words
    assert "Frederik Sjøgren Health and safety representative (AMR)" in words
    assert words.index("Lokal-MED Borgerservice") < words.index("Hoved-MED"), "the nearest committee first"


def test_it_leads_to_what_lies_below_and_above(page, cast):
    answer = page(cast.bo).get(f"/organisation/units/{cast.centre.id}")
    hrefs = answer.doc.xpath("//main//a/@href")
    assert path(cast) in hrefs
    assert f"/organisation/units/{cast.root.id}" in hrefs
    assert f"/goals?unit={cast.centre.id}" in hrefs


def test_it_leads_to_its_actions_plan_load_and_service_check(page, cast):
    key, hrefs = cast.service.id, page(cast.bo).get(path(cast)).doc.xpath("//main//a/@href")
    assert {f"/actions?unit={key}", f"/apv/{key}", f"/load/{key}", f"/service-check?unit={key}"} <= set(hrefs)


def test_only_who_keeps_it_gets_the_buttons(page, cast):
    for user, shown in ((cast.ida, 1), (cast.mads, 1), (cast.karin, 0), (cast.bo, 0)):
        assert len(page(user).get(path(cast)).doc.xpath(f"//a[@href='{path(cast)}/edit']")) == shown, user.name


def test_a_closed_unit_says_so(page, cast):
    close_unit(cast.service, by=cast.ida)
    answer = page(cast.ida).get(path(cast))
    assert "The unit was closed on" in answer.words
    assert "Open again" in answer.words


def test_a_unit_that_nobody_leads_or_covers_says_so(page, cast):
    answer = page(cast.bo).get(f"/organisation/units/{cast.root.id}")
    assert "Nobody is named." in answer.words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast))
    litany.hidden_from(page, "/organisation/units/9999", cast.ida)
    litany.refuses(page, path(cast), cast.ida, "POST")
