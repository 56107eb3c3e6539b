"""The first page after sign-in."""

from __future__ import annotations

from flask import Blueprint, render_template

from app.core.access import guard, viewer
from app.core.history import told
from app.overview import queries
from app.overview.beginning import KEEPERS, steps

bp = Blueprint("overview", __name__)


@bp.get("/")
@guard()
def desk() -> str:
    user = viewer()
    events = queries.latest_events(user)
    return render_template(
        "overview/desk.html",
        steps=steps(user.role, queries.beginnings()) if user.role in KEEPERS else [],
        due=queries.reviews_due(user),
        drafts=queries.open_drafts(user),
        unassessed=queries.unassessed(user),
        unit_goals=queries.goals_of_my_unit(user),
        events=list(zip(events, told(events), strict=True)),
    )
