"""Agendas and their items, proposals, annexes, and the backlog."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from app.agenda import operations, queries
from app.agenda.files import Unwelcome, Welcome, welcome
from app.agenda.forms import (
    AddForm,
    AttachForm,
    EditForm,
    MoveForm,
    OrderForm,
    ProposeForm,
    PutForm,
    TakeUpForm,
)
from app.agenda.policy import (
    may_add_item,
    may_arrange,
    may_drop_item,
    may_move_item,
    may_propose,
    may_put,
    may_restore_item,
    may_revise_item,
    may_take_up,
    takes_proposals,
)
from app.core import vault
from app.core.access import guard, viewer
from app.core.formats import day
from app.core.keys import is_key, key
from app.core.languages import gettext as _
from app.core.languages import language
from app.core.operation import Stale
from app.core.settings import setting
from app.dialogue import queries as dialogue
from app.dialogue.forms import ChooseForm
from app.dialogue.guide import gone_since, grouped
from app.dialogue.models import DialogueSession
from app.dialogue.operations import MOST_CHOSEN, TooMany
from app.goals.models import Status
from app.goals.queries import find_goal
from app.goals.sight import sees_draft
from app.meetings.models import Annex, Item, Meeting
from app.meetings.naming import goal_name, reasons_of, title_of
from app.meetings.queries import agenda_of, backlog_of, find_agenda, find_own_committee, find_waiting
from app.meetings.sight import sees_record
from app.organisation.models import Committee

bp = Blueprint("agenda", __name__)

MEGABYTE = 1_000_000
WHY_NOT = {
    "kind": lambda: _("Files of that kind are not kept. Choose a PDF, a document, a spreadsheet, a picture or a text."),
    "content": lambda: _("The file is not what its name says. Save it anew from its program and try again."),
    "macros": lambda: _("The file holds macros. Save it without them and try again."),
    "packed": lambda: _("The file is packed too tightly to be looked into. Save it as a PDF and try again."),
    "empty": lambda: _("The file is empty."),
}


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(
        item_title=lambda item: title_of(item, viewer()), item_reasons=reasons_of,
        item_goal_name=lambda goal: goal_name(goal, viewer()), brought=_brought, iso_day=date.fromisoformat,
    )  # fmt: skip


def _brought(item: Item) -> dict[str, Any] | None:
    """What the item's dialogue came to; of a draft, for those who see it."""
    goal = item.goal
    if goal is not None and goal.status is Status.DRAFT and not sees_draft(viewer(), goal):
        return None
    return (item.brought or {}).get(language())


@bp.get("/meetings/<int:meeting_id>/agenda")
@guard(find_agenda, may_arrange)
def prepare(meeting: Meeting) -> str:
    """The working page of those who keep the meeting."""
    lines, dropped = agenda_of(viewer(), meeting), queries.dropped_from(meeting)
    return render_template(
        "agenda/prepare.html", meeting=meeting, lines=lines, planned=_minutes(lines), dropped=dropped
    )


def _minutes(lines: Any) -> int:
    return sum(line.item.minutes_planned or 0 for line in lines)


@bp.post("/meetings/<int:meeting_id>/agenda/draw")
@guard(find_agenda, may_arrange)
def draw(meeting: Meeting) -> Response:
    count = operations.draw_agenda(meeting, viewer())
    flash(_("New on the agenda: %(count)s.", count=count) if count else _("Nothing new has come up."), "good")
    return _prepare(meeting)


def _prepare(meeting: Meeting) -> Response:
    return redirect(url_for("agenda.prepare", meeting_id=meeting.id))


@bp.post("/meetings/<int:meeting_id>/agenda/order")
@guard(find_agenda, may_arrange)
def order(meeting: Meeting) -> Response:
    """A new order of the items of one level: the whole row of keys."""
    form = OrderForm()
    if form.validate_on_submit():
        parent = form.parent_id.data or ""
        keys = [int(one) for one in (form.keys.data or "").split() if is_key(one)]
        operations.order_items(meeting, keys, by=viewer(), parent_id=int(parent) if is_key(parent) else None)
        return _say_place(meeting, request.form.get("moved", ""))
    return _prepare(meeting)


