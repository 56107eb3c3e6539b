from app.core.clock import today
from app.core.formats import typed_day
from app.meetings.plans import a_year_later
from tests import litany
from tests.meetings.answers import met, private
from tests.meetings.test_plan import meetings


def path(committee, year=None):
    return f"/committees/{committee.id}/meetings/{year or today().year}/copy"


def test_each_meeting_stands_a_year_later_on_its_weekday(page, cast):
    first = met(cast, held_on=today(), place="Salen")
    met(cast, held_on=today().replace(month=1, day=15))
    private(cast, held_on=today())
    browser = page(cast.karin)
    form = browser.get(path(cast.local))
    days = form.values("meetings-0-held_on") + form.values("meetings-1-held_on")
    assert days == [typed_day(a_year_later(one)) for one in (today().replace(month=1, day=15), today())]
    typed = {"meetings-0-held_on": "", "meetings-0-kind": "ordinary", "meetings-1-held_on": days[1],
             "meetings-1-kind": "ordinary"}  # fmt: skip
    answer = browser.post(path(cast.local), typed)
    if answer.status_code == 200:  # the day is a free one this year: a second thought
        browser.post(path(cast.local), typed | {"doubts": answer.values("doubts")[0]})
    copied = meetings()[-1]
    assert (copied.held_on, copied.place, copied.begins) == (a_year_later(today()), "Salen", first.begins)
    assert len(meetings()) == 4


def test_a_year_without_meetings(page, cast):
    assert "There is nothing to copy" in page(cast.karin).get(path(cast.local)).words
    litany.hidden_from(page, path(cast.local, 3), cast.karin)


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.local), cast.ida, cast.mette, cast.emma, cast.mads, method=method)
    litany.refuses(page, path(cast.local), cast.karin, "DELETE")
