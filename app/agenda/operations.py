"""The verbs on agendas: draw, add, propose, revise, order, move, take off; and files to an item."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from app.agenda import queries
from app.agenda.notices import tell_of_item
from app.agenda.policy import takes_proposals
from app.core.clock import now, today
from app.core.db import lock, session
from app.core.languages import LANGUAGES, speaking
from app.core.operation import check_version, count_up, keep_back, operation, record
from app.core.settings import setting
from app.core.vault import Kept
from app.dialogue.guide import Question, kept
from app.dialogue.models import DialogueSession
from app.dialogue.operations import MOST_CHOSEN, TooMany
from app.dialogue.papers import gist
from app.goals.models import Goal
from app.meetings.agenda import Change, Suggestion, change, drawn
from app.meetings.models import (
    BEFORE_IT,
    KEPT_ORIGINS,
    Annex,
    Item,
    ItemKind,
    ItemQuestion,
    ItemState,
    Meeting,
    Origin,
)
from app.meetings.points import POINTS, Point, points_of
from app.meetings.queries import bound_to, keepers_of, next_planned, recorded_of, whole_backlog
from app.meetings.sight import circle_of_item
from app.organisation.models import Committee
from app.organisation.standing import audience_key
from app.people.models import User

# The title of an item on a dialogue about the whole area, in Danish as everything that people write there.
PRACTICE = "Sådan måler vi som helhed"
WORKED_ON = ("title", "case_text", "recommendation", "discussion", "moved_reason")


class NotNow(ValueError):
    """As the meeting or the item stands, this can't be done with it."""


class Asked(ValueError):
    """Somebody has asked to have the item treated: it is moved with a reason, and never taken off."""


@operation(
    "meeting_item.drawn", "meeting_item.drawn_anew", "meeting_item.added", "meeting_item.put", "meeting_item.revised"
)
def draw_agenda(meeting: Meeting, by: User | None = None) -> int:
    """Bring a planned meeting's agenda up to what the register says: its fixed points, what comes up and why, and what
    waits in the backlog; how many items are new. What people have worked on, or taken off, stays as it is."""
    if meeting.stage not in BEFORE_IT or meeting.is_private:
        raise NotNow(meeting)
    lock(f"agenda:{meeting.id}")
    session().flush()
    count = len(_lay_points(meeting))
    on = queries.points_on(meeting)
    before = queries.drawn_before(meeting)
    parents = queries.with_parts(meeting)
    now_ = {key: item.id in parents or _is_worked_on(item) for key, item in before.items()}
    what = change(now_, drawn(queries.facts_for(meeting)), elsewhere=queries.moved_away(meeting))
    _apply(what, before)
    made = [_draw(meeting, one, _under(on, one.under)) for one in what.added]
    if count or made:
        record("meeting_item.drawn", meeting, by=by, audience=_members(meeting), count=count + len(made))
    elif what.gone or what.updated:
        record("meeting_item.drawn_anew", meeting, by=by, audience=_members(meeting))
    return count + len(made) + _fetch_waiting(meeting, _under(on, "others"), by)


def _members(meeting: Meeting) -> str | None:
    return audience_key(meeting.committee_id)


def _lay_points(meeting: Meeting) -> list[Item]:
    """The fixed points that the agenda does not have yet, in their order."""
    on = queries.points_on(meeting)
    wanted = points_of(meeting.kind, is_discussion=meeting.is_discussion)
    made = [_point(meeting, point, place) for place, point in enumerate(wanted, 1) if point.key not in on]
    session().add_all(made)
    session().flush()
    return made


def _point(meeting: Meeting, point: Point, place: int) -> Item:
    return Item(
        meeting_id=meeting.id, committee_id=meeting.committee_id, kind=point.kind, origin=Origin.TEMPLATE,
        point=point.key, minutes_planned=point.minutes, place=place,
    )  # fmt: skip


def _under(on: Mapping[str, Item], what: str) -> Item | None:
    """The point under which such items stand; None where it was taken off or there is none."""
    found = [
        item
        for key, item in on.items()
        if key in POINTS and what in POINTS[key].takes and item.state is not ItemState.DROPPED and not item.parent_id
    ]
    return found[0] if found else None


def _is_secret(point: Item | None) -> bool:
    """Whether what stands under that point is confidential with it."""
    return point is not None and point.is_confidential


def _is_worked_on(item: Item) -> bool:
    """Whether people have done anything with what was drawn, so that it must not go by itself."""
    is_as_drawn = (
        item.state is ItemState.OPEN and item.minutes_planned == _minutes(item.goal_id)
        and item.is_confidential == _is_secret(item.parent)
    )  # fmt: skip
    return not is_as_drawn or bool(item.questions or item.annexes) or any(getattr(item, name) for name in WORKED_ON)


