"""Assessing a goal, and its assessments to read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.actions.queries import actions_on
from app.core.access import guard, viewer
from app.core.clock import today
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.core.settings import setting
from app.goals.changes import changed_since
from app.goals.labels import ASPECTS, RISK_LEVELS
from app.goals.models import Aspect, Goal, RiskLevel
from app.goals.queries import find_goal
from app.goals.reviews import months_later
from app.goals.substance import digest
from app.library.proposals import proposals
from app.library.queries import lines as library_lines
from app.organisation.models import Side
from app.people.models import User
from app.people.queries import people_choices
from app.risks import labels, operations, queries
from app.risks.content import Content, content_of
from app.risks.forms import AcceptForm, AssessForm
from app.risks.lines import Last, unspoken
from app.risks.matrix import band, number
from app.risks.models import Acceptance, Assessment, Rating
from app.risks.picture import Layers, in_words, picture, rated
from app.risks.policy import may_accept, may_assess
from app.risks.settings import bands
from app.risks.typed import as_typed

bp = Blueprint("risks", __name__, url_prefix="/goals")

BANDS = {RiskLevel.LOW: "low", RiskLevel.MEDIUM: "mid", RiskLevel.HIGH: "high"}
# What the templates of this room say in words.
WORDS = {
    "aspects": ASPECTS, "questions": labels.QUESTIONS, "gains": labels.GAINS, "factors": labels.FACTORS,
    "preventions": labels.PREVENTIONS, "verdicts": labels.VERDICTS, "meanings": labels.VERDICT_MEANINGS,
    "certainties": labels.CERTAINTIES, "sides": labels.SIDES, "levels": RISK_LEVELS, "bands": BANDS,
    "probabilities": labels.PROBABILITIES, "consequences": labels.CONSEQUENCES,
}  # fmt: skip


@bp.get("/<int:goal_id>/risks")
@guard(find_goal)
def index(goal: Goal) -> str:
    finished = queries.finished_of(goal)
    dated = [(assessment, content_of(assessment, bands())) for assessment in finished]
    newest = finished[0] if finished else None
    return render_template(
        "risks/index.html", goal=goal, dated=dated, draft=queries.draft_of(viewer(), goal),
        **_shown(goal, newest, finished[1] if len(finished) > 1 else None),
    )  # fmt: skip


@bp.route("/<int:goal_id>/risks/assess", methods=["GET", "POST"])
@guard(find_goal, may_assess)
def assess(goal: Goal) -> Any:
    draft = queries.draft_of(viewer(), goal)
    began_with = _beginning(goal, draft)
    form, last = _form(goal, draft, began_with)
    if form.is_submitted() and form.validate():
        content = form.content(began_with, bands())
        wants_to_finish = "finish" in request.form
        if not (wants_to_finish and form.note_gaps(content, last)):
            return _save(goal, draft, form, content, finish=wants_to_finish)
    return _form_page(goal, draft, form, began_with, last=last)


def _form(goal: Goal, draft: Assessment | None, began_with: Content | None) -> tuple[AssessForm, Last]:
    """The form, with each line of the last assessment in it. What was sent stands alone."""
    if request.method == "POST":
        form = AssessForm()
        last = queries.last_until(goal, form.assessed_on.data or today())
        form.carry(last)
    else:
        last = queries.last_until(goal, began_with.assessed_on if began_with else today())
        typed = as_typed(began_with, on=today(), last=last)
        form = AssessForm(data=typed | {"version": str(draft.version if draft else 0)})
        form.carry(last)
        form.make_room()
    _offer(form, goal, began_with)
    return form, last


def _beginning(goal: Goal, draft: Assessment | None) -> Content | None:
    """What the form begins with: the draft, or what the last assessment said, but for people and verdict."""
    if draft is not None:
        return content_of(draft, bands())
    last = queries.latest_finished(goal)
    if last is None:
        return None
    said = content_of(last, bands())
    return replace(
        said, lines=tuple(map(unspoken, said.lines)), gone=(), assessed_on=today(), participants={}, certainty=None,
        verdict=None, verdict_reason="", no_influence_reason="",
    )  # fmt: skip


def _offer(form: AssessForm, goal: Goal, content: Content | None) -> None:
    everybody = dict(people_choices())
    people = {side: [(user.id, _named(user)) for user in users] for side, users in queries.candidates(goal).items()}
    for key, side in (content.participants if content else {}).items():
        if key in everybody and key not in dict(people[side]):
            people[side].append((key, everybody[key]))
    listed = {key for side in Side for key, _name in people[side]}
    form.offer(people, [(key, name) for key, name in everybody.items() if key not in listed])


def _named(user: User) -> str:
    return f"{user.name}, {user.job_title}" if user.job_title else user.name


def _save(goal: Goal, draft: Assessment | None, form: AssessForm, content: Content, *, finish: bool) -> Any:
    try:
        if form.seen_version != (draft.version if draft else 0):
            raise Stale(draft)
        assessment = draft or operations.start_assessment(goal, by=viewer())
        operations.revise_assessment(assessment, content=content, by=viewer())
    except Stale:
        return _stale_page(goal, form)
    if not finish:
        flash(_("The draft is saved. Only those who can assess the goal see it."), "good")
        return redirect(url_for(".assess", goal_id=goal.id))
    try:
        operations.finish_assessment(assessment, by=viewer())
    except operations.Unfinished:  # an action it leans on was found not to work, while this was written
        flash(_("Something has changed meanwhile, so it is a draft for now. Look at its lines, and finish it."), "warn")
        return redirect(url_for(".assess", goal_id=goal.id))
    flash(_("The assessment is finished. Everybody who sees the goal can read it."), "good")
    return _to(assessment)


def _to(assessment: Assessment) -> Response:
    return redirect(url_for(".show", goal_id=assessment.goal_id, assessment_id=assessment.id))


def _stale_page(goal: Goal, form: AssessForm) -> tuple[str, int]:
    """What somebody else saved meanwhile stands below what was typed; saving again from here is a decision."""
    saved = queries.draft_of(viewer(), goal)
    form.version.raw_data, form.version.data = None, str(saved.version if saved else 0)
    content = content_of(saved, bands()) if saved else None
    last = queries.last_until(goal, form.assessed_on.data or today())
    return _form_page(goal, saved, form, content, last=last, stale=True), 409


def _form_page(
    goal: Goal, draft: Assessment | None, form: AssessForm, content: Content | None, *, last: Last, stale: bool = False
) -> str:
    chosen = bands()
    proposed_lines = proposals(library_lines(), goal)
    form.suggest({aspect: [one.words for one in found.strains] for aspect, found in proposed_lines.items()})
    proposed = content.proposed if draft is not None and content is not None else None
    return render_template(
        "risks/assess.html", goal=goal, draft=draft, form=form, aspects=list(Aspect), proposed=proposed,
        stale=stale, saved=draft, saved_content=content, words=WORDS, last=last, place_words=in_words,
        rated=lambda place: rated(place, chosen), level_of=lambda line: band(line.number, chosen),
        actions=actions_on(list(last.by_strain)), proposed_lines=proposed_lines,
    )  # fmt: skip


@bp.get("/<int:goal_id>/risks/<int:assessment_id>")
@guard(queries.find_assessment)
def show(goal: Goal, assessment: Assessment) -> str:
    earlier = queries.finished_before(assessment)
    layers = Layers.AHEAD if request.args.get("picture") == Layers.AHEAD else Layers.THEN
    return render_template("risks/show.html", goal=goal, **_shown(goal, assessment, earlier, layers))


@bp.route("/<int:goal_id>/risks/strains/<int:strain_id>/accept", methods=["GET", "POST"])
@guard(queries.find_rated, may_accept)
def accept(goal: Goal, rating: Rating) -> Any:
    latest = months_later(today(), setting("accept_longest_months"))
    form = AcceptForm(latest)
    leaders = queries.candidates(goal)[Side.MANAGEMENT]
    form.accepted_by.offer([(user.id, _named(user)) for user in leaders])
    if form.validate_on_submit():
        chosen = {user.id: user for user in leaders}[form.accepted_by.data]
        try:
            operations.accept_risk(
                rating, by=viewer(), accepted_by=chosen, reason=form.reason.data, until=form.until.data or latest
            )
        except operations.NotHigh:
            flash(_("The risk is no longer high, so there is nothing to accept."), "warn")
        else:
            flash(_("It is noted. The risk comes up again when the time is over."), "good")
        return redirect(url_for(".index", goal_id=goal.id, _anchor="accepted"))
    place = (rating.probability, rating.consequence)
    return render_template(
        "risks/accept.html", goal=goal, form=form, strain=rating.strain, number=number(*place),
        level=band(number(*place), bands()), words=WORDS, earlier=queries.acceptances_of(goal).get(rating.strain_id),
    )  # fmt: skip


@bp.post("/<int:goal_id>/risks/acceptances/<int:acceptance_id>/withdraw")
@guard(queries.find_acceptance, may_accept)
def withdraw(goal: Goal, acceptance: Acceptance) -> Response:
    operations.withdraw_acceptance(acceptance, by=viewer())
    flash(_("The acceptance is withdrawn. The risk stands as it is."), "good")
    return redirect(url_for(".index", goal_id=goal.id, _anchor="accepted"))


def card(goal: Goal) -> Markup:
    """What the goal does to the work environment, as a part of the goal's page."""
    newest, earlier = [*queries.finished_of(goal), None, None][:2]
    draft = queries.draft_of(viewer(), goal)
    text = render_template("risks/_card.html", goal=goal, draft=draft, **_shown(goal, newest, earlier))
    return Markup(text)  # noqa: S704 - our own template


