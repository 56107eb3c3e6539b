"""What agendas are drawn from, and where items can go."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from app.actions.queries import overdue_in
from app.comments.models import Comment, Visibility
from app.core.clock import today
from app.core.db import session
from app.core.settings import setting
from app.core.waiting import late_before
from app.dialogue.models import DialogueSession
from app.goals.models import Goal, RiskLevel, Status
from app.goals.queries import TYPED_NUMBER, find_by_number
from app.goals.queries import visible_to as visible_goals
from app.hearings.models import Briefing, Hearing, Phase, Stage
from app.meetings.agenda import Facts, GoalFacts
from app.meetings.models import Annex, Item, ItemState, Meeting, MeetingKind, Origin
from app.meetings.models import Stage as MeetingStage
from app.meetings.queries import find_item, last_before
from app.organisation.areas import nearest_of
from app.organisation.models import Committee, Unit
from app.organisation.queries import areas_of_committees
from app.people.models import User
from app.risks.models import Assessment, Rating

ALIVE = (Status.IN_HEARING, Status.IN_FORCE)
MOST_GOALS = 2_000  # of one committee's own area
SUGGESTED = 40
MOST_MEETINGS = 30
MOST_DROPPED = 100


def facts_for(meeting: Meeting) -> Facts:
    """Everything that the agenda of a meeting is drawn from. A fixed number of queries."""
    goals = goals_nearest(meeting.committee_id)
    paths = [path for key, path in areas_of_committees() if key == meeting.committee_id]
    return Facts(
        held_on=meeting.held_on, today=today(), goals=_about(meeting, goals), unapproved=_unapproved(meeting),
        overdue_actions=len(overdue_in(paths)),
    )  # fmt: skip


def goals_nearest(committee_id: int) -> list[Goal]:
    """The goals in hearing or in force to which no committee is nearer than this one."""
    areas = areas_of_committees()
    own = [path for key, path in areas if key == committee_id]
    under = sa.or_(sa.false(), *(Unit.path.startswith(path, autoescape=True) for path in own))
    wanted = sa.select(Goal).join(Goal.unit).options(joinedload(Goal.unit)).where(under, Goal.status.in_(ALIVE))
    found = session().scalars(wanted.order_by(Goal.number).limit(MOST_GOALS))
    return [goal for goal in found if committee_id in nearest_of(goal.unit, areas)]


def _about(meeting: Meeting, goals: Sequence[Goal]) -> list[GoalFacts]:
    keys = [goal.id for goal in goals]
    hearings, late, raised, owed = _hearings(meeting, keys), _late(keys), _raised(meeting, keys), _owed(keys)
    return [
        GoalFacts(
            goal_id=goal.id, number=goal.number, review_on=goal.next_review_on, hearing_until=hearings.get(goal.id),
            late_questions=late.get(goal.id, 0), is_high=goal.risk_level is RiskLevel.HIGH,
            is_raised=goal.id in raised, owes_result=goal.id in owed,
        )
        for goal in goals
    ]  # fmt: skip


def _hearings(meeting: Meeting, keys: Collection[int]) -> Mapping[int, date]:
    """By goal the deadline of its hearing in this committee, where that ends before the meeting."""
    wanted = sa.select(Hearing.goal_id, Hearing.deadline).where(
        Hearing.goal_id.in_(keys), Hearing.committee_id == meeting.committee_id, Hearing.stage == Stage.OPEN,
        Hearing.deadline <= meeting.held_on,
    )  # fmt: skip
    return {key: deadline for key, deadline in session().execute(wanted) if deadline is not None}


def _late(keys: Collection[int]) -> Mapping[int, int]:
    """By goal how many questions have waited past the limit; only those that everybody can read are counted."""
    before = late_before(today(), setting("answer_days"))
    wanted = sa.select(Comment.goal_id, sa.func.count()).where(
        Comment.goal_id.in_(keys), Comment.visibility == Visibility.ALL, Comment.open_since < before
    )
    return {key: int(count) for key, count in session().execute(wanted.group_by(Comment.goal_id))}


def _raised(meeting: Meeting, keys: Collection[int]) -> set[int]:
    """The goals whose newest finished assessment says worse than the one before it, and that since the last meeting."""
    last = last_before(meeting)
    newest_first = (Assessment.assessed_on.desc(), Assessment.id.desc())
    place = sa.func.row_number().over(partition_by=Assessment.goal_id, order_by=newest_first).label("place")
    ranked = sa.select(Assessment.id, Assessment.goal_id, Assessment.assessed_on, place)
    latest = ranked.where(Assessment.finished_at.is_not(None), Assessment.goal_id.in_(keys)).subquery()
    worst = sa.func.coalesce(sa.func.max(Rating.probability * Rating.consequence), 0)
    columns = (latest.c.goal_id, latest.c.place, latest.c.assessed_on)
    wanted = sa.select(*columns, worst).outerjoin(Rating, Rating.assessment_id == latest.c.id)
    rows = session().execute(wanted.where(latest.c.place <= 2).group_by(*columns)).all()
    before = {goal_id: number for goal_id, at, _day, number in rows if at == 2}
    return {
        goal_id
        for goal_id, at, day, number in rows
        if at == 1 and goal_id in before and number > before[goal_id] and (last is None or day >= last.held_on)
    }


def _owed(keys: Collection[int]) -> set[int]:
    """The goals whose result was told to the staff group and not yet to a committee."""
    wanted = sa.select(Briefing.goal_id).where(
        Briefing.goal_id.in_(keys), Briefing.phase == Phase.AFTER, Briefing.group_on.is_not(None),
        Briefing.committee_on.is_(None),
    )  # fmt: skip
    return set(session().scalars(wanted))


def _unapproved(meeting: Meeting) -> tuple[int, date] | None:
    last = last_before(meeting)
    is_waiting = last is not None and last.stage is MeetingStage.MINUTES_OUT
    return (last.id, last.held_on) if last is not None and is_waiting else None


def drawn_before(meeting: Meeting) -> Mapping[str, Item]:
    """All that was ever drawn onto a meeting's agenda, by its key, also what was taken off again."""
    wanted = sa.select(Item).where(Item.meeting_id == meeting.id, Item.drawn_key.is_not(None))
    return {
        str(item.drawn_key): item
        for item in session().scalars(wanted.options(selectinload(Item.questions), selectinload(Item.annexes)))
    }


