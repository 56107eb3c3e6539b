import pytest

from app.actions import queries
from app.actions.models import ActionStatus, Worked
from app.core.clock import today
from app.core.db import session
from tests.actions.answers import acted, due
from tests.comments.test_duties import queries_of
from tests.risks import answers as risks


def names(actions):
    return [action.title for action in actions]


def test_overdue_are_those_whose_work_should_be_done(cast):
    acted(cast, title="B", due_on=due(-1))
    acted(cast, title="A", due_on=due(-9), status=ActionStatus.UNDERWAY, unit=cast.roads)
    acted(cast, due_on=today()), acted(cast, due_on=None)
    acted(cast, due_on=due(-9), status=ActionStatus.DONE), acted(cast, due_on=due(-9), status=ActionStatus.DROPPED)
    assert names(queries.overdue(today())) == ["A", "B"]
    assert names(queries.overdue_in([cast.centre.path])) == ["B"]
    assert names(queries.overdue_in([cast.roads.path, cast.service.path])) == ["A", "B"]
    assert queries.overdue_in([]) == []


def test_open_ones_of_a_goal_come_the_soonest_first(cast):
    acted(cast, title="B", due_on=due(9)), acted(cast, title="A", due_on=due(1)), acted(cast, title="C", due_on=None)
    acted(cast, status=ActionStatus.DONE), acted(cast, goals=[cast.draft])
    assert names(queries.open_actions_on_goal(cast.goal)) == ["A", "B", "C"]


def test_of_a_unit_are_those_done_there_and_those_that_treat_its_goals(cast):
    acted(cast, title="Her", goals=[])
    acted(cast, title="Om os", unit=cast.roads)
    acted(cast, title="Kladden", goals=[cast.draft])
    acted(cast, title="Lukket", status=ActionStatus.CLOSED)
    acted(cast, title="Ikke her", unit=cast.roads, goals=[])
    assert names(queries.actions_under(cast.ida, cast.centre)) == ["Her", "Om os", "Kladden", "Lukket"]
    assert names(queries.actions_under(cast.bo, cast.service)) == ["Her", "Om os", "Lukket"]


def test_strains_are_those_of_finished_assessments_and_of_the_draft_for_those_who_assess(cast):
    old = risks.finished(cast, risks.strain()).ratings[0].strain
    drafted = risks.drafted(cast, risks.strain(), risks.strain("Ny", (2, 2)))
    new = next(one.strain for one in drafted.ratings if one.strain is not old)
    for user, seen in (
        (cast.ida, {old, new}), (cast.karin, {old, new}), (cast.mette, {old, new}), (cast.trine, {old, new}),
        (cast.frederik, {old, new}), (cast.otto, {old}), (cast.emma, {old}), (cast.mads, {old}),
    ):  # fmt: skip
        assert set(queries.strains_of(user, [cast.goal])) == seen, user.name


@pytest.mark.parametrize(
    "ask",
    [
        lambda cast: queries.overdue(today()),
        lambda cast: queries.overdue_in([cast.root.path]),
        lambda cast: queries.open_actions_on_goal(cast.goal),
    ],
)
def test_what_is_handed_to_other_rooms_costs_the_same_for_many(cast, ask):
    strain = risks.finished(cast, risks.strain()).ratings[0].strain

    def read():
        for action in ask(cast):
            str(action.unit), str(action.responsible), [goal.unit.name for goal in action.goals]
            [one.goal.code for one in action.strains]

    acted(cast, due_on=due(-3), strains=[strain])
    keep = queries_of(read)
    for _time in range(12):
        acted(cast, due_on=due(-3), strains=[strain])
    assert queries_of(read) == keep


def test_of_a_unit_with_what_may_be_read_costs_the_same_for_many(cast):
    strain = risks.finished(cast, risks.strain()).ratings[0].strain

    def read():
        for action in queries.actions_under(cast.ida, cast.root):
            [one.goal.code for one in action.shown_strains], str(action.responsible)

    acted(cast, strains=[strain])
    keep = queries_of(read)
    for _time in range(12):
        acted(cast, strains=[strain])
    assert queries_of(read) == keep


def test_the_goals_page_shows_the_open_ones_first_and_how_many_are_closed(page, cast):
    acted(cast, title="Lukket", status=ActionStatus.CLOSED, worked=Worked.PARTLY)
    for number in range(7):
        acted(cast, title=f"Åben {number}", due_on=due(9 - number))
    found = queries.on_goal(cast.emma, cast.goal)
    assert (names(found.actions)[0], len(found.actions), found.count, found.closed) == ("Åben 6", 6, 8, 1)
    answer = page(cast.emma).get(f"/goals/{cast.goal.id}")
    assert "1 of 8 actions are closed" in answer.words
    assert answer.doc.xpath(f"//section[@id='actions']//a[@href='/actions?goal={cast.goal.id}']")
    assert not answer.doc.xpath("//section[@id='actions']//a[contains(@href, '/actions/add')]")
    assert page(cast.trine).get(f"/goals/{cast.goal.id}").doc.xpath("//a[contains(@href, '/actions/add?goal=')]")
    session().expire_all()
