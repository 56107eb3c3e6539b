"""The first page after sign-in, and what one follows."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.core import duties
from app.core.access import guard, viewer
from app.core.addresses import came_from
from app.core.clock import today
from app.core.history import told
from app.core.inbox import address_of
from app.core.languages import gettext as _
from app.overview import queries
from app.overview.beginning import KEEPERS, steps
from app.overview.labels import KINDS
from app.people.models import FollowedKind
from app.people.operations import set_follow
from app.people.queries import last_visit

bp = Blueprint("overview", __name__)

SHOWN = 12  # duties at once; the rest unfolds
SOON = 7  # days


@bp.record_once
def globals_for_templates(state: Any) -> None:
    """What the pages of goals, units and committees need for their follow button."""
    state.app.jinja_env.globals["is_followed"] = lambda kind, thing: queries.is_followed(
        viewer(), FollowedKind(kind), thing
    )


@bp.get("/")
@guard()
def desk() -> str:
    user = viewer()
    since = last_visit(user)
    events = queries.events_in(user, queries.following_of(user), since)
    waiting = [(duty, duties.WORDS[duty.code], duties.what(duty), _urgency(duty)) for duty in duties.of(user)]
    return render_template(
        "overview/desk.html",
        steps=steps(user.role, queries.beginnings()) if user.role in KEEPERS else [],
        waiting=waiting,
        shown=SHOWN,
        drafts=queries.open_drafts(user),
        unassessed=queries.unassessed(user),
        unit_goals=queries.goals_of_my_unit(user),
        since=since,
        events=list(zip(events, told(events), strict=True)),
        page_of=_page_of,
    )


def _page_of(kind: str, key: int) -> str:
    """The address of the page of a thing of which only type and key are known; the desk itself where it has none."""
    found = address_of(kind, key)
    return url_for(found[0], **found[1]) if found else url_for("overview.desk")


def _urgency(duty: duties.Duty) -> str:
    if duty.due_on is None:
        return ""
    days = (duty.due_on - today()).days
    return "late" if days < 0 else "soon" if days <= SOON else ""


@bp.get("/following")
@guard()
def following() -> str:
    return render_template(
        "overview/following.html", things=queries.followed_things(viewer()), kinds=KINDS, page_of=_page_of
    )


@bp.post("/following/<kind>/<int:thing_id>/follow")
@guard(queries.find_followable)
def follow(kind: FollowedKind, thing: Any) -> Response:
    return _set(kind, thing, is_on=True)


@bp.post("/following/<kind>/<int:thing_id>/unfollow")
@guard(queries.find_followable)
def unfollow(kind: FollowedKind, thing: Any) -> Response:
    return _set(kind, thing, is_on=False)


def _set(kind: FollowedKind, thing: Any, *, is_on: bool) -> Response:
    set_follow(viewer(), kind=kind, thing_id=thing.id, is_on=is_on)
    text = _("You follow it now. What happens in it stands on your desk.") if is_on else _("You no longer follow it.")
    flash(text, "good")
    return redirect(came_from() or url_for(".following"))
