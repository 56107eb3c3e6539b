from app.core.db import session
from app.strategy.operations import add_objective
from tests import litany
from tests.organisation.answers import last_event
from tests.strategy.answers import typed


def path(objective):
    return f"/objectives/{objective.id}/edit"


def test_it_is_revised_and_the_change_recorded(page, cast):
    said = typed(cast.objective, why="Ventetid koster tillid og tid.", owner_id=cast.karin.id)
    assert page(cast.ida).post(path(cast.objective), said).status_code == 302
    session().refresh(cast.objective)
    assert cast.objective.owner_id == cast.karin.id
    assert last_event().code == "objective.revised"
    assert last_event().changes["why"] == ["Ventetid koster tillid.", "Ventetid koster tillid og tid."]


def test_it_cannot_stand_below_itself(page, cast):
    below = add_objective(title="Under", parent=cast.objective, by=cast.ida)
    answer = page(cast.ida).post(path(cast.objective), typed(cast.objective, parent_id=below.id))
    assert "stand below itself" in answer.words
    session().refresh(cast.objective)
    assert cast.objective.parent_id is None


def test_two_at_once_do_not_overwrite(page, cast):
    first, second = typed(cast.objective, title="Idas"), typed(cast.objective, title="Mettes")
    page(cast.ida).post(path(cast.objective), first)
    answer = page(cast.ida).post(path(cast.objective), second)
    assert answer.status_code == 409
    assert answer.values("title") == ["Mettes"]
    assert [[c.text_content() for c in row] for row in answer.doc.xpath("//tbody/tr")] == [
        ["What do we want to reach?", "Idas", "Mettes"]
    ]
    session().refresh(cast.objective)
    assert cast.objective.title == "Idas"
    again = second | {"version": answer.values("version")[0]}
    assert page(cast.ida).post(path(cast.objective), again).status_code == 302


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.objective))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.objective), cast.karin, cast.trine, cast.mads, cast.bo, method=method)
    litany.hidden_from(page, "/objectives/9999/edit", cast.ida)
    litany.refuses(page, path(cast.objective), cast.ida, "DELETE")