def board(goal: Goal) -> Markup:
    """The same for a whole room: finished assessments alone, whoever looks."""
    newest, earlier = [*queries.finished_of(goal), None, None][:2]
    text = render_template("risks/_board.html", goal=goal, **_shown(goal, newest, earlier))
    return Markup(text)  # noqa: S704 - our own template


def _shown(
    goal: Goal, assessment: Assessment | None, earlier: Assessment | None, layers: Layers = Layers.THEN
) -> dict[str, Any]:
    """An assessment as its templates show it: itself, what it says, its picture, and whether it is outdated."""
    if assessment is None:
        return {"assessment": None, "words": WORDS}
    content = content_of(assessment, bands())
    before = content_of(earlier, bands()).lines if earlier else ()
    return {
        "assessment": assessment, "content": content, "earlier": earlier,
        "picture": picture(content.lines, before, bands(), layers),
        "outdated": assessment.is_finished and assessment.substance != digest(goal), "words": WORDS,
        "actions": actions_on([line.strain_id for line in content.lines if line.strain_id is not None]),
        "changed": changed_since(assessment.frozen, goal)[0],
        "accepted": queries.acceptances_of(goal),
        "high": [line for line in content.lines if band(line.number, content.bands) is RiskLevel.HIGH],
    }  # fmt: skip
