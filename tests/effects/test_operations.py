import sqlalchemy as sa

from app.core.audit import Event
from app.core.db import session
from app.core.notices import Notice
from app.effects.operations import answer_effect
from tests.effects.answers import reported


def told():
    return {(n.code, n.user_id) for n in session().scalars(sa.select(Notice)) if n.code.startswith("effect.")}


def test_those_who_answer_for_the_goal_are_told_and_then_the_one_who_reported_it(cast):
    effect = reported(cast)
    assert told() == {("effect.reported", cast.karin.id)}
    answer_effect(effect, by=cast.mette, answer="Det ser vi på.")
    assert told() == {("effect.reported", cast.karin.id), ("effect.answered", cast.emma.id)}


def test_the_history_says_that_it_was_reported_and_answered_and_not_what(page, cast):
    answer_effect(reported(cast, words="Hemmeligt fund"), by=cast.karin, answer="Hemmeligt svar")
    events = session().scalars(sa.select(Event).where(Event.code.startswith("effect."))).all()
    assert [event.code for event in events] == ["effect.reported", "effect.answered"]
    assert all("Hemmeligt" not in f"{event.data} {event.changes} {event.subject_label}" for event in events)
    words = page(cast.bo).get(f"/goals/{cast.goal.id}/history").words
    assert "Emma Håkansson reported an unintended effect." in words
    assert "Karin Nørgård answered a report of an unintended effect." in words
