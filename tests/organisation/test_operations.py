import pytest

from app.core.audit import Event
from app.core.db import session
from app.core.operation import Stale
from app.core.trees import BelowItself
from app.organisation.models import CommitteeKind, Mandate, OrganisationKind, UnitKind
from app.organisation.operations import (
    StillInUse,
    add_organisation,
    add_unit,
    close_unit,
    employ,
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
