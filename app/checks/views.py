"""The service check: what the rules find, rule by rule, and setting a finding aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.checks import operations, queries
from app.checks.curve import Point, curve
from app.checks.findings import Finding
from app.checks.forms import SetAsideForm
from app.checks.labels import HEADINGS, SEVERITIES
from app.checks.models import SetAside
from app.checks.policy import may_set_aside
from app.checks.rules import Rule, Subject
from app.checks.score import Score
from app.core import documents
from app.core.access import can, guard, viewer
from app.core.clock import today
from app.core.formats import day
from app.core.keys import key
from app.core.languages import gettext as _
from app.core.listing import Pages
from app.core.operation import Stale
from app.goals.models import Goal
from app.organisation.models import Unit
from app.organisation.queries import find_unit, unit_options

bp = Blueprint("checks", __name__, url_prefix="/service-check")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PROPOSED = timedelta(days=90)


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(mend_url=mend_url, severity_words=SEVERITIES)


def mend_url(finding: Finding) -> str:
    """Where a finding is mended; empty where this person may not."""
    mend, thing = finding.rule.mend, finding.thing
    if mend.rule and not can(mend.rule, thing):
        return ""
    url: dict[str, Any] = {f"{finding.rule.subject.value}_id": thing.id}
    return url_for(mend.endpoint, **url, _anchor=mend.anchor or None)


def card(goal: Goal) -> Markup:
    """What the service check finds at a goal, as a part of the goal's page."""
    page = render_template("checks/_card.html", goal=goal, findings=queries.findings_of(viewer(), goal))
    return Markup(page)  # noqa: S704 - our own template


def _unit() -> Unit | None:
    """The unit to which the page is narrowed."""
    unit_id = request.args.get("unit", type=key)
    return find_unit(viewer(), unit_id=unit_id) if unit_id else None


@bp.get("")
@guard()
def index() -> str:
    unit = _unit()
    found = queries.check(viewer(), unit)
    groups = [(severity, list(hits)) for severity, hits in groupby(found.hits, lambda one: one.rule.severity)]
    return render_template(
        "checks/index.html", unit=unit, units=unit_options(), score=found.score, groups=groups, headings=HEADINGS,
        **_over_time(unit, found.score),
    )  # fmt: skip


def _over_time(unit: Unit | None, score: Score | None) -> dict[str, Any]:
    """The scores that were kept and today's, as a curve and as they are."""
    kept = queries.kept_scores(unit)
    points = [Point(one.on, one.score) for one in kept if one.on < today()]
    if score is not None:
        points.append(Point(today(), score.value))
    return {"kept": kept[::-1], "curve": curve(points)}


@bp.get("/export.xlsx")
@guard()
def export() -> Response:
    """Everything that is found, as a spreadsheet."""
    unit = _unit()
    heads = [
        _("How much it matters"), _("Finding"), _("Why it matters"), _("No."), _("Name"), _("Unit"), _("Owner"),
        _("In detail"), _("Set aside until"), _("Why it is set aside"),
    ]  # fmt: skip
    rows = _rows(unit)
    name = "-".join([_("service-check"), f"{today():%Y-%m-%d}.xlsx"])
    return send_file(documents.xlsx(_("Service check"), heads, rows), XLSX, as_attachment=True, download_name=name)


def _rows(unit: Unit | None) -> Iterator[list[Any]]:
    for finding in queries.every_finding(viewer(), unit):
        rule, goal, aside = finding.rule, finding.goal, finding.aside
        thing = [goal.code, goal.title, goal.unit.name, goal.owner.name if goal.owner else ""] if goal else None
        yield [
            str(SEVERITIES[rule.severity]), str(rule.title), str(rule.why),
            *(thing or ["", str(finding.thing), "", ""]),
            finding.told, aside.until if aside else None, aside.reason if aside else "",
        ]  # fmt: skip


@bp.get("/<code>")
@guard(queries.find_rule)
def show(rule: Rule) -> str:
    unit = _unit()
    found = queries.page_of(viewer(), rule, unit, request.args.get("page", 1, type=int))

    def at(number: int) -> str | None:
        return url_for(".show", code=rule.code, unit=unit.id if unit else None, page=number)

    pages = Pages(
        found.number, found.last, at(found.number - 1) if found.number > 1 else None,
        at(found.number + 1) if found.number < found.last else None,
    )  # fmt: skip
    return render_template(
        "checks/show.html", rule=rule, found=found, listing={"pages": pages}, unit=unit,
        of_goals=rule.subject is Subject.GOAL,
    )  # fmt: skip


@bp.route("/<code>/<int:goal_id>/set-aside", methods=["GET", "POST"])
@guard(queries.find_finding, may_set_aside)
def set_aside(goal: Goal, finding: Finding) -> Any:
    aside = finding.aside
    begin = {"reason": aside.reason, "until": aside.until} if aside else {"until": today() + PROPOSED}
    form = SetAsideForm(data=begin | {"version": aside.id if aside else 0})
    if form.validate_on_submit():
        try:
            operations.set_aside(goal, rule=finding.rule, by=viewer(), seen=form.seen_version, **form.answers)
        except Stale:
            return _overtaken(goal, finding, form)
        flash(_("It is set aside until %(day)s.", day=day(form.until.data)), "good")
        return redirect(url_for("dossier.show", goal_id=goal.id))
    return render_template("checks/set_aside.html", goal=goal, finding=finding, form=form)


def _overtaken(goal: Goal, finding: Finding, form: SetAsideForm) -> tuple[str, int]:
    """Somebody else has set it aside, or taken that back, meanwhile: theirs stands beside what was typed."""
    theirs = queries.asides_of(goal).get(finding.rule.code)
    form.say_stale(theirs or SetAside(version=0, reason="", until=None))
    form.version.data = str(theirs.id if theirs else 0)
    return render_template("checks/set_aside.html", goal=goal, finding=replace(finding, aside=theirs), form=form), 409


@bp.post("/<code>/<int:goal_id>/take-back")
@guard(queries.find_aside, may_set_aside)
def take_back(goal: Goal, aside: SetAside) -> Response:
    operations.take_back(aside, by=viewer())
    flash(_("It counts again."), "good")
    return redirect(url_for("dossier.show", goal_id=goal.id))
