import pytest

from app.core.clock import now, today
from app.meetings.models import Attendance, Item, Meeting, MeetingKind
from app.meetings.sight import (
    belongs,
    circle_of,
    circle_of_item,
    numbered,
    sees_agenda,
    sees_confidential,
    sees_item,
    sees_meeting,
)
from app.organisation.models import Function, Mandate, Side
from app.organisation.standing import SeatFact, Standing, attach
from app.people.models import User

HERE, ELSEWHERE = 7, 8
PEOPLE = {
    "manager": (1, HERE, Side.MANAGEMENT, Function.CHAIR),
    "steward": (2, HERE, Side.EMPLOYEES, Function.MEMBER),
    "secretary": (3, HERE, None, Function.SECRETARY),
    "neighbour": (4, ELSEWHERE, Side.EMPLOYEES, Function.VICE_CHAIR),
}
NOBODY = 5  # sits nowhere


def person(name):
    if name not in PEOPLE:
        return attach(User(id=NOBODY), Standing())
    key, committee_id, side, function = PEOPLE[name]
    seat = SeatFact(committee_id, "", side, Mandate.ADVISER, function, ())
    return attach(User(id=key), Standing(seats=(seat,)))


def meeting(kind=MeetingKind.ORDINARY, *, called=False, rows=()):
    return Meeting(
        kind=kind, committee_id=HERE, held_on=today(), called_at=now() if called else None, attendances=list(rows)
    )


def who(sees, *things):
    return [name for name in [*PEOPLE, "colleague"] if sees(person(name), *things)]


EVERYBODY = ["manager", "steward", "secretary", "neighbour", "colleague"]
COMMITTEE = ["manager", "steward", "secretary"]
STAND_IN = {"seat_id": 1, "user_id": 2, "substitute_id": NOBODY}


def test_everybody_knows_of_a_meeting_and_reads_its_agenda_from_the_call_on():
    assert who(sees_meeting, meeting()) == EVERYBODY
    assert who(sees_agenda, meeting()) == COMMITTEE
    assert who(sees_agenda, meeting(called=True)) == EVERYBODY


@pytest.mark.parametrize("called", [False, True])
@pytest.mark.parametrize("row", [{}, STAND_IN, {"user_id": NOBODY}, {"seat_id": 2, "user_id": NOBODY}])
def test_the_employees_own_is_their_sides_whoever_is_written_into_it(called, row):
    own = meeting(MeetingKind.PRE_MEETING, called=called, rows=[Attendance(**row)])
    one = Item(meeting=own, committee_id=HERE, is_confidential=True)
    for sees in (sees_meeting, sees_agenda, sees_confidential, belongs):
        assert who(sees, own) == ["steward"], sees.__name__
    assert who(sees_item, one) == ["steward"]
    assert circle_of(own) == circle_of_item(one) == "committee:7:employees"


@pytest.mark.parametrize("called", [False, True])
def test_what_is_confidential_stays_in_the_committee(called):
    held = meeting(called=called)
    one = Item(meeting=held, committee_id=HERE, is_confidential=True)
    assert who(sees_item, one) == who(sees_confidential, held) == COMMITTEE
    assert circle_of_item(one) == "committee:7"


def test_who_stands_in_reads_it_and_who_is_a_guest_does_not():
    assert who(sees_confidential, meeting(rows=[Attendance(**STAND_IN)])) == [*COMMITTEE, "colleague"]
    guest = meeting(rows=[Attendance(user_id=NOBODY)])
    assert who(sees_confidential, guest) == COMMITTEE
    assert who(sees_agenda, guest) == [*COMMITTEE, "colleague"]


def test_one_whose_seat_has_ended_reads_the_agenda_but_nothing_confidential():
    left = meeting(called=True, rows=[Attendance(seat_id=9, user_id=NOBODY)])
    assert who(sees_confidential, left) == COMMITTEE
    assert who(sees_agenda, left) == EVERYBODY


def test_the_backlog_is_the_committees_own():
    one = Item(committee_id=HERE)
    assert who(sees_item, one) == COMMITTEE
    assert circle_of_item(one) == "committee:7"


def test_what_happens_to_an_open_item_is_everybodys_once_its_agenda_is_out():
    assert circle_of(meeting()) is None
    assert circle_of_item(Item(meeting=meeting(), committee_id=HERE)) == "committee:7"
    assert circle_of_item(Item(meeting=meeting(called=True), committee_id=HERE)) is None


def test_parts_are_numbered_under_their_point():
    items = [Item(id=key, parent_id=parent) for key, parent in ((1, None), (2, 1), (3, None), (4, 1), (5, 3))]
    assert [(line.number, line.item.id, line.is_part) for line in numbered(items)] == [
        ("1", 1, False), ("1.1", 2, True), ("1.2", 4, True), ("2", 3, False), ("2.1", 5, True),
    ]  # fmt: skip


def test_a_part_whose_point_is_gone_stands_for_itself():
    assert [line.number for line in numbered([Item(id=4, parent_id=1), Item(id=5, parent_id=None)])] == ["1", "2"]
