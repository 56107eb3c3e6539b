from app.core.operation import operation, record, tell
from tests import litany


@operation("goal.revised")
def nudge(goal, *, to, by):
    goal.title += " igen"
    record("goal.revised", goal, by=by)
    tell(to.id, "goal.revised", thing=goal, about=goal, by=by)


def test_one_sees_ones_own_and_nobody_elses(page, cast):
    nudge(cast.goal, to=cast.karin, by=cast.ida)
    assert "igen" in page(cast.karin).get("/notices").words
    assert "igen" not in page(cast.trine).get("/notices").words


def test_with_nothing_new_it_says_so(page, cast):
    assert page(cast.bo).get("/notices").doc.xpath("//*[contains(@class,'empty')]")


def test_strangers_sign_in(page, cast):
    litany.asks_strangers_to_sign_in(page, "/notices")
