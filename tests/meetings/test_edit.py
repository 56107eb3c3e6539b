from datetime import date

from app.core.clock import today
from app.core.formats import typed_day
from app.meetings.models import Stage
from tests import litany
from tests.decisions.answers import fresh
from tests.meetings.answers import met, private
from tests.meetings.typed import workday


def path(meeting):
    return f"/meetings/{meeting.id}/edit"


def typed(meeting, **changed):
    return {
        "held_on": typed_day(meeting.held_on), "begins": "9.00", "ends": "11.00", "place": meeting.place, "note": "",
        "version": str(meeting.version),
    } | changed  # fmt: skip


def test_those_called_hear_of_a_new_day(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    page(cast.karin).post(path(meeting), typed(meeting, held_on=typed_day(workday(50))))
    again = fresh(meeting)
    assert (again.held_on, again.sequence) == (workday(50), 1)
    assert "changed the day, the time or the place" in page(cast.trine).get("/notices").words
    assert "changed the day" not in page(cast.emma).get("/notices").words


def test_a_doubtful_new_day_is_thought_of_once_more(page, cast):
    meeting = met(cast)
    christmas = date(today().year + 1, 12, 25)
    browser, said = page(cast.karin), typed(meeting, held_on=typed_day(christmas))
    answer = browser.post(path(meeting), said)
    assert "Think of these days once more" in answer.words
    assert fresh(meeting).held_on != christmas
    shown = answer.doc.xpath("//input[@name='doubts']/@value")[0]
    assert browser.post(path(meeting), said | {"doubts": shown}).status_code == 302
    assert fresh(meeting).held_on == christmas
    assert browser.post(path(meeting), typed(fresh(meeting), place="Salen")).status_code == 302  # no new day, no doubt


def test_a_new_note_is_nobodys_news(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    page(cast.karin).post(path(meeting), typed(meeting, note="Husk kage"))
    again = fresh(meeting)
    assert (again.note, again.sequence) == ("Husk kage", 0)
    assert "changed the day" not in page(cast.trine).get("/notices").words


def test_two_at_once_see_both_versions(page, cast):
    meeting = met(cast)
    answer = page(cast.karin).post(path(meeting), typed(meeting, place="Salen", version="9"))
    assert answer.status_code == 409
    assert answer.values("place") == ["Salen"]


def test_litany(page, cast):
    meeting = met(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(meeting), cast.ida, cast.mette, cast.emma, cast.mads, method=method)
        litany.forbidden_for(page, path(met(cast, stage=Stage.IN_SESSION)), cast.karin, method=method)
        litany.hidden_from(page, path(private(cast)), cast.karin, cast.ida, method=method)
