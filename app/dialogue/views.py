"""The guide of dialogue questions, and a committee's dialogue sessions."""

from __future__ import annotations

import logging
import re
from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from app.core import documents
from app.core.access import guard, viewer
from app.core.clock import today
from app.core.forms import VersionedForm
from app.core.history import told
from app.core.keys import key
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.core.paper import Paper
from app.core.paper_pdf import Unmade
from app.dialogue import guide, operations, queries
from app.dialogue.forms import (
    About,
    AnswerForm,
    ChooseForm,
    DecideForm,
    EndForm,
    QuestionForm,
    SoundForm,
    StartForm,
)
from app.dialogue.guide import Question
from app.dialogue.labels import AUDIENCES, AUDIENCES_SHORT, THEMES
from app.dialogue.models import DialogueSession, SessionQuestion
from app.dialogue.operations import MOST_CHOSEN
from app.dialogue.papers import agreed_facts, guide_paper, session_paper
from app.dialogue.policy import may_answer, may_decide, may_keep_guide, may_lead, may_reopen, may_start
from app.goals.models import Goal
from app.goals.queries import find_goal
from app.organisation.models import Committee
from app.organisation.queries import unit_choices
from app.organisation.standing import SeatFact, standing_of
from app.organisation.viewers import the_organisation
from app.people.queries import people_choices
from app.soundings.queries import SOUNDED, find_own_committee, read_goal, suggested_goals

bp = Blueprint("dialogue", __name__)
log = logging.getLogger("pejling")

HERE = "/committees/<int:committee_id>/dialogues"
ONE = f"{HERE}/<int:session_id>"


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(
        question_said=guide.said, question_lang=guide.lang, dialogue_seats=dialogue_seats, dialogues_on=dialogues_on,
        question_themes=THEMES, question_audiences=AUDIENCES_SHORT, dialogue_agreed=agreed_facts,
    )  # fmt: skip


def dialogue_seats(goal: Goal) -> list[SeatFact]:
    """The viewer's seats in committees that may begin a dialogue on a goal through them."""
    if goal.status not in SOUNDED:
        return []
    standing = standing_of(viewer())
    seats = {seat.committee_id: seat for seat in standing.seats_over(goal.unit) if standing.keeps(seat.committee_id)}
    return list(seats.values())


def dialogues_on(goal: Goal) -> list[DialogueSession]:
    """The dialogues on a goal that the viewer may read."""
    return queries.sessions_on(viewer(), goal)


@bp.get("/dialogue")
@guard()
def index() -> str:
    """The guide: 31 questions and the organisation's own, by theme."""
    wish, questions = guide.wished(request.args), queries.all_questions()
    found = guide.narrowed(questions, wish)
    return render_template(
        "dialogue/index.html", wish=wish, filters=_filters(wish), count=len(found), groups=guide.grouped(found),
        hidden=sum(one.is_hidden for one in questions), mine=_led(),
    )  # fmt: skip


def _led() -> list[SeatFact]:
    standing = standing_of(viewer())
    return [seat for seat in standing.seats if standing.keeps(seat.committee_id)]


def _filters(wish: guide.Wish) -> list[dict[str, Any]]:
    only = {guide.Only.IN_USE: _("All in use"), guide.Only.OURS: _("Our own"), guide.Only.HIDDEN: _("Put aside")}
    asked = (
        ("theme", _("Theme"), _("All themes"), THEMES, wish.theme),
        ("audience", _("For whom"), _("Everybody"), _one_or_the_other(), wish.audience),
        ("only", _("Which ones"), only.pop(guide.Only.IN_USE), only, wish.only),
    )
    return [
        {
            "name": name, "label": label, "value": str(value),
            "options": [("", blank), *((one.value, words) for one, words in words_of.items())],
        }
        for name, label, blank, words_of, value in asked
    ]  # fmt: skip


def _one_or_the_other() -> dict[Any, Any]:
    return {one: words for one, words in AUDIENCES.items() if one.value != "both"}


@bp.get("/dialogue/guide.<form>")
@guard(queries.find_guide)
def paper(questions: list[Question], form: str) -> Response:
    """The questions in use, filtered as on the page, to lay on the table."""
    found = guide.narrowed(questions, guide.wished(request.args))
    made = guide_paper(found, organisation=str(the_organisation() or ""))
    return _file(made, form, _("dialogue-questions"), url_for(".index"))


@bp.route("/dialogue/add", methods=["GET", "POST"])
@guard(None, may_keep_guide)
def add() -> Any:
    form = QuestionForm(data={"theme": request.args.get("theme")})
    if form.validate_on_submit():
        try:
            operations.add_question(by=viewer(), **form.answers)
        except operations.TooMany:
            form.da.errors = [_("You have %(most)s questions of your own, and there is no room for more.",
                                most=operations.MOST_OWN)]  # fmt: skip
        else:
            flash(_("The question is added."), "good")
            return redirect(url_for(".index", only=guide.Only.OURS.value))
    return render_template("dialogue/add.html", form=form)


