from app.meetings.models import MeetingKind
from app.meetings.queries import whole_agenda
from tests import litany
from tests.meetings.test_plan import meetings
from tests.meetings.typed import planned


def path(committee):
    return f"/committees/{committee.id}/meetings/plan-pre-meeting"


def test_nobody_else_learns_of_it(page, cast):
    answer = page(cast.trine).post(path(cast.local), planned(place="Trines kontor"))
    (meeting,) = meetings()
    assert meeting.kind is MeetingKind.PRE_MEETING
    assert whole_agenda(meeting) == []
    assert "Trines kontor" in page(cast.trine).get(answer.location).words
    for user in (cast.karin, cast.ida, cast.emma, cast.mette, cast.mads, cast.frederik):
        litany.hidden_from(page, answer.location, user)
        for where in ("/meetings", "/meetings/export.csv", f"/committees/{cast.local.id}/meetings", "/", "/notices",
                      f"/organisation/committees/{cast.local.id}", "/wheel"):  # fmt: skip
            text = page(user).get(where).text
            assert "Trines kontor" not in text, (user.name, where)
            assert f"/meetings/{meeting.id}" not in text, (user.name, where)


def test_it_is_not_counted_in_the_list_of_others(page, cast):
    page(cast.trine).post(path(cast.local), planned())
    assert "1 meeting" in page(cast.trine).get("/meetings").words
    assert "1 meeting" not in page(cast.karin).get("/meetings").words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.local), cast.karin, cast.ida, cast.emma, cast.mads, method=method)
    litany.refuses(page, path(cast.local), cast.trine, "DELETE")
