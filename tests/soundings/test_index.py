from app.organisation.models import Mandate, Side
from app.organisation.operations import add_seat
from tests import litany
from tests.cast import speak_danish
from tests.soundings.answers import board, closed, goal_of, opened, votes


def path(committee):
    return f"/committees/{committee.id}/soundings"


def test_it_lists_the_rounds_open_ones_first(page, cast):
    committee = board(cast)
    closed(cast, committee=committee, goal=None)
    opened(cast, committee, goal=goal_of(cast))
    words = page(cast.bo).get(path(committee)).words
    assert words.index("Grøfter") < words.index("measures as a whole")
    assert "Open until" in words
    assert "3 took part." in words
    assert "5 were asked." in words


def test_who_leads_can_open_one(page, cast):
    committee = board(cast)
    link = f"//a[@href='{path(committee)}/open']"
    assert page(cast.emma).get(path(committee)).doc.xpath(link)
    assert not page(cast.bo).get(path(committee)).doc.xpath(link)
    assert "No soundings yet" in page(cast.bo).get(path(committee)).words


def test_the_committee_and_the_goal_lead_here(page, cast):
    committee = board(cast)
    link = f"//a[@href='{path(committee)}']"
    page_of_it = f"/organisation/committees/{committee.id}"
    assert page(cast.bo).get(page_of_it).doc.xpath(link)
    assert not page(cast.ida).get(page_of_it).doc.xpath(link)
    local = f"//a[@href='{path(cast.local)}']"
    assert page(cast.trine).get(f"/goals/{cast.goal.id}/balances").doc.xpath(local)
    assert not page(cast.bo).get(f"/goals/{cast.goal.id}/balances").doc.xpath(local)


def test_more_rounds_cost_no_more_queries(page, cast):
    committee = board(cast)
    opened(cast, committee)
    few = page(cast.bo).get(path(committee)).queries
    for number in range(9):
        goal = goal_of(cast, f"Mål {number}")
        votes(opened(cast, committee, goal=goal), cast.bo)
    assert page(cast.bo).get(path(committee)).queries == few


def test_it_is_whole_in_danish(page, cast):
    committee = board(cast)
    closed(cast, committee=committee)
    speak_danish(cast.bo)
    assert "Pejlerunder" in page(cast.bo).get(path(committee)).words


def test_litany(page, cast):
    committee = board(cast)
    litany.asks_strangers_to_sign_in(page, path(committee))
    litany.hidden_from(page, path(committee), cast.ida, cast.karin, cast.mads)
    litany.hidden_from(page, "/committees/9999/soundings", cast.otto)
    litany.refuses(page, path(committee), cast.otto, "POST")


def test_an_administrator_with_a_seat_sees_none(page, cast):
    committee = board(cast)
    add_seat(committee, mandate=Mandate.SHOP_STEWARD, side=Side.EMPLOYEES, user=cast.mads, by=None)
    litany.hidden_from(page, path(committee), cast.mads)
