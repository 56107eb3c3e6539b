from app.meetings.models import Stage
from tests import litany
from tests.decisions.answers import fresh
from tests.meetings.answers import met, private


def path(meeting):
    return f"/meetings/{meeting.id}/open"


def test_it_begins_on_the_session_view(page, cast):
    for stage in (Stage.CALLED, Stage.PLANNED):
        meeting = met(cast, stage=stage)
        answer = page(cast.karin).post(path(meeting))
        assert answer.location == f"/meetings/{meeting.id}/session"
        again = fresh(meeting)
        assert again.stage is Stage.IN_SESSION
        assert len(again.attendances) == 2, "one that was never called is called by opening it"
        assert again.called_at is not None


def test_litany(page, cast):
    meeting = met(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting), "POST")
    litany.forbidden_for(page, path(meeting), cast.ida, cast.mette, cast.emma, cast.mads, method="POST")
    litany.forbidden_for(page, path(met(cast, stage=Stage.IN_SESSION)), cast.karin, method="POST")
    litany.hidden_from(page, path(private(cast)), cast.karin, cast.ida, method="POST")
    litany.refuses(page, path(meeting), cast.karin, "GET")