def _say_place(meeting: Meeting, moved: str) -> Response:
    """Back to the item that was moved, saying its new place."""
    line = next((one for one in agenda_of(viewer(), meeting) if str(one.item.id) == moved), None)
    if line is None:
        return _prepare(meeting)
    said = _("%(item)s is now number %(number)s.", item=title_of(line.item, viewer()), number=line.number)
    flash(said, "good")
    return redirect(url_for("agenda.prepare", meeting_id=meeting.id, _anchor=f"item-{line.item.id}"))


@bp.route("/meetings/<int:meeting_id>/items/add", methods=["GET", "POST"])
@guard(find_agenda, may_add_item)
def add(meeting: Meeting) -> Any:
    form = AddForm(data={"parent_id": request.args.get("under", type=key)})
    points = _offer(form, meeting)
    if form.validate_on_submit():
        parent = next((one for one in points if one.id == form.parent_id.data), None)
        item = operations.add_item(
            meeting, committee=meeting.committee, by=viewer(), parent=parent, **_answers(form)
        )  # fmt: skip
        flash(_("The item is on the agenda."), "good")
        return _to(meeting, item)
    return render_template("agenda/add.html", meeting=meeting, form=form)


def _offer(form: Any, meeting: Meeting, item: Item | None = None) -> list[Item]:
    """The points that an item can stand under, and the goals it can be about; those points."""
    points = [one for one in queries.fixed_points(meeting) if one is not item and (one.point or one.goal_id is None)]
    has_parts = item is not None and item.id in queries.with_parts(meeting)
    form.parent_id.offer((one.id, title_of(one, viewer())) for one in points if not has_parts)
    _offer_goals(form, meeting.committee, item)
    return points


def _offer_goals(form: Any, committee: Committee, item: Item | None = None) -> None:
    goal = item.goal if item is not None else None
    now = (goal.id, goal_name(goal, viewer())) if goal is not None else None
    read = partial(_read_goal, committee, now)
    form.goal_id.offer(read, now=now, suggestions=queries.suggested_goals(viewer(), committee))


def _read_goal(committee: Committee, now: tuple[int, str] | None, typed: str) -> tuple[int, str]:
    if now is not None and typed == now[1]:
        return now
    try:
        return queries.read_goal(viewer(), committee, typed)
    except LookupError:
        raise ValueError(_("No goal of the committee's area has that number.")) from None


def _answers(form: Any) -> dict[str, Any]:
    """What an item says, with the goal as a thing."""
    answers = {
        name: value for name, value in form.answers.items() if name not in {"goal_id", "parent_id", "meeting_id"}
    }
    goal = find_goal(viewer(), goal_id=form.goal_id.data) if form.goal_id.data else None
    return answers | {"goal": goal}


def _to(meeting: Meeting, item: Item) -> Response:
    return redirect(url_for("agenda.item", meeting_id=meeting.id, item_id=item.id))


@bp.get("/meetings/<int:meeting_id>/items/<int:item_id>")
@guard(queries.find_line)
def item(item: Item, meeting: Meeting) -> str:
    lines = agenda_of(viewer(), meeting)
    number = next((line.number for line in lines if line.item.id == item.id), "")
    sees_goal = item.goal_id is not None and find_goal(viewer(), goal_id=item.goal_id) is not None
    return render_template(
        "agenda/item.html", meeting=meeting, item=item, number=number, sees_goal=sees_goal,
        sees_record=sees_record(viewer(), meeting),
    )  # fmt: skip


@bp.route("/meetings/<int:meeting_id>/items/<int:item_id>/edit", methods=["GET", "POST"])
@guard(queries.find_line, may_revise_item)
def edit(item: Item, meeting: Meeting) -> Any:
    form = EditForm(obj=item).for_item(item)
    _offer(form, meeting, item)
    if form.validate_on_submit():
        kept = {"goal": item.goal} if item.goal_id == form.goal_id.data else {}  # perhaps a draft that one can't see
        answers = _answers(form) | kept | {"parent_id": form.parent_id.data}
        try:
            operations.revise_item(item, by=viewer(), version=form.seen_version, **answers)
        except Stale:
            form.say_stale(item)
        else:
            flash(_("The item is saved."), "good")
            return _to(meeting, item)
    return render_template("agenda/edit.html", meeting=meeting, item=item, form=form), form.status


