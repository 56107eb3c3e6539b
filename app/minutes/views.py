"""The minutes as a page and as papers, and what is said about them."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from datetime import timedelta
from typing import IO, Any

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from app.core import documents
from app.core.access import guard, viewer
from app.core.clock import today
from app.core.formats import moment
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.core.paper import Paper, Section
from app.core.paper_pdf import Unmade
from app.core.settings import setting
from app.goals.models import Status
from app.meetings.models import Item, Meeting
from app.meetings.naming import title_of
from app.meetings.queries import agenda_of, find_agenda
from app.meetings.sight import Line, sees_confidential, sits_in
from app.minutes import operations, queries
from app.minutes.briefing import goal_section
from app.minutes.content import Content, for_staff, hidden_under, says_something, written
from app.minutes.forms import AddForm, ApproveForm, RemarkForm, SendOutForm, SettleForm, StatementForm, TellForm
from app.minutes.models import Addendum, LockedMinutes, Remark, Statement
from app.minutes.papers import agenda_paper, briefing_paper, how_to_check, minutes_paper, proof_paper, year_paper
from app.minutes.policy import (
    approving_side,
    may_add_to,
    may_approve,
    may_remark,
    may_send_out,
    may_settle,
    may_state,
    may_tell,
    may_unsay,
)
from app.organisation.models import Committee
from app.organisation.viewers import the_organisation

bp = Blueprint("minutes", __name__)
log = logging.getLogger("pejling")


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(how_to_check=how_to_check, minuted=says_something)


HERE = "/meetings/<int:meeting_id>/minutes"


@bp.get(HERE)
@guard(queries.find_minutes)
def show(meeting: Meeting) -> str:
    """The minutes as they stand: the committee's own, or the staff's version."""
    is_own, as_staff = sees_confidential(viewer(), meeting), _as_staff(meeting)
    locked = queries.locked_of(meeting)
    mark = queries.digest_now(meeting) if is_own else ""
    approvals = queries.approvals_of(meeting)
    has_half = locked is None and any(one.digest == mark for one in approvals.values())
    return render_template(
        "minutes/show.html", meeting=meeting, content=queries.content_for(viewer(), meeting, staff=as_staff),
        is_own=is_own, as_staff=as_staff, locked=locked, mark=mark, approvals=approvals,
        remarks=[] if as_staff else queries.remarks_of(viewer(), meeting), addenda=_addenda(meeting, staff=as_staff),
        statements=[] if as_staff else _own_statements(meeting), form=ApproveForm(data={"seen": mark}),
        own_side=approving_side(viewer(), meeting), is_held_back=has_half and queries.unsettled(meeting),
        still_fits=locked is None or locked.digest == mark, checksum=queries.mark_of(meeting, staff=as_staff),
    )  # fmt: skip


def _addenda(meeting: Meeting, *, staff: bool) -> list[Addendum]:
    return _shown(queries.addenda_of(viewer(), meeting), staff=staff)


def _shown(found: Sequence[Addendum], *, staff: bool) -> list[Addendum]:
    """What was added later: what belongs to a confidential item stands in the committee's own version alone."""
    return [one for one in found if not (staff and one.item is not None and one.item.is_kept_back)]


def _own_statements(meeting: Meeting) -> list[Statement]:
    found = queries.statements_of(meeting)
    return [one for several in found.values() for one in several if one.made_by_id == viewer().id]


def _to(meeting: Meeting) -> Response:
    return redirect(url_for("minutes.show", meeting_id=meeting.id))


def _items(meeting: Meeting) -> list[Item]:
    return [line.item for line in agenda_of(viewer(), meeting)]


def _offer_items(form: Any, meeting: Meeting) -> list[Item]:
    """The items that can be chosen, with their numbers."""
    lines = agenda_of(viewer(), meeting)
    form.item_id.offer((line.item.id, f"{line.number} {title_of(line.item, viewer())}") for line in lines)
    return [line.item for line in lines]


def _chosen(form: Any, items: Sequence[Item]) -> Item | None:
    return next((item for item in items if item.id == form.item_id.data), None)


@bp.route(f"{HERE}/send-out", methods=["GET", "POST"])
@guard(queries.find_minutes, may_send_out)
def send_out(meeting: Meeting) -> Any:
    form = SendOutForm(data={"remarks_by": today() + timedelta(days=setting("remark_days"))})
    if form.validate_on_submit():
        operations.send_out_minutes(meeting, by=viewer(), remarks_by=form.remarks_by.data)
        flash(_("The minutes are out, and those who sit in the committee are told."), "good")
        return _to(meeting)
    waiting = [item for item in _items(meeting) if item.state.value == "open"]
    return render_template("minutes/send_out.html", meeting=meeting, form=form, waiting=waiting)


