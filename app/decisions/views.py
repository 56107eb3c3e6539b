"""What is recorded on an item, the log of all decisions, and what they changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, send_file, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.agenda.queries import find_line
from app.balances.models import Reader
from app.balances.queries import latest_in
from app.core import documents
from app.core.access import Rule, can, demand, guard, viewer
from app.core.addresses import came_from
from app.core.clock import today
from app.core.formats import day
from app.core.keys import key
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.decisions import labels, operations, queries
from app.decisions.forms import (
    ActForm,
    AnswerForm,
    AnswerQuestionForm,
    CarryForm,
    DecideForm,
    DiscussForm,
    LiftForm,
    NoteForm,
    PlaceForm,
    ReviewForm,
    RewordForm,
    SureForm,
)
from app.decisions.lists import LOG
from app.decisions.models import Outcome
from app.decisions.policy import (
    may_answer,
    may_answer_question,
    may_carry,
    may_decide,
    may_lift,
    may_record,
    may_reword,
    may_withdraw,
)
from app.decisions.wording import said
from app.dialogue.guide import said as asked_in
from app.goals.models import Goal
from app.goals.operations import ReviewTooLate, WrongTime
from app.hearings.operations import AlreadyOpen
from app.meetings.models import Item, ItemQuestion, Meeting
from app.organisation.queries import find_unit, unit_choices, unit_options
from app.people.queries import people_choices

bp = Blueprint("decisions", __name__)

FILES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8"}
ITEM = "/meetings/<int:meeting_id>/items/<int:item_id>"


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(
        outcome_said=said, outcome_kinds=labels.KINDS, outcome_looks=labels.LOOKS, outcomes_of_item=outcomes_of_item,
    )  # fmt: skip


def outcomes_of_item(item: Item) -> Markup:
    """What was recorded on an item, as far as the person may read it, as a part of its page."""
    page = render_template("decisions/_of_item.html", outcomes=queries.seen_on(viewer(), item))
    return Markup(page)  # noqa: S704 - our own template


def card(goal: Goal) -> Markup:
    """What committees decided on a goal, as a part of its page."""
    found = queries.on_goal(viewer(), goal)
    page = render_template("decisions/_on_goal.html", goal=goal, found=found)
    return Markup(page)  # noqa: S704 - our own template


def strip(meeting: Meeting, item: Item) -> Markup:
    """Everything that can be recorded on an item, as forms that need no page of their own."""
    page = render_template(
        "decisions/_strip.html", meeting=meeting, item=item, forms=_forms(meeting, item), asked=_asked(item)
    )
    return Markup(page)  # noqa: S704 - our own template


def _forms(meeting: Meeting, item: Item) -> dict[str, Any]:
    """The forms that this person can use on this item now, each with a key of its own."""
    made: dict[str, Any] = {}
    if can("decisions.may_record", item):
        made |= {"note": NoteForm(formdata=None), "discuss": _discussing(item)}
        if not item.is_kept_back and not meeting.is_private:
            made["act"] = _acting(item, formdata=None)
    if can("decisions.may_decide", item):
        agreed = latest_in(_goal(item), committee_id=meeting.committee_id, reader=Reader.AGREED)
        made |= {
            "decide": DecideForm(formdata=None),
            "place": PlaceForm.begun(agreed),
            "review": ReviewForm(formdata=None),
        }
    for name, form in (("lift", LiftForm), ("answer", AnswerForm), ("carry", CarryForm)):
        if can(f"decisions.may_{name}", item):
            made[name] = form(formdata=None)
    for verb, form in made.items():
        if "key" in form:
            form.key.data = str(uuid4())
        for field in form:
            field.id = field.label.field_id = f"{verb}-{field.name}"  # several of them stand on one page
    return made


def _asked(item: Item) -> list[tuple[ItemQuestion, AnswerQuestionForm]]:
    """The item's dialogue questions, each with the form of its answer, for those who can write it down."""
    if not can("decisions.may_record", item):
        return []
    made = [(one, AnswerQuestionForm(formdata=None, obj=one)) for one in item.questions]
    for one, form in made:
        form.answer.id = form.answer.label.field_id = f"question-{one.id}"
        form.version.id = f"question-{one.id}-version"
    return made


def _goal(item: Item) -> Goal:
    if item.goal is None:
        abort(404)
    return item.goal


def _discussing(item: Item) -> DiscussForm:
    return DiscussForm(formdata=None, obj=item)


