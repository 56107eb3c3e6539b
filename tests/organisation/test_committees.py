from app.organisation.operations import add_committee, close_committee, vacate_seat
from tests import litany

PATH = "/organisation/committees"


def names(answer):
    return [name.strip() for name in answer.doc.xpath(f"//main//a[starts-with(@href, '{PATH}/')]/text()")]


def test_the_tree_of_committees_with_their_seats(page, cast):
    vacate_seat(cast.local.seats[1], from_on=cast.goal.takes_effect_on, by=cast.ida)
    answer = page(cast.bo).get(PATH)
    assert names(answer) == ["Hoved-MED", "Lokal-MED Borgerservice"]
    assert "2 seats" in answer.words
    assert "one vacant" in answer.words


def test_closed_ones_are_shown_when_asked_for(page, cast):
    close_committee(cast.local, by=cast.ida)
    assert names(page(cast.bo).get(PATH)) == ["Hoved-MED"]
    assert "Lokal-MED Borgerservice" in names(page(cast.bo).get(f"{PATH}?closed=1"))


def test_without_committees_it_says_where_to_begin(page, cast):
    close_committee(cast.local, by=cast.ida)
    close_committee(cast.top, by=cast.ida)
    assert "Begin with the main committee" in page(cast.ida).get(PATH).words


def test_fifty_more_cost_no_more_queries(page, cast):
    few = page(cast.bo).get(PATH).queries
    for number in range(50):
        add_committee(name=f"Lokal-MED {number}", kind=cast.local.kind, units=[cast.roads], by=cast.ida)
    assert page(cast.bo).get(PATH).queries == few


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.refuses(page, PATH, cast.ida, "POST")
