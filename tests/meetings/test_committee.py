from app.meetings.models import Stage
from tests import litany
from tests.meetings.answers import met
from tests.meetings.test_index import many


def path(committee):
    return f"/committees/{committee.id}/meetings"


def test_those_to_come_and_those_that_were(page, cast):
    met(cast, place="Salen")
    met(cast, stage=Stage.APPROVED, place="Kantinen")
    words = page(cast.emma).get(path(cast.local)).words
    assert words.index("To come") < words.index("Salen") < words.index("Past") < words.index("Kantinen")


def test_only_those_who_keep_the_committee_can_plan(page, cast):
    for user, shown in ((cast.karin, True), (cast.emma, False), (cast.ida, False)):
        assert ("Plan a meeting" in page(user).get(path(cast.local)).words) is shown, user.name


def test_without_meetings(page, cast):
    assert "No meetings yet" in page(cast.emma).get(path(cast.local)).words


def test_many_cost_as_many_queries_as_few(page, cast):
    many(cast, 5)
    few = page(cast.karin).get(path(cast.local)).queries
    many(cast, 95)
    assert page(cast.karin).get(path(cast.local)).queries == few


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    litany.hidden_from(page, "/committees/9999/meetings", cast.ida)
    litany.refuses(page, path(cast.local), cast.karin, "POST")