def _minutes(goal_id: int | None) -> int:
    """The minutes that an item gets when it is drawn."""
    return int(setting("minutes_per_goal" if goal_id else "minutes_per_item"))


def _apply(what: Change, before: Mapping[str, Item]) -> None:
    for key, reasons in what.updated.items():
        if before[key].reasons != list(reasons):
            before[key].reasons = list(reasons)
    for key in what.gone:
        session().delete(before[key])
    session().flush()


def _draw(meeting: Meeting, one: Suggestion, parent: Item | None) -> Item:
    parent_id = parent.id if parent is not None else None
    item = Item(
        meeting_id=meeting.id, committee_id=meeting.committee_id, kind=one.kind, origin=Origin.REGISTER,
        drawn_key=one.key, reasons=list(one.reasons), goal_id=one.goal_id, parent_id=parent_id,
        title="", point="" if one.goal_id else f"drawn.{one.key.split(':')[0]}", is_confidential=_is_secret(parent),
        minutes_planned=_minutes(one.goal_id), place=queries.next_place(meeting, parent_id),
    )  # fmt: skip
    session().add(item)
    session().flush()
    return item


def _fetch_waiting(meeting: Meeting, parent: Item | None, by: User | None) -> int:
    """What was lifted, answered, carried or proposed and waits comes onto the committee's first planned meeting."""
    first = next_planned(meeting.committee_id, today())
    if first is None or first.id != meeting.id:
        return 0
    waiting = [item for item in whole_backlog(meeting.committee_id) if item.origin in KEPT_ORIGINS]
    for item in waiting:
        put_item(item, meeting, by=by, parent=parent)
    return len(waiting)


@operation("meeting_item.put", "meeting_item.revised")
def put_item(item: Item, meeting: Meeting, *, by: User | None, parent: Item | None = None) -> None:
    """Put an item of the backlog onto an agenda of the same committee."""
    if not _takes(meeting, item):
        raise NotNow(meeting)
    _let_go(item, meeting)
    item.meeting_id = meeting.id
    _stand_under(item, parent)
    item.place = queries.next_place(meeting, item.parent_id)
    session().flush()
    session().expire(item, ["meeting", "parent"])
    record("meeting_item.put", item, by=by, about=meeting, audience=circle_of_item(item))
    _keep_back(item, by)


def _stand_under(item: Item, point: Item | None) -> None:
    item.parent_id = point.id if point is not None else None
    item.is_confidential = item.is_confidential or _is_secret(point)


def _keep_back(item: Item, by: User | None) -> None:
    """Let what is confidential be so from its beginning on, in every history, and with all that holds the same: its
    parts, and what was made of it elsewhere. Nothing is done where an item is open."""
    if not item.is_confidential:
        return
    keep_back(item, recorded_of(item), audience=audience_key(item.committee_id))
    for one in bound_to(item):
        one.is_confidential = True
        _record("meeting_item.revised", one, by)
        _keep_back(one, by)


def _takes(meeting: Meeting, item: Item) -> bool:
    """Whether an item can come to that meeting: one of its committee's own that has not begun."""
    return meeting.stage in BEFORE_IT and meeting.committee_id == item.committee_id and not meeting.is_private


def _let_go(item: Item, meeting: Meeting) -> None:
    """An item that comes to an agenda on which the register has put the same already is no longer the register's."""
    if queries.is_drawn_on(meeting, item.drawn_key, besides=item):
        item.drawn_key = None


@operation("meeting_item.added")
def add_item(
    meeting: Meeting | None, *, committee: Committee, by: User | None, origin: Origin = Origin.CHAIR,
    parent: Item | None = None, goal: Goal | None = None, kind: ItemKind = ItemKind.DISCUSSION, **answers: Any,
) -> Item:  # fmt: skip
    """Add an item to an agenda, or to the committee's backlog where there is no meeting."""
    if meeting is not None and (meeting.is_locked or meeting.minutes_are_out):
        raise NotNow(meeting)
    item = _new(meeting, committee, by, origin=origin, parent=parent, goal=goal, kind=kind, **answers)
    record("meeting_item.added", item, by=by, about=meeting or committee, audience=circle_of_item(item))
    if meeting is not None:
        count_up(meeting, "pulse")
    return item


def _new(
    meeting: Meeting | None, committee: Committee, by: User | None, *, parent: Item | None, goal: Goal | None = None,
    kind: ItemKind = ItemKind.DISCUSSION, **more: Any,
) -> Item:  # fmt: skip
    parent_id = parent.id if parent is not None else None
    more["is_confidential"] = more.get("is_confidential", False) or _is_secret(parent)
    item = Item(
        committee_id=committee.id, meeting_id=meeting.id if meeting else None, kind=kind,
        goal_id=goal.id if goal else None, parent_id=parent_id, created_by_id=by.id if by else None,
        place=queries.next_place(meeting, parent_id) if meeting else 0,
        **{"minutes_planned": _minutes(goal.id if goal else None)} | more,
    )  # fmt: skip
    session().add(item)
    session().flush()
    return item


