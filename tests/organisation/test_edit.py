import pytest

from app.core.db import session
from tests import litany
from tests.organisation.answers import last_event, unit_typed


def path(unit):
    return f"/organisation/units/{unit.id}/edit"


def test_a_unit_is_revised_and_the_change_recorded(page, cast):
    answer = page(cast.ida).post(path(cast.service), unit_typed(cast.service, name="Borgerhuset", headcount="30"))
    assert answer.status_code == 302
    session().refresh(cast.service)
    assert (cast.service.name, cast.service.headcount) == ("Borgerhuset", 30)
    assert last_event().changes == {"name": ["Borgerservice", "Borgerhuset"], "headcount": [26, 30]}


def test_a_unit_moves_with_all_below_it(page, cast):
    page(cast.ida).post(path(cast.centre), unit_typed(cast.centre, parent_id=cast.roads.id))
    for unit in (cast.centre, cast.service):
        session().refresh(unit)
    assert cast.centre.path == f"{cast.roads.path}{cast.centre.id}/"
    assert cast.service.path == f"{cast.centre.path}{cast.service.id}/"


def test_a_unit_cannot_stand_below_itself(page, cast):
    answer = page(cast.ida).post(path(cast.centre), unit_typed(cast.centre, parent_id=cast.service.id))
    assert "stand below itself" in answer.words
    session().refresh(cast.centre)
    assert cast.centre.parent_id == cast.root.id


def test_two_at_once_do_not_overwrite(page, cast):
    first = unit_typed(cast.service, name="Idas navn")
    second = unit_typed(cast.service, name="Mads' navn")
    page(cast.ida).post(path(cast.service), first)
    answer = page(cast.mads).post(path(cast.service), second)
    assert answer.status_code == 409
    assert "Somebody else changed this" in answer.words
    assert answer.values("name") == ["Mads' navn"]
    session().refresh(cast.service)
    assert cast.service.name == "Idas navn"
    again = second | {"version": answer.values("version")[0]}
    assert page(cast.mads).post(path(cast.service), again).status_code == 302


@pytest.mark.parametrize("version", ["", "²", "-1", None])
def test_what_was_sent_without_a_version_overwrites_nothing(page, cast, version):
    sent = unit_typed(cast.service, name="Sneget ind") | {"version": version}
    answer = page(cast.ida).post(path(cast.service), {key: value for key, value in sent.items() if value is not None})
    assert answer.status_code == 409
    session().refresh(cast.service)
    assert cast.service.name == "Borgerservice"


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.service))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.service), cast.karin, cast.trine, cast.bo, method=method)
    litany.hidden_from(page, "/organisation/units/9999/edit", cast.ida)
    litany.refuses(page, path(cast.service), cast.ida, "DELETE")