def _acting(item: Item, **kwargs: Any) -> ActForm:
    """The form of an action, with the people and units that can be chosen."""
    unit_id = item.goal.unit_id if item.goal is not None else item.committee.areas[0].unit_id
    form = ActForm(data={"unit_id": unit_id}, **kwargs)
    form.responsible_id.offer(people_choices(administrators=False))
    form.unit_id.offer((unit.id, label) for unit, label in unit_choices())
    return form


@bp.post(f"{ITEM}/note")
@guard(find_line, may_record)
def note(item: Item, meeting: Meeting) -> Any:
    return _recorded(item, NoteForm(), may_record, operations.note_outcome)


@bp.post(f"{ITEM}/decide")
@guard(find_line, may_record)
def decide(item: Item, meeting: Meeting) -> Any:
    form = DecideForm()
    try:
        return _recorded(item, form, may_decide, operations.decide_on_goal)
    except ReviewTooLate as error:
        form.next_review_on.errors = [_("Its risk asks for a review by %(day)s.", day=day(error.args[0]))]
    except AlreadyOpen:
        form.kind.errors = [_("The goal is in hearing in this committee already.")]
    except WrongTime:
        form.kind.errors = [_("As the goal stands now, this can't be decided.")]
    return _refused(item, form)


@bp.post(f"{ITEM}/place")
@guard(find_line, may_record)
def place(item: Item, meeting: Meeting) -> Any:
    form = PlaceForm()
    answers = {"places": form.places, "reasons": form.reasons, "key": form.key.data}
    return _recorded(item, form, may_decide, operations.agree_placement, answers)


@bp.post(f"{ITEM}/act")
@guard(find_line, may_record)
def act(item: Item, meeting: Meeting) -> Any:
    form = _acting(item)
    try:
        return _recorded(item, form, may_record, operations.act_on)
    except operations.NotHere:
        form.title.errors = [_("An action is for everybody to see, so a confidential item can't have one.")]
    return _refused(item, form)


@bp.post(f"{ITEM}/review")
@guard(find_line, may_record)
def review(item: Item, meeting: Meeting) -> Any:
    form = ReviewForm()
    try:
        return _recorded(item, form, may_decide, operations.review_next)
    except ReviewTooLate as error:
        form.next_review_on.errors = [_("Its risk asks for a review by %(day)s.", day=day(error.args[0]))]
    return _refused(item, form)


@bp.post(f"{ITEM}/lift")
@guard(find_line, may_record)
def lift(item: Item, meeting: Meeting) -> Any:
    form = LiftForm()
    try:
        return _recorded(item, form, may_lift, operations.lift_item)
    except operations.NobodyAbove:
        form.words.errors = [_("There is no committee above this one.")]
    return _refused(item, form)


@bp.post(f"{ITEM}/answer")
@guard(find_line, may_record)
def answer(item: Item, meeting: Meeting) -> Any:
    return _recorded(item, AnswerForm(), may_answer, operations.answer_item)


@bp.post(f"{ITEM}/carry")
@guard(find_line, may_record)
def carry(item: Item, meeting: Meeting) -> Any:
    return _recorded(item, CarryForm(), may_carry, operations.carry_over)


@bp.post(f"{ITEM}/discuss")
@guard(find_line, may_record)
def discuss(item: Item, meeting: Meeting) -> Any:
    form = DiscussForm()
    if not form.validate_on_submit():
        return _refused(item, form)
    try:
        operations.keep_discussion(item, by=viewer(), discussion=form.discussion.data, version=form.seen_version)
    except Stale:
        theirs = _("Somebody else has written here meanwhile: “%(words)s” Make one text of the two, and save again.",
                   words=item.discussion)  # fmt: skip
        form.discussion.errors = [theirs]
        form.version.raw_data, form.version.data = None, str(item.version)
        return _refused(item, form)
    return _kept(item)


@bp.post(f"{ITEM}/questions/<int:question_id>/answer")
@guard(queries.find_item_question, may_answer_question)
def answer_question(asked: ItemQuestion, item: Item, meeting: Meeting) -> Any:
    """What was answered to one of the item's dialogue questions."""
    form = AnswerQuestionForm()
    form.answer.label.text = asked_in(asked)
    if not form.validate_on_submit():
        return _refused(item, form)
    try:
        operations.answer_question(asked, by=viewer(), answer=form.answer.data, version=form.seen_version)
    except Stale:
        theirs = _("Somebody else has written here meanwhile: “%(words)s” Make one text of the two, and save again.",
                   words=asked.answer)  # fmt: skip
        form.answer.errors = [theirs]
        form.version.raw_data, form.version.data = None, str(asked.version)
        return _refused(item, form)
    return _kept(item)


