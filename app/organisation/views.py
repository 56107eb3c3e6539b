"""The units, the committees and their seats, and our definition."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.core.access import guard, viewer
from app.core.choosing import grouped, settings_form
from app.core.clock import today
from app.core.history import told
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.core.operation import Stale
from app.core.settings import Senseless, as_chosen, chosen
from app.core.trees import BelowItself
from app.organisation import operations, queries
from app.organisation.forms import (
    CommitteeForm,
    DefinitionForm,
    ManagerForm,
    OrganisationForm,
    SeatForm,
    UnitForm,
)
from app.organisation.labels import COMMITTEE_KINDS, FUNCTIONS, MANDATES, SIDES, UNIT_KINDS
from app.organisation.models import Committee, Function, Organisation, OrganisationKind, Seat, Unit, UnitManager
from app.organisation.policy import may_define, may_keep, may_set
from app.organisation.viewers import the_organisation
from app.people.queries import get_user, people_choices

bp = Blueprint("organisation", __name__, url_prefix="/organisation")

OWN_SEAT = lazy("Nobody gives themselves a seat on a side. Ask another who keeps the committees to do it.")


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(
        unit_kinds=UNIT_KINDS,
        committee_kinds=COMMITTEE_KINDS,
        side_labels=SIDES,
        mandates=MANDATES,
        functions=FUNCTIONS,
    )


@bp.get("")
@guard()
def index() -> str:
    closed = request.args.get("closed") == "1"
    return render_template("organisation/index.html", nodes=queries.unit_tree(closed=closed), closed=closed)


@bp.get("/units/<int:unit_id>")
@guard(queries.find_unit)
def show(unit: Unit) -> str:
    committees = queries.committees_over(unit)
    return render_template(
        "organisation/show.html",
        unit=unit,
        managers=queries.managers_of(unit),
        below=[other for other in queries.units_below(unit) if other.parent_id == unit.id and other.closed_on is None],
        committees=committees,
        representatives=queries.representatives_of(committees),
        manager_form=_manager_form() if may_keep(viewer(), unit) else None,
        employees=queries.employees_of(unit) if may_keep(viewer(), unit) else [],
        told=told(queries.events_about(viewer(), unit)),
    )


def _manager_form() -> ManagerForm:
    form = ManagerForm()
    form.user_id.offer(people_choices())
    return form


@bp.route("/units/add", methods=["GET", "POST"])
@guard(None, may_keep)
def add() -> Any:
    form = UnitForm(data={"parent_id": request.args.get("under", type=int)})
    form.parent_id.offer(queries.unit_options())
    if form.validate_on_submit():
        unit = operations.add_unit(by=viewer(), **_unit_answers(form))
        flash(_("%(name)s is added.", name=unit.name), "good")
        return redirect(url_for(".show", unit_id=unit.id))
    return render_template("organisation/add.html", form=form)


def _unit_answers(form: UnitForm) -> dict[str, Any]:
    answers = form.answers
    key = answers.pop("parent_id")
    return {**answers, "parent": queries.find_unit(viewer(), unit_id=key) if key else None}


@bp.route("/units/<int:unit_id>/edit", methods=["GET", "POST"])
@guard(queries.find_unit, may_keep)
def edit(unit: Unit) -> Any:
    form = UnitForm(obj=unit)
    form.parent_id.offer(_with([unit.parent], queries.unit_options()))
    if form.validate_on_submit():
        try:
            operations.revise_unit(unit, by=viewer(), version=form.seen_version, **_unit_answers(form))
        except BelowItself:
            form.parent_id.errors = [_("A unit can't stand below itself. Choose another one.")]
        except Stale:
            form.say_stale(unit)
        else:
            flash(_("%(name)s is saved.", name=unit.name), "good")
            return redirect(url_for(".show", unit_id=unit.id))
    return render_template("organisation/edit.html", form=form, unit=unit), form.status


@bp.post("/units/<int:unit_id>/close")
@guard(queries.find_unit, may_keep)
def close(unit: Unit) -> Response:
    try:
        operations.close_unit(unit, by=viewer())
        flash(_("%(name)s is closed.", name=unit.name), "good")
    except operations.StillInUse:
        flash(_("Open units lie below %(name)s. Close or move them first.", name=unit.name), "bad")
    return redirect(url_for(".show", unit_id=unit.id))


@bp.post("/units/<int:unit_id>/reopen")
@guard(queries.find_unit, may_keep)
def reopen(unit: Unit) -> Response:
    try:
        operations.reopen_unit(unit, by=viewer())
        flash(_("%(name)s is open again.", name=unit.name), "good")
    except operations.AboveIsClosed:
        flash(_("The unit above %(name)s is closed. Open that one first, or move this one.", name=unit.name), "bad")
    return redirect(url_for(".show", unit_id=unit.id))


@bp.post("/units/<int:unit_id>/managers")
@guard(queries.find_unit, may_keep)
def add_manager(unit: Unit) -> Response:
    form = _manager_form()
    user = get_user(form.user_id.data) if form.validate_on_submit() else None
    if user is None:
        flash(_("Choose a person."), "bad")
    else:
        operations.add_manager(unit, user=user, by=viewer())
        flash(_("%(name)s is now a manager here.", name=user.name), "good")
    return redirect(url_for(".show", unit_id=unit.id))


@bp.post("/units/<int:unit_id>/managers/<int:manager_id>/remove")
@guard(queries.find_manager, may_keep)
def remove_manager(manager: UnitManager) -> Response:
    unit_id, name = manager.unit_id, str(manager.user)
    operations.remove_manager(manager, by=viewer())
    flash(_("%(name)s is no longer a manager here.", name=name), "good")
    return redirect(url_for(".show", unit_id=unit_id))


@bp.post("/units/<int:unit_id>/people")
@guard(queries.find_unit, may_keep)
def employ(unit: Unit) -> Response:
    form = _manager_form()
    user = get_user(form.user_id.data) if form.validate_on_submit() else None
    if user is None:
        flash(_("Choose a person."), "bad")
    else:
        operations.employ(user, unit=unit, by=viewer())
        flash(_("%(name)s works here now.", name=user.name), "good")
    return redirect(url_for(".show", unit_id=unit.id))


@bp.get("/committees")
@guard()
def committees() -> str:
    closed = request.args.get("closed") == "1"
    return render_template("organisation/committees.html", nodes=queries.committee_tree(closed=closed), closed=closed)


@bp.get("/committees/<int:committee_id>")
@guard(queries.find_committee)
def committee(committee: Committee) -> str:
    seats = [seat for seat in committee.seats if seat.to_on is None or seat.to_on >= today()]
    sides = {side: [seat for seat in seats if seat.side == side] for side in (*SIDES, None)}
    told_of = told(queries.events_about(viewer(), committee))
    return render_template("organisation/committee.html", committee=committee, sides=sides, told=told_of)


@bp.route("/committees/add", methods=["GET", "POST"])
@guard(None, may_keep)
def add_committee() -> Any:
    form = _committee_form()
    if form.validate_on_submit():
        made = operations.add_committee(by=viewer(), **_committee_answers(form))
        flash(_("%(name)s is added.", name=made.name), "good")
        return redirect(url_for(".committee", committee_id=made.id))
    return render_template("organisation/add_committee.html", form=form)


def _committee_form(committee: Committee | None = None) -> CommitteeForm:
    covered = [area.unit_id for area in committee.areas] if committee else []
    form = CommitteeForm(obj=committee, data={"unit_ids": covered})
    others = [(key, name) for key, name in queries.committee_options() if committee is None or key != committee.id]
    form.parent_id.offer(_with([committee.parent] if committee else [], others))
    form.offer_units(_with([area.unit for area in committee.areas] if committee else [], queries.unit_options()))
    return form


def _with(set_now: list[Any], options: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The options, and what is set now although it is closed: a form must not take away what it does not show."""
    return [*options, *((thing.id, thing.name) for thing in set_now if thing and thing.id not in dict(options))]