@operation("meeting_item.proposed")
def propose_item(committee: Committee, *, by: User, meeting: Meeting | None = None, **answers: Any) -> Item:
    """Propose an item. It stands on the agenda at once; where that is too late, on the next meeting's, or it waits in
    the backlog. Nobody can refuse it."""
    if meeting is not None and not takes_proposals(meeting):
        meeting = next((one for one in queries.planned_meetings(committee) if takes_proposals(one)), None)
    reason = {"code": "proposed", "name": by.name}
    parent = _under(queries.points_on(meeting), "others") if meeting is not None else None
    item = _new(
        meeting, committee, by, origin=Origin.PROPOSAL, parent=parent, proposed_by_id=by.id, proposed_at=now(),
        reasons=[reason], **answers,
    )  # fmt: skip
    record("meeting_item.proposed", item, by=by, about=meeting or committee, audience=circle_of_item(item))
    about = meeting if meeting is not None else Meeting(committee_id=committee.id)
    tell_of_item(item, "meeting_item.proposed", keepers_of(about), by=by)
    if meeting is not None:
        count_up(meeting, "pulse")
    return item


@operation("meeting_item.revised")
def revise_item(item: Item, *, by: User, version: int | None = None, **answers: Any) -> bool:
    """Change what an item says; whether anything was changed. Made confidential, it is so from its beginning on, with
    its parts; a part of a confidential point can't be opened."""
    check_version(item, version)
    _stands_open(item)
    if answers.get("parent_id") and item.id in queries.with_parts(item.meeting):
        raise NotNow(item)  # parts have no parts of their own
    if _is_secret(queries.get_item(answers.get("parent_id", item.parent_id))):
        answers["is_confidential"] = True
    changed = [name for name, value in answers.items() if getattr(item, name) != value]
    if not changed:
        return False
    before = circle_of_item(item)
    for name in changed:
        setattr(item, name, answers[name])
    _record("meeting_item.revised", item, by, audience=before or circle_of_item(item))
    _keep_back(item, by)
    return True


@operation("meeting_item.ordered")
def order_items(meeting: Meeting, keys: Sequence[int], *, by: User, parent_id: int | None = None) -> bool:
    """Put the items of one level into that order; those that are not named come after them as they stood."""
    if meeting.stage not in BEFORE_IT:
        raise NotNow(meeting)
    items = [item for item in meeting.items if item.parent_id == parent_id and item.state is not ItemState.DROPPED]
    wanted = {key: place for place, key in enumerate(keys)}
    ordered = sorted(items, key=lambda item: (wanted.get(item.id, len(wanted)), item.place, item.id))
    if ordered == sorted(items, key=lambda item: (item.place, item.id)):
        return False
    for place, item in enumerate(ordered, 1):
        item.place = place
    record("meeting_item.ordered", meeting, by=by, audience=_members(meeting))
    count_up(meeting, "pulse")
    return True


@operation("meeting_item.moved", "meeting_item.revised")
def move_item(item: Item, *, by: User, to: Meeting | None, reason: str, version: int | None = None) -> None:
    """Move an item to another meeting of the committee, or to its backlog, and say why."""
    check_version(item, version)
    _stands_open(item)
    meeting = item.meeting
    if item.origin is Origin.TEMPLATE or meeting is None or meeting.stage not in BEFORE_IT:
        raise NotNow(item)
    if to is not None and not _takes(to, item):
        raise NotNow(to)
    circle = circle_of_item(item)
    parent = _under(queries.points_on(to), "others") if to is not None else None
    _stand_under(item, parent)
    if to is not None:
        _let_go(item, to)
    item.meeting_id, item.moved_reason = to.id if to is not None else None, reason
    item.place = queries.next_place(to, item.parent_id) if to is not None else 0
    session().flush()
    session().expire(item, ["meeting", "parent"])
    record("meeting_item.moved", item, by=by, about=meeting, audience=circle)
    count_up(meeting, "pulse")
    _keep_back(item, by)
    if item.proposed_by_id is not None:
        tell_of_item(item, "meeting_item.moved", {item.proposed_by_id}, by=by)


@operation("meeting_item.dropped")
def drop_item(item: Item, *, by: User, version: int | None = None) -> None:
    """Take an item off an agenda. Asked where somebody has asked to have it treated."""
    check_version(item, version)
    _stands_open(item)
    if not item.may_be_dropped:
        raise Asked(item)
    item.state = ItemState.DROPPED
    _record("meeting_item.dropped", item, by)


