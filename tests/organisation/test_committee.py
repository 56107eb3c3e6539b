from datetime import timedelta

from app.core.clock import today
from app.organisation.models import Mandate, Side
from app.organisation.operations import add_seat, close_committee, vacate_seat
from tests import litany


def path(committee):
    return f"/organisation/committees/{committee.id}"


def test_the_sides_stand_apart_with_their_seats(page, cast):
    words = page(cast.bo).get(path(cast.local)).words
    assert "Management side Karin Nørgård Leader · Chair" in words
    assert "Employee side Trine Løvenskjold Shop steward (TR) · Vice chair" in words
    assert "Neither side" not in words


def test_a_vacant_seat_says_since_when(page, cast):
    vacate_seat(cast.local.seats[1], from_on=today(), by=cast.ida)
    assert "Vacant from" in page(cast.bo).get(path(cast.local)).words


def test_advisers_stand_on_neither_side_and_who_left_is_gone(page, cast):
    add_seat(cast.local, mandate=Mandate.ADVISER, user=cast.bo, by=cast.ida)
    yesterday = today() - timedelta(days=1)
    add_seat(
        cast.local, mandate=Mandate.EMPLOYEE_REPRESENTATIVE, side=Side.EMPLOYEES, user=cast.emma, to_on=yesterday,
        by=cast.ida,
    )  # fmt: skip
    words = page(cast.mette).get(path(cast.local)).words
    assert "Neither side Bo Grønlykke Adviser" in words
    seats, history = words.split("History")
    assert "Emma" not in seats
    assert "Emma" in history


def test_only_who_keeps_it_gets_the_buttons(page, cast):
    for user, shown in ((cast.ida, 1), (cast.mads, 1), (cast.karin, 0), (cast.trine, 0)):
        found = page(user).get(path(cast.local)).doc.xpath(f"//a[@href='{path(cast.local)}/seats/add']")
        assert len(found) == shown, user.name


def test_a_closed_committee_says_so(page, cast):
    close_committee(cast.local, by=cast.ida)
    assert "The committee was closed on" in page(cast.bo).get(path(cast.local)).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    litany.hidden_from(page, "/organisation/committees/9999", cast.ida)
    litany.refuses(page, path(cast.local), cast.ida, "POST")
