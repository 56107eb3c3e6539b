from datetime import timedelta

import sqlalchemy as sa

from app.core.clock import today
from app.core.db import session
from app.core.notices import Notice
from app.goals.operations import add_goal, retire_goal
from app.organisation.models import CommitteeKind, Function
from app.organisation.operations import add_committee
from app.soundings.models import Sounding
from tests import litany
from tests.soundings.answers import A, B, board, closed, goal_of, opened, run_out, seat, votes

SOON = (today() + timedelta(days=3)).strftime("%d.%m.%Y")


def path(committee):
    return f"/committees/{committee.id}/soundings/open"


def soundings():
    return list(session().scalars(sa.select(Sounding)))


def test_a_round_on_a_goal(page, cast):
    committee, goal = board(cast), goal_of(cast)
    answer = page(cast.emma).post(
        path(committee), {"about": "goal", "goal_id": goal.code, "question": "Er det nok?", "closes_on": SOON}
    )
    (sounding,) = soundings()
    assert answer.location == f"/committees/{committee.id}/soundings/{sounding.id}"
    assert (sounding.goal_id, sounding.question, sounding.opened_by_id) == (goal.id, "Er det nok?", cast.emma.id)
    assert sounding.closes_on == today() + timedelta(days=3)
    words = page(cast.bo).get("/notices").words
    assert "Emma Håkansson opened a sounding in Lokal-MED Vej og Park, and you are asked." in words
    assert session().scalar(sa.select(sa.func.count()).select_from(Notice)) >= 5


def test_a_round_on_the_whole(page, cast):
    committee = board(cast)
    page(cast.otto).post(path(committee), {"about": "practice", "goal_id": "", "closes_on": SOON})
    assert soundings()[0].goal_id is None


def test_a_goal_can_stand_there_already(page, cast):
    committee, goal = board(cast), goal_of(cast)
    form = page(cast.otto).get(f"{path(committee)}?goal={goal.code}")
    assert form.values("goal_id") == [f"{goal.code} Grøfter"]
    assert page(cast.otto).get(f"{path(committee)}?goal=x").values("goal_id") == [""]


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(page, cast):
    committee, retired = board(cast), goal_of(cast, "Gammelt")
    draft = add_goal(title="Udkast", unit_id=cast.roads.id, owner_id=cast.otto.id, by=cast.otto)
    retire_goal(retired, by=cast.otto, reason="Færdigt.")
    late = (today() + timedelta(days=90)).strftime("%d.%m.%Y")
    for typed, message in (
        ({"about": "goal", "goal_id": ""}, "Write the number of the goal."),
        ({"about": "goal", "goal_id": "M-9999"}, "No goal has that number."),
        ({"about": "goal", "goal_id": cast.goal.code}, "lies outside the committee's area"),
        ({"about": "goal", "goal_id": retired.code}, "is retired"),
        ({"about": "goal", "goal_id": draft.code}, "is a draft, which not everybody can see"),
        ({"about": "practice", "closes_on": "abc"}, "Write the date as day.month.year"),
        ({"about": "practice", "closes_on": ""}, "Write the last day"),
        ({"about": "practice", "closes_on": "01.01.2020"}, "lies before today"),
        ({"about": "practice", "closes_on": late}, "at most 60 days"),
        ({"about": "x"}, "Choose one of the answers."),
    ):
        answer = page(cast.otto).post(path(committee), {"closes_on": SOON, "question": "Tænk over det"} | typed)
        assert answer.status_code == 200
        assert message in answer.words
        assert answer.values("question")[0].strip() == "Tænk over det"
    assert soundings() == []


def test_it_says_which_round_is_in_the_way(page, cast):
    committee, goal = board(cast), goal_of(cast)
    opened(cast, committee)
    closed(cast, committee=committee, goal=goal)
    browser = page(cast.otto)
    answer = browser.post(path(committee), {"about": "practice", "closes_on": SOON})
    assert "A sounding on this is already open in the committee." in answer.words
    answer = browser.post(path(committee), {"about": "goal", "goal_id": goal.code, "closes_on": SOON})
    assert "The committee has just closed a sounding on this." in answer.words
    assert len(soundings()) == 2


def test_of_another_committee_in_the_way_it_says_only_that_there_is_one(page, cast):
    committee, goal = board(cast), goal_of(cast)
    near = add_committee(name="Nabo-MED", kind=CommitteeKind.AREA, units=[cast.root], by=None)
    seat(near, cast.karin, A, Function.CHAIR)
    for user in (cast.mette, cast.frederik, cast.trine, cast.bo, cast.otto):
        seat(near, user, B)
    sounding = opened(cast, committee, goal=goal)
    typed = {"about": "goal", "goal_id": goal.code, "closes_on": SOON}
    answer = page(cast.karin).post(path(near), typed)
    assert "A committee with nearly the same members is sounding this goal." in answer.words
    votes(sounding, cast.otto, cast.trine, cast.bo)
    run_out(sounding, by=cast.otto)
    answer = page(cast.karin).post(path(near), typed)
    assert "has just sounded this goal" in answer.words
    assert "Vej og Park" not in answer.words


def test_a_committee_that_is_too_small_is_told(page, cast):
    answer = page(cast.karin).post(path(cast.local), {"about": "practice", "closes_on": SOON})
    assert "Too few sit on the committee's two sides" in answer.words


def test_litany(page, cast):
    committee = board(cast)
    litany.asks_strangers_to_sign_in(page, path(committee))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(committee), cast.bo, cast.mette, method=method)
        litany.hidden_from(page, path(committee), cast.ida, cast.mads, cast.karin, method=method)
    litany.refuses(page, path(committee), cast.otto, "DELETE")
