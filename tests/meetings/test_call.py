from app.core.clock import today
from app.meetings.models import Stage
from app.organisation.models import Mandate, Side
from app.organisation.operations import add_seat
from tests import litany
from tests.decisions.answers import fresh
from tests.meetings.answers import item, met, private


def path(meeting):
    return f"/meetings/{meeting.id}/call"


def call(page, user, meeting):
    return page(user).post(path(meeting), {"version": str(meeting.version)})


def test_all_seats_are_called_and_everybody_can_follow(page, cast):
    add_seat(cast.local, mandate=Mandate.SAFETY_REPRESENTATIVE, by=None, side=Side.EMPLOYEES, vacant_from=today())
    meeting = met(cast)
    item(cast, meeting)
    assert "Støj i kantinen" in page(cast.karin).get(path(meeting)).words
    call(page, cast.karin, meeting)
    again = fresh(meeting)
    assert again.stage is Stage.CALLED
    assert {row.name for row in again.attendances} == {"Karin Nørgård", "Trine Løvenskjold", ""}
    assert "called this meeting, and you are asked to come" in page(cast.trine).get("/notices").words
    assert "called this meeting" not in page(cast.emma).get("/notices").words
    assert "Støj i kantinen" in page(cast.emma).get(f"/meetings/{meeting.id}").words


def test_late_is_said_and_allowed(page, cast):
    meeting = met(cast, held_on=today())
    assert "7 days later than your rules say" in page(cast.karin).get(path(meeting)).words
    call(page, cast.karin, meeting)
    assert fresh(meeting).stage is Stage.CALLED


def test_the_employees_own_calls_their_side_alone(page, cast):
    meeting = private(cast)
    call(page, cast.trine, meeting)
    assert [row.user_id for row in fresh(meeting).attendances] == [cast.trine.id]
    assert "called this meeting" not in page(cast.karin).get("/notices").words


def test_one_that_was_changed_meanwhile(page, cast):
    assert page(cast.karin).post(path(met(cast)), {"version": "9"}).status_code == 409


def test_litany(page, cast):
    meeting = met(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(meeting), cast.ida, cast.mette, cast.emma, cast.mads, method=method)
        litany.forbidden_for(page, path(met(cast, stage=Stage.CALLED)), cast.karin, method=method)
        litany.hidden_from(page, path(private(cast)), cast.karin, cast.ida, method=method)
