import re

from app.balances.models import Reader
from app.balances.operations import read_balances
from app.comments.models import Visibility
from app.decisions.operations import agree_placement
from app.meetings.models import Stage
from tests import litany
from tests.actions.answers import acted
from tests.apv.answers import goal_in
from tests.comments.answers import said
from tests.meetings.answers import item, met, private
from tests.papers import text_of


def path(meeting):
    return f"/meetings/{meeting.id}/briefing.pdf"


def prepared(cast):
    meeting = met(cast, stage=Stage.CALLED)
    for goal in (cast.goal, cast.draft, None):
        item(cast, meeting, title="" if goal else "Støj i kantinen", goal=goal)
    return meeting


def test_it_holds_the_agenda_and_a_page_for_each_goal(page, cast):
    acted(cast)
    said(cast, body="Hvem har valgt tallet?")
    said(
        cast,
        body="Kun for vores side",
        visibility=Visibility.SIDE,
        committee_id=cast.local.id,
    )
    answer = page(cast.karin).get(path(prepared(cast)))
    text = text_of(answer.data)
    for words in (cast.goal.title, cast.goal.purpose, "Tag listen ned", "Hvem har valgt tallet?", "Støj i kantinen"):
        assert words in text
    assert "Kun for vores side" not in text
    assert int(re.search(r"of (\d+)", text)[1]) == 2, "the agenda and one goal; a draft has no page"


def test_what_is_written_on_an_item_stands_in_it_with_a_goal_or_without(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    item(cast, meeting, case_text="Vi kan ikke høre hinanden.")
    item(cast, meeting, title="", goal=cast.goal, case_text="Tallet er steget.", recommendation="Vi ser på det.")
    text = text_of(page(cast.emma).get(path(meeting)).data)
    for words in ("Vi kan ikke høre hinanden.", "Tallet er steget.", "Vi ser på det."):
        assert text.count(words) == 1, words


def test_a_reader_gets_no_drafts_title(page, cast):
    assert "Telefonen bliver taget" not in text_of(page(cast.emma).get(path(prepared(cast))).data)


def test_it_takes_as_many_queries_with_one_goal_as_with_several(page, cast):
    def asked(count):
        meeting = met(cast, stage=Stage.CALLED)
        for _one in range(count):
            goal = goal_in(cast.service, cast)
            read_balances(goal, by=cast.karin, places={"use": 1}, reader=Reader.OWNER)
            acted(cast, goals=[goal])
            said(cast, goal=goal, body="Hvem har valgt tallet?")
            agree_placement(item(cast, met(cast, stage=Stage.IN_SESSION), goal=goal), by=cast.karin, places={"use": 2})
            item(cast, meeting, title="", goal=goal)
        return page(cast.karin).get(path(meeting))

    few, many = asked(1), asked(5)
    assert many.queries == few.queries
    text = text_of(many.data)
    assert text.count("Hvem har valgt tallet?") == text.count("Placement agreed") == 5


def test_litany(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.hidden_from(page, path(private(cast)), cast.karin, cast.ida, cast.emma)
    litany.hidden_from(page, path(met(cast)), cast.emma)
    litany.refuses(page, path(meeting), cast.karin, "POST")
