"""Barriers: those of a goal, to report and to settle, and the list of them all."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.barriers import operations, queries
from app.barriers.forms import AssignForm, KeepForm, RemoveForm, ReportForm
from app.barriers.labels import KINDS, STATUSES
from app.barriers.lists import BARRIERS
from app.barriers.models import Barrier
from app.barriers.policy import may_assign, may_reopen, may_report, may_settle
from app.core import documents
from app.core.access import guard, viewer
from app.core.clock import today
from app.core.keys import key
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.goals.models import Goal
from app.goals.queries import find_goal
from app.organisation.labels import SIDES
from app.people.queries import get_user

bp = Blueprint("barriers", __name__)

ON_THE_CARD = 3
FORMS = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8"}


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(barrier_kinds=KINDS, barrier_statuses=STATUSES, barrier_sides=SIDES)


def card(goal: Goal) -> Markup:
    """What stands in the way, as a part of the goal's page."""
    barriers = queries.barriers_of(goal, most=ON_THE_CARD).barriers[:ON_THE_CARD]
    page = render_template("barriers/_card.html", goal=goal, barriers=barriers, count=queries.count_of(goal))
    return Markup(page)  # noqa: S704 - our own template


@bp.get("/barriers")
@guard()
def register() -> str:
    """The barriers of all goals."""
    page = BARRIERS.read(queries.all_barriers(viewer()), request.args, path=request.path)
    files = {
        form: (label, url_for(".export", form=form))
        for form, label in (("xlsx", _("Spreadsheet (XLSX)")), ("csv", _("Text file (CSV)")))
    }
    return render_template("barriers/register.html", listing=page.with_exports(**files))


@bp.get("/barriers/export.<form>")
@guard()
def export(form: str) -> Response:
    """Everything that is filtered, in the columns shown."""
    if form not in FORMS:
        abort(404)
    columns, rows = BARRIERS.export(queries.all_barriers(viewer()), request.args)
    heads = [str(column.label) for column in columns]
    name = f"{_('barriers')}-{today():%Y-%m-%d}.{form}"
    made = documents.xlsx(_("Barriers"), heads, rows) if form == "xlsx" else documents.csv_file(heads, rows)
    return send_file(made, FORMS[form], as_attachment=True, download_name=name)


@bp.get("/goals/<int:goal_id>/barriers")
@guard(find_goal)
def index(goal: Goal) -> str:
    before = request.args.get("before", type=key)
    found = queries.barriers_of(goal, before=before)
    return render_template("barriers/index.html", goal=goal, found=found, is_older=bool(before))


@bp.route("/goals/<int:goal_id>/barriers/report", methods=["GET", "POST"])
@guard(find_goal, may_report)
def report(goal: Goal) -> Any:
    form = ReportForm()
    if form.validate_on_submit():
        barrier = operations.report_barrier(goal, by=viewer(), **form.answers)
        flash(_("It is reported. Those who answer for the goal are told."), "good")
        return _to(barrier)
    return render_template("barriers/report.html", goal=goal, form=form)


@bp.route("/goals/<int:goal_id>/barriers/<int:barrier_id>/assign", methods=["GET", "POST"])
@guard(queries.find_barrier, may_assign)
def assign(barrier: Barrier) -> Any:
    form = AssignForm(obj=barrier)
    form.owner_id.offer(queries.who_can_take_it_away(barrier.goal))
    if form.validate_on_submit():
        owner = get_user(form.owner_id.data)
        if _try(form, barrier, operations.assign_barrier, owner=owner, due_on=form.due_on.data):
            flash(_("It is saved. %(name)s is told.", name=owner.name if owner else ""), "good")
            return _to(barrier)
    return _page("barriers/assign.html", barrier, form)


@bp.route("/goals/<int:goal_id>/barriers/<int:barrier_id>/remove", methods=["GET", "POST"])
@guard(queries.find_barrier, may_settle)
def remove(barrier: Barrier) -> Any:
    form = RemoveForm(data={"how": barrier.how, "removed_on": today(), "version": barrier.version})
    if form.validate_on_submit() and _try(form, barrier, operations.remove_barrier, **form.answers):
        flash(_("The barrier is removed. The one who reported it is told."), "good")
        return _to(barrier)
    return _page("barriers/remove.html", barrier, form)


@bp.route("/goals/<int:goal_id>/barriers/<int:barrier_id>/keep", methods=["GET", "POST"])
@guard(queries.find_barrier, may_settle)
def keep(barrier: Barrier) -> Any:
    form = KeepForm(obj=barrier)
    if form.validate_on_submit() and _try(form, barrier, operations.keep_barrier, **form.answers):
        flash(_("It is written that the barrier stays. The one who reported it is told."), "good")
        return _to(barrier)
    return _page("barriers/keep.html", barrier, form)


@bp.post("/goals/<int:goal_id>/barriers/<int:barrier_id>/reopen")
@guard(queries.find_barrier, may_reopen)
def reopen(barrier: Barrier) -> Response:
    operations.reopen_barrier(barrier, by=viewer())
    flash(_("The barrier stands as in the way again."), "good")
    return _to(barrier)


def _try(form: Any, barrier: Barrier, verb: Any, **answers: Any) -> bool:
    """Do it, or let the form say that somebody else was there first."""
    try:
        verb(barrier, by=viewer(), version=form.seen_version, **answers)
    except Stale:
        form.say_stale(barrier)
        return False
    return True


def _page(template: str, barrier: Barrier, form: Any) -> tuple[str, int]:
    return render_template(template, goal=barrier.goal, barrier=barrier, form=form), form.status


def _to(barrier: Barrier) -> Response:
    return redirect(url_for(".index", goal_id=barrier.goal_id, _anchor=f"barrier-{barrier.id}"))