@bp.route(f"{HERE}/tell", methods=["GET", "POST"])
@guard(queries.find_minutes, may_tell)
def tell(meeting: Meeting) -> Any:
    form = TellForm(obj=meeting)
    if form.validate_on_submit():
        try:
            operations.tell_colleagues(meeting, by=viewer(), words=form.tell_colleagues.data, version=form.seen_version)
        except Stale:
            form.say_stale(meeting)
        else:
            flash(_("It opens the minutes that all staff read."), "good")
            return _to(meeting)
    return render_template("minutes/tell.html", meeting=meeting, form=form), form.status


@bp.route(f"{HERE}/state", methods=["GET", "POST"])
@guard(queries.find_minutes, may_state)
def state(meeting: Meeting) -> Any:
    """Have a statement minuted."""
    form = StatementForm()
    items = _offer_items(form, meeting)
    if form.validate_on_submit():
        item = _chosen(form, items)
        if item is None:
            abort(404)
        operations.make_statement(
            meeting, item, by=viewer(), words=form.words.data, on_behalf_of=form.on_behalf_of.data
        )  # fmt: skip
        flash(_("Your statement stands in the minutes."), "good")
        return _to(meeting)
    return render_template("minutes/state.html", meeting=meeting, form=form)


@bp.post(f"{HERE}/statements/<int:statement_id>/unsay")
@guard(queries.find_statement, may_unsay)
def unsay(statement: Statement, meeting: Meeting) -> Response:
    operations.withdraw_statement(meeting, statement, by=viewer())
    flash(_("Your statement is taken back."), "good")
    return _to(meeting)


@bp.route(f"{HERE}/remark", methods=["GET", "POST"])
@guard(queries.find_minutes, may_remark)
def remark(meeting: Meeting) -> Any:
    form = RemarkForm()
    items = _offer_items(form, meeting)
    if form.validate_on_submit():
        operations.make_remark(meeting, by=viewer(), words=form.words.data, item=_chosen(form, items))
        flash(_("Those who keep the meeting are told of your remark."), "good")
        return _to(meeting)
    return render_template("minutes/remark.html", meeting=meeting, form=form)


@bp.route(f"{HERE}/remarks/<int:remark_id>/settle", methods=["GET", "POST"])
@guard(queries.find_remark, may_settle)
def settle(remark: Remark, meeting: Meeting) -> Any:
    form = SettleForm()
    if form.validate_on_submit():
        operations.settle_remark(meeting, remark, by=viewer(), words=form.words.data)
        flash(_("The remark is settled."), "good")
        return _to(meeting)
    return render_template("minutes/settle.html", meeting=meeting, remark=remark, form=form)


@bp.post(f"{HERE}/approve")
@guard(queries.find_minutes, may_approve)
def approve(meeting: Meeting) -> Response:
    """Approve what one has read: the checksum says that it is still that."""
    form, side = ApproveForm(), approving_side(viewer(), meeting)
    if form.validate_on_submit() and side is not None:
        try:
            is_whole = operations.approve_minutes(meeting, by=viewer(), side=side, seen=form.seen.data or "")
        except operations.Changed:
            flash(_("The minutes have changed since you read them. Read them again, and then approve."), "warn")
        except operations.Unsettled:
            flash(_("Settle the remarks first: once the minutes are locked, nothing can be put right."), "warn")
        else:
            flash(
                _("Both sides have approved: the minutes are locked.")
                if is_whole
                else _("You have approved for your side. They are locked once the other side has too."),
                "good",
            )
    return _to(meeting)  # fmt: skip


@bp.route(f"{HERE}/add", methods=["GET", "POST"])
@guard(queries.find_minutes, may_add_to)
def add(meeting: Meeting) -> Any:
    """Add to minutes that are locked."""
    form = AddForm()
    items = _offer_items(form, meeting)
    if form.validate_on_submit():
        operations.add_addendum(meeting, by=viewer(), words=form.words.data, item=_chosen(form, items))
        flash(_("It stands under the minutes."), "good")
        return _to(meeting)
    return render_template("minutes/add.html", meeting=meeting, form=form)


@bp.get("/meetings/<int:meeting_id>/minutes.<form>")
@guard(queries.find_paper)
def paper(meeting: Meeting, form: str) -> Response:
    """The minutes as a file: the committee's own for those who sit in it, or the staff's version."""
    staff = _as_staff(meeting)
    content = queries.content_for(viewer(), meeting, staff=staff)
    added = [_added(one) for one in _addenda(meeting, staff=staff)]
    made = minutes_paper(
        content, organisation=_organisation(), staff=staff, mark=queries.mark_of(meeting, staff=staff), addenda=added
    )
    words = _("minutes-staff") if staff else _("minutes")
    return _file(made, form, _name(words, meeting), url_for(".show", meeting_id=meeting.id))


