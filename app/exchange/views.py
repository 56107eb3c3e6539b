"""Importing goals: send a file, see what would happen row by row, then all of it or nothing."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from app.core import documents
from app.core.access import guard, viewer
from app.core.history import as_shown
from app.core.keys import is_key
from app.core.languages import gettext as _
from app.exchange import labels, operations, queries
from app.exchange import plan as planning
from app.exchange.forms import TakeInForm, UploadForm
from app.exchange.models import Upload
from app.exchange.policy import may_import
from app.exchange.recognise import FIELDS, mapped
from app.exchange.sheet import Grid, Unreadable, letter, read

bp = Blueprint("exchange", __name__, url_prefix="/import")

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.route("/goals", methods=["GET", "POST"])
@guard(None, may_import)
def goals() -> Any:
    form = UploadForm()
    if form.validate_on_submit():
        name, content = form.file.data.filename, form.file.data.read()
        try:
            read(name, content)
        except Unreadable as error:
            form.file.errors = [str(labels.UNREADABLE[error.code])]
        else:
            upload = operations.add_upload(name=name, content=content, by=viewer())
            return redirect(url_for(".plan", upload_id=upload.id))
    return render_template("exchange/goals.html", form=form)


@bp.get("/goals/template.xlsx")
@guard(None, may_import)
def template() -> Response:
    """An empty sheet with the headings that are understood, in the reader's language."""
    heads = [str(labels.COLUMNS[name]) for name in FIELDS]
    return send_file(
        documents.xlsx(_("Goals"), heads, []), XLSX, as_attachment=True, download_name=f"{_('goals')}.xlsx"
    )


@bp.route("/<int:upload_id>", methods=["GET", "POST"])
@guard(queries.find_upload, may_import)
def plan(upload: Upload) -> Any:
    """The dry run; a POST says what the columns hold."""
    if upload.taken_in_at is not None:
        return redirect(url_for(".goals"))
    if request.method == "POST":
        operations.map_columns(upload, columns=_columns_said(), by=viewer())
        return redirect(url_for(".plan", upload_id=upload.id))
    grid = read(upload.name, upload.content)
    by_hand = {int(index): name for index, name in upload.columns.items()}
    columns, made, error = mapped(grid.heads, by_hand), None, ""
    try:
        made = _plan(upload)
    except Unreadable as wrong:
        error = str(labels.UNREADABLE[wrong.code])
    return render_template(
        "exchange/plan.html", upload=upload, plan=made, error=error, choices=_choices(grid, columns),
        form=TakeInForm(formdata=None, data={"shown": made.digest if made else ""}),
        fates=list(planning.Fate), labels=labels, shown=as_shown, names=_names(made),
    )  # fmt: skip


def _names(made: planning.Plan | None) -> dict[str, dict[int, str]]:
    """What the keys in a plan mean, by field."""
    known = queries.known_names()
    owners = dict(known.people.by_key)
    for planned in made.rows if made else ():
        if planned.goal is not None and planned.goal.owner is not None:
            owners[planned.goal.owner_id] = planned.goal.owner.name
    return {"owner_id": owners, "unit_id": known.units.by_key, "objectives": known.objectives.by_key}


def _columns_said() -> dict[int, str]:
    said = {}
    for key, value in request.form.items():
        index = key.removeprefix("column-")
        if key.startswith("column-") and is_key(index) and value in ("", *FIELDS):
            said[int(index)] = value
    return said


def _choices(grid: Grid, columns: Any) -> list[tuple[int, str, str, str]]:
    """(index, letter, heading, field) of every column with a heading."""
    return [(index, letter(index), head, columns.get(index, "")) for index, head in enumerate(grid.heads) if head]


def _plan(upload: Upload) -> planning.Plan:
    by_hand = {int(index): name for index, name in upload.columns.items()}
    return planning.make(upload.name, upload.content, by_hand, queries.known_names(), queries.goals_by_name())


@bp.post("/<int:upload_id>/take-in")
@guard(queries.find_upload, may_import)
def take_in(upload: Upload) -> Response:
    if upload.taken_in_at is not None:
        return redirect(url_for(".goals"))
    try:
        made = _plan(upload)
        if made.digest != TakeInForm().shown.data:
            flash(_("The register has changed since. Below is what would happen now; nothing is imported yet."), "warn")
            return redirect(url_for(".plan", upload_id=upload.id))
        new, changed = operations.take_in(upload, made, by=viewer())
    except Unreadable:
        return redirect(url_for(".plan", upload_id=upload.id))
    except operations.TakenIn:
        return redirect(url_for(".goals"))
    flash(_("Imported: %(new)s new goals and %(changed)s changed.", new=new, changed=changed), "good")
    return redirect(url_for("dossier.index"))
