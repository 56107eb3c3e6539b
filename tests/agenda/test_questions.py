import pytest

from app.agenda.operations import NotNow, set_questions
from app.core.db import session
from app.meetings.models import ItemState
from tests.meetings.answers import item, met


def test_questions_are_chosen_in_their_order_and_answers_stay(cast):
    thing = item(cast, met(cast))
    assert set_questions(thing, ["focus.1", "level.2"], by=cast.karin)
    assert not set_questions(thing, ["focus.1", "level.2"], by=cast.karin)
    first = thing.questions[0].id
    assert set_questions(thing, ["use.3", "focus.1", "focus.1"], by=cast.karin)
    session().expire_all()
    assert [one.key for one in thing.questions] == ["use.3", "focus.1"]
    assert thing.questions[1].id == first


def test_what_is_treated_already_is_not_asked_anew(cast):
    with pytest.raises(NotNow):
        set_questions(item(cast, met(cast), state=ItemState.TREATED), ["focus.1"], by=cast.karin)