@bp.get(f"{HERE}/locked.json")
@guard(queries.find_locked)
def locked(meeting: Meeting, locked: LockedMinutes) -> Response:
    """The locked minutes as the file that the checksum is of, in the version that the person may read."""
    staff = _as_staff(meeting)
    file = io.BytesIO(written(for_staff(locked.content) if staff else locked.content))
    words = _("minutes-staff") if staff else _("minutes")
    return _sent(file, "application/json", f"{_name(words, meeting)}.json")


def _as_staff(meeting: Meeting) -> bool:
    """Whether the version for all staff is asked for, or the only one that the person may read."""
    return not sees_confidential(viewer(), meeting) or request.args.get("version") == "staff"


def _added(one: Addendum) -> str:
    return f"{moment(one.added_at)}, {one.added_by.name}: {one.words}"


@bp.get("/meetings/<int:meeting_id>/agenda.pdf")
@guard(find_agenda)
def agenda(meeting: Meeting) -> Response:
    """The agenda as a PDF, as the person may read it."""
    lines = agenda_of(viewer(), meeting)
    made = agenda_paper(meeting, lines, user=viewer(), organisation=_organisation())
    return _file(made, "pdf", _name(_("agenda"), meeting), url_for("meetings.show", meeting_id=meeting.id))


@bp.get("/meetings/<int:meeting_id>/briefing.pdf")
@guard(find_agenda)
def briefing(meeting: Meeting) -> Response:
    """The agenda and a page for each goal on it."""
    lines = agenda_of(viewer(), meeting)
    made = briefing_paper(meeting, lines, _goal_pages(meeting, lines), user=viewer(), organisation=_organisation())
    return _file(made, "pdf", _name(_("briefing"), meeting), url_for("meetings.show", meeting_id=meeting.id))


def _goal_pages(meeting: Meeting, lines: Sequence[Line]) -> dict[int, Section]:
    """By item, a page for each goal, of what everybody may read; a draft has none."""
    on_goals = [(line, line.item.goal) for line in lines]
    shown = [(line, goal) for line, goal in on_goals if goal is not None and goal.status is not Status.DRAFT]
    found = queries.around_goals(viewer(), meeting, {goal.id for _line, goal in shown})
    return {line.item.id: goal_section(line, goal, found[goal.id]) for line, goal in shown}


@bp.get("/meetings/<int:meeting_id>/proof.<form>")
@guard(queries.find_proof)
def proof(meeting: Meeting, form: str) -> Response:
    """What shows that the yearly work-environment discussion was held."""
    whole = queries.content_now(meeting)
    made = proof_paper(
        for_staff(whole), organisation=_organisation(), mark=queries.mark_of(meeting, staff=True),
        hidden=hidden_under(whole),
    )  # fmt: skip
    return _file(made, form, _name(_("work-environment-discussion"), meeting), url_for(".show", meeting_id=meeting.id))


@bp.get("/committees/<int:committee_id>/minutes/<int:year>.<form>")
@guard(queries.find_year)
def year(committee: Committee, year: int, form: str) -> Response:
    """A committee's minutes of a year in one file."""
    staff = not sits_in(viewer(), committee.id)
    contents = _marked(queries.meetings_with_minutes(viewer(), committee, year), staff=staff)
    title = _("Minutes of %(committee)s, %(year)s", committee=committee.name, year=year)
    made = year_paper(contents, title=title, organisation=_organisation(), staff=staff)
    name = f"{_('minutes')}-{_plain(committee.name)}-{year}"
    return _file(made, form, name, url_for("meetings.committee", committee_id=committee.id))


def _marked(meetings: Sequence[Meeting], *, staff: bool) -> list[tuple[Content, str, list[str]]]:
    """The minutes of each, and where they are locked their checksum and what was added later."""
    locked = queries.locked_of_each(meetings)
    contents = queries.contents_now(meetings, locked)
    later = queries.addenda_of_each(viewer(), [one for one in meetings if one.id in locked])
    return [
        (
            for_staff(contents[one.id]) if staff else contents[one.id],
            queries.mark(locked.get(one.id), staff=staff),
            [_added(each) for each in _shown(later.get(one.id, ()), staff=staff)],
        )
        for one in meetings
    ]


def _file(made: Paper, form: str, name: str, back: str) -> Response:
    try:
        file = documents.made(made, form)
    except Unmade as error:
        log.error("A paper of a meeting could not be made as %s: %s", form, error)
        flash(_("The file could not be made this time. Try another kind of file."), "bad")
        return redirect(back)
    return _sent(file, documents.FORMS[form], f"{name}.{form}")


def _sent(file: IO[bytes], media_type: str, name: str) -> Response:
    answer = send_file(file, media_type, as_attachment=True, download_name=name)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _name(words: str, meeting: Meeting) -> str:
    return f"{words}-{_plain(meeting.committee.name)}-{meeting.held_on:%Y-%m-%d}"


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")


def _organisation() -> str:
    return str(the_organisation() or "")
