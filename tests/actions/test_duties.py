import pytest

from app.actions.duties import due as to_do
from app.actions.duties import risen
from app.actions.models import ActionStatus
from app.core.clock import today
from app.organisation.operations import add_manager
from app.organisation.viewers import with_standing
from app.people.operations import close_user
from tests.actions.answers import acted, due
from tests.comments.test_duties import CAST, queries_of


def on_desk(cast, source, action):
    """Who has it on their desk; and the reminders go to the same."""
    desks = {name: source(with_standing(getattr(cast, name)), today()) for name in CAST}
    found = {name for name, desk in desks.items() if ("action", action.id) in {duty.subject for duty in desk}}
    everybody = {duty.user_id for duty in source(None, today()) if duty.subject == ("action", action.id)}
    assert everybody == {getattr(cast, name).id for name in found}
    return found


def test_who_is_responsible_has_it_on_the_desk_within_a_month(cast):
    assert on_desk(cast, to_do, acted(cast, responsible=cast.trine, due_on=due(30))) == {"trine"}
    assert on_desk(cast, to_do, acted(cast, due_on=due(31))) == set()
    assert on_desk(cast, to_do, acted(cast, due_on=None)) == set()
    for status in (ActionStatus.CLOSED, ActionStatus.DROPPED):
        assert on_desk(cast, to_do, acted(cast, due_on=due(-1), status=status)) == set()


def test_it_says_when_and_which_page_settles_it(cast):
    action = acted(cast, due_on=due(3))
    done = acted(cast, status=ActionStatus.DONE, due_on=due(-30), check_on=due(5))
    first, second = sorted(to_do(cast.karin, today()), key=lambda duty: duty.due_on)
    assert (first.code, first.due_on, first.endpoint) == ("action.due", due(3), "actions.progress")
    assert (first.url, first.about_label) == ({"action_id": action.id}, "Tag listen ned")
    assert (second.code, second.due_on, second.endpoint) == ("action.check", due(5), "actions.check")
    assert second.subject == ("action", done.id)


def test_where_nobody_is_responsible_the_nearest_leader_is(cast):
    assert on_desk(cast, to_do, acted(cast, responsible=None, due_on=due(1))) == {"karin"}
    assert on_desk(cast, to_do, acted(cast, responsible=None, due_on=due(1), unit=cast.root)) == {"ida"}
    action = acted(cast, responsible=cast.emma, due_on=due(1))
    close_user(cast.emma, by=cast.mads)
    assert on_desk(cast, to_do, action) == {"karin"}


@pytest.mark.parametrize(
    ("responsible", "unit", "rises_to"),
    [
        ("karin", "service", {"mette"}), ("trine", "service", {"karin"}), ("mette", "service", {"karin"}),
        ("otto", "roads", {"ida"}), ("trine", "root", {"ida"}), (None, "service", {"mette"}),
    ],
)  # fmt: skip
def test_what_is_overdue_too_long_rises_to_the_nearest_leader_who_is_not_responsible(cast, responsible, unit, rises_to):
    said = {"responsible": getattr(cast, responsible) if responsible else None, "unit": getattr(cast, unit)}
    assert on_desk(cast, risen, acted(cast, due_on=due(-8), **said)) == rises_to
    assert on_desk(cast, risen, acted(cast, due_on=due(-7), **said)) == set()
    done = acted(cast, due_on=due(-8), status=ActionStatus.DONE, check_on=due(-9), **said)
    assert on_desk(cast, risen, done) == set()


def test_it_rises_to_all_who_lead_the_nearest_unit(cast):
    add_manager(cast.service, user=cast.mette, by=cast.ida)
    assert on_desk(cast, risen, acted(cast, due_on=due(-8), responsible=cast.trine)) == {"karin", "mette"}


def test_a_risen_one_is_for_its_leader_to_see_though_its_goals_are_not(page, cast):
    action = acted(cast, due_on=due(-8), goals=[cast.draft], unit=cast.roads, responsible=cast.trine)
    (duty,) = risen(cast.otto, today())
    assert (duty.code, duty.data) == ("action.risen", {"name": "Trine Løvenskjold"})
    assert page(cast.otto).get(f"/actions/{action.id}").status_code == 200
    acted(cast, due_on=due(-8), unit=cast.roads, responsible=None)
    assert {(one.user_id, one.code) for one in risen(None, today())} == {
        (cast.otto.id, "action.risen"), (cast.ida.id, "action.risen_alone"),
    }  # fmt: skip


def test_the_desk_shows_it_with_its_button(page, cast):
    action = acted(cast, due_on=due(2))
    desk = page(cast.karin).get("/")
    assert "Tag listen ned" in desk.words
    (link,) = desk.doc.xpath("//a[contains(., 'Tell how it goes')]/@href")
    assert link == f"/actions/{action.id}/progress"


@pytest.mark.parametrize("name", ["karin", "mette", "ida", None])
def test_many_cost_as_many_queries_as_one_and_a_desk_is_bounded(cast, name):
    user = getattr(cast, name) if name else None

    def ask():
        return to_do(user, today()), risen(user, today())

    acted(cast, due_on=due(-9)), acted(cast, due_on=due(-9), responsible=None, unit=cast.root)
    few = queries_of(ask)
    for _time in range(60):
        acted(cast, due_on=due(-9)), acted(cast, due_on=due(-9), responsible=None, unit=cast.root)
    assert queries_of(ask) == few
    if user is not None:
        assert max(map(len, ask())) == 50
