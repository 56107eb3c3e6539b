"""The conversation about a goal, and how soon units answer in it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.comments import operations, queries
from app.comments.answers import OWED, is_owed
from app.comments.forms import AnswerForm, CommentForm, EditForm, ReplyForm, TakeUpForm
from app.comments.labels import ANSWERING, KIND_ICONS, KINDS, SIDES_INSIDE, VISIBILITIES, WHO_ANSWERS, WITHOUT_SEAT
from app.comments.lists import ANSWER_TIMES
from app.comments.models import Answer, Comment
from app.comments.policy import may_accept, may_answer, may_comment, may_edit, may_reply, may_take_up
from app.core.access import guard, viewer
from app.core.clock import today
from app.core.languages import gettext as _
from app.core.settings import setting
from app.core.waiting import Waiting, waiting
from app.goals.models import Goal
from app.goals.queries import find_goal
from app.organisation.labels import MANDATES, SIDES
from app.organisation.models import Mandate
from app.organisation.standing import standing_of

bp = Blueprint("comments", __name__)

ON_THE_CARD = 3
TALK = "/goals/<int:goal_id>/comments"


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(
        comments_on=lambda goal: queries.count_for(viewer(), goal),
        comment_kinds=KINDS,
        comment_icons=KIND_ICONS,
        answering=ANSWERING,
        said_for=said_for,
        speaks_as=speaks_as,
        who_answers=who_answers,
        question_waits=question_waits,
        asks_in_vain=asks_in_vain,
    )


def said_for(comment: Comment) -> str:
    """Who can read a comment that is not for everyone, in words."""
    side = SIDES_INSIDE[comment.audience_side] if comment.audience_side else ""
    committee = comment.committee.name if comment.committee else ""
    return str(VISIBILITIES[comment.visibility]) % {"committee": committee, "side": side}


def speaks_as(comment: Comment) -> str:
    """The side and mandate in which the author spoke."""
    if comment.author_side is None:
        return ""
    if not comment.author_mandate:
        return str(WITHOUT_SEAT[comment.author_side])
    return f"{SIDES[comment.author_side]}, {MANDATES[Mandate(comment.author_mandate)]}"


def question_waits(comment: Comment) -> Waiting | None:
    """How long a question, concern or proposal has waited for its answer; None where it does not wait."""
    if comment.open_since is None:
        return None
    return waiting(comment.open_since, today(), setting("answer_days"))


def who_answers(comment: Comment) -> str:
    return str(WHO_ANSWERS[comment.author_side]) % {"limit": setting("answer_days")}


def asks_in_vain(comment: Comment) -> bool:
    """Whether nobody owes an answer to a question only because the other side can't read it."""
    return comment.kind in OWED and not is_owed(comment.kind, comment.visibility)


def _page(goal: Goal, form: CommentForm, **more: Any) -> str:
    before = request.args.get("before", type=int)
    talk = queries.threads_of(viewer(), goal, before=before)
    return render_template("comments/index.html", goal=goal, form=form, talk=talk, is_older=bool(before), **more)


def _form(goal: Goal) -> CommentForm:
    form = CommentForm()
    form.offer(standing_of(viewer()), goal.unit)
    return form


def card(goal: Goal) -> Markup:
    """What has been said lately, as a part of the goal's page."""
    talk = queries.threads_of(viewer(), goal, most=ON_THE_CARD)
    threads = talk.threads[:ON_THE_CARD]
    return Markup(render_template("comments/_card.html", goal=goal, threads=threads))  # noqa: S704 - our own template


@bp.get(TALK)
@guard(find_goal)
def index(goal: Goal) -> str:
    return _page(goal, _form(goal))


@bp.post(f"{TALK}/add")
@guard(find_goal, may_comment)
def add(goal: Goal) -> Any:
    form = _form(goal)
    if not form.validate_on_submit():
        return _page(goal, form)
    visibility, committee_id = form.circle
    comment = operations.add_comment(
        goal, by=viewer(), kind=form.kind.data, body=form.body.data, visibility=visibility, committee_id=committee_id
    )
    flash(_("The comment is sent."), "good")
    return _to(comment)


def _to(comment: Comment) -> Response:
    anchor = f"comment-{comment.id}"
    return redirect(url_for(".index", goal_id=comment.goal_id, _anchor=anchor))


@bp.route(f"{TALK}/<int:comment_id>/reply", methods=["GET", "POST"])
@guard(queries.find_comment, may_reply)
def reply(comment: Comment) -> Any:
    form = ReplyForm()
    if form.validate_on_submit():
        made = operations.reply_to(comment, by=viewer(), body=form.body.data)
        flash(_("It stands in the thread now."), "good")
        return _to(made)
    return render_template("comments/reply.html", form=form, comment=comment, goal=comment.goal)


@bp.route(f"{TALK}/<int:comment_id>/answer", methods=["GET", "POST"])
@guard(queries.find_comment, may_answer)
def answer(comment: Comment) -> Any:
    form = AnswerForm()
    if comment.open_since is not None and form.validate_on_submit():
        try:
            made = operations.answer_comment(comment, by=viewer(), body=form.body.data)
        except operations.AlreadyAnswered:
            pass  # somebody was faster: the page below says so, and what was typed can go into the thread instead
        else:
            flash(_("Your answer is given. The one who asked is told."), "good")
            return _to(made.words)
    return render_template("comments/answer.html", form=form, comment=comment, goal=comment.goal)


@bp.post(f"{TALK}/answers/<int:answer_id>/accept")
@guard(queries.find_answer, may_accept)
def accept(answer: Answer) -> Any:
    try:
        operations.accept_answer(answer, by=viewer())
    except operations.AlreadyTakenUp:
        _say_taken_up()
    else:
        flash(_("You have accepted the answer."), "good")
    return _to(answer.words)


def _say_taken_up() -> None:
    flash(_("The thread was taken up again already."), "info")


@bp.route(f"{TALK}/answers/<int:answer_id>/take-up", methods=["GET", "POST"])
@guard(queries.find_answer, may_take_up)
def take_up(answer: Answer) -> Any:
    form = TakeUpForm()
    if form.validate_on_submit():
        try:
            made = operations.take_up_answer(answer, by=viewer(), body=form.body.data)
        except operations.AlreadyTakenUp:
            _say_taken_up()
            return _to(answer.words)
        flash(_("The thread is taken up again and waits for the other side."), "good")
        return _to(made)
    return render_template("comments/take_up.html", form=form, answer=answer, goal=answer.question.goal)


@bp.route(f"{TALK}/<int:comment_id>/edit", methods=["GET", "POST"])
@guard(queries.find_comment, may_edit)
def edit(comment: Comment) -> Any:
    form = EditForm(obj=comment)
    if form.validate_on_submit():
        operations.edit_comment(comment, by=viewer(), body=form.body.data)
        flash(_("Your comment is changed. What it said before can still be read under it."), "good")
        return _to(comment)
    return render_template("comments/edit.html", form=form, comment=comment, goal=comment.goal)


@bp.get("/answer-times")
@guard()
def times() -> str:
    """How soon the units answer what is asked about their goals."""
    page = ANSWER_TIMES.read(queries.answer_times(viewer()), request.args, path=request.path)
    return render_template("comments/times.html", listing=page, limit=setting("answer_days"))
