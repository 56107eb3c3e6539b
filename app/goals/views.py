"""Adding and revising goals, and the steps of their life. A goal's own page and the register are the dossier's."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.core.access import guard, viewer
from app.core.keys import key
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.core.operation import Stale
from app.core.trees import BelowItself
from app.goals import operations, queries
from app.goals.forms import SECTIONS, GoalForm, RetireForm, ReviewForm, too_late
from app.goals.hints import hints
from app.goals.models import Goal
from app.goals.policy import may_add, may_retire, may_revise, may_take_up
from app.goals.substance import digest
from app.people.queries import people_choices
from app.strategy.queries import objective_options

OUTDATED = lazy("You changed what the goal is in substance, so its assessment is outdated. Assess it again.")

bp = Blueprint("goals", __name__, url_prefix="/goals")


def _show(goal: Goal) -> Response:
    return redirect(url_for("dossier.show", goal_id=goal.id))


@bp.route("/add", methods=["GET", "POST"])
@guard(None, may_add)
def add() -> Any:
    form = GoalForm(data={"unit_id": request.args.get("unit", type=key), "owner_id": viewer().id})
    _offer(form)
    if form.validate_on_submit():
        goal = operations.add_goal(by=viewer(), links=form.wanted_links, **form.answers)
        flash(_("%(code)s is saved as a draft.", code=goal.code), "good")
        return _show(goal)
    return _form_page("goals/add.html", form)


@bp.route("/<int:goal_id>/edit", methods=["GET", "POST"])
@guard(queries.find_goal, may_revise)
def edit(goal: Goal) -> Any:
    form = GoalForm(obj=goal)
    _offer(form, goal)
    before = digest(goal)
    if form.validate_on_submit():
        try:
            operations.revise_goal(
                goal, by=viewer(), version=form.seen_version, links=form.wanted_links, **form.answers
            )
        except operations.ReviewTooLate as late:
            form.next_review_on.errors = [too_late(late.args[0], goal.risk_level)]
        except (Stale, BelowItself):  # the second when somebody moved the other goal at the same moment
            return _stale_page(goal, form)
        else:
            flash(_("The goal is saved."), "good")
            if goal.risk_level is not None and digest(goal) != before:
                flash(str(OUTDATED), "warn")
            return _show(goal)
    return _form_page("goals/edit.html", form, goal=goal)


def _offer(form: GoalForm, goal: Goal | None = None) -> None:
    units = queries.unit_options_for(viewer())
    if goal is not None and goal.unit_id not in dict(units):
        units.append((goal.unit_id, goal.unit.name))
    owners = people_choices()
    if goal is not None and goal.owner is not None and goal.owner_id not in dict(owners):
        owners.append((goal.owner.id, goal.owner.name))
    objectives = objective_options()
    linked = goal.links if goal is not None else []
    objectives += [
        (link.objective_id, link.objective.title) for link in linked if link.objective_id not in dict(objectives)
    ]
    form.offer(units=units, owners=owners, objectives=objectives)
    now = (goal.parent.id, queries.label_above(viewer(), goal.parent)) if goal is not None and goal.parent else None
    form.parent_id.offer(
        partial(queries.read_above, viewer(), goal), now=now, suggestions=queries.suggested_above(viewer(), goal)
    )


def _form_page(template: str, form: GoalForm, **more: Any) -> str:
    found = hints(form.draft) if form.is_submitted() or "goal" in more else []
    return render_template(template, form=form, sections=SECTIONS, hints={hint.field: hint for hint in found}, **more)


def _stale_page(goal: Goal, form: GoalForm) -> tuple[str, int]:
    """Both versions side by side; saving again from here is a decision, not an accident."""
    form.say_stale(goal)
    return _form_page("goals/edit.html", form, goal=goal), form.status


@bp.route("/<int:goal_id>/retire", methods=["GET", "POST"])
@guard(queries.find_goal, may_retire)
def retire(goal: Goal) -> Any:
    form = RetireForm(obj=goal)
    if form.validate_on_submit():
        try:
            operations.retire_goal(goal, by=viewer(), reason=form.reason.data, version=form.seen_version)
        except Stale:
            form.say_stale(goal)
        else:
            flash(_("The goal is retired. Its number is never used again."), "good")
            return _show(goal)
    return render_template("goals/retire.html", form=form, goal=goal), form.status


@bp.post("/<int:goal_id>/take-up")
@guard(queries.find_goal, may_take_up)
def take_up(goal: Goal) -> Response:
    draft = operations.take_up_goal(goal, by=viewer())
    flash(_("%(code)s is a new draft of the retired goal.", code=draft.code), "good")
    return _show(draft)


@bp.route("/<int:goal_id>/review", methods=["GET", "POST"])
@guard(queries.find_goal, may_revise)
def review(goal: Goal) -> Any:
    form = ReviewForm(review_months=goal.review_months, version=goal.version)
    if form.validate_on_submit():
        try:
            operations.set_review(goal, by=viewer(), version=form.seen_version, **form.answers)
        except operations.ReviewTooLate as late:
            form.next_review_on.errors = [too_late(late.args[0], goal.risk_level)]
        except Stale:
            form.say_stale(goal)
        else:
            flash(_("The next review is set."), "good")
            return _show(goal)
    return render_template("goals/review.html", form=form, goal=goal), form.status
