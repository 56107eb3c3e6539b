import pytest

from app.core.operation import operation, record
from app.meetings.models import MeetingKind, Stage
from tests import litany
from tests.meetings.answers import met


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
