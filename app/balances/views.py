"""Reading the balances of a goal and of a committee's whole practice, and how they have been read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from markupsafe import Markup

from app.balances import operations, queries
from app.balances.chairs import seats_that_record, seats_with_side
from app.balances.drift import OWN, drift, told
from app.balances.forms import PracticeForm, ReadForm, as_typed
from app.balances.labels import ENDS, NAMES, READERS, READERS_INSIDE
from app.balances.models import BALANCES, Reader, Reading
from app.balances.policy import (
    may_read_balances,
    may_read_for_side,
    may_read_practice_for_side,
    may_record_agreement,
    may_record_practice_agreement,
)
from app.balances.scale import beginning, spoken, stop
from app.balances.steps import charts
from app.balances.tracks import agreed_before, committees_in, in_committee, marks_in_use, told_apart, tracks
from app.balances.years import of_year, since_before, yearly, years_in
from app.core.access import guard, viewer
from app.core.clock import today
from app.core.keys import key
from app.core.languages import gettext as _
from app.goals.models import Goal
from app.goals.queries import find_goal
from app.organisation.models import Committee
from app.organisation.queries import find_committee
from app.organisation.standing import SeatFact, standing_of

bp = Blueprint("balances", __name__)

PER_PAGE = 20  # readings on a page of the history

# What the templates of this room say in words.
WORDS = {
    "names": NAMES, "readers": READERS, "inside": READERS_INSIDE, "stop": stop, "told": told, "spoken": spoken,
    "beginning": beginning, "ends": ENDS,
}  # fmt: skip


@bp.get("/goals/<int:goal_id>/balances")
@guard(find_goal)
def index(goal: Goal) -> str:
    readings = queries.readings_of(goal)
    number = max(request.args.get("page", 1, type=key), 1)
    dated = drift(readings)[(number - 1) * PER_PAGE : number * PER_PAGE]
    shown = _in_chosen(readings)
    return render_template(
        "balances/index.html", goal=goal, dated=dated, number=number, pages=-(-len(readings) // PER_PAGE),
        committees=_committees(readings), charts=charts(shown, until=today()), **_shown(readings, tracks(shown)),
    )  # fmt: skip


@bp.route("/goals/<int:goal_id>/balances/read", methods=["GET", "POST"])
@guard(find_goal, may_read_balances)
def read(goal: Goal) -> Any:
    last = queries.latest_reading(goal)
    form = ReadForm(data=as_typed(last))
    if form.validate_on_submit():
        _save(form, last, partial(operations.read_balances, goal), _("The balances are read."))
        return redirect(url_for(".index", goal_id=goal.id))
    return render_template(
        "balances/read.html", goal=goal, form=form, last=last, for_owner=goal.owner_id != viewer().id
    )


@bp.route("/goals/<int:goal_id>/balances/side", methods=["GET", "POST"])
@guard(find_goal, may_read_for_side)
def side(goal: Goal) -> Any:
    seats = seats_with_side(standing_of(viewer()), goal.unit)
    seat = _chosen(seats)
    reader = Reader(str(seat.side))
    last = queries.latest_in(goal, committee_id=seat.committee_id, reader=reader)
    form = ReadForm(data=as_typed(last))
    if form.validate_on_submit():
        verb = partial(operations.read_balances, goal, reader=reader, committee=_committee_of(seat))
        _save(form, last, verb, _("Your side's reading is saved, and the committee is told."))
        return redirect(url_for(".index", goal_id=goal.id, committee=seat.committee_id))
    return render_template(
        "balances/side.html", goal=goal, form=form, last=last, seat=seat, seats=seats, reader=reader, words=WORDS
    )


@bp.route("/goals/<int:goal_id>/balances/agree", methods=["GET", "POST"])
@guard(find_goal, may_record_agreement)
def agree(goal: Goal) -> Any:
    seats = seats_that_record(standing_of(viewer()), goal.unit)
    seat = _chosen(seats)
    last = queries.latest_in(goal, committee_id=seat.committee_id, reader=Reader.AGREED)
    form = ReadForm(data=as_typed(last))
    if form.validate_on_submit():
        verb = partial(operations.read_balances, goal, reader=Reader.AGREED, committee=_committee_of(seat))
        still_stands = last if last is queries.latest_reading(goal) else None
        _save(form, still_stands, verb, _("What you agreed on is saved. From today the goal stands there."))
        return redirect(url_for(".index", goal_id=goal.id, committee=seat.committee_id))
    beside = tracks(in_committee(queries.readings_of(goal), seat.committee_id))
    return render_template(
        "balances/agree.html", goal=goal, form=form, last=last, seat=seat, seats=seats, beside=beside
    )


@bp.get("/committees/<int:committee_id>/practice")
@guard(find_committee)
def practice(committee: Committee) -> str:
    readings = queries.practice_of(committee)
    years = years_in(readings)
    year = request.args.get("year", type=key)
    year = year if year in years else next(iter(years), today().year)
    found = tracks(of_year(readings, year), of_practice=True)
    return render_template(
        "balances/practice.html", committee=committee, year=year, years=years, since=since_before(readings, year),
        latest=yearly(of_year(readings, year)), charts=charts(yearly(readings), until=today()),
        leanings=queries.leanings(viewer(), committee), **_shown(readings, found),
    )  # fmt: skip


@bp.route("/committees/<int:committee_id>/practice/side", methods=["GET", "POST"])
@guard(find_committee, may_read_practice_for_side)
def practice_side(committee: Committee) -> Any:
    reader = Reader(str(standing_of(viewer()).side_in(committee.id)))
    last = queries.latest_of_practice(committee, reader=reader)
    form = PracticeForm(data=as_typed(last))
    if form.validate_on_submit():
        verb = partial(operations.read_practice, committee, reader=reader)
        _save(form, last, verb, _("Your side's reading is saved, and the committee is told."))
        return redirect(url_for(".practice", committee_id=committee.id))
    return render_template(
        "balances/practice_side.html", committee=committee, form=form, last=last, reader=reader, words=WORDS
    )


@bp.route("/committees/<int:committee_id>/practice/agree", methods=["GET", "POST"])
@guard(find_committee, may_record_practice_agreement)
def practice_agree(committee: Committee) -> Any:
    last = queries.latest_of_practice(committee, reader=Reader.AGREED)
    form = PracticeForm(data=as_typed(last))
    if form.validate_on_submit():
        verb = partial(operations.read_practice, committee, reader=Reader.AGREED)
        _save(form, last, verb, _("What you agreed on is saved, and the committee is told."))
        return redirect(url_for(".practice", committee_id=committee.id))
    beside = tracks(queries.practice_of(committee), of_practice=True)
    return render_template("balances/practice_agree.html", committee=committee, form=form, last=last, beside=beside)


def card(goal: Goal) -> Markup:
    """Where the goal stands, as a part of the goal's page."""
    readings = queries.readings_of(goal)
    shown = _shown(readings, tracks(readings))
    return Markup(render_template("balances/_card.html", goal=goal, **shown))  # noqa: S704 - our own template


