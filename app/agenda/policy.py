"""Who proposes items, prepares agendas, and keeps the committee's backlog."""

from __future__ import annotations

from app.core.access import rule
from app.core.clock import today
from app.core.languages import lazy
from app.core.settings import setting
from app.dialogue.models import DialogueSession
from app.meetings.deadlines import proposals_by
from app.meetings.models import BEFORE_IT, Item, ItemState, Meeting, Origin
from app.meetings.policy import keeps
from app.meetings.sight import sits_in
from app.organisation.models import Committee
from app.organisation.standing import standing_of
from app.people.models import User

PREPARING = lazy(
    "Only those who keep the meeting can change its agenda: the committee's chair, vice chair and secretary, until the "
    "meeting begins; during it, they can still add an item."
)


@rule(lazy("Only those who sit in the committee can propose an item for its agenda."))
def may_propose(user: User, committee: Committee) -> bool:
    return committee.closed_on is None and sits_in(user, committee.id)


@rule(PREPARING)
def may_arrange(user: User, meeting: Meeting) -> bool:
    return keeps(user, meeting) and meeting.stage in BEFORE_IT


@rule(PREPARING)
def may_add_item(user: User, meeting: Meeting) -> bool:
    return keeps(user, meeting) and not meeting.is_locked and not meeting.minutes_are_out


@rule(lazy("Only those who keep the meeting can change this item, and who proposed it until the meeting is called."))
def may_revise_item(user: User, item: Item) -> bool:
    meeting = item.meeting
    if meeting is None or item.state is not ItemState.OPEN or meeting.is_locked or meeting.minutes_are_out:
        return False
    is_proposer = item.proposed_by_id == user.id and not meeting.agenda_is_out
    return keeps(user, meeting) or is_proposer


@rule(
    lazy(
        "Only those who keep the meeting can move an item to another one, and only before the meeting. "
        "A point of the template belongs to its own meeting."
    )
)
def may_move_item(user: User, item: Item) -> bool:
    return _is_arranged(user, item) and item.origin is not Origin.TEMPLATE


@rule(
    lazy(
        "What somebody has asked to have treated can't be taken off, only moved with a reason. Everything else can be "
        "taken off by those who keep the meeting, before it begins."
    )
)
def may_drop_item(user: User, item: Item) -> bool:
    return _is_arranged(user, item) and item.may_be_dropped


@rule(lazy("Only what was taken off can be put back, by those who keep the meeting, before it begins."))
def may_restore_item(user: User, item: Item) -> bool:
    return item.meeting is not None and may_arrange(user, item.meeting) and item.state is ItemState.DROPPED


@rule(lazy("Only the committee's chair, vice chair and secretary can put what waits onto an agenda."))
def may_put(user: User, item: Item) -> bool:
    return standing_of(user).keeps(item.committee_id)


@rule(lazy("Only the committee's chair, vice chair and secretary can put a dialogue onto an agenda, and only "
           "once it is ended."))  # fmt: skip
def may_take_up(user: User, dialogue: DialogueSession) -> bool:
    return dialogue.is_ended and standing_of(user).keeps(dialogue.committee_id)


def _is_arranged(user: User, item: Item) -> bool:
    return item.meeting is not None and may_arrange(user, item.meeting) and item.state is ItemState.OPEN


def takes_proposals(meeting: Meeting) -> bool:
    """Whether an item can still be proposed for that meeting today."""
    last = proposals_by(meeting.held_on, setting("proposal_days"))
    return meeting.stage in BEFORE_IT and not meeting.is_private and today() <= last