@bp.route("/dialogue/<key>/edit", methods=["GET", "POST"])
@guard(queries.find_question, may_keep_guide)
def edit(question: Question) -> Any:
    form = QuestionForm(obj=question)
    if question.shipped is not None:
        del form.theme
    if form.validate_on_submit():
        answers = {"theme": question.theme} | form.answers
        try:
            operations.revise_question(question, by=viewer(), version=form.seen_version, **answers)
        except Stale:
            form.say_stale(queries.find_question(viewer(), key=question.key))
        else:
            flash(_("The question is saved."), "good")
            return redirect(url_for(".index", _anchor=answers["theme"].value))
    events = told(queries.events_about(viewer(), question))
    return render_template("dialogue/edit.html", form=form, question=question, told=events), form.status


@bp.post("/dialogue/<key>/hide")
@guard(queries.find_question, may_keep_guide)
def hide(question: Question) -> Response:
    operations.hide_question(question, by=viewer())
    flash(_("The question is put aside. It can no longer be chosen."), "good")
    return redirect(url_for(".edit", key=question.key))


@bp.post("/dialogue/<key>/bring-back")
@guard(queries.find_question, may_keep_guide)
def bring_back(question: Question) -> Response:
    operations.bring_back_question(question, by=viewer())
    flash(_("The question is in use again."), "good")
    return redirect(url_for(".edit", key=question.key))


@bp.post("/dialogue/<key>/restore")
@guard(queries.find_shipped_question, may_keep_guide)
def restore(question: Question) -> Response:
    try:
        operations.restore_question(question, by=viewer(), version=VersionedForm().seen_version)
        flash(_("The question says what Pejling comes with again."), "good")
    except Stale:
        flash(_("Somebody else changed the question meanwhile. Look at it once more, then decide."), "bad")
    return redirect(url_for(".edit", key=question.key))


@bp.get(HERE)
@guard(find_own_committee)
def sessions(committee: Committee) -> str:
    found = queries.sessions_of(committee)
    return render_template("dialogue/sessions.html", committee=committee, sessions=found, MOST=queries.MOST)


@bp.route(f"{HERE}/start", methods=["GET", "POST"])
@guard(find_own_committee, may_start)
def start(committee: Committee) -> Any:
    form = _start_form(committee)
    if form.validate_on_submit():
        is_goal = form.about.data is About.GOAL
        goal = find_goal(viewer(), goal_id=form.goal_id.data) if is_goal else None
        one = operations.start_session(committee, by=viewer(), held_on=form.held_on.data, goal=goal)
        return _show(one)
    return render_template("dialogue/start.html", committee=committee, form=form)


def _start_form(committee: Committee) -> StartForm:
    read, asked = partial(read_goal, viewer(), committee), request.args.get("goal", "")
    try:
        now = read(asked)
    except ValueError:
        now = None
    form = StartForm(data={"about": About.GOAL, "goal_id": now and now[0], "held_on": today()})
    form.goal_id.offer(read, now=now, suggestions=suggested_goals(viewer(), committee))
    return form


def _show(one: DialogueSession, anchor: str = "") -> Response:
    return redirect(url_for(".show", committee_id=one.committee_id, session_id=one.id, _anchor=anchor or None))


@bp.get(ONE)
@guard(queries.find_session)
def show(one: DialogueSession) -> str:
    """The dialogue on one page, step by step, for whoever leads it and whoever takes part."""
    events = queries.history_page(viewer(), one, request.args.get("before", type=key))
    shown = events[: queries.HISTORY]
    older = ""
    if len(events) > len(shown):
        older = url_for(".show", committee_id=one.committee_id, session_id=one.id, before=shown[-1].id)
    return render_template(
        "dialogue/show.html", one=one, sees_goal=queries.sees_goal(viewer(), one), soundings=queries.soundings_for(one),
        form=_sound_form(one), told=told(shown), older_url=older,
    )  # fmt: skip


def _sound_form(one: DialogueSession) -> SoundForm:
    form = SoundForm(data={"sounding_id": one.sounding_id, "version": one.version})
    form.sounding_id.offer((sounding.id, _sounding_name(sounding)) for sounding in queries.soundings_for(one))
    return form


def _sounding_name(sounding: Any) -> str:
    from_day = f"{sounding.opened_on.day}.{sounding.opened_on.month}.{sounding.opened_on.year}"
    return _("Opened on %(day)s, closed", day=from_day) if sounding.is_closed else _("Opened on %(day)s", day=from_day)


@bp.post(f"{ONE}/sound")
@guard(queries.find_session, may_lead)
def sound(one: DialogueSession) -> Response:
    """Build the dialogue on one of the committee's soundings."""
    form = _sound_form(one)
    if form.validate_on_submit():
        chosen = next((s for s in queries.soundings_for(one) if s.id == form.sounding_id.data), None)
        try:
            operations.build_on(one, chosen, by=viewer(), version=form.seen_version)
        except Stale:
            flash(_("Somebody else changed the dialogue meanwhile. Look at it once more, then decide."), "bad")
    return _show(one, "place")


