"""The workplace assessment (APV) per unit: the overview, a unit's action plan, its files, and notes on the process."""

from __future__ import annotations

import logging
import re
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from app.apv import lists, operations, queries, wording
from app.apv.file import law, paper_of
from app.apv.forms import NoteForm
from app.apv.labels import FIELDS, MARKS, SIGNS
from app.apv.mark import due_on, mark_of
from app.apv.plan import Plan, Scope
from app.apv.policy import may_note
from app.core import documents
from app.core.access import guard, viewer
from app.core.clock import today
from app.core.languages import gettext as _
from app.core.listing import Pages
from app.core.paper_pdf import Unmade
from app.core.settings import setting
from app.goals.labels import ASPECTS, RISK_LEVELS
from app.organisation.models import Unit
from app.organisation.queries import find_unit, has_units_below
from app.organisation.viewers import the_organisation
from app.risks.labels import FACTORS

log = logging.getLogger("pejling")
bp = Blueprint("apv", __name__, url_prefix="/apv")


@bp.record_once
def globals_for_templates(state: Any) -> None:
    """What the cells of the list need; they are drawn without a page around them."""
    state.app.jinja_env.globals.update(
        apv_oldest=lists.oldest, apv_due=lists.next_due, apv_mark=lists.mark, apv_marks=MARKS, apv_signs=SIGNS
    )


@bp.get("")
@guard()
def index() -> str:
    page = lists.UNITS.read(queries.units_with_goals(viewer()), request.args, path=request.path)
    return render_template("apv/index.html", listing=page, years=setting("apv_years"), law=law())


@bp.get("/<int:unit_id>")
@guard(find_unit)
def show(unit: Unit) -> str:
    page = request.args.get("page", 1, type=int)
    plan = queries.plan_of(viewer(), _scope(unit), page=page, per_page=queries.PER_PAGE)
    years = setting("apv_years")
    return render_template(
        "apv/show.html", unit=unit, plan=plan, pages=_pages(plan), wording=wording, law=law(), years=years,
        fields=FIELDS, aspects=ASPECTS, factors=FACTORS, levels=RISK_LEVELS, forms=queries.FORMS,
        mark_of=lambda last: mark_of(last, today(), years), due_on=lambda last: due_on(last, years),
        has_below=has_units_below(unit), marks=MARKS, signs=SIGNS,
    )  # fmt: skip


def _scope(unit: Unit) -> Scope:
    return Scope(unit, below=request.args.get("below") == "1")


def _pages(plan: Plan) -> Pages:
    """Where the reader is among the pages of problems."""
    scope = plan.scope

    def url(page: int) -> str | None:
        below = 1 if scope.below else None
        here = 1 <= page <= plan.last_page
        return url_for(".show", unit_id=scope.unit.id, page=page, below=below) if here else None

    return Pages(plan.page, plan.last_page, url(plan.page - 1), url(plan.page + 1))


@bp.get("/<int:unit_id>/plan.<form>")
@guard(queries.find_plan)
def plan(unit: Unit, form: str) -> Response:
    """The whole plan as a file, in the reader's language."""
    found = queries.plan_of(viewer(), _scope(unit), per_page=queries.MOST)
    paper = paper_of(found, organisation=str(the_organisation() or ""), years=setting("apv_years"))
    try:
        file = documents.made(paper, form)
    except Unmade as error:
        log.error("The plan of unit %s could not be made as %s: %s", unit.id, form, error)
        flash(_("The file could not be made this time. Try another kind of file."), "bad")
        return redirect(url_for(".show", unit_id=unit.id, below=request.args.get("below")))
    return send_file(file, documents.FORMS[form], as_attachment=True, download_name=_file_name(unit, form))


def _file_name(unit: Unit, form: str) -> str:
    words, name = _("action-plan"), re.sub(r"[\W_]+", "-", unit.name.casefold()).strip("-")
    return f"{words}-{name}-{today():%Y-%m-%d}.{form}"


@bp.route("/<int:unit_id>/note", methods=["GET", "POST"])
@guard(find_unit, may_note)
def note(unit: Unit) -> Any:
    form = NoteForm()
    if form.validate_on_submit():
        operations.note_process(unit, by=viewer(), **form.answers)
        flash(_("It is written, and stands in the plan."), "good")
        return redirect(url_for(".show", unit_id=unit.id))
    return render_template("apv/note.html", unit=unit, form=form, notes=queries.notes_of(unit), fields=FIELDS)
