"""Unintended effects of a goal: to read, to report, to answer."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.core.access import guard, viewer
from app.core.clock import today
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.core.settings import setting
from app.core.waiting import Waiting, waiting
from app.effects import operations, queries
from app.effects.forms import AnswerEffectForm, ReportForm
from app.effects.labels import STANDS_ON
from app.effects.models import Effect
from app.effects.policy import may_answer_effect, may_report, may_revise_answer
from app.goals.models import Goal
from app.goals.queries import find_goal
from app.organisation.labels import MANDATES
from app.organisation.queries import committees_over, representatives_of

bp = Blueprint("effects", __name__, url_prefix="/goals/<int:goal_id>/effects")

ON_THE_CARD = 3


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(effect_waits=effect_waits, effect_sides=STANDS_ON)


def effect_waits(effect: Effect) -> Waiting:
    """How long a reported effect has waited for its answer."""
    return waiting(effect.reported_at, today(), setting("answer_days"))


def card(goal: Goal) -> Markup:
    """What has been reported, as a part of the goal's page."""
    effects = queries.effects_of(goal, most=ON_THE_CARD).effects[:ON_THE_CARD]
    page = render_template("effects/_card.html", goal=goal, effects=effects, count=queries.count_of(goal))
    return Markup(page)  # noqa: S704 - our own template


@bp.get("")
@guard(find_goal)
def index(goal: Goal) -> str:
    before = request.args.get("before", type=int)
    found = queries.effects_of(goal, before=before)
    return render_template("effects/index.html", goal=goal, found=found, is_older=bool(before))


@bp.route("/report", methods=["GET", "POST"])
@guard(find_goal, may_report)
def report(goal: Goal) -> Any:
    form = ReportForm()
    if form.validate_on_submit():
        effect = operations.report_effect(goal, by=viewer(), words=form.words.data)
        flash(_("It is reported. Those who answer for the goal are told."), "good")
        return _to(effect)
    return render_template(
        "effects/report.html", goal=goal, form=form, mandates=MANDATES,
        representatives=representatives_of(committees_over(goal.unit)),
    )  # fmt: skip


@bp.route("/<int:effect_id>/answer", methods=["GET", "POST"])
@guard(queries.find_effect, may_answer_effect)
def answer(effect: Effect) -> Any:
    """The answer; where somebody has answered already, it stands there, beside what was typed."""
    form = AnswerEffectForm(obj=effect)
    if effect.answered_at is not None and not may_revise_answer(viewer(), effect):
        typed = request.form.get("answer", "")
        page = render_template("effects/answer.html", goal=effect.goal, effect=effect, form=None, typed=typed)
        return page, 409 if typed else 200
    if form.validate_on_submit():
        try:
            operations.answer_effect(effect, by=viewer(), answer=form.answer.data, version=form.seen_version)
        except Stale:
            form.say_stale(effect)
        else:
            flash(_("Your answer is given. The one who reported it is told."), "good")
            return _to(effect)
    return render_template("effects/answer.html", goal=effect.goal, effect=effect, form=form), form.status


def _to(effect: Effect) -> Response:
    return redirect(url_for(".index", goal_id=effect.goal_id, _anchor=f"effect-{effect.id}"))