def _committee_answers(form: CommitteeForm) -> dict[str, Any]:
    answers = form.answers
    key, units = answers.pop("parent_id"), answers.pop("unit_ids")
    found = [queries.find_unit(viewer(), unit_id=unit_id) for unit_id in units]
    parent = queries.find_committee(viewer(), committee_id=key) if key else None
    return {**answers, "parent": parent, "units": [unit for unit in found if unit is not None]}


@bp.route("/committees/<int:committee_id>/edit", methods=["GET", "POST"])
@guard(queries.find_committee, may_keep)
def edit_committee(committee: Committee) -> Any:
    form = _committee_form(committee)
    if form.validate_on_submit():
        try:
            operations.revise_committee(committee, by=viewer(), version=form.seen_version, **_committee_answers(form))
        except BelowItself:
            form.parent_id.errors = [_("A committee can't stand below itself. Choose another one.")]
        except Stale:
            form.say_stale(committee)
        else:
            flash(_("%(name)s is saved.", name=committee.name), "good")
            return redirect(url_for(".committee", committee_id=committee.id))
    return render_template("organisation/edit_committee.html", form=form, committee=committee), form.status


@bp.post("/committees/<int:committee_id>/close")
@guard(queries.find_committee, may_keep)
def close_committee(committee: Committee) -> Response:
    operations.close_committee(committee, by=viewer())
    flash(_("%(name)s is closed.", name=committee.name), "good")
    return redirect(url_for(".committee", committee_id=committee.id))


@bp.post("/committees/<int:committee_id>/reopen")
@guard(queries.find_committee, may_keep)
def reopen_committee(committee: Committee) -> Response:
    operations.reopen_committee(committee, by=viewer())
    flash(_("%(name)s is open again.", name=committee.name), "good")
    return redirect(url_for(".committee", committee_id=committee.id))


