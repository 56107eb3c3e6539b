from app.live.operations import present_item
from app.load.operations import mark_tension
from app.meetings.models import Stage
from app.minutes.operations import send_out_minutes
from tests import litany
from tests.decisions.answers import on_goal, plain
from tests.meetings.answers import met, private


def path(meeting):
    return f"/meetings/{meeting.id}/follow"


def test_everybody_sees_what_the_room_sees(page, cast):
    one = on_goal(cast)
    assert "The first item shows here" in page(cast.emma).get(path(one.meeting)).words
    present_item(one.meeting, one)
    for user in (cast.emma, cast.ida, cast.karin, cast.mads):
        assert cast.goal.title in page(user).get(path(one.meeting)).words


def test_a_confidential_item_only_those_of_the_committee(page, cast):
    one = plain(cast, is_confidential=True, title="En sag om en kollega", case_text="Hemmelig sag")
    present_item(one.meeting, one)
    assert "En sag om en kollega" in page(cast.trine).get(path(one.meeting)).words
    for user in (cast.emma, cast.ida, cast.mette):
        answer = page(user).get(path(one.meeting))
        assert "A confidential item is being treated" in answer.words
        assert "kollega" not in answer.text
        assert "Hemmelig" not in answer.text


def test_a_drafts_title_is_for_those_who_see_it(page, cast):
    one = on_goal(cast, goal=cast.draft)
    present_item(one.meeting, one)
    assert cast.draft.title in page(cast.karin).get(path(one.meeting)).words
    answer = page(cast.emma).get(path(one.meeting))
    assert "M-0002" in answer.words
    assert cast.draft.title not in answer.text


def test_once_it_is_over_it_says_so_whatever_was_shown_last(page, cast):
    one = on_goal(cast)
    present_item(one.meeting, one)
    send_out_minutes(one.meeting, by=cast.karin)
    for user in (cast.karin, cast.emma):
        answer = page(user).get(path(one.meeting))
        assert "The meeting is over" in answer.words
        assert cast.goal.title not in answer.text


def test_what_stands_around_the_goal_may_be_read_by_a_whole_room(page, cast):
    mark_tension(cast.goal, cast.draft, by=cast.karin, words="De trækker hver sin vej.")
    one = on_goal(cast)
    present_item(one.meeting, one)
    for user in (cast.karin, cast.emma):
        answer = page(user).get(path(one.meeting))
        assert "What the goals ask of them" in answer.words
        assert cast.draft.title not in answer.text
        assert "hver sin vej" not in answer.text


def test_litany(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.forbidden_for(page, path(met(cast, stage=Stage.CALLED)), cast.karin, cast.emma)
    litany.hidden_from(page, path(met(cast)), cast.emma)
    litany.hidden_from(page, path(private(cast, stage=Stage.IN_SESSION)), cast.karin, cast.ida, cast.emma)
    litany.refuses(page, path(meeting), cast.karin, "POST")
