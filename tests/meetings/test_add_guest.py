from app.meetings.models import Stage
from tests import litany
from tests.decisions.answers import fresh
from tests.meetings.answers import item, met, private


def path(meeting):
    return f"/meetings/{meeting.id}/guests/add"


def test_somebody_with_an_account_is_told_and_reads_the_agenda(page, cast):
    meeting = met(cast)
    item(cast, meeting)
    page(cast.karin).post(path(meeting), {"user_id": str(cast.ida.id), "guest_as": "Rådgiver"})
    assert "asked you to take part" in page(cast.ida).get("/notices").words
    words = page(cast.ida).get(f"/meetings/{meeting.id}").words
    assert "Støj i kantinen" in words
    assert "Ida Møllegård" in words


def test_somebody_without_one_has_a_name(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    page(cast.karin).post(path(meeting), {"name": "Poul fra BST", "guest_as": "Rådgiver", "user_id": ""})
    guest = fresh(meeting).attendances[-1]
    assert (guest.name, guest.user_id, guest.is_guest) == ("Poul fra BST", None, True)


def test_nobody_is_called_twice(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    browser = page(cast.karin)
    browser.post(path(meeting), {"user_id": str(cast.ida.id), "guest_as": "Rådgiver"})
    called = len(fresh(meeting).attendances)
    for user in (cast.ida, cast.trine):
        answer = browser.post(path(meeting), {"user_id": str(user.id), "guest_as": "Rådgiver"})
        assert "This person is called already." in answer.words
    assert len(fresh(meeting).attendances) == called


def test_what_is_missing_is_said(page, cast):
    answer = page(cast.karin).post(path(met(cast)), {"name": "", "user_id": "", "guest_as": ""})
    assert "Choose somebody, or write a name." in answer.words
    assert "Say why the guest takes part." in answer.words


def test_litany(page, cast):
    meeting = met(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(meeting), cast.ida, cast.mette, cast.emma, cast.mads, method=method)
        litany.forbidden_for(page, path(met(cast, stage=Stage.APPROVED)), cast.karin, method=method)
        litany.hidden_from(page, path(private(cast)), cast.karin, cast.ida, method=method)
