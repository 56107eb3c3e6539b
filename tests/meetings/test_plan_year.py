from tests import litany
from tests.meetings.test_plan import meetings
from tests.meetings.typed import day, workday


def path(committee):
    return f"/committees/{committee.id}/meetings/plan-year"


def typed(*days, **changed):
    rows = {}
    for at in range(8):
        rows |= {f"meetings-{at}-held_on": days[at] if at < len(days) else "", f"meetings-{at}-kind": "ordinary"}
    return {"begins": "9.00", "ends": "11.00", "place": "Salen"} | rows | changed


def test_several_at_once(page, cast):
    answer = page(cast.karin).post(path(cast.local), typed(day(30), day(120), **{"meetings-1-kind": "review"}))
    assert answer.location == f"/committees/{cast.local.id}/meetings"
    assert [(one.held_on, one.kind.value, one.place) for one in meetings()] == [
        (workday(30), "ordinary", "Salen"), (workday(120), "review", "Salen"),
    ]  # fmt: skip


def test_all_or_none(page, cast):
    for days, words in (
        ((), "Write the day of at least one meeting."), ((day(30), day(30)), "on the same day"),
        ((day(30), "abc"), "Write the date as day.month.year"), ((day(30), "01.01.2020"), "lies before today"),
    ):  # fmt: skip
        assert words in page(cast.karin).post(path(cast.local), typed(*days)).words, days
    assert meetings() == []


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.local), cast.ida, cast.mette, cast.emma, cast.mads, method=method)
    litany.refuses(page, path(cast.local), cast.karin, "DELETE")
