"""A goal's hearings, the briefings about it, and the notices of a control measure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.core.access import guard, viewer
from app.core.clock import today
from app.core.formats import day
from app.core.history import between
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.core.settings import setting
from app.goals.changes import changed_since
from app.goals.models import Goal
from app.goals.queries import find_goal
from app.goals.substance import digest
from app.hearings import forms, labels, operations, queries
from app.hearings.heard import is_outdated
from app.hearings.models import Briefing, ControlNotice, Hearing
from app.hearings.policy import (
    may_answer,
    may_brief,
    may_close,
    may_open,
    may_record,
    may_revise_briefing,
    may_withdraw,
    own_side,
)
from app.organisation.models import Committee, Side
from app.organisation.queries import committees_over, nearest_committees
from app.organisation.viewers import the_organisation

bp = Blueprint("hearings", __name__, url_prefix="/goals/<int:goal_id>")

# What the templates of this room say in words.
WORDS = {
    "stages": labels.STAGES, "positions": labels.POSITIONS, "looks": labels.POSITION_LOOKS,
    "outcomes": labels.OUTCOMES, "phases": labels.PHASES, "sides_say": labels.SIDES_SAY, "sides": tuple(Side),
    "notice_fields": labels.NOTICE_FIELDS,
}  # fmt: skip


@bp.get("/hearings")
@guard(find_goal)
def index(goal: Goal) -> str:
    hearings = queries.hearings_of(goal)
    return render_template(
        "hearings/index.html", goal=goal, hearings=hearings, briefings=queries.briefings_of(goal),
        notices=queries.notices_of(goal), outdated=_outdated(goal, hearings), words=WORDS,
    )  # fmt: skip


def card(goal: Goal, hearings: Sequence[Hearing], briefings: Sequence[Briefing]) -> Markup:
    """What was heard and told, as a part of the goal's page."""
    page = render_template(
        "hearings/_card.html", goal=goal, hearings=hearings, briefings=briefings, notices=queries.notices_of(goal),
        outdated=_outdated(goal, hearings), words=WORDS,
    )  # fmt: skip
    return Markup(page)  # noqa: S704 - our own template


def _outdated(goal: Goal, hearings: Sequence[Hearing]) -> set[int]:
    now = digest(goal)
    return {hearing.id for hearing in hearings if is_outdated(hearing, now)}


@bp.route("/hearings/open", methods=["GET", "POST"])
@guard(find_goal, may_open)
def open(goal: Goal) -> Any:
    committees = committees_over(goal.unit)
    form = forms.OpenForm(data={"deadline": today() + timedelta(days=setting("hearing_days"))})
    running = {one.committee_id for one in queries.hearings_of(goal) if one.is_open}
    forms.offer_committees(form.committee_id, [one for one in committees if one.id not in running])
    if form.validate_on_submit():
        committee = _chosen(committees, form.committee_id.data)
        try:
            hearing = operations.open_hearing(
                goal, committee=committee, deadline=form.answers["deadline"], question=form.question.data, by=viewer()
            )
        except operations.AlreadyOpen:
            form.committee_id.errors = [_("The goal is before that committee already. Close or withdraw it first.")]
        else:
            flash(_("The hearing is open, and the committee has been told."), "good")
            return _to(hearing)
    return render_template("hearings/open.html", form=form, goal=goal, committees=committees)


def _chosen(committees: Sequence[Committee], key: int) -> Committee:
    return next(committee for committee in committees if committee.id == key)


def _to(hearing: Hearing) -> Response:
    return redirect(url_for(".show", goal_id=hearing.goal_id, hearing_id=hearing.id))


