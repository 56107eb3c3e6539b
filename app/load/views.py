"""Goal load, and goals that pull against each other."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.core.access import guard, viewer
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.core.settings import setting
from app.goals.models import Goal
from app.goals.queries import find_goal
from app.load import operations, queries
from app.load.forms import EndForm, MarkForm
from app.load.lists import GOALS_OF_UNIT, LOAD, row_each, row_hours
from app.load.measure import persons_of
from app.load.models import Tension
from app.load.policy import may_end, may_mark
from app.organisation.models import Unit
from app.organisation.queries import find_unit

bp = Blueprint("load", __name__)


@bp.record_once
def globals_for_templates(state: Any) -> None:
    """What the cells of the lists need; they are drawn without a page around them."""
    state.app.jinja_env.globals.update(
        load_hours=row_hours, load_each=row_each, load_limit=setting,
        load_persons=lambda goal: persons_of(goal.measured_count, goal.unit.headcount),
    )  # fmt: skip


def card(goal: Goal) -> Markup:
    """What pulls against the goal, and what its group has to carry, as a part of the goal's page."""
    user = viewer()
    page = render_template(
        "load/_card.html", goal=goal, tensions=queries.tensions_of(user, goal), row=queries.load_of(user, goal.unit)
    )
    return Markup(page)  # noqa: S704 - our own template


@bp.get("/load")
@guard()
def index() -> str:
    """What the goals ask of each unit."""
    page = LOAD.read(queries.load_of_open_units(viewer()), request.args, path=request.path)
    return render_template("load/index.html", listing=page, weeks=setting("work_weeks"))


@bp.get("/load/<int:unit_id>")
@guard(find_unit)
def show(unit: Unit) -> str:
    """The goals of one unit with what each asks, and how they pull."""
    user = viewer()
    return render_template(
        "load/show.html", unit=unit, row=queries.load_of(user, unit),
        listing=GOALS_OF_UNIT.read(queries.goals_of_unit(user, unit), request.args, path=request.path),
        above=queries.goals_from_above(user, unit), tensions=queries.tensions_in(user, unit),
        ended=queries.ended_tensions_in(user, unit), weeks=setting("work_weeks"),
    )  # fmt: skip


@bp.route("/goals/<int:goal_id>/tensions/mark", methods=["GET", "POST"])
@guard(find_goal, may_mark)
def mark(goal: Goal) -> Any:
    form = MarkForm()
    form.other_id.offer(
        partial(queries.read_against, viewer(), goal), now=None, suggestions=queries.suggested_against(viewer(), goal)
    )
    if form.validate_on_submit():
        other = find_goal(viewer(), goal_id=form.other_id.data)
        try:
            assert other is not None  # noqa: S101 - it has just been read
            operations.mark_tension(goal, other, by=viewer(), words=form.words.data)
        except operations.AlreadyMarked:  # by somebody else in the same moment
            form.other_id.errors = [_("The two are marked already.")]
        else:
            flash(_("It is marked. Those who answer for the two goals are told."), "good")
            return _to(goal)
    return render_template("load/mark.html", goal=goal, form=form)


@bp.route("/load/tensions/<int:tension_id>/end", methods=["GET", "POST"])
@guard(queries.find_tension, may_end)
def end(tension: Tension) -> Any:
    form = EndForm(obj=tension)
    if form.validate_on_submit():
        try:
            operations.end_tension(tension, by=viewer(), words=form.ended_words.data, version=form.seen_version)
        except Stale:
            form.say_stale(tension)
        else:
            flash(_("The tension is ended. The one who marked it is told."), "good")
            return _to(tension.goal)
    return render_template("load/end.html", tension=tension, form=form), form.status


def _to(goal: Goal) -> Response:
    return redirect(url_for("dossier.show", goal_id=goal.id, _anchor="load"))
