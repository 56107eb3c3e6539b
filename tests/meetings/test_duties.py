from datetime import timedelta

from app.core import duties
from app.core.clock import today
from app.meetings.models import Stage
from tests.meetings.answers import met, private


def codes(user):
    return sorted(duty.code for duty in duties.of(user) if duty.code.startswith("meeting"))


def test_agendas_to_send_and_items_to_propose(cast):
    met(cast, held_on=today() + timedelta(days=20))
    both = ["meeting.agenda", "meeting.proposals"]
    assert [codes(user) for user in (cast.karin, cast.trine, cast.mette, cast.emma, cast.ida)] == [
        both,
        both,
        [],
        [],
        [],
    ]


def test_only_while_there_is_time(cast):
    met(cast, held_on=today() + timedelta(days=13))
    assert codes(cast.karin) == ["meeting.agenda"]


def test_not_too_long_before_nor_once_it_is_called(cast):
    met(cast, held_on=today() + timedelta(days=90))
    met(cast, stage=Stage.CALLED)
    assert codes(cast.karin) == []


def test_the_employees_own_is_only_theirs(cast):
    private(cast, held_on=today() + timedelta(days=3))
    assert codes(cast.trine) == ["meeting.agenda"]
    assert codes(cast.karin) == codes(cast.ida) == []
    told = {one.user_id for one in duties.of_everybody() if one.code.startswith("meeting")}
    assert told == {cast.trine.id}
