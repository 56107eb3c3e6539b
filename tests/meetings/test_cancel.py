from app.meetings.models import Origin, Stage
from app.meetings.queries import whole_backlog
from tests import litany
from tests.decisions.answers import fresh
from tests.meetings.answers import item, met, private


def path(meeting):
    return f"/meetings/{meeting.id}/cancel"


def test_those_called_are_told_and_what_was_asked_for_waits(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    proposal = item(cast, meeting, origin=Origin.PROPOSAL, proposed_by_id=cast.trine.id)
    item(cast, meeting, title="Fra registret", origin=Origin.REGISTER)
    answer = page(cast.karin).post(path(meeting), {"reason": "Sne.", "version": str(meeting.version)})
    assert "Sne." in page(cast.emma).get(answer.location).words
    assert (fresh(meeting).stage, fresh(meeting).sequence) == (Stage.CANCELLED, 1)
    assert [one.id for one in whole_backlog(cast.local.id)] == [proposal.id]
    assert "cancelled this meeting" in page(cast.trine).get("/notices").words


def test_a_reason_is_needed(page, cast):
    meeting = met(cast)
    assert "Say why, so that people can plan." in page(cast.karin).post(path(meeting), {"version": "1"}).words
    assert page(cast.karin).post(path(meeting), {"version": "9", "reason": "x"}).status_code == 409
    assert fresh(meeting).stage is Stage.PLANNED


def test_litany(page, cast):
    meeting = met(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(meeting), cast.ida, cast.mette, cast.emma, cast.mads, method=method)
        litany.forbidden_for(page, path(met(cast, stage=Stage.IN_SESSION)), cast.karin, method=method)
        litany.hidden_from(page, path(private(cast)), cast.karin, cast.ida, method=method)
