import sqlalchemy as sa

from app.core.db import session
from app.organisation.models import Committee, CommitteeKind
from tests import litany
from tests.organisation.answers import committee_typed, last_event

PATH = "/organisation/committees/add"


def test_a_committee_is_added_with_the_units_it_covers(page, cast):
    said = committee_typed(parent_id=cast.top.id, unit_ids=[cast.roads.id, cast.service.id])
    answer = page(cast.ida).post(PATH, said)
    made = session().scalars(sa.select(Committee).where(Committee.name == "Lokal-MED Vej og Park")).one()
    assert answer.location == f"/organisation/committees/{made.id}"
    assert (made.kind, made.parent_id) == (CommitteeKind.LOCAL, cast.top.id)
    assert {area.unit_id for area in made.areas} == {cast.roads.id, cast.service.id}
    assert last_event().code == "committee.added"


def test_what_is_missing_is_said(page, cast):
    answer = page(cast.ida).post(PATH, committee_typed(name=""))
    assert "Write the committee's name." in answer.words
    assert "Choose at least one unit." in answer.words
    assert len(session().scalars(sa.select(Committee)).all()) == 2


def test_a_unit_that_is_not_there_is_refused(page, cast):
    answer = page(cast.ida).post(PATH, committee_typed(unit_ids=[9999]))
    assert answer.status_code == 200
    assert answer.doc.get_element_by_id("errors") is not None


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.bo, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
