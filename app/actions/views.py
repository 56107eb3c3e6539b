"""Actions across the register: the list, the board, one action's page, and the steps of its life."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.actions import labels, operations, queries
from app.actions.forms import (
    ActionForm,
    CheckForm,
    DropForm,
    FinishForm,
    MoveForm,
    ProgressForm,
    ReopenForm,
    action_answers,
    as_typed,
    first_check,
)
from app.actions.lists import ACTIONS
from app.actions.models import Action
from app.actions.policy import may_act_in, may_add_action, may_check, may_move, may_reopen, may_revise_action, may_treat
from app.actions.sight import goals_for, sees_goal
from app.actions.steps import asks_why
from app.core import documents
from app.core.access import guard, viewer
from app.core.clock import today
from app.core.formats import listed
from app.core.history import told
from app.core.keys import is_key, key
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.core.settings import setting
from app.goals.labels import ASPECTS
from app.goals.models import Goal, Strain
from app.goals.queries import find_goal, suggested_above
from app.organisation.queries import unit_choices, unit_options
from app.people.queries import people_choices

bp = Blueprint("actions", __name__, url_prefix="/actions")

FILES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8"}
WORDS = {
    "statuses": labels.STATUSES, "looks": labels.LOOKS, "kinds": labels.KINDS, "steps": labels.STEPS,
    "worked": labels.WORKED, "worked_looks": labels.WORKED_LOOKS, "fields": labels.FIELDS, "aspects": ASPECTS,
}  # fmt: skip

NUMBER = re.compile(r"\d{1,9}")


@bp.record_once
def globals_for_templates(state: Any) -> None:
    """What the cells of the list need; they are drawn without a page around them."""
    state.app.jinja_env.globals.update(
        action_words=WORDS, action_goals=lambda action: goals_for(viewer(), action), asks_why=asks_why
    )


def card(goal: Goal) -> Markup:
    """What is done about a goal, as a part of its page."""
    page = render_template("actions/_on_goal.html", goal=goal, found=queries.on_goal(viewer(), goal))
    return Markup(page)  # noqa: S704 - our own template


@bp.get("")
@guard()
def index() -> str:
    page = ACTIONS.read(queries.visible_to(viewer()), request.args, path=request.path)
    files = {form: (label, url_for(".export", form=form)) for form, label in _file_names().items()}
    return render_template("actions/index.html", listing=page.with_exports(**files))


def _file_names() -> dict[str, str]:
    return {"xlsx": _("Spreadsheet (XLSX)"), "csv": _("Text file (CSV)")}


@bp.get("/export.<form>")
@guard()
def export(form: str) -> Response:
    """Everything that is filtered, in the columns shown."""
    if form not in FILES:
        abort(404)
    columns, rows = ACTIONS.export(queries.visible_to(viewer()), request.args)
    heads = [str(column.label) for column in columns]
    made = documents.xlsx(_("Actions"), heads, rows) if form == "xlsx" else documents.csv_file(heads, rows)
    name = f"{_('actions')}-{today():%Y-%m-%d}.{form}"
    return send_file(made, FILES[form], as_attachment=True, download_name=name)


@bp.get("/board")
@guard()
def board() -> str:
    unit_id, mine = request.args.get("unit", type=key), request.args.get("responsible") == "me"
    columns = queries.board(viewer(), unit_id=unit_id, responsible_id=viewer().id if mine else None)
    return render_template(
        "actions/board.html", columns=columns, units=unit_options(), unit_id=unit_id, mine=mine, narrowing=_narrowing(),
        days=queries.CLOSED_LATELY.days,
    )  # fmt: skip


def _narrowing() -> dict[str, Any]:
    """How the board is narrowed, to be carried along in its addresses."""
    return {name: value for name, value in request.args.items() if name in {"unit", "responsible"} and value}


@bp.route("/add", methods=["GET", "POST"])
@guard(None, may_add_action)
def add() -> Any:
    form = ActionForm(data=_beginning())
    _offer(form, None)
    if _is_saved(form):
        action = operations.add_action(by=viewer(), **_treated(form, None), **action_answers(form))
        flash(_("The action is added. The one responsible is told."), "good")
        return _saved(action)
    return render_template("actions/add.html", form=form, back=_back())


def _beginning() -> dict[str, Any]:
    """What the form for a new action begins with: the goal and the strain that one came from."""
    goal = find_goal(viewer(), goal_id=request.args.get("goal", 0, type=key))
    if goal is None or not may_treat(viewer(), goal):
        return {"responsible_id": viewer().id}
    strain = request.args.get("strain", "")
    return {
        "goals": [str(goal.id)], "strains": [strain] if is_key(strain) else [], "unit_id": goal.unit_id,
        "responsible_id": goal.owner_id or viewer().id,
    }  # fmt: skip


def _back() -> str:
    goal = find_goal(viewer(), goal_id=request.args.get("goal", 0, type=key))
    return url_for("dossier.show", goal_id=goal.id, _anchor="actions") if goal else url_for(".index")


def _is_saved(form: ActionForm) -> bool:
    """Whether the form is whole and to be saved; who only adds goals gets the form back with their strains."""
    if "look" not in request.form:
        return bool(form.validate_on_submit())
    form.more_goals.errors = [form.more_goals.wrong] if form.more_goals.wrong else []
    return False


def _offer(form: ActionForm, action: Action | None) -> None:
    """What can be chosen: the goals that are ticked or added by number, their strains, units and people."""
    form.more_goals.offer(partial(_read_numbers, action), suggested_above(viewer(), None))
    form.tick_numbers()
    goals = _may_be_treated(queries.goals_among(viewer(), form.goal_ids), action)
    goals += [goal for goal in _shown_goals(action) if goal not in goals]
    form.goals.offer((goal.id, str(goal)) for goal in goals)
    form.strains.offer((strain.id, _named(strain)) for strain in queries.strains_of(viewer(), goals))
    form.unit_id.offer(_units(action))
    form.responsible_id.offer(_people(action))


def _shown_goals(action: Action | None) -> list[Goal]:
    return goals_for(viewer(), action) if action is not None else []


def _may_be_treated(goals: list[Goal], action: Action | None) -> list[Goal]:
    now = set(_shown_goals(action))
    return [goal for goal in goals if goal in now or may_treat(viewer(), goal)]


def _read_numbers(action: Action | None, typed: str) -> list[int]:
    """The keys of the goals whose numbers were typed. ValueError names what is no goal, or none that one may treat."""
    numbers = [int(number) for number in NUMBER.findall(typed)]
    found = queries.goals_numbered(viewer(), numbers)
    unknown = [f"M-{number:04d}" for number in numbers if number not in found]
    if unknown or not numbers:
        raise ValueError(
            _("No goal has the number %(codes)s. Write it as in the register, such as M-0042.", codes=listed(unknown))
            if unknown
            else _("Write the numbers of the goals as in the register, such as M-0042.")
        )
    allowed = _may_be_treated(list(found.values()), action)
    refused = [goal.code for goal in found.values() if goal not in allowed]
    if refused:
        raise ValueError(
            _("You can't add an action to %(codes)s: retired, or outside the area of your committees.",
              codes=listed(refused))
        )  # fmt: skip
    return [goal.id for goal in allowed]


def _named(strain: Strain) -> str:
    return f"{strain.goal.code}: {strain.title} ({ASPECTS[strain.aspect]})"


def _units(action: Action | None) -> list[tuple[int, str]]:
    """The units in which one may have something done, and the one in which it is done now."""
    units = [(unit.id, label) for unit, label in unit_choices() if may_act_in(viewer(), unit)]
    if action is not None and action.unit_id not in dict(units):
        units.append((action.unit_id, action.unit.name))
    return units


def _people(action: Action | None) -> list[tuple[int, str]]:
    people = people_choices(administrators=False)
    if action is not None and action.responsible is not None and action.responsible_id not in dict(people):
        people.append((action.responsible.id, action.responsible.name))
    return people


def _treated(form: ActionForm, action: Action | None) -> dict[str, Any]:
    """The goals and strains that were ticked, and those of the action that this person does not see."""
    goals = queries.goals_among(viewer(), form.goal_ids)
    ticked = [one for one in queries.strains_of(viewer(), goals) if one.id in form.strain_ids]
    if action is None:
        return {"goals": goals, "strains": ticked}
    hidden = [goal for goal in action.goals if not sees_goal(viewer(), goal)]
    kept = {goal.id for goal in [*goals, *hidden]}
    unseen = [one for one in action.strains if one not in action.shown_strains and one.goal_id in kept]
    return {"goals": [*goals, *hidden], "strains": [*ticked, *unseen]}


def _saved(action: Action) -> Response:
    if asks_why(action.step) and not action.step_reason:
        flash(_("You have not said why no higher step is taken. Somebody will ask."), "warn")
    return _to(action)


def _to(action: Action) -> Response:
    return redirect(url_for(".show", action_id=action.id))


@bp.get("/<int:action_id>")
@guard(queries.find_action)
def show(action: Action) -> str:
    before = request.args.get("before", type=key)
    events = queries.history_page(viewer(), action, before)
    shown = events[: queries.HISTORY_PAGE]
    older = url_for(".show", action_id=action.id, before=shown[-1].id) if len(events) > len(shown) else ""
    return render_template("actions/show.html", action=action, told=told(shown), older_url=older)


@bp.route("/<int:action_id>/edit", methods=["GET", "POST"])
@guard(queries.find_action, may_revise_action)
def edit(action: Action) -> Any:
    form = ActionForm(data=as_typed(action, goals=_shown_goals(action)))
    _offer(form, action)
    if _is_saved(form):
        treated = _treated(form, action)
        try:
            operations.revise_action(action, by=viewer(), version=form.seen_version, **treated, **action_answers(form))
        except operations.StaysExperiment:
            form.kind.errors = [_("The experiment has begun, so it is closed as one: with what was learned.")]
        except Stale:
            form.say_stale(action)
        else:
            flash(_("The action is saved."), "good")
            return _saved(action)
    return render_template("actions/edit.html", form=form, action=action), form.status


@bp.post("/<int:action_id>/move")
@guard(queries.find_action, may_move)
def move(action: Action) -> Response:
    """A card of the board goes to the next column, or back."""
    form = MoveForm()
    if form.validate_on_submit():
        try:
            operations.report_progress(action, by=viewer(), version=form.seen_version, **form.answers)
        except Stale:
            flash(_("Somebody else has changed the action meanwhile. Look where it stands now."), "warn")
        else:
            flash(_("Moved: %(action)s", action=action.title), "good")
    return redirect(url_for(".board", _anchor=f"action-{action.id}", **_narrowing()))


@bp.route("/<int:action_id>/progress", methods=["GET", "POST"])
@guard(queries.find_action, may_move)
def progress(action: Action) -> Any:
    form = ProgressForm(obj=action, data={"stands": action.status})
    said = _("Saved. Everyone who sees the action can read how it goes.")
    return _step("actions/progress.html", action, form, operations.report_progress, said)


@bp.route("/<int:action_id>/finish", methods=["GET", "POST"])
@guard(queries.find_action, may_move)
def finish(action: Action) -> Any:
    begins = {"done_on": today(), "check_on": first_check(action, setting("check_after_days"))}
    form = FinishForm(data=begins | {"version": action.version})
    said = _("It is done. Its effect is still to be checked before it is closed.")
    return _step("actions/finish.html", action, form, operations.finish_action, said)


@bp.route("/<int:action_id>/check", methods=["GET", "POST"])
@guard(queries.find_action, may_check)
def check(action: Action) -> Any:
    form = CheckForm(obj=action).for_kind(action)
    return _step("actions/check.html", action, form, operations.check_effect, _("The action is closed."))


@bp.route("/<int:action_id>/drop", methods=["GET", "POST"])
@guard(queries.find_action, may_move)
def drop(action: Action) -> Any:
    said = _("The action is dropped.")
    return _step("actions/drop.html", action, DropForm(obj=action), operations.drop_action, said)


@bp.route("/<int:action_id>/reopen", methods=["GET", "POST"])
@guard(queries.find_action, may_reopen)
def reopen(action: Action) -> Any:
    form, said = ReopenForm(data={"version": action.version}), _("The action is under way again.")
    return _step("actions/reopen.html", action, form, operations.reopen_action, said)


def _step(template: str, action: Action, form: Any, do: Any, done: str) -> Any:
    """One step in an action's life: a form, and what it does."""
    if form.validate_on_submit():
        try:
            do(action, by=viewer(), version=form.seen_version, **form.answers)
        except Stale:
            form.say_stale(action)
        else:
            flash(done, "good")
            return _to(action)
    return render_template(template, form=form, action=action), form.status
