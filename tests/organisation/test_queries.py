from app.organisation.models import Mandate, Side
from app.organisation.operations import add_seat, close_committee, close_unit
from app.organisation.queries import (
    committee_options,
    committees_over,
    flat,
    representatives_of,
    tree_of,
    unit_options,
    units_below,
)


class Thing:
    def __init__(self, key, name, parent=None):
        self.id, self.name, self.parent_id = key, name, parent

    def __str__(self):
        return self.name


def test_a_tree_is_read_in_danish_order_and_orphans_stand_at_the_top():
    things = [Thing(1, "Å"), Thing(2, "A"), Thing(3, "Ø", 1), Thing(4, "Z", 1), Thing(5, "B", 99)]
    assert [(depth, thing.name) for depth, thing in flat(tree_of(things))] == [
        (0, "A"), (0, "B"), (0, "Å"), (1, "Z"), (1, "Ø"),
    ]  # fmt: skip


def test_options_are_the_open_ones_indented(cast):
    close_unit(cast.roads, by=cast.ida)
    assert [label for _key, label in unit_options()] == [
        "Lilleby Kommune", "\u2003Center for Borgere", "\u2003\u2003Borgerservice",
    ]  # fmt: skip
    close_committee(cast.local, by=cast.ida)
    assert committee_options() == [(cast.top.id, "Hoved-MED")]


def test_below_is_what_hangs_there_and_not_what_is_numbered_alike(cast):
    assert units_below(cast.centre) == [cast.service]
    assert set(units_below(cast.root)) == {cast.centre, cast.service, cast.roads}


def test_committees_over_a_unit_the_nearest_first_without_closed_ones(cast):
    assert committees_over(cast.service) == [cast.local, cast.top]
    assert committees_over(cast.roads) == [cast.top]
    close_committee(cast.top, by=cast.ida)
    assert committees_over(cast.roads) == []


def test_representatives_are_named_once_and_leaders_not(cast):
    add_seat(cast.top, mandate=Mandate.SHOP_STEWARD, side=Side.EMPLOYEES, user=cast.trine, by=cast.ida)
    seats = representatives_of(committees_over(cast.service))
    assert [seat.user.name for seat in seats] == ["Trine Løvenskjold", "Frederik Sjøgren"]