def moved_away(meeting: Meeting) -> set[str]:
    """What people moved from one agenda of the committee to another, or to the backlog, where it still waits: by the
    key it is drawn from."""
    wanted = sa.select(Item.drawn_key, Item.goal_id, Item.point).where(
        Item.committee_id == meeting.committee_id, Item.origin == Origin.REGISTER, Item.state == ItemState.OPEN,
        Item.moved_reason != "", sa.or_(Item.meeting_id.is_(None), Item.meeting_id != meeting.id),
    )  # fmt: skip
    return {
        key or (f"goal:{goal}" if goal else point.removeprefix("drawn."))
        for key, goal, point in session().execute(wanted)
    }


def is_drawn_on(meeting: Meeting, drawn_key: str | None, *, besides: Item) -> bool:
    """Whether another item of the meeting was drawn from the same thing."""
    wanted = sa.select(Item.id).where(Item.meeting_id == meeting.id, Item.drawn_key == drawn_key, Item.id != besides.id)
    return drawn_key is not None and session().scalar(wanted.limit(1)) is not None


def with_parts(meeting: Meeting | None) -> set[int]:
    """The keys of the items of a meeting under which others stand."""
    if meeting is None:
        return set()
    wanted = sa.select(Item.parent_id).where(Item.meeting_id == meeting.id, Item.parent_id.is_not(None))
    return {key for key in session().scalars(wanted) if key is not None}


def dropped_from(meeting: Meeting) -> list[Item]:
    """What was taken off a meeting's agenda, to be put back."""
    wanted = sa.select(Item).where(Item.meeting_id == meeting.id, Item.state == ItemState.DROPPED).order_by(Item.id)
    return list(session().scalars(wanted.options(joinedload(Item.goal).joinedload(Goal.unit)).limit(MOST_DROPPED)))


def find_line(user: User, *, meeting_id: int, item_id: int) -> tuple[Item, Meeting] | None:
    """An item as `find_item` finds it, the item first."""
    found = find_item(user, meeting_id=meeting_id, item_id=item_id)
    return (found[1], found[0]) if found is not None else None


def points_on(meeting: Meeting) -> Mapping[str, Item]:
    """The fixed points of a meeting's agenda by their keys, also those that were taken off."""
    wanted = sa.select(Item).where(Item.meeting_id == meeting.id, Item.point != "").order_by(Item.place)
    return {item.point: item for item in session().scalars(wanted)}


def next_place(meeting: Meeting, parent_id: int | None) -> int:
    """The place after the last one under that point, or of the whole agenda."""
    wanted = sa.select(sa.func.max(Item.place)).where(Item.meeting_id == meeting.id, Item.parent_id == parent_id)
    return int(session().scalar(wanted) or 0) + 1


