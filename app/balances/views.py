"""Reading a goal's balances, and how they have been read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from markupsafe import Markup

from app.balances import operations, queries
from app.balances.drift import drift, told
from app.balances.forms import ReadForm, as_typed
from app.balances.labels import NAMES, READERS
from app.balances.models import BALANCES, Reading
from app.balances.policy import may_read_balances
from app.balances.scale import beginning, spoken, stop
from app.balances.tracks import marks_in_use, tracks
from app.core.access import guard, viewer
from app.core.languages import gettext as _
from app.goals.models import Goal
from app.goals.queries import find_goal

bp = Blueprint("balances", __name__, url_prefix="/goals")

# What the templates of this room say in words.
WORDS = {"names": NAMES, "readers": READERS, "stop": stop, "told": told, "spoken": spoken, "beginning": beginning}


@bp.get("/<int:goal_id>/balances")
@guard(find_goal)
def index(goal: Goal) -> str:
    readings = queries.readings_of(goal)
    return render_template("balances/index.html", goal=goal, dated=drift(readings), **_shown(readings))


@bp.route("/<int:goal_id>/balances/read", methods=["GET", "POST"])
@guard(find_goal, may_read_balances)
def read(goal: Goal) -> Any:
    last = queries.latest_reading(goal)
    form = ReadForm(data=as_typed(last))
    if form.validate_on_submit():
        if form.says_the_same(last):
            flash(_("Nothing has moved, so nothing is saved."), "info")
            return redirect(url_for(".index", goal_id=goal.id))
        operations.read_balances(goal, by=viewer(), places=form.places, wishes=form.wishes, reasons=form.reasons)
        flash(_("The balances are read."), "good")
        return redirect(url_for(".index", goal_id=goal.id))
    return render_template(
        "balances/read.html", goal=goal, form=form, last=last, for_owner=goal.owner_id != viewer().id
    )


def card(goal: Goal) -> Markup:
    """Where the goal stands, as a part of the goal's page."""
    readings = queries.readings_of(goal)
    return Markup(render_template("balances/_card.html", goal=goal, **_shown(readings)))  # noqa: S704 - our own template


def _shown(readings: Sequence[Reading]) -> dict[str, Any]:
    found = tracks(readings)
    return {"readings": readings, "tracks": found, "marks": marks_in_use(found), "words": WORDS, "balances": BALANCES}
