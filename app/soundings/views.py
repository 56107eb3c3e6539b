"""The rounds of a committee: opening, the ballot, the projector, the result and what was agreed."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.balances.labels import NAMES
from app.balances.models import BALANCES
from app.balances.scale import beginning, stop
from app.core.access import guard, viewer
from app.core.clock import today
from app.core.formats import day
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.core.secrecy import Unreadable
from app.goals.models import Goal
from app.goals.queries import find_goal
from app.organisation.models import Committee
from app.organisation.standing import SeatFact, standing_of
from app.soundings import operations, queries
from app.soundings.forms import USUAL, About, AgreeForm, BallotForm, CloseForm, OpenForm
from app.soundings.models import Sounding
from app.soundings.picture import rows, shows_sides
from app.soundings.policy import may_agree, may_cast, may_close, may_open
from app.soundings.tally import from_plain

bp = Blueprint("soundings", __name__, url_prefix="/committees/<int:committee_id>/soundings")

WORDS = {"names": NAMES, "stop": stop, "beginning": beginning}


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(sounding_seats=sounding_seats)


def sounding_seats(goal: Goal) -> list[SeatFact]:
    """The viewer's seats in committees that may sound a goal; none where it can't be sounded."""
    if goal.status not in queries.SOUNDED:
        return []
    return list({seat.committee_id: seat for seat in standing_of(viewer()).seats_over(goal.unit)}.values())


def _show(sounding: Sounding) -> Response:
    return redirect(url_for(".show", committee_id=sounding.committee_id, sounding_id=sounding.id))


@bp.get("")
@guard(queries.find_own_committee)
def index(committee: Committee) -> str:
    return render_template(
        "soundings/index.html", committee=committee, soundings=queries.soundings_of(committee), MOST=queries.MOST
    )


@bp.route("/open", methods=["GET", "POST"])
@guard(queries.find_own_committee, may_open)
def open(committee: Committee) -> Any:
    form = _open_form(committee)
    if form.validate_on_submit() and (sounding := _open(committee, form)) is not None:
        flash(_("The sounding is open, and those who were asked are told."), "good")
        return _show(sounding)
    return render_template("soundings/open.html", committee=committee, form=form)


def _open_form(committee: Committee) -> OpenForm:
    read, asked = partial(queries.read_goal, viewer(), committee), request.args.get("goal", "")
    try:
        now = read(asked)
    except ValueError:
        now = None
    form = OpenForm(data={"about": About.GOAL, "goal_id": now and now[0], "closes_on": today() + USUAL})
    form.goal_id.offer(read, now=now, suggestions=queries.suggested_goals(viewer(), committee))
    return form


def _open(committee: Committee, form: OpenForm) -> Sounding | None:
    """The round; None, with the reason in the form, where it can't be opened."""
    is_goal = form.about.data is About.GOAL
    goal = find_goal(viewer(), goal_id=form.goal_id.data) if is_goal else None
    try:
        return operations.open_sounding(
            committee, goal=goal, question=form.question.data, closes_on=form.closes_on.data or today(), by=viewer()
        )
    except operations.TooFew:
        form.about.errors = [_("Too few sit on the committee's two sides: nothing could ever be shown of so few.")]
    except operations.NotForEverybody:
        form.goal_id.errors = [_("The goal has become a draft or is retired. Choose another goal.")]
    except operations.TooClose as close:
        (form.goal_id if is_goal else form.about).errors = [_too_close(committee, close.other)]
    return None


def _too_close(committee: Committee, other: queries.InTheWay) -> str:
    is_own, until = other.sounding.committee_id == committee.id, day(other.until)
    if is_own and not until:
        return _("A sounding on this is already open in the committee.")
    if is_own:
        return _("The committee has just closed a sounding on this. Open the next one on %(day)s or later.", day=until)
    if not until:
        return _("A committee with nearly the same members is sounding this goal. Wait until that is closed.")
    return _(
        "A committee with nearly the same members has just sounded this goal. Open yours on %(day)s or later, so that "
        "nobody can hold the two results against each other.", day=until,
    )  # fmt: skip


@bp.get("/<int:sounding_id>")
@guard(queries.find_sounding)
def show(sounding: Sounding) -> str:
    found, count = from_plain(sounding.tally), queries.ballot_count(sounding)
    sees_goal = sounding.goal_id is not None and find_goal(viewer(), goal_id=sounding.goal_id) is not None
    return render_template(
        "soundings/show.html", sounding=sounding, count=count, sees_goal=sees_goal,
        can_close=sounding.can_close(count, today()),
        has_cast=queries.has_cast(viewer(), sounding), rows=rows(found) if found else [],
        sides=bool(found and shows_sides(found)), words=WORDS, balances=BALANCES,
    )  # fmt: skip


@bp.route("/<int:sounding_id>/cast", methods=["GET", "POST"])
@guard(queries.find_sounding, may_cast)
def cast(sounding: Sounding) -> Any:
    """The ballot. What it answers is the same for a first ballot and for a second one that was not counted."""
    form = BallotForm()
    if form.validate_on_submit():
        try:
            operations.cast_ballot(sounding, by=viewer(), places=form.places)
        except (operations.TakesNoBallots, Unreadable):
            flash(_("The sounding takes no more ballots, so yours was not counted."), "bad")
        else:
            flash(_("Thank you. Your ballot is in the urn."), "good")
        return _show(sounding)
    return render_template(
        "soundings/cast.html", sounding=sounding, form=form, has_cast=queries.has_cast(viewer(), sounding)
    )


@bp.get("/<int:sounding_id>/projector")
@guard(queries.find_sounding)
def projector(sounding: Sounding) -> str:
    return render_template(
        "soundings/projector.html", sounding=sounding, count=queries.ballot_count(sounding), navigation=[]
    )


@bp.get("/<int:sounding_id>/count")
@guard(queries.find_sounding)
def count(sounding: Sounding) -> Any:
    """How many ballots the urn holds, for the projector; 304 where that is what it shows already."""
    held = queries.ballot_count(sounding)
    answer = jsonify(held=held, closed=sounding.is_closed)
    answer.set_etag(f"{sounding.id}-{held}-{int(sounding.is_closed)}")
    return answer.make_conditional(request)


@bp.route("/<int:sounding_id>/close", methods=["GET", "POST"])
@guard(queries.find_sounding, may_close)
def close(sounding: Sounding) -> Any:
    """The question whether to close; where it is too early, it says how many it takes."""
    form = CloseForm()
    if form.validate_on_submit():
        try:
            if operations.close_sounding(sounding, by=viewer()):
                flash(_("The sounding is closed."), "good")
        except operations.TooEarly:
            return redirect(request.path)
        return _show(sounding)
    held = queries.ballot_count(sounding)
    return render_template(
        "soundings/close.html", sounding=sounding, form=form, count=held, can_close=sounding.can_close(held, today())
    )


@bp.route("/<int:sounding_id>/agree", methods=["GET", "POST"])
@guard(queries.find_sounding, may_agree)
def agree(sounding: Sounding) -> Any:
    form = AgreeForm.on(sounding)
    if form.validate_on_submit():
        try:
            operations.agree_on_sounding(
                sounding, by=viewer(), places=form.places, wishes=form.wishes, reasons=form.reasons,
                to_move=form.to_move.data, version=form.seen_version,
            )  # fmt: skip
        except Stale:
            form.say_stale(sounding)
        else:
            flash(_("What you agree on is recorded."), "good")
            return _show(sounding)
    found = from_plain(sounding.tally)
    page = render_template("soundings/agree.html", sounding=sounding, form=form, rows=rows(found) if found else [])
    return page, form.status
