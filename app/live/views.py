"""The session view and those who follow it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.agenda.queries import find_line
from app.balances import views as balance_views
from app.core.access import guard, viewer
from app.core.clock import now as this_moment
from app.core.keys import key
from app.core.languages import language
from app.decisions import views as decision_views
from app.decisions.models import Outcome
from app.decisions.queries import outcomes_of
from app.goals.models import Status
from app.live import operations
from app.live.clockwork import progress
from app.live.policy import may_follow, may_present, may_sit
from app.live.queries import around, find_followed
from app.load.queries import load_of
from app.meetings.models import Item, Meeting, Presence, Stage
from app.meetings.queries import agenda_of, find_agenda
from app.meetings.sight import Line, sees_confidential
from app.risks import views as risk_views

bp = Blueprint("live", __name__)

HERE = frozenset({Presence.PRESENT, Presence.PART})


@bp.get("/meetings/<int:meeting_id>/session")
@guard(find_agenda, may_sit)
def show(meeting: Meeting) -> str:
    """One item at a time, with everything that there is to know about it and to record on it."""
    lines = agenda_of(viewer(), meeting)
    line = _chosen(lines, request.args.get("item", type=key) or meeting.shown_item_id)
    outcomes = outcomes_of(meeting)
    return render_template(
        "live/show.html", meeting=meeting, lines=lines, line=line,
        **(_on_item(meeting, line, lines, outcomes) if line is not None else {}),
        strip=decision_views.strip(meeting, line.item) if line is not None else "",
        progress=progress(lines, line.item.id if line else None, meeting.opened_at, this_moment()),
        here=sum(row.presence in HERE for row in meeting.attendances),
        saved_at=max((one.recorded_at for found in outcomes.values() for one in found), default=None),
    )  # fmt: skip


def _chosen(lines: Sequence[Line], item_id: int | None) -> Line | None:
    """The item that is asked for or on the projector; else the first that is not treated, or the first."""
    chosen = next((line for line in lines if line.item.id == item_id), None)
    waiting = next((line for line in lines if line.item.state.value == "open"), None)
    return chosen or waiting or (lines[0] if lines else None)


def _on_item(
    meeting: Meeting, line: Line, lines: Sequence[Line], outcomes: Mapping[int, Sequence[Outcome]]
) -> dict[str, Any]:
    """What stands on the wall about an item: nothing that a whole room may not read."""
    item, goal = line.item, line.item.goal
    shown: dict[str, Any] = {
        "outcomes": outcomes.get(item.id, ()), "parts": [one for one in lines if one.item.parent_id == item.id],
        "goal": None, "balances": "", "risks": "",
    }  # fmt: skip
    if goal is not None and goal.status is not Status.DRAFT:
        shown |= {
            "goal": goal, "balances": balance_views.board(goal, meeting.committee_id), "risks": risk_views.board(goal),
            "around": around(viewer(), goal), "load": load_of(viewer(), goal.unit),
        }  # fmt: skip
    return shown


@bp.post("/meetings/<int:meeting_id>/items/<int:item_id>/present")
@guard(find_line, may_present)
def present(item: Item, meeting: Meeting) -> Response:
    """Let the whole room see that item."""
    operations.present_item(meeting, item)
    return redirect(url_for("live.show", meeting_id=meeting.id, item=item.id))


@bp.get("/meetings/<int:meeting_id>/follow")
@guard(find_agenda, may_follow)
def follow(meeting: Meeting) -> str:
    """What the room looks at, for the wall and for those who sit there with their own screens."""
    return render_template("live/follow.html", meeting=meeting, **_now(meeting))


def _now(meeting: Meeting) -> dict[str, Any]:
    """The item that is shown, for those who may read it; nothing once the meeting is over."""
    lines = agenda_of(viewer(), meeting) if meeting.stage is Stage.IN_SESSION else []
    line = next((one for one in lines if one.item.id == meeting.shown_item_id), None)
    on_item = _on_item(meeting, line, lines, outcomes_of(meeting)) if line is not None else {}
    return {"line": line, "is_kept_back": line is None and meeting.shown_item_id is not None, **on_item}


@bp.get("/meetings/<int:meeting_id>/now")
@guard(find_followed, may_follow)
def now(meeting: Meeting) -> Response:
    """The same as a part of a page. It is asked for again and again, and mostly answered with an empty 304."""
    tag = _tag(meeting)
    if tag in request.if_none_match:
        return Response(status=304, headers={"ETag": f'"{tag}"', "Cache-Control": "private, no-store"})
    answer = jsonify(html=render_template("live/_now.html", meeting=meeting, **_now(meeting)))
    answer.set_etag(tag)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _tag(meeting: Meeting) -> str:
    """Differs whenever what this person would see differs."""
    circle = "all" if sees_confidential(viewer(), meeting) else "open"
    return f"{meeting.id}-{meeting.pulse}-{meeting.version}-{meeting.shown_item_id or 0}-{circle}-{language()}"
