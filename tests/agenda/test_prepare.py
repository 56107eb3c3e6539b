from app.meetings.models import Stage
from tests import litany
from tests.meetings.answers import item, met, private


def path(meeting):
    return f"/meetings/{meeting.id}/agenda"


def test_it_says_how_many_minutes_too_many(page, cast):
    meeting = met(cast)
    item(cast, meeting, minutes_planned=100)
    assert "100 of 120 minutes" in page(cast.karin).get(path(meeting)).words
    item(cast, meeting, minutes_planned=40)
    assert "20 minutes too many" in page(cast.karin).get(path(meeting)).words


def test_what_somebody_proposed_can_only_be_moved(page, cast):
    meeting = met(cast)
    own, asked = item(cast, meeting, title="Vores"), item(cast, meeting, title="Trines", origin="proposal")
    shown = page(cast.karin).get(path(meeting))
    drops = [form.action for form in shown.doc.forms if form.action.endswith("/drop")]
    assert drops == [f"/meetings/{meeting.id}/items/{own.id}/drop"]
    assert f"/items/{asked.id}/move" in shown.text


def test_what_was_taken_off_can_be_put_back(page, cast):
    meeting = met(cast)
    item(cast, meeting, title="Bortfaldet", state="dropped")
    assert "Put back" in page(cast.karin).get(path(meeting)).words


def test_litany(page, cast):
    meeting = met(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.hidden_from(page, path(meeting), cast.emma, cast.bo, cast.mads, cast.ida)
    litany.hidden_from(page, path(private(cast)), cast.karin, cast.emma)
    litany.forbidden_for(page, path(met(cast, stage=Stage.CALLED)), cast.emma, cast.mads)
    litany.refuses(page, path(meeting), cast.karin, "POST")
    assert page(cast.trine).get(path(private(cast))).status_code == 200