@bp.route("/meetings/<int:meeting_id>/items/<int:item_id>/move", methods=["GET", "POST"])
@guard(queries.find_line, may_move_item)
def move(item: Item, meeting: Meeting) -> Any:
    form = MoveForm(data={"version": item.version})
    others = queries.planned_meetings(meeting.committee, besides=meeting.id)
    form.meeting_id.offer((one.id, day(one.held_on)) for one in others)
    if form.validate_on_submit():
        to = next((one for one in others if one.id == form.meeting_id.data), None)
        try:
            operations.move_item(item, by=viewer(), to=to, reason=form.reason.data, version=form.seen_version)
        except Stale:
            form.say_stale(item)
        else:
            flash(_("The item is moved."), "good")
            return _prepare(meeting)
    return render_template("agenda/move.html", meeting=meeting, item=item, form=form), form.status


@bp.post("/meetings/<int:meeting_id>/items/<int:item_id>/drop")
@guard(queries.find_line, may_drop_item)
def drop(item: Item, meeting: Meeting) -> Response:
    operations.drop_item(item, by=viewer())
    flash(_("The item is off the agenda. You can put it back below."), "good")
    return _prepare(meeting)


@bp.post("/meetings/<int:meeting_id>/items/<int:item_id>/restore")
@guard(queries.find_line, may_restore_item)
def restore(item: Item, meeting: Meeting) -> Response:
    operations.restore_item(item, by=viewer())
    flash(_("The item is back on the agenda."), "good")
    return _prepare(meeting)


@bp.route("/meetings/<int:meeting_id>/items/<int:item_id>/attach", methods=["GET", "POST"])
@guard(queries.find_line, may_revise_item)
def attach(item: Item, meeting: Meeting) -> Any:
    form = AttachForm()
    if form.validate_on_submit() and (found := _welcomed(form)) is not None:
        content, file = found
        kept = vault.keep(content)
        try:
            operations.add_annex(item, kept, by=viewer(), name=file.name, media_type=file.media_type)
        except BaseException:
            vault.forget(kept.stored)  # a file that nothing tells of would lie there for ever
            raise
        flash(_("The annex is added."), "good")
        return _to(meeting, item)
    return render_template("agenda/attach.html", meeting=meeting, item=item, form=form, most=setting("annex_megabytes"))


def _welcomed(form: AttachForm) -> tuple[bytes, Welcome] | None:
    """The file that was sent, where it may be kept; otherwise the form says why not."""
    most = setting("annex_megabytes") * MEGABYTE
    with closing(form.file.data) as sent:
        content = sent.stream.read(most + 1)
    if len(content) > most:
        form.file.errors = [_("The file is too large: at most %(most)s megabytes.", most=setting("annex_megabytes"))]
        return None
    try:
        return content, welcome(form.file.data.filename, content)
    except Unwelcome as error:
        form.file.errors = [WHY_NOT[error.code]()]
        return None


@bp.get("/meetings/<int:meeting_id>/items/<int:item_id>/annexes/<int:annex_id>")
@guard(queries.find_annex)
def annex(item: Item, meeting: Meeting, annex: Annex) -> Response:
    """The file, always to be saved and never shown as a page of ours."""
    answer = send_file(
        vault.where(annex.stored), annex.media_type, as_attachment=True, download_name=annex.name, max_age=0
    )  # fmt: skip
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@bp.post("/meetings/<int:meeting_id>/items/<int:item_id>/annexes/<int:annex_id>/detach")
@guard(queries.find_annex, may_revise_item)
def detach(item: Item, meeting: Meeting, annex: Annex) -> Response:
    operations.remove_annex(annex, by=viewer())
    vault.forget(annex.stored)
    flash(_("The annex is removed."), "good")
    return _to(meeting, item)