@bp.route("/hearings/skip", methods=["GET", "POST"])
@guard(find_goal, may_open)
def skip(goal: Goal) -> Any:
    committees = nearest_committees(goal.unit)
    form = forms.SkipForm(data={"committee_id": committees[0].id if committees else None})
    forms.offer_committees(form.committee_id, committees)
    if form.validate_on_submit():
        key = form.committee_id.data
        committee = _chosen(committees, key) if key else None
        operations.skip_hearing(goal, reason=form.reason.data, committee=committee, by=viewer())
        flash(_("The reason is noted. Everyone who reads the goal can see it."), "good")
        return redirect(url_for(".index", goal_id=goal.id))
    return render_template("hearings/skip.html", form=form, goal=goal)


@bp.get("/hearings/<int:hearing_id>")
@guard(queries.find_hearing)
def show(hearing: Hearing) -> str:
    substance, beside = changed_since(hearing.frozen, hearing.goal)
    return render_template(
        "hearings/show.html", hearing=hearing, goal=hearing.goal, words=WORDS, substance=substance, beside=beside,
        frozen=between("goal", dict.fromkeys(hearing.frozen), hearing.frozen),
        outdated=is_outdated(hearing, digest(hearing.goal)), takes_answers=hearing.takes_answers(today()),
        may_end=hearing.may_end(today()), heard_again=queries.in_hearing([hearing.goal_id]),
    )  # fmt: skip


@bp.route("/hearings/<int:hearing_id>/answer", methods=["GET", "POST"])
@guard(queries.find_hearing, may_answer)
def answer(hearing: Hearing) -> Any:
    side: Any = own_side(viewer(), hearing)
    given = hearing.answer_of(side)
    form = forms.AnswerForm(obj=given) if given else forms.AnswerForm(data={"version": "0"})
    if form.validate_on_submit():
        try:
            operations.answer_hearing(hearing, side=side, by=viewer(), version=form.seen_version, **form.answers)
        except Stale as stale:
            form.say_stale(stale.thing or queries.answer_now(hearing, side))
        except operations.TooLate:
            form.position.errors = [_("The hearing has ended meanwhile.")]
        else:
            flash(_answered(hearing, is_final=form.is_final.data), "good")
            return _to(hearing)
    page = render_template(
        "hearings/answer.html", form=form, hearing=hearing, goal=hearing.goal, side=side, words=WORDS
    )
    return page, form.status


def _answered(hearing: Hearing, *, is_final: bool) -> str:
    if is_final:
        return _("Your side's final answer is saved. When both sides have given theirs, the hearing can be closed.")
    return _("Your side's answer is saved. You can change it until %(day)s.", day=day(hearing.deadline))


@bp.route("/hearings/<int:hearing_id>/record", methods=["GET", "POST"])
@guard(queries.find_hearing, may_record)
def record(hearing: Hearing) -> Any:
    form = forms.RecordForm()
    if form.validate_on_submit():
        try:
            operations.record_answers(hearing, said=form.said, meeting_on=form.answers["meeting_on"], by=viewer())
        except operations.NotYours as theirs:
            form.say_not_yours(theirs.args[0])
        except operations.TooLate:
            form.meeting_on.errors = [_("The meeting was before the hearing opened, or the hearing has ended.")]
        else:
            flash(_("The answers are recorded."), "good")
            return _to(hearing)
    return render_template("hearings/record.html", form=form, hearing=hearing, goal=hearing.goal, words=WORDS)


@bp.route("/hearings/<int:hearing_id>/close", methods=["GET", "POST"])
@guard(queries.find_hearing, may_close)
def close(hearing: Hearing) -> Any:
    form = forms.CloseForm()
    if form.validate_on_submit():
        try:
            operations.close_hearing(hearing, by=viewer(), **form.answers)
        except operations.SilenceUnexplained:
            form.silence.errors = [_("A side has not answered. Write why you go on all the same.")]
        except operations.TooEarly:
            last = day(hearing.deadline)
            form.outcome.errors = [_("A side can still answer or change its answer until %(day)s.", day=last)]
        else:
            flash(_("The hearing is closed."), "good")
            return _to(hearing)
    return render_template(
        "hearings/close.html",
        form=form,
        hearing=hearing,
        goal=hearing.goal,
        words=WORDS,
        may_end=hearing.may_end(today()),
    )


