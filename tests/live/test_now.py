import pytest

from app.decisions.operations import note_outcome, treat_item
from app.live.operations import present_item
from app.meetings.models import Stage
from app.minutes.operations import send_out_minutes
from tests import litany
from tests.decisions.answers import on_goal, plain
from tests.meetings.answers import met, private


def path(meeting):
    return f"/meetings/{meeting.id}/now"


def ask(page, user, meeting, seen=""):
    return page(user).get(path(meeting), headers={"If-None-Match": seen} if seen else {})


def test_nothing_new_is_an_empty_answer_at_the_cost_of_a_few_queries(page, cast):
    one = on_goal(cast)
    present_item(one.meeting, one)
    first = ask(page, cast.emma, one.meeting)
    again = ask(page, cast.emma, one.meeting, first.headers["ETag"])
    assert (again.status_code, again.data) == (304, b"")
    assert again.queries <= 8
    assert again.queries < first.queries
    assert first.headers["Cache-Control"] == again.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("do", ["present", "note", "treat", "end"])
def test_everything_that_happens_is_new(page, cast, do):
    one, other = on_goal(cast), None
    present_item(one.meeting, one)
    seen = ask(page, cast.emma, one.meeting).headers["ETag"]
    other = plain(cast, one.meeting)
    {
        "present": lambda: present_item(one.meeting, other),
        "note": lambda: note_outcome(one, by=cast.karin, words="Målet fortsætter."),
        "treat": lambda: treat_item(one, by=cast.karin),
        "end": lambda: send_out_minutes(one.meeting, by=cast.karin),
    }[do]()
    assert ask(page, cast.emma, one.meeting, seen).status_code == 200


def test_the_tag_of_one_who_sees_more_is_another(page, cast):
    one = plain(cast, is_confidential=True, title="En sag om en kollega")
    present_item(one.meeting, one)
    inside, outside = ask(page, cast.karin, one.meeting), ask(page, cast.emma, one.meeting)
    assert inside.headers["ETag"] != outside.headers["ETag"]
    assert ask(page, cast.emma, one.meeting, inside.headers["ETag"]).status_code == 200
    assert b"kollega" in inside.data
    assert b"kollega" not in outside.data


def test_litany(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.forbidden_for(page, path(met(cast, stage=Stage.CALLED)), cast.karin)
    litany.hidden_from(page, path(private(cast, stage=Stage.IN_SESSION)), cast.karin, cast.ida, cast.emma)
    litany.refuses(page, path(meeting), cast.karin, "POST")
