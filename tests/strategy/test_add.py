from datetime import date

import sqlalchemy as sa

from app.core.db import session
from app.strategy.models import Objective
from tests import litany
from tests.cast import speak_danish
from tests.strategy.answers import typed

PATH = "/objectives/add"


def test_an_objective_is_added_with_all_it_says(page, cast):
    said = typed(
        title="Flere bliver længere", why="Erfaring er dyr.", value_for="Borgere", parent_id=cast.objective.id,
        owner_id=cast.mette.id, from_on="1.1.2027", to_on="31.12.2030",
    )  # fmt: skip
    answer = page(cast.ida).post(PATH, said)
    made = session().scalars(sa.select(Objective).where(Objective.title == "Flere bliver længere")).one()
    assert answer.location == f"/objectives/{made.id}"
    assert (made.why, made.value_for) == ("Erfaring er dyr.", "Borgere")
    assert (made.parent_id, made.owner_id) == (cast.objective.id, cast.mette.id)
    assert (made.from_on, made.to_on) == (date(2027, 1, 1), date(2030, 12, 31))


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(page, cast):
    answer = page(cast.ida).post(PATH, typed(why="Fordi.", from_on="2.1.2027", to_on="1.1.2027"))
    assert "Give the objective a title." in answer.words
    assert "The last day lies before the first." in answer.words
    assert answer.values("why")[0].strip() == "Fordi."
    assert len(session().scalars(sa.select(Objective)).all()) == 1


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.ida)
    assert "Giv det strategiske mål en titel." in page(cast.ida).post(PATH, typed()).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
