import sqlalchemy as sa

from app.core.db import session
from app.organisation.models import Unit, UnitKind
from tests import litany
from tests.cast import speak_danish
from tests.organisation.answers import last_event, unit_typed

PATH = "/organisation/units/add"


def test_a_unit_is_added_below_another(page, cast):
    said = unit_typed(parent_id=cast.centre.id, headcount="12", core_task="Flere i arbejde.")
    answer = page(cast.ida).post(PATH, said)
    unit = session().scalars(sa.select(Unit).where(Unit.name == "Jobcenter")).one()
    assert answer.location == f"/organisation/units/{unit.id}"
    assert (unit.kind, unit.headcount, unit.core_task) == (UnitKind.TEAM, 12, "Flere i arbejde.")
    assert unit.path == f"{cast.centre.path}{unit.id}/"
    assert last_event().code == "unit.added"


def test_the_parent_stands_ready_when_asked_for_below_one(page, cast):
    assert page(cast.mads).get(f"{PATH}?under={cast.roads.id}").values("parent_id") == [str(cast.roads.id)]


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(page, cast):
    answer = page(cast.ida).post(PATH, unit_typed(name=" ", headcount="mange", core_task="Flere i arbejde."))
    assert "Write the unit's name." in answer.words
    assert answer.values("headcount") == ["mange"]
    assert answer.values("core_task")[0].strip() == "Flere i arbejde."
    assert not session().scalars(sa.select(Unit).where(Unit.core_task != "")).all()


def test_a_parent_that_is_not_there_is_refused(page, cast):
    assert "Choose one of the answers." in page(cast.ida).post(PATH, unit_typed(parent_id="9999")).words


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.ida)
    assert "Skriv enhedens navn." in page(cast.ida).post(PATH, unit_typed(name="")).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.bo, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
