import pytest

from app.agenda.operations import NotNow, set_questions
from app.decisions.operations import answer_question
from app.dialogue.operations import hide_question
from app.meetings.models import ItemState, Stage
from tests import litany
from tests.decisions.answers import at, fresh, on_goal
from tests.dialogue.answers import asked, the_question
from tests.meetings.answers import item, met
from tests.organisation.answers import last_event
from tests.papers import text_of


def test_questions_are_chosen_for_an_item_and_stand_at_it(page, cast):
    one = item(cast, met(cast, stage=Stage.CALLED), goal=cast.goal, title="")
    browser = page(cast.karin)
    answer = browser.follow(browser.post(at(one, "questions"), {"keys": ["use.2", "level.2"]}))
    assert "The questions stand at the item." in answer.words
    assert [each.key for each in fresh(one).questions] == ["level.2", "use.2"]
    assert last_event().code == "meeting_item.asked"
    assert "Do we want colleagues or teams to compete" in page(cast.emma).get(at(one, "").rstrip("/")).words
    assert "Do we want colleagues" in text_of(page(cast.emma).get(f"/meetings/{one.meeting_id}/briefing.pdf").data)


def test_the_room_sees_them_on_the_wall(page, cast):
    one = on_goal(cast)
    page(cast.karin).post(at(one, "questions"), {"keys": ["level.2"]})
    page(cast.karin).post(at(one, "present"))
    asks = "Do we want colleagues or teams to compete"
    assert asks in page(cast.emma).get(f"/meetings/{one.meeting_id}/follow").words
    assert asks in page(cast.karin).get(f"/meetings/{one.meeting_id}/session?item={one.id}").words


def test_what_is_answered_or_put_aside_stays(page, cast):
    one = on_goal(cast)
    page(cast.karin).post(at(one, "questions"), {"keys": ["level.2", "use.2"]})
    answer_question(fresh(one).questions[0], by=cast.karin, answer="Nej.")
    hide_question(the_question(cast, "use.2"), by=cast.ida)
    assert page(cast.karin).get(at(one, "questions")).doc.xpath("//input[@value='use.2'][@checked]")
    page(cast.karin).post(at(one, "questions"), {"keys": ["use.2", "use.1"]})
    assert {each.key for each in fresh(one).questions} == {"level.2", "use.1", "use.2"}


def test_two_who_choose_at_once_both_get_their_questions(page, cast):
    one = on_goal(cast)
    browsers = page(cast.karin), page(cast.trine)
    seen = [each.get(at(one, "questions")).doc.xpath("//input[@name='seen']/@value")[0] for each in browsers]
    for browser, keys, was in zip(browsers, (["level.2"], ["use.2"]), seen, strict=True):
        browser.post(at(one, "questions"), {"keys": keys, "seen": was})
    assert {each.key for each in fresh(one).questions} == {"level.2", "use.2"}
    browsers[0].post(at(one, "questions"), {"keys": ["use.2"], "seen": "level.2 use.2"})
    assert [each.key for each in fresh(one).questions] == ["use.2"], "what one has seen, one can take away"


def test_choosing_does_not_stop_those_who_write_on_the_item(page, cast):
    one = on_goal(cast)
    before = one.version
    page(cast.karin).post(at(one, "questions"), {"keys": ["level.2"]})
    assert fresh(one).version == before


def test_too_many_are_refused(page, cast):
    one = on_goal(cast)
    keys = [f"{theme}.{number}" for theme in ("general", "focus", "level", "process", "use") for number in range(1, 6)]
    assert "Choose at most 20." in page(cast.karin).post(at(one, "questions"), {"keys": keys}).words
    page(cast.karin).post(at(one, "questions"), {"keys": keys[:1]})
    answer_question(fresh(one).questions[0], by=cast.karin, answer="Ja.")
    assert "Those that are answered stay." in page(cast.karin).post(at(one, "questions"), {"keys": keys[1:21]}).words


def test_they_keep_their_order_and_what_stays_is_the_same_row(cast):
    thing = item(cast, met(cast))
    assert set_questions(thing, asked(cast, "focus.1", "level.2"), by=cast.karin)
    assert not set_questions(thing, asked(cast, "focus.1", "level.2"), by=cast.karin)
    first = thing.questions[0].id
    assert set_questions(thing, asked(cast, "use.3", "focus.1", "focus.1"), by=cast.karin)
    assert [one.key for one in fresh(thing).questions] == ["use.3", "focus.1"]
    assert thing.questions[1].id == first


def test_what_is_treated_already_is_not_asked_anew(cast):
    with pytest.raises(NotNow):
        set_questions(item(cast, met(cast), state=ItemState.TREATED), asked(cast, "focus.1"), by=cast.karin)


def test_litany(page, cast):
    one = item(cast, met(cast, stage=Stage.CALLED))
    litany.asks_strangers_to_sign_in(page, at(one, "questions"))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, at(one, "questions"), cast.emma, cast.ida, method=method)
        hidden = item(cast, met(cast), title="Endnu ikke")
        litany.hidden_from(page, at(hidden, "questions"), cast.emma, method=method)
    litany.refuses(page, at(one, "questions"), cast.karin, "DELETE")