@bp.route(f"{ONE}/choose", methods=["GET", "POST"])
@guard(queries.find_session, may_lead)
def choose(one: DialogueSession) -> Any:
    offered = queries.questions()
    form = ChooseForm.of(one.questions)
    gone = guide.gone_since(one.questions, offered)
    form["keys"].offer([*offered, *gone])
    if form.validate_on_submit():
        chosen = [each for each in [*offered, *gone] if each.key in form["keys"].data]
        try:
            operations.choose_questions(one, chosen, by=viewer(), seen=form.seen_keys)
        except operations.TooMany:
            form["keys"].errors = [_("Choose at most %(most)s. Those that are answered stay.", most=MOST_CHOSEN)]
        else:
            return _show(one, "questions")
    picked = queries.proposed_for(one.goal, offered) if one.goal is not None else []
    return render_template(
        "dialogue/choose.html", one=one, form=form, proposed=picked, groups=guide.grouped([*offered, *gone])
    )


@bp.route(f"{ONE}/questions/<int:question_id>/answer", methods=["GET", "POST"])
@guard(queries.find_asked, may_answer)
def answer(asked: SessionQuestion, one: DialogueSession) -> Any:
    form = AnswerForm(obj=asked)
    if form.validate_on_submit():
        try:
            operations.answer_question(asked, by=viewer(), answer=form.answer.data, version=form.seen_version)
        except Stale:
            form.say_stale(asked)
        else:
            flash(_("What you answered is written down."), "good")
            return _show(one, f"question-{asked.id}")
    return render_template("dialogue/answer.html", one=one, asked=asked, form=form), form.status


@bp.route(f"{ONE}/decide", methods=["GET", "POST"])
@guard(queries.find_session, may_decide)
def decide(one: DialogueSession) -> Any:
    """Decide on a move, with an owner and a date."""
    unit_id = one.goal.unit_id if one.goal is not None else one.committee.areas[0].unit_id
    form = DecideForm(data={"unit_id": unit_id})
    form.responsible_id.offer(people_choices(administrators=False))
    form.unit_id.offer((unit.id, label) for unit, label in unit_choices())
    if form.validate_on_submit():
        operations.decide_move(one, by=viewer(), **form.answers)
        flash(_("The move is decided. It stands among the actions, where everybody sees it."), "good")
        return _show(one, "moves")
    return render_template("dialogue/decide.html", one=one, form=form)


@bp.route(f"{ONE}/end", methods=["GET", "POST"])
@guard(queries.find_session, may_lead)
def end(one: DialogueSession) -> Any:
    form = EndForm(obj=one)
    if form.validate_on_submit():
        try:
            operations.end_session(one, by=viewer(), summary=form.summary.data, version=form.seen_version)
        except Stale:
            form.say_stale(one)
        else:
            flash(_("The dialogue is ended. You can put it on an agenda, or take it up again."), "good")
            return _show(one)
    return render_template("dialogue/end.html", one=one, form=form), form.status


@bp.post(f"{ONE}/reopen")
@guard(queries.find_session, may_reopen)
def reopen(one: DialogueSession) -> Response:
    operations.reopen_session(one, by=viewer())
    flash(_("The dialogue goes on."), "good")
    return _show(one)


@bp.get(f"{ONE}/projector")
@guard(queries.find_session)
def projector(one: DialogueSession) -> str:
    """One question at a time, large, for the wall of the room."""
    number = min(max(request.args.get("number", 1, type=int), 1), max(len(one.questions), 1))
    asked = one.questions[number - 1] if one.questions else None
    return render_template(
        "dialogue/projector.html", one=one, asked=asked, number=number, navigation=[],
        sees_goal=queries.sees_goal(viewer(), one),
    )  # fmt: skip


@bp.get(f"{ONE}/dialogue.<form>")
@guard(queries.find_record)
def record(one: DialogueSession, form: str) -> Response:
    """What was said and decided, as a file."""
    title = _("Dialogue: %(subject)s", subject=subject_of(one, sees_goal=queries.sees_goal(viewer(), one)))
    made = session_paper(one, title=title, organisation=str(the_organisation() or ""))
    name = f"{_('dialogue')}-{_plain(one.committee.name)}-{one.held_on:%Y-%m-%d}"
    return _file(made, form, name, url_for(".show", committee_id=one.committee_id, session_id=one.id))


def subject_of(one: DialogueSession, *, sees_goal: bool) -> str:
    if one.goal is None:
        return _("How we measure as a whole")
    return f"{one.goal.code} {one.goal.title}" if sees_goal else one.goal.code


def _file(made: Paper, form: str, name: str, back: str) -> Response:
    try:
        file = documents.made(made, form)
    except Unmade as error:
        log.error("A paper of dialogues could not be made as %s: %s", form, error)
        flash(_("The file could not be made this time. Try another kind of file."), "bad")
        return redirect(back)
    answer = send_file(file, documents.FORMS[form], as_attachment=True, download_name=f"{name}.{form}")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")
