"""The library of gains and strains: everyone reads it, the safety organisation keeps it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.core.access import guard, viewer
from app.core.forms import VersionedForm
from app.core.history import told
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.goals.labels import ASPECTS
from app.library import operations, queries
from app.library.finding import PER_PAGE, Wish, grouped, narrowed, wished
from app.library.forms import LineForm
from app.library.labels import ANSWERS, KINDS, KINDS_HEADING, ONLY, POLES
from app.library.lines import Line
from app.library.models import LineKind, Only
from app.library.policy import may_keep_library
from app.library.upgrade import shipped_changes

bp = Blueprint("library", __name__, url_prefix="/library")


@bp.get("")
@guard()
def index() -> str:
    wish, lines = wished(request.args), queries.all_lines()
    found = narrowed(lines, wish)
    pages = _pages(len(found), wish)
    return render_template(
        "library/index.html",
        wish=wish,
        filters=_filters(wish),
        count=len(found),
        groups=grouped(found[(pages["number"] - 1) * PER_PAGE : pages["number"] * PER_PAGE]),
        pages=pages,
        hidden=sum(line.is_hidden for line in lines),
        overtaken=sum(line.is_overtaken for line in lines),
        aspects=ASPECTS,
        kinds=KINDS_HEADING,
    )


def _pages(total: int, wish: Wish) -> dict[str, Any]:
    """Which page of how many, for the pager; a number that there is no page for means the nearest one."""
    count = max(1, -(-total // PER_PAGE))
    number = min(max(request.args.get("page", 1, type=int), 1), count)
    return {
        "count": count,
        "number": number,
        "previous_url": url_for(".index", page=number - 1, **wish.asked) if number > 1 else "",
        "next_url": url_for(".index", page=number + 1, **wish.asked) if number < count else "",
    }


def _filters(wish: Wish) -> list[dict[str, Any]]:
    asked = (
        ("aspect", _("Aspect"), _("All aspects"), ASPECTS, wish.aspect),
        ("kind", _("Gain or strain"), _("Both"), KINDS, wish.kind),
        ("fits", _("Fits"), _("All goals"), POLES | ANSWERS, wish.fits),
        ("only", _("Which ones"), ONLY[Only.IN_USE], {one: ONLY[one] for one in list(Only)[1:]}, wish.only),
    )
    return [
        {
            "name": name,
            "label": label,
            "value": value,
            "options": [("", blank), *((getattr(key, "value", key), words) for key, words in words_of.items())],
        }
        for name, label, blank, words_of, value in asked
    ]


@bp.route("/add", methods=["GET", "POST"])
@guard(None, may_keep_library)
def add() -> Any:
    form = LineForm(data={"aspect": request.args.get("aspect"), "kind": LineKind.STRAIN})
    if form.validate_on_submit():
        try:
            operations.add_line(by=viewer(), **form.said)
        except operations.TooManyLines:
            form.da.errors = [_("You have %(most)s lines of your own, and there is no room for more.",
                                most=operations.MOST_OWN)]  # fmt: skip
        else:
            flash(_("The line is added."), "good")
            return redirect(url_for(".index", only=Only.OURS.value))
    return render_template("library/add.html", form=form)


@bp.route("/<key>/edit", methods=["GET", "POST"])
@guard(queries.find_line, may_keep_library)
def edit(line: Line) -> Any:
    form = LineForm(obj=line, data={"answered": line.answers})
    if form.validate_on_submit():
        try:
            operations.revise_line(line, by=viewer(), version=form.seen_version, **form.said)
        except Stale:
            form.say_stale(queries.find_line(viewer(), key=line.key))
        else:
            flash(_("The line is saved."), "good")
            return redirect(url_for(".index", _anchor=line.aspect.value))
    return (
        render_template(
            "library/edit.html",
            form=form,
            line=line,
            changes=shipped_changes(line),
            told=told(queries.events_about(viewer(), line)),
        ),
        form.status,
    )


@bp.post("/<key>/hide")
@guard(queries.find_line, may_keep_library)
def hide(line: Line) -> Response:
    operations.hide_line(line, by=viewer())
    flash(_("The line is put aside. It is no longer proposed."), "good")
    return redirect(url_for(".edit", key=line.key))


@bp.post("/<key>/bring-back")
@guard(queries.find_line, may_keep_library)
def bring_back(line: Line) -> Response:
    operations.bring_back_line(line, by=viewer())
    flash(_("The line is in use again."), "good")
    return redirect(url_for(".edit", key=line.key))


@bp.post("/<key>/restore")
@guard(queries.find_shipped_line, may_keep_library)
def restore(line: Line) -> Response:
    try:
        operations.restore_line(line, by=viewer(), version=VersionedForm().seen_version)
        flash(_("The line says what Pejling comes with again."), "good")
    except Stale:
        flash(_("Somebody else changed the line meanwhile. Look at it once more, then decide."), "bad")
    return redirect(url_for(".edit", key=line.key))
