"""The meetings of the committees: the list, one committee's, one meeting, and its life until it begins."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from app.core import documents
from app.core.access import guard, viewer
from app.core.calendars import MEDIA_TYPE, calendar
from app.core.clock import now, today
from app.core.history import told
from app.core.holidays import free_name
from app.core.keys import key
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.core.settings import setting
from app.meetings import labels, operations, queries
from app.meetings.deadlines import agenda_by, days_short, proposals_by
from app.meetings.forms import (
    AttendanceForm,
    CallForm,
    CancelForm,
    CopyForm,
    EditForm,
    GuestForm,
    PlanForm,
    PreMeetingForm,
    YearForm,
)
from app.meetings.invitations import entry
from app.meetings.lists import MEETINGS
from app.meetings.models import Meeting
from app.meetings.plans import Slot, doubts, next_year
from app.meetings.policy import may_call, may_keep, may_plan, may_plan_pre_meeting, may_prepare, may_regret
from app.meetings.sight import sees_agenda, sees_confidential
from app.organisation.models import Committee
from app.organisation.queries import find_committee
from app.people.queries import get_user, people_choices

bp = Blueprint("meetings", __name__)

FILES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8"}
WORDS = {
    "kinds": labels.KINDS, "stages": labels.STAGES, "looks": labels.STAGE_LOOKS, "item_kinds": labels.ITEM_KINDS,
    "item_states": labels.ITEM_STATES, "presences": labels.PRESENCES, "fields": labels.FIELDS,
    "steps": labels.STEPS,
}  # fmt: skip


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(meeting_words=WORDS, holiday=free_name)


@bp.get("/meetings")
@guard()
def index() -> str:
    page = MEETINGS.read(queries.visible_to(viewer()), request.args, path=request.path)
    names = {"xlsx": _("Spreadsheet (XLSX)"), "csv": _("Text file (CSV)")}
    files = {form: (label, url_for(".export", form=form)) for form, label in names.items()}
    return render_template("meetings/index.html", listing=page.with_exports(**files), own=queries.next_for(viewer()))


@bp.get("/meetings/export.<form>")
@guard()
def export(form: str) -> Response:
    """Everything that is filtered, in the columns shown."""
    if form not in FILES:
        abort(404)
    columns, rows = MEETINGS.export(queries.visible_to(viewer()), request.args)
    heads = [str(column.label) for column in columns]
    made = documents.xlsx(_("Meetings"), heads, rows) if form == "xlsx" else documents.csv_file(heads, rows)
    name = f"{_('meetings')}-{today():%Y-%m-%d}.{form}"
    return send_file(made, FILES[form], as_attachment=True, download_name=name)


@bp.get("/committees/<int:committee_id>/meetings")
@guard(find_committee)
def committee(committee: Committee) -> str:
    found = queries.of_committee(viewer(), committee)
    return render_template("meetings/committee.html", committee=committee, found=found, last_year=today().year)


@bp.route("/committees/<int:committee_id>/meetings/plan", methods=["GET", "POST"])
@guard(find_committee, may_plan)
def plan(committee: Committee) -> Any:
    form = PlanForm()
    if form.validate_on_submit() and not _think_again(form, committee, [form.held_on.data]):
        meeting = operations.plan_meeting(committee, form.slot, by=viewer(), note=form.note.data)
        flash(_("The meeting is planned."), "good")
        return _to(meeting)
    return render_template("meetings/plan.html", committee=committee, form=form, title=_("Plan a meeting"))


def _think_again(form: Any, committee: Committee, days: list[date]) -> bool:
    """Whether there is a doubt about the days that the person has not been shown yet; it is then shown beside them."""
    form.doubts = doubts(days, queries.days_taken(committee.id, days))
    shown = request.form.get("doubts", "")
    form.shown_doubts = ",".join(f"{one.code}:{one.held_on.isoformat()}" for one in form.doubts)
    return bool(form.doubts) and form.shown_doubts != shown


@bp.route("/committees/<int:committee_id>/meetings/plan-pre-meeting", methods=["GET", "POST"])
@guard(find_committee, may_plan_pre_meeting)
def plan_pre_meeting(committee: Committee) -> Any:
    """The employees' own meeting beforehand, which nobody else knows of."""
    form = PreMeetingForm()
    if form.validate_on_submit():
        meeting = operations.plan_meeting(committee, form.slot, by=viewer(), note=form.note.data)
        flash(_("Your own meeting is planned. Only the employees' side of the committee sees it."), "good")
        return _to(meeting)
    return render_template("meetings/plan_pre_meeting.html", committee=committee, form=form)


