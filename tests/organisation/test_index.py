from app.organisation.operations import add_unit, close_unit
from tests import litany


def names(answer):
    return answer.doc.xpath(
        "//main//a[starts-with(@href, '/organisation/units/') and not(contains(@href, 'add'))]/text()"
    )


def test_the_tree_stands_in_danish_order_with_its_managers(page, cast):
    answer = page(cast.bo).get("/organisation")
    assert [name.strip() for name in names(answer)] == [
        "Lilleby Kommune", "Center for Borgere", "Borgerservice", "Vej og Park",
    ]  # fmt: skip
    assert "Karin Nørgård" in answer.words
    assert "26" in answer.words


def test_closed_units_are_shown_when_asked_for(page, cast):
    close_unit(cast.roads, by=cast.ida)
    assert "Vej og Park" not in page(cast.bo).get("/organisation").words
    assert "Vej og Park" in page(cast.bo).get("/organisation?closed=1").words


def test_who_keeps_the_units_can_add_one_from_here(page, cast):
    assert page(cast.ida).get("/organisation").doc.xpath("//a[@href='/organisation/units/add']")
    assert not page(cast.karin).get("/organisation").doc.xpath("//a[@href='/organisation/units/add']")


def test_without_units_it_says_where_to_begin(page, cast):
    for unit in (cast.service, cast.centre, cast.roads, cast.root):
        close_unit(unit, by=cast.ida)
    answer = page(cast.ida).get("/organisation")
    assert not names(answer)
    assert "Begin with the organisation itself" in answer.words


def test_a_hundred_more_units_cost_no_more_queries(page, cast):
    few = page(cast.bo).get("/organisation").queries
    for number in range(100):
        add_unit(name=f"Team {number}", kind=cast.service.kind, parent=cast.service, by=cast.ida)
    assert page(cast.bo).get("/organisation").queries == few


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/organisation")
    litany.refuses(page, "/organisation", cast.ida, "POST")
