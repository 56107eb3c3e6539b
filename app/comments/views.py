"""The conversation about a goal."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.comments import operations, queries
from app.comments.forms import CommentForm, EditForm, ReplyForm
from app.comments.labels import KIND_ICONS, KINDS, SIDES_INSIDE, VISIBILITIES
from app.comments.models import Comment
from app.comments.policy import may_comment, may_edit, may_reply
from app.core.access import guard, viewer
from app.core.languages import gettext as _
from app.goals.models import Goal
from app.goals.queries import find_goal
from app.organisation.labels import MANDATES, SIDES
from app.organisation.models import Mandate
from app.organisation.standing import standing_of

bp = Blueprint("comments", __name__, url_prefix="/goals/<int:goal_id>/comments")


@bp.record_once
def globals_for_templates(state: Any) -> None:
    state.app.jinja_env.globals.update(
        comment_kinds=KINDS, comment_icons=KIND_ICONS, said_for=said_for, speaks_as=speaks_as
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
    mandate = MANDATES[Mandate(comment.author_mandate)] if comment.author_mandate else ""
    return f"{SIDES[comment.author_side]}, {mandate}" if mandate else str(SIDES[comment.author_side])


def _page(goal: Goal, form: CommentForm, **more: Any) -> str:
    return render_template(
        "comments/index.html", goal=goal, form=form, threads=queries.threads_of(viewer(), goal), **more
    )


def _form(goal: Goal) -> CommentForm:
    form = CommentForm()
    form.offer(standing_of(viewer()), goal.unit)
    return form


def card(goal: Goal) -> Markup:
    """What has been said lately, as a part of the goal's page."""
    threads = queries.threads_of(viewer(), goal)
    return Markup(render_template("comments/_card.html", goal=goal, threads=threads))  # noqa: S704 - our own template


@bp.get("")
@guard(find_goal)
def index(goal: Goal) -> str:
    return _page(goal, _form(goal))


@bp.post("/add")
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


@bp.route("/<int:comment_id>/reply", methods=["GET", "POST"])
@guard(queries.find_comment, may_reply)
def reply(comment: Comment) -> Any:
    form = ReplyForm()
    if form.validate_on_submit():
        made = operations.reply_to(comment, by=viewer(), body=form.body.data)
        flash(_("Your reply is there."), "good")
        return _to(made)
    return render_template("comments/reply.html", form=form, comment=comment, goal=comment.goal)


@bp.route("/<int:comment_id>/edit", methods=["GET", "POST"])
@guard(queries.find_comment, may_edit)
def edit(comment: Comment) -> Any:
    form = EditForm(obj=comment)
    if form.validate_on_submit():
        operations.edit_comment(comment, by=viewer(), body=form.body.data)
        flash(_("Your comment is changed. What it said before can still be read under it."), "good")
        return _to(comment)
    return render_template("comments/edit.html", form=form, comment=comment, goal=comment.goal)