@bp.route("/committees/<int:committee_id>/meetings/plan-year", methods=["GET", "POST"])
@guard(find_committee, may_plan)
def plan_year(committee: Committee) -> Any:
    form = YearForm()
    if form.validate_on_submit() and not _think_again(form, committee, form.days):
        made = operations.plan_year(committee, form.slots, by=viewer())
        flash(_("The meetings are planned: %(count)s.", count=len(made)), "good")
        return redirect(url_for(".committee", committee_id=committee.id))
    return render_template("meetings/plan_year.html", committee=committee, form=form)


@bp.route("/committees/<int:committee_id>/meetings/<int:year>/copy", methods=["GET", "POST"])
@guard(queries.find_year, may_plan)
def copy_year(committee: Committee, year: int) -> Any:
    """A year's meetings, each a year later on the same weekday."""
    proposed = next_year([_as_slot(one) for one in queries.meetings_of_year(committee.id, year)])
    form = CopyForm(data={"meetings": [{"held_on": one.held_on, "kind": one.kind} for one in proposed]})
    days = [row.form.held_on.data for row in form.meetings if row.form.held_on.data]
    if form.validate_on_submit() and days and not _think_again(form, committee, days):
        made = operations.plan_year(committee, form.slots(proposed), by=viewer())
        flash(_("The meetings are planned: %(count)s.", count=len(made)), "good")
        return redirect(url_for(".committee", committee_id=committee.id))
    if request.method == "GET":
        _think_again(form, committee, days)
    rows = list(zip(form.meetings, proposed, strict=False))
    return render_template("meetings/copy_year.html", committee=committee, form=form, rows=rows, year=year)


def _as_slot(meeting: Meeting) -> Slot:
    return Slot(meeting.held_on, meeting.kind, meeting.begins, meeting.ends, meeting.place, meeting.is_discussion)


def _to(meeting: Meeting) -> Response:
    return redirect(url_for("meetings.show", meeting_id=meeting.id))


@bp.get("/meetings/<int:meeting_id>")
@guard(queries.find_meeting)
def show(meeting: Meeting) -> str:
    events = queries.history_page(viewer(), meeting, request.args.get("before", type=key))
    shown = events[: queries.HISTORY_PAGE]
    older = url_for(".show", meeting_id=meeting.id, before=shown[-1].id) if len(events) > len(shown) else ""
    lines = queries.agenda_of(viewer(), meeting)
    return render_template(
        "meetings/show.html", meeting=meeting, lines=lines, told=told(shown), older_url=older,
        sees_agenda=sees_agenda(viewer(), meeting), kept_back=not sees_confidential(viewer(), meeting),
        planned_minutes=sum(line.item.minutes_planned or 0 for line in lines), days=_days(meeting),
    )  # fmt: skip


def _days(meeting: Meeting) -> dict[str, date]:
    return {
        "proposals": proposals_by(meeting.held_on, setting("proposal_days")),
        "agenda": agenda_by(meeting.held_on, setting("agenda_days")),
    }


@bp.get("/meetings/<int:meeting_id>/calendar.ics")
@guard(queries.find_meeting)
def calendar_entry(meeting: Meeting) -> Response:
    """The meeting for one's own calendar."""
    url = url_for(".show", meeting_id=meeting.id, _external=True)
    made = calendar([entry(meeting, at=now(), url=url)], name=str(meeting))
    return Response(made, content_type=MEDIA_TYPE, headers={"Content-Disposition": "attachment; filename=meeting.ics"})


