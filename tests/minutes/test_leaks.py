"""Every field of a confidential item, one by one: in all that the committee reads, and in nothing that others read."""

import pytest

from app.decisions.models import OutcomeKind
from app.decisions.operations import carry_over, decide_on_goal, note_outcome
from app.minutes.content import for_staff
from app.minutes.operations import (
    add_addendum,
    approve_minutes,
    make_remark,
    make_statement,
    send_out_minutes,
    settle_remark,
)
from app.minutes.queries import content_now, digest_now, locked_of, remarks_of
from app.organisation.models import Side
from tests.agenda.answers import annexed
from tests.meetings.answers import item, met
from tests.minutes.answers import at
from tests.papers import text_of

FIELDS = {
    "title": "Zebratitel", "case": "Zebrasag", "recommendation": "Zebraindstilling", "discussion": "Zebrasnak",
    "annex": "zebrabilag.pdf", "outcome": "Zebrabeslutning", "statement": "Zebraudtalelse",
    "behalf": "Zebraforbund", "remark": "Zebrabemærkning", "addendum": "Zebratillæg",
}  # fmt: skip
NOT_IN_CONTENT = {"remark", "addendum", "behalf"}


def sat(cast):
    """A meeting in session that was the yearly discussion, all of its confidential item's fields filled."""
    meeting = met(cast, stage="in_session", is_discussion=True, place="Lokale 2")
    item(cast, meeting, title="Støj i kantinen")
    one = item(
        cast, meeting, title=FIELDS["title"], is_confidential=True, case_text=FIELDS["case"], point="review.7",
        recommendation=FIELDS["recommendation"], discussion=FIELDS["discussion"],
    )  # fmt: skip
    annexed(cast, one, name=FIELDS["annex"])
    note_outcome(one, by=cast.karin, words=FIELDS["outcome"], is_decision=True)
    make_statement(meeting, one, by=cast.trine, words=FIELDS["statement"], on_behalf_of=FIELDS["behalf"])
    return meeting


def written(cast):
    """The same with its minutes out and a remark made."""
    meeting = sat(cast)
    send_out_minutes(meeting, by=cast.karin)
    make_remark(meeting, by=cast.trine, words=FIELDS["remark"], item=meeting.items[1])
    return meeting


def locked(cast):
    meeting = written(cast)
    settle_remark(meeting, remarks_of(cast.karin, meeting)[0], by=cast.karin, words="Zebraafgørelse")
    for by, side in ((cast.karin, Side.MANAGEMENT), (cast.trine, Side.EMPLOYEES)):
        approve_minutes(meeting, by=by, side=side, seen=digest_now(meeting))
    add_addendum(meeting, by=cast.karin, words=FIELDS["addendum"], item=meeting.items[1])
    return meeting


def read_by_all(meeting):
    """Every address at which somebody outside the committee reads something of a meeting."""
    year = f"/committees/{meeting.committee_id}/minutes/{meeting.held_on.year}"
    here = f"/meetings/{meeting.id}"
    return [
        here, at(meeting), f"{here}/minutes.pdf", f"{here}/minutes.docx", f"{here}/agenda.pdf", f"{here}/briefing.pdf",
        f"{here}/proof.docx", f"{here}/proof.pdf", f"{year}.docx", f"{year}.pdf", f"{here}/follow", f"{here}/now",
        "/notices",
    ]  # fmt: skip


def said_at(page, user, address):
    answer = page(user).get(address)
    assert answer.status_code == 200, address
    is_file = answer.data.startswith((b"%PDF", b"PK"))
    return (text_of(answer.data) if is_file else answer.text).casefold()


@pytest.mark.parametrize("name", FIELDS)
def test_the_committees_own_minutes_hold_it(page, cast, name):
    meeting = locked(cast)
    address = at(meeting) if name != "behalf" else f"/meetings/{meeting.id}/minutes.docx"
    assert FIELDS[name].casefold() in said_at(page, cast.trine, address)


def test_what_the_lock_keeps_for_staff_holds_none_of_them(cast):
    meeting = locked(cast)
    whole, staff = repr(locked_of(meeting).content), repr(for_staff(locked_of(meeting).content))
    for name in FIELDS.keys() - NOT_IN_CONTENT:
        assert FIELDS[name] in whole, name
    assert "zebra" not in staff.casefold()


@pytest.mark.parametrize("make", [written, locked])
def test_nobody_outside_the_committee_reads_a_word_of_it(page, cast, make):
    meeting = make(cast)
    for user in (cast.emma, cast.ida, cast.mette, cast.mads):
        for address in read_by_all(meeting):
            text = said_at(page, user, address)
            assert "zebra" not in text, (user.name, address)


@pytest.mark.parametrize("make", [written, locked])
@pytest.mark.parametrize("rest", ["minutes", "minutes.pdf", "minutes.docx"])
def test_nor_does_the_version_for_staff_hold_it_when_the_committee_looks(page, cast, make, rest):
    assert "zebra" not in said_at(page, cast.trine, f"/meetings/{make(cast).id}/{rest}?version=staff")


def test_the_proof_is_for_all_and_holds_none_of_it_for_the_committee_either(page, cast):
    assert "zebra" not in said_at(page, cast.trine, f"/meetings/{locked(cast).id}/proof.docx")


def test_a_carried_item_and_a_draft_are_named_by_number_in_the_staffs_version(page, cast):
    meeting = met(cast, stage="in_session")
    draft = item(cast, meeting, title="", goal=cast.draft)
    decide_on_goal(
        item(cast, meeting, title="", goal=cast.goal), by=cast.karin, kind=OutcomeKind.KEEP, words="Det holder."
    )
    carry_over(draft, by=cast.karin, words="Vi nåede det ikke.")
    send_out_minutes(meeting, by=cast.karin)
    assert cast.draft.title in repr(content_now(meeting))
    assert cast.draft.title not in repr(for_staff(content_now(meeting))["items"][0]["title"])
    for address in (at(meeting), f"/meetings/{meeting.id}/minutes.docx", f"/meetings/{meeting.id}"):
        text = said_at(page, cast.emma, address)
        assert cast.draft.title.casefold() not in text, address
    assert "m-0002" in said_at(page, cast.emma, f"/meetings/{meeting.id}/minutes.docx")


def test_a_locked_draft_stays_a_number_for_staff_and_a_name_for_the_committee(page, cast):
    meeting = met(cast, stage="in_session")
    item(cast, meeting, title="", goal=cast.draft)
    send_out_minutes(meeting, by=cast.karin)
    for by, side in ((cast.karin, Side.MANAGEMENT), (cast.trine, Side.EMPLOYEES)):
        approve_minutes(meeting, by=by, side=side, seen=digest_now(meeting))
    address = f"/meetings/{meeting.id}/minutes.docx"
    assert cast.draft.title.casefold() in said_at(page, cast.trine, address)
    assert cast.draft.title.casefold() not in said_at(page, cast.emma, address)
