import pytest

from app.agenda.operations import NotNow as Closed
from app.agenda.operations import add_item, revise_item
from app.decisions.models import OutcomeKind
from app.decisions.operations import NotNow as TooLate
from app.decisions.operations import act_on, decide_on_goal, keep_discussion, note_outcome, reword_outcome, treat_item
from app.decisions.queries import outcomes_on
from app.meetings.operations import NotNow as Over
from app.meetings.operations import Presences, mark_attendance, revise_meeting
from app.minutes.content import digest, for_staff
from app.minutes.operations import NotNow, make_remark, make_statement, tell_colleagues
from app.minutes.queries import content_in_danish, content_now, digest_now, locked_of
from tests.minutes.answers import approved, held, hidden_item, open_item

CHANGES = {
    "said": lambda one, by: keep_discussion(one, by=by, discussion="Noget"),
    "noted": lambda one, by: note_outcome(one, by=by, words="Noget"),
    "reworded": lambda one, by: reword_outcome(outcomes_on(one)[0], by=by, words="Noget"),
    "revised": lambda one, by: revise_item(one, by=by, case_text="Noget"),
    "stated": lambda one, by: make_statement(one.meeting, one, by=by, words="Noget"),
    "told": lambda one, by: tell_colleagues(one.meeting, by=by, words="Noget"),
    "attended": lambda one, by: mark_attendance(
        one.meeting, {one.meeting.attendances[0].id: Presences(None, "Noget")}, by=by
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_checksum_changes_with_everything_that_the_minutes_say(cast, name):
    meeting = held(cast)
    before = digest_now(meeting)
    assert digest_now(meeting) == before
    CHANGES[name](open_item(meeting), cast.karin)
    assert digest_now(meeting) != before


@pytest.mark.parametrize("name", [*CHANGES, "treated", "decided", "acted", "added", "moved", "remarked"])
def test_nothing_changes_locked_minutes(cast, name):
    meeting = approved(cast)
    one, mark = open_item(meeting), locked_of(meeting).digest
    more = {
        "treated": lambda one, by: treat_item(one, by=by),
        "decided": lambda one, by: decide_on_goal(one, by=by, kind=OutcomeKind.KEEP, words="x"),
        "acted": lambda one, by: act_on(one, by=by, title="x", responsible_id=by.id, due_on=None, unit_id=1),
        "added": lambda one, by: add_item(one.meeting, committee=one.committee, by=by, title="x"),
        "moved": lambda one, by: revise_meeting(one.meeting, by=by, place="x"),
        "remarked": lambda one, by: make_remark(one.meeting, by=by, words="x"),
    }
    with pytest.raises((TooLate, Closed, Over, NotNow)):
        (CHANGES | more)[name](one, cast.karin)
    assert digest(locked_of(meeting).content) == mark == digest_now(meeting)


def test_it_is_the_same_in_every_language(cast):
    meeting = held(cast)
    assert content_in_danish(meeting)["kind"] == "Årligt måleftersyn"
    assert digest(content_in_danish(meeting)) == digest_now(meeting)


def test_the_staffs_version_leaves_out_whole_items_and_names_no_draft(cast):
    meeting = held(cast)
    add_item(meeting, committee=meeting.committee, by=cast.karin, goal=cast.draft)
    whole = content_now(meeting)
    staff = for_staff(whole)
    assert len(staff["items"]) == len(whole["items"]) - 1
    text = repr(staff)
    assert "Hemmelig" not in text
    assert hidden_item(meeting).title not in text
    assert cast.draft.title in repr(whole["items"])
    assert [one["title"] for one in staff["items"]] == ["Støj i kantinen", "M-0002"]
