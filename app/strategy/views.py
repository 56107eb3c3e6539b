"""The strategic objectives: the tree, one objective, and keeping them."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from app.core.access import guard, viewer
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.core.trees import BelowItself
from app.people.queries import get_user, people_choices
from app.strategy import operations, queries
from app.strategy.forms import ObjectiveForm
from app.strategy.models import Objective
from app.strategy.policy import may_keep

bp = Blueprint("strategy", __name__, url_prefix="/objectives")


@bp.get("")
@guard()
def index() -> str:
    return render_template("strategy/index.html", nodes=queries.objective_tree())


@bp.get("/<int:objective_id>")
@guard(queries.find_objective)
def show(objective: Objective) -> str:
    return render_template("strategy/show.html", objective=objective, below=queries.objectives_below(objective))


@bp.route("/add", methods=["GET", "POST"])
@guard(None, may_keep)
def add() -> Any:
    form = _form()
    if form.validate_on_submit():
        answers = form.answers
        owner = get_user(answers.pop("owner_id") or 0)
        objective = operations.add_objective(by=viewer(), owner=owner, parent=_parent(answers), **answers)
        flash(_("The objective is added."), "good")
        return redirect(url_for(".show", objective_id=objective.id))
    return render_template("strategy/add.html", form=form)


def _form(objective: Objective | None = None) -> ObjectiveForm:
    form = ObjectiveForm(obj=objective)
    options = [(key, title) for key, title in queries.objective_options() if objective is None or key != objective.id]
    above = objective.parent if objective else None
    if above is not None and above.id not in dict(options):
        options.append((above.id, above.title))  # closed, but still what stands above
    form.parent_id.offer(options)
    owner = objective.owner if objective else None
    form.owner_id.offer(dict([*([(owner.id, owner.name)] if owner else []), *people_choices()]).items())
    return form


def _parent(answers: dict[str, Any]) -> Objective | None:
    key = answers.pop("parent_id")
    return queries.find_objective(viewer(), objective_id=key) if key else None


@bp.route("/<int:objective_id>/edit", methods=["GET", "POST"])
@guard(queries.find_objective, may_keep)
def edit(objective: Objective) -> Any:
    form = _form(objective)
    if form.validate_on_submit():
        answers = form.answers
        try:
            operations.revise_objective(
                objective, by=viewer(), version=form.seen_version, parent=_parent(answers), **answers
            )
        except BelowItself:
            form.parent_id.errors = [_("An objective can't stand below itself. Choose another one.")]
        except Stale:
            form.say_stale(objective)
        else:
            flash(_("The objective is saved."), "good")
            return redirect(url_for(".show", objective_id=objective.id))
    return render_template("strategy/edit.html", form=form, objective=objective), form.status


@bp.post("/<int:objective_id>/close")
@guard(queries.find_objective, may_keep)
def close(objective: Objective) -> Response:
    operations.close_objective(objective, by=viewer())
    flash(_("The objective is closed. The goals that serve it still say so."), "good")
    return redirect(url_for(".show", objective_id=objective.id))


@bp.post("/<int:objective_id>/reopen")
@guard(queries.find_objective, may_keep)
def reopen(objective: Objective) -> Response:
    operations.reopen_objective(objective, by=viewer())
    flash(_("The objective is open again."), "good")
    return redirect(url_for(".show", objective_id=objective.id))
