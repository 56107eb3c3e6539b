from app.core.clock import today
from app.core.operation import operation
from app.decisions.operations import reword_outcome
from app.decisions.queries import outcomes_on
from app.meetings.models import Presence, Stage
from app.meetings.operations import Presences, mark_attendance
from app.minutes.operations import (
    approve_minutes,
    make_remark,
    make_statement,
    send_out_minutes,
    tell_colleagues,
)
from app.minutes.queries import digest_now, locked_of
from app.organisation.models import Side
from tests import litany
from tests.meetings.answers import item, met, private
from tests.minutes.answers import SECRET, approved, at, held, hidden_item, open_item, out
from tests.papers import text_of


def test_the_committee_reads_them_at_any_time(page, cast):
    meeting = held(cast)
    for user in (cast.karin, cast.trine):
        words = page(user).get(at(meeting)).words
        for told in ("Støj i kantinen", "Der kommer gardiner op.", SECRET, "Hemmelig beslutning", "Karin Nørgård"):
            assert told in words


def test_everybody_else_once_they_are_out_and_without_what_is_confidential(page, cast):
    meeting = held(cast)
    litany.hidden_from(page, at(meeting), cast.emma, cast.ida, cast.mette, cast.mads)
    meeting = out(cast)
    tell_colleagues(meeting, by=cast.karin, words="Der kommer gardiner.")
    for user in (cast.emma, cast.ida, cast.mette, cast.mads, cast.bo):
        answer = page(user).get(at(meeting))
        assert "Der kommer gardiner op." in answer.words
        assert "Confidential items are left out." in answer.words
        assert "Hemmelig" not in answer.text
        assert SECRET not in answer.text
    assert page(cast.emma).get(at(meeting)).words.index("Der kommer gardiner.") < answer.words.index("Who was there")


def test_the_committee_can_look_at_the_version_for_all_staff(page, cast):
    answer = page(cast.karin).get(at(out(cast)) + "?version=staff")
    assert "Hemmelig" not in answer.text
    assert SECRET not in answer.text


def test_the_version_for_all_staff_holds_nothing_of_the_committees_own_talk_about_the_minutes(page, cast):
    """It may be shown on a wall: a remark to a confidential item would name it."""
    meeting = out(cast)
    make_remark(meeting, by=cast.trine, words="Jeg var der hele tiden.", item=hidden_item(meeting))
    make_statement(meeting, hidden_item(meeting), by=cast.trine, words="Hemmelig uenighed")
    whole = page(cast.trine).get(at(meeting)).words
    staff = page(cast.trine).get(at(meeting) + "?version=staff").text
    for secret in ("Jeg var der hele tiden.", "Hemmelig uenighed", SECRET):
        assert secret in whole
        assert secret not in staff


def test_it_says_who_has_approved_and_that_a_change_lets_it_fall(page, cast):
    meeting = out(cast)
    approve_minutes(meeting, by=cast.trine, side=Side.EMPLOYEES, seen=digest_now(meeting))
    words = page(cast.karin).get(at(meeting)).words
    assert "approved by Trine Løvenskjold" in words
    assert "not approved yet" in words
    (outcome,) = outcomes_on(open_item(meeting))
    reword_outcome(outcome, by=cast.karin, words="Der kommer nye gardiner op.")
    assert "but the minutes have changed since" in page(cast.karin).get(at(meeting)).words


def test_what_is_locked_is_shown_with_its_checksum(page, cast):
    meeting = approved(cast)
    answer = page(cast.karin).get(at(meeting))
    assert "It fits what stands above." in answer.words
    assert digest_now(meeting) in answer.text


def test_what_was_changed_behind_their_backs_is_told_on_top(page, cast):
    meeting = approved(cast)
    browser = page(cast.karin)
    assert "not what both sides approved" not in browser.get(at(meeting)).words
    _change(meeting)
    answer = browser.get(at(meeting))
    assert "not what both sides approved" in answer.words
    assert "It does not fit what stands above." in answer.words


@operation(traceless="done to the database by somebody else")
def _change(meeting):
    locked = locked_of(meeting)
    locked.content = locked.content | {"place": "Et andet sted"}


def test_an_item_of_which_nothing_was_written_says_so(page, cast):
    meeting = held(cast)
    item(cast, meeting, title="Intet", case_text="")
    over = item(cast, meeting, title="Mål for mål", case_text="")
    item(cast, meeting, title="Et af dem", case_text="Tallet er steget.", parent=over)
    words = page(cast.karin).get(at(meeting)).words
    assert words.count("Nothing was written down.") == 1, "a point whose parts say something is not empty"


def test_a_draft_is_named_by_its_number_for_those_who_do_not_see_it(page, cast):
    meeting = met(cast, stage=Stage.MINUTES_OUT, remarks_by=today())
    item(cast, meeting, title="", goal=cast.draft)
    assert "Telefonen bliver taget" in page(cast.karin).get(at(meeting)).words
    answer = page(cast.emma).get(at(meeting))
    assert "M-0002" in answer.words
    assert "Telefonen bliver taget" not in answer.text


def test_the_employees_own_meeting_is_nobody_elses(page, cast):
    meeting = private(cast, stage=Stage.MINUTES_OUT)
    assert page(cast.trine).get(at(meeting)).status_code == 200
    litany.hidden_from(page, at(meeting), cast.karin, cast.ida, cast.emma, cast.mette, cast.mads)


def test_many_items_cost_as_many_queries_as_few(page, cast):
    few = page(cast.karin).get(at(held(cast))).queries
    meeting = held(cast)
    for number in range(40):
        item(cast, meeting, title=f"Punkt {number}")
    assert page(cast.karin).get(at(meeting)).queries == few


def test_who_stood_in_for_a_seat_reads_the_committees_own_once_they_are_out(page, cast):
    meeting = held(cast)
    row = next(one for one in meeting.attendances if one.user_id == cast.trine.id)
    mark_attendance(meeting, {row.id: Presences(Presence.ABSENT, substitute_id=cast.emma.id)}, by=cast.karin)
    assert page(cast.emma).get(at(meeting)).status_code == 404
    send_out_minutes(meeting, by=cast.karin)
    make_remark(meeting, by=cast.trine, words="Skriv mit navn rigtigt.")
    for address in (at(meeting), f"/meetings/{meeting.id}/minutes.docx"):
        shown = page(cast.emma).get(address)
        assert SECRET in (shown.words if shown.is_page else text_of(shown.data)), address
        assert SECRET not in page(cast.ida).get(address).text
    assert SECRET not in page(cast.emma).get(f"{at(meeting)}?version=staff").text
    assert "Skriv mit navn rigtigt." not in page(cast.emma).get(at(meeting)).text
    for step in ("remark", "state", "tell"):
        litany.forbidden_for(page, at(meeting, step), cast.emma)


def test_litany(page, cast):
    meeting = out(cast)
    litany.asks_strangers_to_sign_in(page, at(meeting))
    litany.refuses(page, at(meeting), cast.karin, "POST")
