"""What would reach others by a side door before its time, or after it was made confidential."""

from app.agenda.operations import revise_item, set_questions, take_up
from app.core.db import session
from app.decisions.operations import answer_item, carry_over, lift_item
from app.decisions.operations import answer_question as answer_item_question
from app.dialogue.operations import answer_question, end_session, reopen_session
from app.meetings.models import Item, ItemKind, Stage
from app.meetings.operations import call_meeting
from app.meetings.queries import whole_agenda, whole_backlog
from app.minutes.operations import send_out_minutes
from tests.decisions.answers import on_goal
from tests.dialogue.answers import asked, talk
from tests.meetings.answers import item, met, moved
from tests.minutes.answers import at
from tests.papers import text_of

FIRST, LATER = "Det, vi stod ved.", "Det, vi skrev bagefter."


def ended(cast):
    one = talk(cast, cast.local, by=cast.karin, goal=cast.goal)
    answer_question(one.questions[0], by=cast.karin, answer=FIRST)
    end_session(one, by=cast.karin, summary="Listen ned.")
    return one


def taken_up(cast, stage):
    one = ended(cast)
    return one, take_up(one, met(cast, stage=stage), by=cast.karin, kind=ItemKind.DISCUSSION)


def test_what_is_written_in_a_dialogue_after_it_was_put_on_an_agenda_stays_in_the_committee(page, cast):
    for stage in (Stage.CALLED, Stage.IN_SESSION):
        one, there = taken_up(cast, stage)
        reopen_session(one, by=cast.karin)
        answer_question(one.questions[0], by=cast.karin, answer=LATER)
        if stage is Stage.IN_SESSION:
            send_out_minutes(there.meeting, by=cast.karin)
        for address in (f"/meetings/{there.meeting_id}/items/{there.id}", at(there.meeting)):
            for user in (cast.emma, cast.trine):
                answer = page(user).get(address)
                assert LATER not in answer.text, (stage, user.name)
        assert FIRST in page(cast.emma).get(f"/meetings/{there.meeting_id}/items/{there.id}").words


def test_a_dialogue_comes_onto_an_agenda_once(cast):
    one, there = taken_up(cast, Stage.CALLED)
    assert take_up(one, there.meeting, by=cast.karin, kind=ItemKind.DISCUSSION).id == there.id
    assert session().query(Item).filter(Item.dialogue_id == one.id).count() == 1


def test_one_that_goes_on_is_put_on_none(page, cast):
    one = ended(cast)
    reopen_session(one, by=cast.karin)
    answer = page(cast.karin).get(f"/committees/{one.committee_id}/dialogues/{one.id}/take-up")
    assert answer.status_code == 403


def test_what_was_carried_says_why_once_the_minutes_are_out(page, cast):
    one = item(cast, met(cast, stage=Stage.IN_SESSION))
    carry_over(one, by=cast.karin, words="Zebragrund")
    path = f"/meetings/{one.meeting_id}/items/{one.id}"
    assert "Zebragrund" not in page(cast.emma).get(path).text
    assert "Zebragrund" in page(cast.trine).get(path).text
    send_out_minutes(one.meeting, by=cast.karin)
    assert "Zebragrund" in page(cast.emma).get(path).text


def test_an_answer_on_a_called_agenda_waits_for_the_minutes_that_it_comes_from(page, cast):
    coming = met(cast)
    lift_item(on_goal(cast), by=cast.karin, words="Må vi?")
    (waiting,) = whole_backlog(cast.top.id)
    asked = moved(cast, waiting, met(cast, committee=cast.top, stage=Stage.IN_SESSION))
    answer_item(asked, by=cast.mette, words="Zebrasvar")
    call_meeting(coming, by=cast.karin)
    (line,) = whole_agenda(coming)
    places = (
        f"/meetings/{coming.id}/items/{line.item.id}",
        f"/meetings/{coming.id}",
        f"/meetings/{coming.id}/agenda.pdf",
    )

    def read_by(user):
        answers = [page(user).get(place) for place in places]
        return " ".join(text_of(one.data) if one.data.startswith(b"%PDF") else one.text for one in answers)

    assert "Zebrasvar" not in read_by(cast.emma)
    assert "Zebrasvar" in read_by(cast.trine)
    send_out_minutes(asked.meeting, by=cast.mette)
    assert "Zebrasvar" in read_by(cast.emma)


def test_what_was_carried_on_becomes_confidential_with_the_point_that_it_came_from(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    point = item(cast, meeting, title="Et punkt")
    part = item(cast, meeting, title="Zebradel", parent_id=point.id)
    carry_over(part, by=cast.karin, words="Vi nåede det ikke.")
    later = session().query(Item).filter(Item.carried_from_id == part.id).one()
    revise_item(point, by=cast.karin, is_confidential=True)
    session().expire_all()
    assert later.is_confidential


def test_what_was_to_be_talked_about_is_carried_along(cast):
    one = item(cast, met(cast, stage=Stage.IN_SESSION))
    set_questions(one, asked(cast, "level.2", "use.2"), by=cast.karin)
    answer_item_question(one.questions[0], by=cast.karin, answer="Ja.")
    carry_over(one, by=cast.karin, words="Vi nåede det ikke.")
    later = session().query(Item).filter(Item.carried_from_id == one.id).one()
    assert [(each.key, each.answer) for each in later.questions] == [(one.questions[1].key, "")]


def test_a_dialogue_is_confidential_on_all_agendas_once_it_is_on_one(cast):
    one, first = taken_up(cast, Stage.CALLED)
    second = take_up(one, met(cast, stage=Stage.CALLED), by=cast.karin, kind=ItemKind.DISCUSSION)
    revise_item(first, by=cast.karin, is_confidential=True)
    session().expire_all()
    assert second.is_confidential
