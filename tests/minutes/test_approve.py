from app.core import duties
from app.core.db import session
from app.core.operation import operation, record
from app.decisions.operations import note_outcome
from app.meetings.models import Stage
from app.minutes.operations import make_remark, settle_remark
from app.minutes.queries import approvals_of, digest_now, locked_of
from app.organisation.models import Function, Mandate, Seat, Side
from tests import litany
from tests.decisions.answers import fresh
from tests.meetings.answers import private
from tests.minutes.answers import at, held, open_item, out


def approve(page, user, meeting, seen=None):
    return page(user).post(at(meeting, "approve"), {"seen": seen or digest_now(meeting)})


def test_one_of_each_side_locks_them(page, cast):
    meeting = out(cast)
    for _time in range(2):
        approve(page, cast.karin, meeting)
        assert fresh(meeting).stage is Stage.MINUTES_OUT
    approve(page, cast.trine, meeting)
    again = fresh(meeting)
    assert again.stage is Stage.APPROVED
    assert locked_of(again).digest == digest_now(again)
    assert "approved by both sides" in page(cast.trine).get("/notices").words + page(cast.karin).get("/notices").words


def test_what_was_approved_before_a_change_does_not_count(page, cast):
    meeting = out(cast)
    approve(page, cast.karin, meeting)
    note_outcome(open_item(meeting), by=cast.karin, words="Og nye stole.")
    approve(page, cast.trine, meeting)
    assert fresh(meeting).stage is Stage.MINUTES_OUT
    approve(page, cast.karin, meeting)
    assert fresh(meeting).stage is Stage.APPROVED


def test_who_read_an_older_text_reads_again_first(page, cast):
    meeting = out(cast)
    seen = digest_now(meeting)
    note_outcome(open_item(meeting), by=cast.karin, words="Og nye stole.")
    browser = page(cast.trine)
    answer = browser.follow(browser.post(at(meeting, "approve"), {"seen": seen}))
    assert "The minutes have changed since you read them." in answer.words
    assert "Employee" not in answer.words or "not approved yet" in answer.words


def test_a_remark_that_is_not_settled_holds_the_lock_back(page, cast):
    meeting = out(cast)
    remark = make_remark(meeting, by=cast.trine, words="Jeg var der.")
    approve(page, cast.karin, meeting)
    browser = page(cast.trine)
    shown = browser.get(at(meeting))
    assert "can be locked once they are settled" in shown.words
    assert at(meeting, "approve") not in shown.text
    answer = browser.follow(browser.post(at(meeting, "approve"), {"seen": digest_now(meeting)}))
    assert "Settle the remarks first" in answer.words
    assert fresh(meeting).stage is Stage.MINUTES_OUT
    settle_remark(meeting, remark, by=cast.karin, words="Rettet.")
    approve(page, cast.trine, meeting)
    assert fresh(meeting).stage is Stage.APPROVED


def test_one_side_may_approve_while_a_remark_is_open(page, cast):
    meeting = out(cast)
    make_remark(meeting, by=cast.trine, words="Jeg var der.")
    assert at(meeting, "approve") in page(cast.karin).get(at(meeting)).text
    approve(page, cast.karin, meeting)
    assert len(approvals_of(fresh(meeting))) == 1


@operation("test.seated")
def seated(cast, user, *, function=Function.MEMBER):
    """Trine's seat as a plain member's, beside one of the employees' side for another person."""
    own = next(one for one in cast.local.seats if one.user_id == cast.trine.id)
    own.function = function
    session().add(Seat(committee_id=cast.local.id, user_id=user.id, side=Side.EMPLOYEES, mandate=Mandate.SHOP_STEWARD))
    record("test.seated", own, by=None, about=cast.karin)


def waits_for(user):
    return [duty.code for duty in duties.of(user) if duty.code == "minutes.approve"]


def test_of_a_side_without_chair_and_vice_chair_any_member_approves(page, cast):
    seated(cast, cast.frederik)
    meeting = out(cast)
    assert [waits_for(user) for user in (cast.karin, cast.trine, cast.frederik)] == [["minutes.approve"]] * 3
    approve(page, cast.karin, meeting)
    assert "Approve for Employee side" in page(cast.frederik).get(at(meeting)).words
    approve(page, cast.frederik, meeting)
    assert fresh(meeting).stage is Stage.APPROVED
    assert waits_for(cast.trine) == []


def test_where_a_side_has_one_of_them_its_other_members_do_not(page, cast):
    seated(cast, cast.frederik, function=Function.VICE_CHAIR)
    meeting = out(cast)
    assert (waits_for(cast.trine), waits_for(cast.frederik)) == (["minutes.approve"], [])
    litany.forbidden_for(page, at(meeting, "approve"), cast.frederik, method="POST")


def test_litany(page, cast):
    meeting = out(cast)
    path = at(meeting, "approve")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    litany.forbidden_for(page, path, cast.ida, cast.emma, cast.mette, cast.mads, method="POST")
    litany.forbidden_for(page, at(held(cast), "approve"), cast.karin, method="POST")
    litany.forbidden_for(page, at(private(cast, stage=Stage.MINUTES_OUT), "approve"), cast.trine, method="POST")
    litany.refuses(page, path, cast.karin, "GET")