@bp.route("/meetings/<int:meeting_id>/items/<int:item_id>/questions", methods=["GET", "POST"])
@guard(queries.find_line, may_revise_item)
def questions(item: Item, meeting: Meeting) -> Any:
    """Choose dialogue questions for an item."""
    offered = dialogue.questions()
    gone = gone_since(item.questions, offered)
    form = ChooseForm.of(item.questions)
    form["keys"].offer([*offered, *gone])
    if form.validate_on_submit():
        chosen = [one for one in [*offered, *gone] if one.key in form["keys"].data]
        try:
            operations.set_questions(item, chosen, by=viewer(), seen=form.seen_keys)
        except TooMany:
            form["keys"].errors = [_("Choose at most %(most)s. Those that are answered stay.", most=MOST_CHOSEN)]
        else:
            flash(_("The questions stand at the item."), "good")
            return _to(meeting, item)
    picked = dialogue.proposed_for(item.goal, offered) if item.goal is not None else []
    return render_template(
        "agenda/questions.html", meeting=meeting, item=item, form=form, proposed=picked,
        groups=grouped([*offered, *gone]),
    )  # fmt: skip


@bp.route("/committees/<int:committee_id>/dialogues/<int:session_id>/take-up", methods=["GET", "POST"])
@guard(dialogue.find_session, may_take_up)
def take_up(one: DialogueSession) -> Any:
    """Put a dialogue onto one of the committee's agendas."""
    form = TakeUpForm()
    meetings = queries.open_meetings(one.committee)
    form.meeting_id.offer((meeting.id, day(meeting.held_on)) for meeting in meetings)
    if form.validate_on_submit():
        to = next(meeting for meeting in meetings if meeting.id == form.meeting_id.data)
        answers = {"kind": form.kind.data, "is_confidential": form.is_confidential.data}
        item = operations.take_up(one, to, by=viewer(), **answers)
        flash(_("The dialogue is on the agenda."), "good")
        return _to(to, item)
    return render_template("agenda/take_up.html", one=one, form=form, meetings=meetings)


@bp.route("/committees/<int:committee_id>/proposals/add", methods=["GET", "POST"])
@guard(find_own_committee, may_propose)
def propose(committee: Committee) -> Any:
    form = ProposeForm(data={"meeting_id": request.args.get("meeting", type=key)})
    meetings = queries.planned_meetings(committee)
    form.meeting_id.offer((one.id, day(one.held_on)) for one in meetings)
    _offer_goals(form, committee)
    if form.validate_on_submit():
        wanted = next((one for one in meetings if one.id == form.meeting_id.data), meetings[0] if meetings else None)
        item = operations.propose_item(committee, by=viewer(), meeting=wanted, **_answers(form))
        return _proposed(item, wanted)
    open_ones = [one for one in meetings if takes_proposals(one)]
    return render_template("agenda/propose.html", committee=committee, form=form, open_ones=open_ones)


def _proposed(item: Item, wanted: Meeting | None) -> Response:
    """Say where the proposal went: onto the agenda wished for, a later one, or into the backlog."""
    if item.meeting is None:
        flash(_("It is too late for the next meeting, so your item waits in the backlog for one."), "warn")
        return redirect(url_for("agenda.backlog", committee_id=item.committee_id))
    if wanted is not None and item.meeting_id != wanted.id:
        flash(_("It is too late for that meeting. Your item is on the agenda of %(day)s.",
                day=day(item.meeting.held_on)), "warn")  # fmt: skip
    else:
        flash(_("Your item is on the agenda. It can be moved with a reason, and nobody can refuse it."), "good")
    return _to(item.meeting, item)


@bp.get("/committees/<int:committee_id>/backlog")
@guard(find_own_committee)
def backlog(committee: Committee) -> str:
    """What waits for a meeting."""
    return render_template("agenda/backlog.html", committee=committee, items=backlog_of(viewer(), committee))


@bp.route("/committees/<int:committee_id>/backlog/<int:item_id>/put", methods=["GET", "POST"])
@guard(find_waiting, may_put)
def put(item: Item) -> Any:
    form = PutForm()
    meetings = queries.planned_meetings(item.committee)
    form.meeting_id.offer((one.id, day(one.held_on)) for one in meetings)
    if form.validate_on_submit():
        to = next(one for one in meetings if one.id == form.meeting_id.data)
        operations.put_item(item, to, by=viewer())
        flash(_("The item is on the agenda."), "good")
        return _to(to, item)
    return render_template("agenda/put.html", item=item, form=form, meetings=meetings)