@operation("meeting_item.restored")
def restore_item(item: Item, *, by: User, version: int | None = None) -> None:
    """Put an item that was taken off back onto its agenda."""
    check_version(item, version)
    if item.state is not ItemState.DROPPED or item.meeting is None or item.meeting.stage not in BEFORE_IT:
        raise NotNow(item)
    item.state = ItemState.OPEN
    _record("meeting_item.restored", item, by)


@operation("meeting_item.asked")
def set_questions(
    item: Item, questions: Iterable[Question], *, by: User, seen: Collection[str] | None = None
) -> bool:  # fmt: skip
    """Choose an item's dialogue questions, in their order and in the words that they have now; whether that changed
    anything. A question that is answered stays although it is not chosen any more, and so does what somebody else has
    chosen meanwhile, where `seen` are the keys of those that were chosen before. The item's version does not move:
    whoever writes on it at the same time loses nothing. TooMany for more than anybody gets round."""
    _stands_open(item)
    lock(f"questions:{item.id}")
    session().refresh(item, ["questions"])
    wanted, now_ = {one.key: one for one in questions}, {one.key: one for one in item.questions}
    keys = [*wanted, *kept(item.questions, wanted, seen)]
    if len(keys) > MOST_CHOSEN:
        raise TooMany(item)
    if keys == [one.key for one in item.questions]:
        return False
    item.questions = [now_[key] if key in now_ else _asked(wanted[key]) for key in keys]
    for place, one in enumerate(item.questions):
        one.place = place
    _record("meeting_item.asked", item, by, also={"questions": (len(now_), len(keys))})
    return True


def _asked(question: Question) -> ItemQuestion:
    return ItemQuestion(key=question.key, da=question.da, en=question.en)


@operation("meeting_item.taken_up", "meeting_item.added")
def take_up(
    dialogue: DialogueSession, meeting: Meeting, *, by: User, kind: ItemKind, is_confidential: bool = False
) -> Item:  # fmt: skip
    """Put an ended dialogue of the committee onto one of its agendas, as an item of its own that holds what it came to.
    Where it stands there already, that item holds it as it is now."""
    if meeting.committee_id != dialogue.committee_id or meeting.is_private or not dialogue.is_ended:
        raise NotNow(meeting)
    lock(f"agenda:{meeting.id}")
    brought = {code: _gist(dialogue, code) for code in LANGUAGES}
    if (there := queries.with_dialogue(meeting, dialogue)) is not None and there.is_confidential == is_confidential:
        if there.brought != brought:
            there.brought = brought
            _record("meeting_item.taken_up", there, by)
        return there
    parent = _under(queries.points_on(meeting), "others" if dialogue.goal is None else "goals")
    item = add_item(
        meeting, committee=meeting.committee, by=by, parent=parent, goal=dialogue.goal, kind=kind,
        title=PRACTICE if dialogue.goal is None else "", is_confidential=is_confidential, dialogue_id=dialogue.id,
        brought=brought,
    )  # fmt: skip
    _record("meeting_item.taken_up", item, by)
    return item


def _gist(dialogue: DialogueSession, code: str) -> dict[str, Any]:
    with speaking(code):
        return gist(dialogue)


@operation("meeting_annex.added")
def add_annex(item: Item, kept: Kept, *, by: User, name: str, media_type: str) -> Annex:
    """Say of a file in the vault that it belongs to an item."""
    annex = Annex(
        item=item, name=name, media_type=media_type, size=kept.size, digest=kept.digest, stored=kept.stored,
        added_by_id=by.id,
    )  # fmt: skip
    session().add(annex)
    session().flush()
    record("meeting_annex.added", annex, by=by, about=_about(item), audience=circle_of_item(item))
    return annex


@operation("meeting_annex.removed")
def remove_annex(annex: Annex, *, by: User) -> None:
    """Take a file away from an item. That it was there stays in the history; its content is forgotten."""
    annex.removed_at = now()
    record("meeting_annex.removed", annex, by=by, about=_about(annex.item), audience=circle_of_item(annex.item))


def _stands_open(item: Item) -> None:
    is_over = item.meeting is not None and (item.meeting.is_locked or item.meeting.minutes_are_out)
    if item.state is not ItemState.OPEN or is_over:
        raise NotNow(item)


def _about(item: Item) -> Meeting | Committee:
    return item.meeting if item.meeting is not None else item.committee


def _record(code: str, item: Item, by: User | None, *, audience: str | None = None, also: Any = None) -> None:
    record(code, item, by=by, about=_about(item), audience=audience or circle_of_item(item), also=also)
    if item.meeting is not None:
        count_up(item.meeting, "pulse")
