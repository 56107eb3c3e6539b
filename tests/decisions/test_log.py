import pytest

from app.core.operation import operation, record
from app.decisions.operations import note_outcome
from app.meetings.models import Stage
from app.minutes.operations import send_out_minutes
from tests import litany
from tests.decisions.answers import on_goal, plain
from tests.meetings.answers import item, met, private


def decided(cast, words, *, is_out=True, **more):
    one = on_goal(cast, **more)
    outcome = note_outcome(one, by=cast.karin, words=words, is_decision=True)
    if is_out:
        send_out_minutes(one.meeting, by=cast.karin)
    return outcome


def found(answer):
    return [one.text_content().strip() for one in answer.doc.xpath("//tbody//td[1]")]


def test_everybody_reads_what_was_decided_once_the_minutes_are_out(page, cast):
    decided(cast, "Ugesedlen afskaffes.")
    decided(cast, "Endnu ikke ude.", is_out=False)
    for user, words in (
        (cast.emma, False),
        (cast.bo, False),
        (cast.mads, False),
        (cast.ida, False),
        (cast.karin, True),
    ):
        text = page(user).get("/decisions").text
        assert "Ugesedlen afskaffes." in text
        assert ("Endnu ikke ude." in text) is words, user.name


def test_confidential_items_and_the_employees_own_meeting_stay_where_they_are(page, cast):
    decided(cast, "Hemmeligt.", is_confidential=True, title="En sag om en kollega")
    own = item(cast, private(cast, stage=Stage.IN_SESSION))
    note_outcome(own, by=cast.trine, words="Vi siger nej.", is_decision=True)
    for user, secret, ours in (
        (cast.karin, True, False), (cast.trine, True, True), (cast.emma, False, False), (cast.ida, False, False),
        (cast.mette, False, False), (cast.mads, False, False),
    ):  # fmt: skip
        for path in ("/decisions", "/decisions?q=hemmeligt", "/decisions?q=kollega", "/decisions/export.csv"):
            text = page(user).get(path).text
            assert ("Hemmeligt." in text) is secret, (user.name, path)
        assert ("Vi siger nej." in page(user).get("/decisions").text) is ours, user.name
        for path in ("/decisions/changed", f"/goals/{cast.goal.id}"):
            text = page(user).get(path).text
            assert "Hemmeligt." not in text or user in {cast.karin, cast.trine}
            assert "Vi siger nej." not in text


def test_a_drafts_title_is_for_those_who_see_it(page, cast):
    decided(cast, "Kladden drøftes igen.", goal=cast.draft)
    for user, sees in ((cast.karin, True), (cast.emma, False), (cast.otto, False)):
        assert ("Telefonen bliver taget" in page(user).get("/decisions").text) is sees, user.name


@pytest.mark.parametrize(
    ("query", "count"),
    [("q=ugesedlen", 1), ("q=UGESEDLEN", 1), ("q=henvendelse", 1), ("q=100%25", 0), ("q=intet", 0), ("kind=decided", 2),
     ("kind=keep", 0), ("committee={local}", 2), ("committee={top}", 0), ("below={top}", 2), ("goal={goal}", 1),
     ("year=1999", 2), ("sort=committee", 2), ("sort=-held_on", 2)],
)  # fmt: skip
def test_it_is_narrowed(page, cast, query, count):
    decided(cast, "Ugesedlen afskaffes.")
    one = plain(cast)
    note_outcome(one, by=cast.karin, words="Kaffen fortsætter.", is_decision=True)
    said = query.format(local=cast.local.id, top=cast.top.id, goal=cast.goal.id)
    assert len(found(page(cast.karin).get(f"/decisions?{said}"))) == count


@operation("test.decided")
def many(cast, count):
    meeting = met(cast, stage=Stage.IN_SESSION)
    for number in range(count):
        one = item(cast, meeting, title="", goal=cast.goal if number % 2 else cast.draft)
        note_outcome(one, by=cast.karin, words=f"Beslutning {number}", is_decision=True)
    record("test.decided", cast.goal, by=cast.karin)


def test_many_cost_as_many_queries_as_few(page, cast):
    many(cast, 2)
    few = page(cast.karin).get("/decisions").queries
    many(cast, 60)
    answer = page(cast.karin).get("/decisions")
    assert answer.queries == few
    assert len(found(answer)) == 50


def test_the_item_it_leads_to_says_what_was_decided(page, cast):
    for is_out in (True, False):
        one = decided(cast, "Ugesedlen afskaffes.", is_out=is_out).item
        for user, sees in ((cast.emma, is_out), (cast.ida, is_out), (cast.karin, True)):
            text = page(user).get(f"/meetings/{one.meeting_id}/items/{one.id}").text
            assert ("Ugesedlen afskaffes." in text) is sees, (user.name, is_out)


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/decisions")
    litany.refuses(page, "/decisions", cast.ida, "POST")
