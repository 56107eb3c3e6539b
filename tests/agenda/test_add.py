from app.core.db import session
from app.meetings.models import Item, ItemKind, Origin, Stage
from tests import litany
from tests.agenda.answers import typed
from tests.meetings.answers import item, met, private


def path(meeting):
    return f"/meetings/{meeting.id}/items/add"


def newest():
    return session().query(Item).order_by(Item.id.desc()).first()


def test_an_item_of_ones_own(page, cast):
    meeting, browser = met(cast), page(cast.karin)
    sent = browser.post(path(meeting), typed())
    made = newest()
    assert (made.origin, made.kind, made.minutes_planned) == (Origin.CHAIR, ItemKind.DISCUSSION, 15)
    shown = browser.follow(sent).words
    assert "Pauser i sommervarmen" in shown
    assert "At vi aftaler pauser." in shown


def test_an_item_about_a_goal_needs_no_title(page, cast):
    meeting = met(cast)
    page(cast.karin).post(path(meeting), typed(title="", goal_id="M-0001"))
    assert newest().goal_id == cast.goal.id
    assert "Write a title, or the number of a goal." in page(cast.karin).post(path(meeting), typed(title="")).words


def test_a_goal_outside_the_area_is_not_taken(page, cast):
    shown = page(cast.karin).post(path(met(cast)), typed(goal_id="M-0099"))
    assert "No goal of the committee's area has that number." in shown.words


def test_an_item_stands_under_a_point_of_this_agenda_only(page, cast):
    meeting, other = met(cast), met(cast)
    point, alien = item(cast, meeting, point="ordinary.2", title=""), item(cast, other)
    page(cast.karin).post(path(meeting), typed(parent_id=str(point.id)))
    assert newest().parent_id == point.id
    assert page(cast.karin).post(path(meeting), typed(parent_id=str(alien.id))).status_code == 200
    assert newest().parent_id == point.id


def test_litany(page, cast):
    meeting = met(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.hidden_from(page, path(meeting), cast.emma, cast.mads)
    litany.hidden_from(page, path(private(cast)), cast.karin)
    litany.forbidden_for(page, path(met(cast, stage=Stage.CALLED)), cast.emma, cast.bo)
    litany.forbidden_for(page, path(met(cast, stage=Stage.APPROVED)), cast.karin)