@bp.route("/meetings/<int:meeting_id>/edit", methods=["GET", "POST"])
@guard(queries.find_meeting, may_prepare)
def edit(meeting: Meeting) -> Any:
    form = EditForm(obj=meeting)
    if form.validate_on_submit() and not _moves_to_doubtful_day(form, meeting):
        try:
            operations.revise_meeting(meeting, by=viewer(), version=form.seen_version, **form.answers)
        except Stale:
            form.say_stale(meeting)
        else:
            flash(_("The meeting is saved."), "good")
            return _to(meeting)
    return render_template("meetings/edit.html", meeting=meeting, form=form), form.status


def _moves_to_doubtful_day(form: Any, meeting: Meeting) -> bool:
    return form.held_on.data != meeting.held_on and _think_again(form, meeting.committee, [form.held_on.data])


@bp.route("/meetings/<int:meeting_id>/call", methods=["GET", "POST"])
@guard(queries.find_meeting, may_call)
def call(meeting: Meeting) -> Any:
    form = CallForm(data={"version": meeting.version})
    if form.validate_on_submit():
        try:
            operations.call_meeting(meeting, by=viewer(), version=form.seen_version)
        except Stale:
            form.say_stale(meeting)
        else:
            flash(_("The meeting is called, and those who sit in the committee are told."), "good")
            return _to(meeting)
    short = days_short(today(), meeting.held_on, setting("agenda_days"))
    lines, seats = queries.agenda_of(viewer(), meeting), queries.seats_called(meeting)
    page = render_template("meetings/call.html", meeting=meeting, form=form, short=short, lines=lines, seats=seats)
    return page, form.status


@bp.route("/meetings/<int:meeting_id>/cancel", methods=["GET", "POST"])
@guard(queries.find_meeting, may_prepare)
def cancel(meeting: Meeting) -> Any:
    form = CancelForm(data={"version": meeting.version})
    if form.validate_on_submit():
        try:
            operations.cancel_meeting(meeting, by=viewer(), version=form.seen_version, **form.answers)
        except Stale:
            form.say_stale(meeting)
        else:
            flash(_("The meeting is cancelled."), "good")
            return _to(meeting)
    return render_template("meetings/cancel.html", meeting=meeting, form=form), form.status


@bp.post("/meetings/<int:meeting_id>/open")
@guard(queries.find_meeting, may_prepare)
def open(meeting: Meeting) -> Response:
    operations.open_meeting(meeting, by=viewer())
    return redirect(url_for("live.show", meeting_id=meeting.id))


@bp.post("/meetings/<int:meeting_id>/regrets")
@guard(queries.find_meeting, may_regret)
def regrets(meeting: Meeting) -> Response:
    operations.send_regrets(meeting, by=viewer())
    flash(_("Those who keep the meeting are told that you can't come."), "good")
    return _to(meeting)


@bp.route("/meetings/<int:meeting_id>/attendance", methods=["GET", "POST"])
@guard(queries.find_meeting, may_keep)
def attendance(meeting: Meeting) -> Any:
    form = AttendanceForm(meeting, people_choices(administrators=False))
    if form.validate_on_submit():
        try:
            operations.mark_attendance(meeting, form.presences, by=viewer(), version=form.seen_version)
        except Stale:
            form.say_stale(meeting)
        else:
            flash(_("It is noted who was there."), "good")
            return _to(meeting)
    return render_template("meetings/attendance.html", meeting=meeting, form=form), form.status


@bp.route("/meetings/<int:meeting_id>/guests/add", methods=["GET", "POST"])
@guard(queries.find_meeting, may_keep)
def add_guest(meeting: Meeting) -> Any:
    form = GuestForm()
    form.user_id.offer(people_choices(administrators=False))
    if form.validate_on_submit():
        user = get_user(form.user_id.data) if form.user_id.data else None
        try:
            operations.add_guest(meeting, by=viewer(), user=user, name=form.name.data, guest_as=form.guest_as.data)
        except operations.AlreadyThere:
            form.user_id.errors = [_("This person is called already.")]
        else:
            flash(_("The guest is added."), "good")
            return _to(meeting)
    return render_template("meetings/add_guest.html", meeting=meeting, form=form)
