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


def test_they_stand_in_groups_that_lead_to_their_goal(page, cast):
    for goal in (cast.goal, cast.draft, cast.goal):
        nudge(goal, to=cast.karin, by=cast.ida)
    shown = page(cast.karin).get("/notices")
    heads = shown.doc.xpath("//main//h2/a")
    assert [head.get("href") for head in heads] == [f"/goals/{cast.goal.id}", f"/goals/{cast.draft.id}"]
    assert "New: Ida Møllegård revised the goal. 2 times" in shown.words


def test_a_hundred_are_shown_and_the_older_ones_one_step_away(page, cast):
    for _number in range(3):
        nudge(cast.draft, to=cast.karin, by=cast.ida)
    many(cast, 100)
    first = page(cast.karin).get("/notices")
    assert "Telefonen" not in first.words
    (older,) = first.doc.xpath("//a[@rel='next']/@href")
    assert "Telefonen" in page(cast.karin).get(older).words
    assert page(cast.karin).get("/notices?before=everything").status_code == 200


@operation("goal.revised")
def many(cast, count):
    cast.goal.note = "Ny"
    record("goal.revised", cast.goal, by=cast.ida)
    for _number in range(count):
        tell(cast.karin.id, "goal.revised", thing=cast.goal, about=cast.goal, by=cast.ida)


def test_the_same_number_of_queries_however_many(page, cast):
    nudge(cast.goal, to=cast.karin, by=cast.ida)
    few = page(cast.karin).get("/notices").queries
    many(cast, 50)
    assert page(cast.karin).get("/notices").queries == few


def test_strangers_sign_in(page, cast):
    litany.asks_strangers_to_sign_in(page, "/notices")