@bp.route("/hearings/<int:hearing_id>/withdraw", methods=["GET", "POST"])
@guard(queries.find_hearing, may_withdraw)
def withdraw(hearing: Hearing) -> Any:
    form = forms.WithdrawForm()
    if form.validate_on_submit():
        try:
            operations.withdraw_hearing(hearing, reason=form.reason.data, by=viewer())
        except (operations.AlreadyAnswered, operations.TooLate):
            form.reason.errors = [_("A side has answered meanwhile, or the hearing has ended.")]
        else:
            flash(_("The hearing is withdrawn."), "good")
            return redirect(url_for("dossier.show", goal_id=hearing.goal_id))
    return render_template("hearings/withdraw.html", form=form, hearing=hearing, goal=hearing.goal)


@bp.route("/briefings/add", methods=["GET", "POST"])
@guard(find_goal, may_brief)
def add_briefing(goal: Goal) -> Any:
    committees = committees_over(goal.unit)
    form = forms.BriefingForm(data={"committee_id": committees[0].id if committees else None, "version": "0"})
    forms.offer_committees(form.committee_id, committees)
    if form.validate_on_submit():
        briefing = operations.add_briefing(goal, by=viewer(), **form.answers)
        flash(_noted(briefing), "good")
        return redirect(url_for(".index", goal_id=goal.id))
    return render_template("hearings/add_briefing.html", form=form, goal=goal)


@bp.route("/briefings/<int:briefing_id>/revise", methods=["GET", "POST"])
@guard(queries.find_briefing, may_revise_briefing)
def revise_briefing(briefing: Briefing) -> Any:
    goal = briefing.goal
    form = forms.BriefingForm(obj=briefing)
    forms.offer_committees(form.committee_id, _with(committees_over(goal.unit), briefing.committee))
    if form.validate_on_submit():
        try:
            changed = operations.revise_briefing(briefing, by=viewer(), version=form.seen_version, **form.answers)
        except Stale:
            form.say_stale(briefing)
        else:
            flash(_noted(briefing) if changed else _("Nothing has changed."), "good" if changed else "info")
            return redirect(url_for(".index", goal_id=goal.id))
    return render_template("hearings/revise_briefing.html", form=form, goal=goal, briefing=briefing), form.status


def _noted(briefing: Briefing) -> str:
    if briefing.group_on is None:
        return _("It is noted. The staff group measured is still to be told.")
    if briefing.committee_on is None:
        return _("It is noted. The committee is still to be told.")
    return _("It is noted who was told, and when.")


def _with(committees: list[Committee], committee: Committee | None) -> list[Committee]:
    return committees if committee is None or committee in committees else [*committees, committee]


@bp.route("/notices/give", methods=["GET", "POST"])
@guard(find_goal, may_brief)
def give_notice(goal: Goal) -> Any:
    organisation = the_organisation()
    name = organisation.name if organisation else ""
    days = setting("notice_days")
    form = forms.NoticeForm(data=forms.proposed_notice(goal, organisation=name, notice_days=days))
    if form.validate_on_submit():
        notice = operations.give_notice(goal, by=viewer(), **form.answers)
        flash(_("Notice is given. Print it, or send its address to those it concerns."), "good")
        return redirect(url_for(".notice", goal_id=goal.id, notice_id=notice.id))
    return render_template("hearings/give_notice.html", form=form, goal=goal, notice_days=days)


@bp.get("/notices/<int:notice_id>")
@guard(queries.find_notice)
def notice(notice: ControlNotice) -> str:
    earliest = notice.given_on + timedelta(days=setting("notice_days"))
    return render_template("hearings/notice.html", notice=notice, goal=notice.goal, earliest=earliest, words=WORDS)
