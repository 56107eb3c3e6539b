"""The register, one goal's whole page, its history, and the step through its gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from app.actions import views as action_views
from app.balances import views as balance_views
from app.balances.models import BALANCES
from app.balances.scale import spoken
from app.barriers import views as barrier_views
from app.checks import views as check_views
from app.comments import views as comment_views
from app.core import documents
from app.core.access import guard, viewer
from app.core.clock import today
from app.core.history import told
from app.core.keys import key
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.decisions import views as decision_views
from app.dossier import facts, labels, operations, queries
from app.dossier.forms import StartForm
from app.dossier.register import GOALS
from app.effects import views as effect_views
from app.goals.life import is_announced
from app.goals.models import Goal
from app.goals.operations import GateClosed
from app.goals.policy import may_start
from app.goals.queries import find_goal, goals_under
from app.hearings import views as hearing_views
from app.load import views as load_views
from app.organisation.queries import committees_over
from app.risks import views as risk_views

bp = Blueprint("dossier", __name__, url_prefix="/goals")

HISTORY_PAGE = 50
FORMS = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8"}


@dataclass(frozen=True)
class View:
    """One of the register's ready-made views."""

    label: str
    url: str
    count: int
    current: bool


@bp.record_once
def globals_for_templates(state: Any) -> None:
    """What the cells of the register need; they are drawn without a page around them."""
    state.app.jinja_env.globals.update(
        places_of=lambda goal: [getattr(goal, balance) for balance in BALANCES],
        spoken_places=lambda goal: spoken({balance: getattr(goal, balance) for balance in BALANCES}),
        is_announced=lambda goal: is_announced(goal, today()),
        label_of=labels.label_of,
        status_label=labels.status_label,
        kind_label=labels.kind_label,
        risk_label=labels.risk_label,
        risk_band=labels.risk_band,
    )


@bp.get("")
@guard()
def index() -> str:
    page = GOALS.read(queries.all_goals(viewer()), request.args, path=request.path)
    return render_template("dossier/index.html", listing=_with_files(page), views=_views())


@bp.get("/due")
@guard()
def due() -> str:
    page = GOALS.read(queries.goals_due(viewer()), request.args, path=request.path)
    return render_template("dossier/due.html", listing=_with_files(page, due="1"))


def _with_files(page: Any, **also: Any) -> Any:
    def path(form: str) -> str:
        return url_for("dossier.export", form=form, **also)

    return page.with_exports(xlsx=(_("Spreadsheet (XLSX)"), path("xlsx")), csv=(_("Text file (CSV)"), path("csv")))


def _views() -> list[View]:
    counts = queries.register_counts(viewer())
    named: list[tuple[str, dict[str, Any], int]] = [
        (_("All goals"), {}, counts["every"]),
        (_("Mine"), {"owner": "me"}, counts["mine"]),
        (_("In force"), {"status": "in_force"}, counts["in_force"]),
        (_("Drafts"), {"status": "draft"}, counts["drafts"]),
    ]
    narrowing = {key: value for key, value in request.args.items() if value and key not in {"sort", "columns", "page"}}
    return [View(label, url_for("dossier.index", **args), count, narrowing == args) for label, args, count in named]


@bp.get("/export.<form>")
@guard()
def export(form: str) -> Response:
    """Everything that is filtered, in the columns shown."""
    if form not in FORMS:
        abort(404)
    goals = queries.goals_due(viewer()) if request.args.get("due") else queries.all_goals(viewer())
    columns, rows = GOALS.export(goals, request.args)
    heads = [str(column.label) for column in columns]
    name = f"{_('goals')}-{today():%Y-%m-%d}.{form}"
    if form == "xlsx":
        return send_file(documents.xlsx(_("Goals"), heads, rows), FORMS[form], as_attachment=True, download_name=name)
    return send_file(documents.csv_file(heads, rows), FORMS[form], as_attachment=True, download_name=name)


@bp.get("/<int:goal_id>")
@guard(find_goal)
def show(goal: Goal) -> str:
    user = viewer()
    known = queries.known_about(goal)
    events = queries.latest_events(user, goal)
    return render_template(
        "dossier/show.html",
        goal=goal,
        balances_card=balance_views.card(goal),
        risks_card=risk_views.card(goal),
        actions_card=action_views.card(goal),
        decisions_card=decision_views.card(goal),
        comments_card=comment_views.card(goal),
        effects_card=effect_views.card(goal),
        barriers_card=barrier_views.card(goal),
        load_card=load_views.card(goal),
        hearings_card=hearing_views.card(goal, known.hearings, known.briefings),
        shown_gate=facts.shown_gate(goal, known),
        check_card=check_views.card(goal),
        children=goals_under(user, goal),
        parent_visible=goal.parent_id is not None and find_goal(user, goal_id=goal.parent_id) is not None,
        committees=committees_over(goal.unit),
        told=told(events),
    )


@bp.get("/<int:goal_id>/history")
@guard(find_goal)
def history(goal: Goal) -> str:
    before = request.args.get("before", type=key)
    events: Sequence[Any] = queries.history_page(viewer(), goal, before, HISTORY_PAGE)
    shown = events[:HISTORY_PAGE]
    older = url_for(".history", goal_id=goal.id, before=shown[-1].id) if len(events) > HISTORY_PAGE else ""
    return render_template("dossier/history.html", goal=goal, told=told(shown), older_url=older)


@bp.route("/<int:goal_id>/start", methods=["GET", "POST"])
@guard(find_goal, may_start)
def start(goal: Goal) -> Any:
    form = StartForm(data={"takes_effect_on": today(), "version": goal.version})
    known = queries.known_about(goal)
    if form.validate_on_submit():
        try:
            operations.pass_gate(goal, by=viewer(), version=form.seen_version, **form.answers)
        except GateClosed:
            form.passed_over.errors = [
                _("The gate is closed. Mend what is missing, or write why the goal should take effect all the same.")
            ]
        except Stale:
            form.say_stale(goal)
        else:
            flash(_("The goal is in force from the day you chose."), "good")
            return redirect(url_for(".show", goal_id=goal.id))
    page = render_template("dossier/start.html", form=form, goal=goal, shown_gate=facts.shown_gate(goal, known))
    return page, form.status