def to_be_drawn(until: date) -> list[Meeting]:
    """The planned meetings up to that day whose agendas the register keeps up to date."""
    wanted = sa.select(Meeting).options(joinedload(Meeting.committee))
    wanted = wanted.where(Meeting.stage == MeetingStage.PLANNED, Meeting.held_on.between(today(), until))
    return list(session().scalars(wanted.where(Meeting.kind != MeetingKind.PRE_MEETING).order_by(Meeting.id)))


def planned_meetings(committee: Committee, *, besides: int = 0) -> list[Meeting]:
    """The committee's meetings from today on that have not begun, to which items can go."""
    wanted = sa.select(Meeting).options(joinedload(Meeting.committee)).where(
        Meeting.committee_id == committee.id, Meeting.id != besides, Meeting.held_on >= today(),
        Meeting.kind != MeetingKind.PRE_MEETING,
        Meeting.stage.in_([MeetingStage.PLANNED, MeetingStage.CALLED]),
    )  # fmt: skip
    return list(session().scalars(wanted.order_by(Meeting.held_on, Meeting.id).limit(MOST_MEETINGS)))


def open_meetings(committee: Committee) -> list[Meeting]:
    """The committee's meetings that an item can still be added to: those to come, and one that is being held."""
    wanted = sa.select(Meeting).options(joinedload(Meeting.committee)).where(
        Meeting.committee_id == committee.id, Meeting.kind != MeetingKind.PRE_MEETING,
        sa.or_(
            Meeting.stage == MeetingStage.IN_SESSION,
            sa.and_(Meeting.held_on >= today(), Meeting.stage.in_([MeetingStage.PLANNED, MeetingStage.CALLED])),
        ),
    )  # fmt: skip
    return list(session().scalars(wanted.order_by(Meeting.held_on, Meeting.id).limit(MOST_MEETINGS)))


def get_item(item_id: int | None) -> Item | None:
    return session().get(Item, item_id) if item_id is not None else None


def with_dialogue(meeting: Meeting, dialogue: DialogueSession) -> Item | None:
    """The item of a meeting on which a dialogue stands, unless it was taken off."""
    wanted = sa.select(Item).where(Item.meeting_id == meeting.id, Item.dialogue_id == dialogue.id)
    return session().scalar(wanted.where(Item.state != ItemState.DROPPED).order_by(Item.id).limit(1))


def get_meeting(meeting_id: int) -> Meeting | None:
    return session().get(Meeting, meeting_id)


def fixed_points(meeting: Meeting) -> list[Item]:
    """The points of an agenda under which items can stand, in their order."""
    wanted = sa.select(Item).where(Item.meeting_id == meeting.id, Item.parent_id.is_(None))
    wanted = wanted.where(Item.state != ItemState.DROPPED).order_by(Item.place, Item.id)
    return list(session().scalars(wanted.options(joinedload(Item.goal).joinedload(Goal.unit))))


def find_annex(user: User, *, meeting_id: int, item_id: int, annex_id: int) -> tuple[Item, Meeting, Annex] | None:
    """A file that was not removed, looked up inside an item that the person may read."""
    found = find_line(user, meeting_id=meeting_id, item_id=item_id)
    if found is None:
        return None
    annex = next((one for one in found[0].annexes if one.id == annex_id), None)
    return (*found, annex) if annex is not None else None


def suggested_goals(user: User, committee: Committee) -> list[str]:
    """Some goals of the committee's area that the person sees."""
    under = [Unit.path.startswith(area.unit.path, autoescape=True) for area in committee.areas]
    area = sa.select(Unit.id).where(sa.or_(sa.false(), *under))
    wanted = visible_goals(user).where(Goal.status != Status.RETIRED, Goal.unit_id.in_(area)).order_by(Goal.number)
    return [f"{goal.code} {goal.title}" for goal in session().scalars(wanted.limit(SUGGESTED)).unique()]


def read_goal(user: User, committee: Committee, typed: str) -> tuple[int, str]:
    """(id, label) of the goal whose number was typed. LookupError where the person sees none of that number, or it does
    not lie in the committee's area."""
    match = TYPED_NUMBER.match(typed)
    goal = find_by_number(user, int(match[1])) if match else None
    if goal is None or not any(goal.unit.lies_under(area.unit.path) for area in committee.areas):
        raise LookupError(typed)
    return goal.id, f"{goal.code} {goal.title}"
