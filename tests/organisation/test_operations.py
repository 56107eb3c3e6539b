from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.core.audit import Event
from app.core.clock import today
from app.core.db import session
from app.core.notices import Notice
from app.core.operation import Stale
from app.core.trees import BelowItself
from app.organisation.models import CommitteeKind, Mandate, OrganisationKind, Side, UnitKind
from app.organisation.operations import (
    AboveIsClosed,
    OwnSeat,
    StillInUse,
    add_organisation,
    add_seat,
    add_unit,
    close_unit,
    employ,
    reopen_unit,
    revise_committee,
    revise_seat,
    revise_unit,
)
from app.organisation.queries import employment_of
from tests.organisation.answers import last_event


def test_an_organisation_is_set_up(app):
    organisation = add_organisation(name="Solbæk", kind=OrganisationKind.MUNICIPALITY, by=None)
    assert organisation.id
    assert last_event().code == "organisation.added"


def test_a_person_works_in_one_unit_at_a_time(cast):
    employ(cast.bo, unit=cast.service, by=cast.ida)
    employ(cast.bo, unit=cast.centre, by=cast.ida)
    assert employment_of(cast.bo).unit_id == cast.centre.id
    assert last_event().data == {"person": "Bo Grønlykke", "unit": "Center for Borgere"}


def test_the_top_has_no_parent_and_the_path_says_so(cast):
    unit = add_unit(name="Fælles", kind=UnitKind.ORGANISATION, by=cast.ida)
    assert unit.path == f"/{unit.id}/"


def test_a_refused_change_leaves_nothing_behind(cast):
    count = session().query(Event).count()
    with pytest.raises(StillInUse):
        close_unit(cast.centre, by=cast.ida)
    with pytest.raises(BelowItself):
        revise_unit(
            cast.centre, name="Nyt", kind=cast.centre.kind, parent=cast.centre, headcount=1, core_task="", by=cast.ida
        )
    with pytest.raises(BelowItself):
        revise_committee(cast.top, name="Nyt", kind=CommitteeKind.TOP, units=[cast.root], parent=cast.top, by=cast.ida)
    session().expire_all()
    assert cast.centre.name == "Center for Borgere"
    assert session().query(Event).count() == count


def test_a_seat_seen_before_it_changed_is_not_overwritten(cast):
    seat = cast.local.seats[1]
    said = {
        "side": seat.side, "mandate": Mandate.SHOP_STEWARD, "function": seat.function, "organisation_behind": "HK",
        "user_id": cast.trine.id, "substitute_id": None, "from_on": None, "to_on": None, "vacant_from": None,
    }  # fmt: skip
    seen = seat.version
    revise_seat(seat, by=cast.ida, version=seen, **said)
    with pytest.raises(Stale):
        revise_seat(seat, by=cast.ida, version=seen, **said | {"organisation_behind": "FOA"})


def test_nobody_seats_themselves_on_a_side(cast):
    for side in Side:
        with pytest.raises(OwnSeat):
            add_seat(cast.local, mandate=Mandate.EMPLOYEE_REPRESENTATIVE, side=side, user=cast.ida, by=cast.ida)
    beside = add_seat(cast.local, mandate=Mandate.ADVISER, user=cast.ida, by=cast.ida)
    with pytest.raises(OwnSeat):
        revise_seat(beside, side=Side.EMPLOYEES, by=cast.ida)
    session().refresh(beside)
    assert beside.side is None


def test_everybody_in_a_committee_is_told_who_comes_to_sit_there(cast):
    add_seat(cast.local, mandate=Mandate.SHOP_STEWARD, side=Side.EMPLOYEES, user=cast.bo, by=cast.ida)
    told = {(n.user_id, n.code, n.data["person"]) for n in session().scalars(sa.select(Notice))}
    people = (cast.karin, cast.trine, cast.bo)
    assert told == {(user.id, "seat.held_employees", "Bo Grønlykke") for user in people}


def test_what_a_committee_covers_stands_in_its_history_and_moves_its_version(cast):
    before = cast.local.version
    revise_committee(
        cast.local, name=cast.local.name, kind=cast.local.kind, units=[cast.roads], parent=cast.top, by=cast.ida
    )
    assert last_event().changes["areas"] == [["Borgerservice"], ["Vej og Park"]]
    assert cast.local.version > before


def test_a_unit_does_not_open_below_a_closed_one(cast):
    close_unit(cast.service, by=cast.ida)
    close_unit(cast.centre, by=cast.ida)
    with pytest.raises(AboveIsClosed):
        reopen_unit(cast.service, by=cast.ida)


def test_an_ended_seat_is_not_taken_up_again_by_oneself_and_not_in_silence(cast):
    ended = add_seat(
        cast.local, mandate=Mandate.ADVISER, side=Side.EMPLOYEES, user=cast.ida, by=cast.mads,
        to_on=today() - timedelta(days=1),
    )  # fmt: skip
    with pytest.raises(OwnSeat):
        revise_seat(ended, to_on=None, by=cast.ida)
    before = session().scalar(sa.select(sa.func.count()).select_from(Notice))
    revise_seat(ended, to_on=None, by=cast.mads)
    assert session().scalar(sa.select(sa.func.count()).select_from(Notice)) > before