@bp.route("/committees/<int:committee_id>/seats/add", methods=["GET", "POST"])
@guard(queries.find_committee, may_keep)
def add_seat(committee: Committee) -> Any:
    form = SeatForm(data={"function": Function.MEMBER})
    form.offer(people_choices())
    if form.validate_on_submit():
        answers = form.answers
        people: dict[str, Any] = {
            "user": get_user(answers.pop("user_id") or 0),
            "substitute": get_user(answers.pop("substitute_id") or 0),
        }
        try:
            operations.add_seat(committee, by=viewer(), **people, **answers)
        except operations.OwnSeat:
            form.user_id.errors = [str(OWN_SEAT)]
        else:
            flash(_("The seat is added."), "good")
            return redirect(url_for(".committee", committee_id=committee.id))
    return render_template("organisation/add_seat.html", form=form, committee=committee)


@bp.route("/committees/<int:committee_id>/seats/<int:seat_id>/edit", methods=["GET", "POST"])
@guard(queries.find_seat, may_keep)
def edit_seat(seat: Seat) -> Any:
    form = SeatForm(obj=seat)
    held = [(user.id, user.name) for user in (seat.user, seat.substitute) if user is not None]
    form.offer(dict([*held, *people_choices()]).items())
    if form.validate_on_submit():
        try:
            operations.revise_seat(seat, by=viewer(), version=form.seen_version, **form.answers)
        except operations.OwnSeat:
            form.user_id.errors = [str(OWN_SEAT)]
        except Stale:
            form.say_stale(seat)
        else:
            flash(_("The seat is saved."), "good")
            return redirect(url_for(".committee", committee_id=seat.committee_id))
    return render_template("organisation/edit_seat.html", form=form, seat=seat), form.status


@bp.post("/committees/<int:committee_id>/seats/<int:seat_id>/vacate")
@guard(queries.find_seat, may_keep)
def vacate_seat(seat: Seat) -> Response:
    operations.vacate_seat(seat, from_on=today(), by=viewer())
    flash(_("The seat is vacant from today."), "good")
    return redirect(url_for(".committee", committee_id=seat.committee_id))


@bp.route("/set-up", methods=["GET", "POST"])
@guard(None, may_keep)
def set_up() -> Any:
    """The organisation's name and kind: asked for once in a new installation, and open to change afterwards."""
    organisation = the_organisation()
    form = OrganisationForm(obj=organisation, data=None if organisation else {"kind": OrganisationKind.MUNICIPALITY})
    if form.validate_on_submit():
        try:
            _save_organisation(organisation, form)
        except (Stale, operations.AlreadySetUp):
            form.say_stale(the_organisation())
        else:
            flash(_("%(name)s is saved.", name=form.name.data), "good")
            return redirect(url_for(".index"))
    return render_template("organisation/set_up.html", form=form, organisation=organisation), form.status


def _save_organisation(organisation: Organisation | None, form: OrganisationForm) -> None:
    if organisation is None:
        operations.set_up_organisation(by=viewer(), **form.answers)
    else:
        operations.revise_organisation(organisation, by=viewer(), version=form.seen_version, **form.answers)


@bp.get("/definition")
@guard()
def definition() -> str:
    return render_template("organisation/definition.html", organisation=the_organisation())


@bp.route("/definition/edit", methods=["GET", "POST"])
@guard(queries.find_organisation, may_define)
def edit_definition(organisation: Organisation) -> Any:
    form = DefinitionForm(obj=organisation)
    if form.validate_on_submit():
        try:
            operations.revise_definition(organisation, by=viewer(), version=form.seen_version, **form.answers)
        except Stale:
            form.say_stale(organisation)
        else:
            flash(_("Our definition is saved."), "good")
            return redirect(url_for(".definition"))
    return render_template("organisation/edit_definition.html", form=form, organisation=organisation), form.status


@bp.get("/settings")
@guard()
def settings() -> str:
    organisation = the_organisation()
    events = queries.settings_changes(viewer(), organisation) if organisation else []
    return render_template(
        "organisation/settings.html", organisation=organisation, groups=as_chosen(), told=told(events)
    )


@bp.route("/settings/edit", methods=["GET", "POST"])
@guard(queries.find_organisation, may_set)
def edit_settings(organisation: Organisation) -> Any:
    form = settings_form(organisation.version, chosen())
    if form.validate_on_submit():
        try:
            operations.change_settings(organisation, by=viewer(), version=form.seen_version, **form.answers)
        except Senseless as error:
            form[error.sense.names[-1]].errors = [str(error.sense.sentence)]
        except Stale:
            form.say_stale(organisation)
        else:
            flash(_("The settings are saved."), "good")
            return redirect(url_for(".settings"))
    return render_template("organisation/edit_settings.html", form=form, groups=grouped(form)), form.status