def board(goal: Goal, committee_id: int) -> Markup:
    """The four balances for a whole room: how that committee's sides read the goal, and what it agreed on."""
    readings = in_committee(queries.readings_of(goal), committee_id)
    shown = _shown(readings, tracks(readings))
    return Markup(render_template("balances/_board.html", goal=goal, **shown))  # noqa: S704 - our own template


def _shown(readings: Sequence[Reading], found: Sequence[Any]) -> dict[str, Any]:
    return {
        "readings": readings, "tracks": found, "marks": marks_in_use(found), "words": WORDS, "balances": BALANCES,
        "standing": next((one for one in readings if one.reader in OWN), None), "apart": told_apart(found),
        "agreed_before": agreed_before(readings),
    }  # fmt: skip


def _in_chosen(readings: Sequence[Reading]) -> Sequence[Reading]:
    """The goal's own readings and those of the sides in the committee that the address names, or in the first."""
    read_in = committees_in(readings)
    wanted = request.args.get("committee", type=key)
    return in_committee(readings, wanted if wanted in read_in else next(iter(read_in), None))


def _committees(readings: Sequence[Reading]) -> list[tuple[Committee, bool]]:
    """The committees whose sides have read, and which of them is shown."""
    shown = {one.committee_id for one in _in_chosen(readings) if one.reader not in OWN}
    named = {one.committee_id: one.committee for one in readings if one.committee is not None}
    return [(named[one], one in shown) for one in committees_in(readings) if one in named]


def _chosen(seats: Sequence[SeatFact]) -> SeatFact:
    """The seat in the committee that the address names, or in the nearest one. Not found where none sits there."""
    if "committee" not in request.args:
        return seats[0]
    wanted = request.args.get("committee", type=key)
    return next((seat for seat in seats if seat.committee_id == wanted), None) or abort(404)


def _committee_of(seat: SeatFact) -> Committee:
    return find_committee(viewer(), committee_id=seat.committee_id) or abort(404)


def _save(form: ReadForm, last: Reading | None, verb: Callable[..., Reading], done: str) -> None:
    """Add the reading, unless it says what the last one says already."""
    if form.says_the_same(last):
        flash(_("Nothing has moved, so nothing is saved."), "info")
        return
    verb(by=viewer(), places=form.places, wishes=form.wishes, reasons=form.reasons)
    flash(done, "good")
