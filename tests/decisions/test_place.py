from app.balances.models import Reader
from app.balances.queries import latest_reading
from app.decisions.models import OutcomeKind
from app.decisions.queries import outcomes_on
from app.decisions.wording import said
from tests import litany
from tests.decisions.answers import at, fresh, on_goal

PLACES = {
    "focus_place": "1",
    "level_place": "1",
    "process_place": "0",
    "use_place": "",
    "reason": "Det er vi enige om.",
}


def test_what_is_agreed_is_a_reading_of_the_goal(page, cast):
    one = on_goal(cast)
    page(cast.karin).post(at(one, "place"), PLACES | {"key": "p", "reason": "Det er vi enige om."})
    (outcome,) = outcomes_on(one)
    assert outcome.kind is OutcomeKind.PLACEMENT
    reading = latest_reading(cast.goal)
    assert (reading.reader, reading.committee_id) == (Reader.AGREED, cast.local.id)
    assert [reading.place(name) for name in ("focus", "level", "process", "use")] == [1, 1, 0, None]
    assert (reading.reason("focus"), reading.reason("use")) == ("Det er vi enige om.", "")
    goal = fresh(cast.goal)
    assert (goal.focus, goal.level, goal.process, goal.is_agreed) == (1, 1, 0, True)
    assert said(outcome).startswith("Enige om placeringen: Fokus mest værdiskabelse")


def test_it_takes_a_place_on_one_balance(page, cast):
    one = on_goal(cast)
    answer = page(cast.karin).post(at(one, "place"), {"key": "p"})
    assert "Place the goal on at least one of the balances." in answer.words
    for wrong in ("3", "x"):
        assert "Not saved yet" in page(cast.karin).post(at(one, "place"), {"key": "p", "focus_place": wrong}).words
    assert outcomes_on(one) == []


def test_litany(page, cast):
    one = on_goal(cast)
    path = at(one, "place")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    others = (cast.ida, cast.mette, cast.otto, cast.emma, cast.mads)
    litany.forbidden_for(page, path, *others, method="POST")
    litany.hidden_from(
        page, at(on_goal(cast, is_confidential=True), "place"), cast.ida, cast.mette, cast.emma, method="POST"
    )
    litany.refuses(page, path, cast.karin, "GET")