@bp.post(f"{ITEM}/treat")
@guard(find_line, may_record)
def treat(item: Item, meeting: Meeting) -> Any:
    """The committee is through with the item."""
    form = SureForm()
    if not form.validate_on_submit():
        return _refused(item, form)
    operations.treat_item(item, by=viewer())
    return _kept(item)


@bp.route(f"{ITEM}/outcomes/<int:outcome_id>/reword", methods=["GET", "POST"])
@guard(queries.find_outcome, may_reword)
def reword(outcome: Outcome, item: Item, meeting: Meeting) -> Any:
    form = RewordForm(obj=outcome)
    if form.validate_on_submit():
        try:
            operations.reword_outcome(outcome, by=viewer(), words=form.words.data, version=form.seen_version)
        except Stale:
            form.say_stale(outcome)
        else:
            flash(_("The words are saved."), "good")
            return _back(item)
    return render_template("decisions/reword.html", meeting=meeting, item=item, outcome=outcome, form=form), form.status


@bp.post(f"{ITEM}/outcomes/<int:outcome_id>/withdraw")
@guard(queries.find_outcome, may_withdraw)
def withdraw(outcome: Outcome, item: Item, meeting: Meeting) -> Any:
    operations.withdraw_outcome(outcome, by=viewer())
    flash(_("It is taken back."), "good")
    return _back(item)


def _recorded(
    item: Item, form: Any, rule: Rule, do: Callable[..., object], answers: dict[str, Any] | None = None
) -> Any:  # fmt: skip
    """Record what the form says, and answer whoever sent it: the page's script, or a browser without one.

    What has arrived before is answered as it was then: a goal that it retired can't be decided on any more."""
    if item.meeting_id and form.key.data and queries.recorded(item.meeting_id, form.key.data) is not None:
        return _kept(item)
    demand(rule, item)
    if not form.validate_on_submit():
        return _refused(item, form)
    do(item, by=viewer(), **(answers or form.answers))
    return _kept(item)


def _is_from_script() -> bool:
    return request.headers.get("X-Outbox") == "1"


def _kept(item: Item) -> Any:
    if _is_from_script():
        return jsonify(ok=True)
    flash(_("Saved."), "good")
    return _back(item)


def _refused(item: Item, form: Any) -> Any:
    """What is wrong: beside the fields for the script, or on a page with the form as it was typed."""
    if _is_from_script():
        return jsonify(errors=form.errors, version=form.version.data if "version" in form else None), 422
    verb = (request.endpoint or "").split(".")[1]
    return render_template("decisions/refused.html", meeting=item.meeting, item=item, form=form, verb=verb)


def _back(item: Item) -> Response:
    return redirect(came_from() or url_for("agenda.item", meeting_id=item.meeting_id, item_id=item.id))


@bp.get("/decisions")
@guard()
def log() -> str:
    """All that was decided, of all committees and years."""
    page = LOG.read(queries.visible_to(viewer()), request.args, path=request.path)
    names = {"xlsx": _("Spreadsheet (XLSX)"), "csv": _("Text file (CSV)")}
    files = {form: (label, url_for(".export", form=form)) for form, label in names.items()}
    return render_template("decisions/log.html", listing=page.with_exports(**files))


@bp.get("/decisions/export.<form>")
@guard()
def export(form: str) -> Response:
    """Everything that is filtered, in the columns shown."""
    if form not in FILES:
        abort(404)
    columns, rows = LOG.export(queries.visible_to(viewer()), request.args)
    heads = [str(column.label) for column in columns]
    made = documents.xlsx(_("Decisions"), heads, rows) if form == "xlsx" else documents.csv_file(heads, rows)
    name = f"{_('decisions')}-{today():%Y-%m-%d}.{form}"
    return send_file(made, FILES[form], as_attachment=True, download_name=name)


@bp.get("/decisions/changed")
@guard()
def changed() -> str:
    """What the committees' talks about goals have changed, told to all staff."""
    years = queries.years_of_decisions()
    year = request.args.get("year", type=int)
    year = year if year in years else years[0]
    unit = find_unit(viewer(), unit_id=request.args.get("unit", 0, type=key))
    found = queries.changes_in(year, unit)
    return render_template(
        "decisions/changed.html", found=found, year=year, years=years, unit=unit, units=unit_options()
    )  # fmt: skip
