from app.core.db import session
from tests import litany
from tests.organisation.answers import committee_typed


def path(committee):
    return f"/organisation/committees/{committee.id}/edit"


def test_a_committee_is_revised_and_covers_other_units(page, cast):
    said = committee_typed(cast.local, name="Lokal-MED Nord", unit_ids=[cast.roads.id])
    assert page(cast.ida).post(path(cast.local), said).status_code == 302
    session().refresh(cast.local)
    assert cast.local.name == "Lokal-MED Nord"
    assert [area.unit_id for area in cast.local.areas] == [cast.roads.id]


def test_what_it_covers_stands_ready(page, cast):
    answer = page(cast.ida).get(path(cast.local))
    assert answer.doc.xpath("//select[@name='unit_ids']/option[@selected]/@value") == [str(cast.service.id)]
    assert str(cast.local.id) not in answer.doc.xpath("//select[@name='parent_id']/option/@value")


def test_a_committee_cannot_stand_below_itself(page, cast):
    answer = page(cast.ida).post(path(cast.top), committee_typed(cast.top, parent_id=cast.local.id))
    assert "stand below itself" in answer.words
    session().refresh(cast.top)
    assert cast.top.parent_id is None


def test_two_at_once_do_not_overwrite(page, cast):
    first, second = committee_typed(cast.local, name="Idas"), committee_typed(cast.local, name="Mads'")
    page(cast.ida).post(path(cast.local), first)
    answer = page(cast.mads).post(path(cast.local), second)
    assert answer.status_code == 409
    assert answer.values("name") == ["Mads'"]
    session().refresh(cast.local)
    assert cast.local.name == "Idas"


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.local), cast.karin, cast.trine, cast.bo, method=method)
    litany.hidden_from(page, "/organisation/committees/9999/edit", cast.ida)
    litany.refuses(page, path(cast.local), cast.ida, "DELETE")
