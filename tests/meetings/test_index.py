from datetime import timedelta

import pytest

from app.core.clock import today
from app.core.operation import operation, record
from app.meetings.models import MeetingKind, Stage
from app.meetings.operations import add_guest
from tests import litany
from tests.meetings.answers import met, private


def rows(answer):
    return len(answer.doc.xpath("//tbody/tr"))


def test_everybody_knows_when_committees_meet(page, cast):
    met(cast)
    for user in (cast.ida, cast.emma, cast.bo, cast.mads, cast.otto):
        assert rows(page(user).get("/meetings")) == 1


@pytest.mark.parametrize(
    ("query", "count"),
    [("committee={local}", 2), ("committee=mine", 2), ("committee={top}", 1), ("when=coming", 2), ("when=past", 1),
     ("kind=review", 1), ("stage=approved", 1), ("year=1999", 3), ("sort=committee", 3), ("sort=stage", 3)],
)  # fmt: skip
def test_it_is_narrowed(page, cast, query, count):
    met(cast)
    met(cast, stage=Stage.APPROVED)
    met(cast, committee=cast.top, kind=MeetingKind.REVIEW)
    said = query.format(local=cast.local.id, top=cast.top.id)
    assert rows(page(cast.trine).get(f"/meetings?{said}")) == count


def places(browser):
    """Where the meetings are that stand above the list, in their order."""
    shown = browser.get("/meetings").doc.xpath("//section[@aria-labelledby='own-h']//li//*[@class='sub']")
    return [one.text_content().split(" · ")[1] for one in shown]


def test_ones_own_next_meetings_stand_first(page, cast):
    meeting = met(cast, held_on=today() + timedelta(days=40), place="Om fyrre dage")
    met(cast, held_on=today() - timedelta(days=3), place="For tre dage siden")
    met(cast, stage=Stage.IN_SESSION, place="Lige nu")
    met(cast, stage=Stage.CANCELLED, place="Aflyst")
    met(cast, committee=cast.top, place="Et andet udvalgs")
    private(cast, held_on=today() + timedelta(days=39), place="Kun os")
    assert places(page(cast.karin)) == ["Lige nu", "Om fyrre dage"]
    assert places(page(cast.trine)) == ["Lige nu", "Kun os", "Om fyrre dage"]
    assert places(page(cast.emma)) == []
    add_guest(meeting, by=cast.karin, guest_as="Rådgiver", user=cast.emma)
    assert places(page(cast.emma)) == ["Om fyrre dage"]


def test_what_is_nearest_stands_first_and_what_is_past_last(page, cast):
    for days in (-40, 400, -3, 35, 0):
        met(cast, held_on=today() + timedelta(days=days), committee=cast.top)
    shown = page(cast.emma).get("/meetings?columns=away").doc.xpath("//tbody/tr/td[last()]")
    assert [one.text_content().strip() for one in shown] == ["0", "35", "400", "-3", "-40"]


@operation("test.met")
def many(cast, count):
    for _number in range(count):
        met(cast)
    record("test.met", cast.goal, by=cast.ida)


def test_many_cost_as_many_queries_as_few(page, cast):
    many(cast, 2)
    few = page(cast.karin).get("/meetings").queries
    many(cast, 80)
    answer = page(cast.karin).get("/meetings")
    assert (answer.queries, rows(answer)) == (few, 50)


def test_an_empty_list_says_who_plans(page, cast):
    assert "plan its meetings from the committee's own page" in page(cast.emma).get("/meetings").words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/meetings")
    litany.refuses(page, "/meetings", cast.ida, "POST")
