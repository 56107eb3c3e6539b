"""The verbs on assessments: start a draft, revise it, finish it. A finished one is never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.core.clock import now, today
from app.core.db import lock, session
from app.core.operation import Stale, check_version, operation, record, touch
from app.core.settings import setting
from app.goals.models import Aspect, Goal, RiskLevel, Strain
from app.goals.operations import draw_review_nearer, relevel_goal, set_risk_level
from app.goals.reviews import months_later
from app.goals.substance import digest, snapshot
from app.people.models import User
from app.risks.content import Content, Said, content_of, gaps, line_of
from app.risks.lines import Last, Line, Place, mark_of, unspoken
from app.risks.matrix import band, level_of
from app.risks.models import Acceptance, Assessment, Ending, Gain, Mark, Measure, Participant, Rating, Relief
from app.risks.notices import tell_of_acceptance, tell_of_finished
from app.risks.queries import (
    acceptances_of,
    finished_before,
    goals_with_acceptances,
    is_rated,
    last_of,
    latest_finished,
    lines_of,
    strains_of,
    the_draft,
    unspoken_of,
    worst_of_newest,
)
from app.risks.settings import bands


class Finished(ValueError):
    """The assessment is finished, so nobody can change it."""


class Unfinished(ValueError):
    """Something is missing before the assessment can be finished; `gaps` says what."""

    def __init__(self, assessment: Assessment) -> None:
        super().__init__(f"{assessment} can't be finished yet")
        self.gaps = gaps(content_of(assessment, bands()), last_of(assessment))


@operation("assessment.started")
def start_assessment(goal: Goal, *, by: User) -> Assessment:
    """A draft that begins with what the last finished assessment said, but for who took part and the verdict.

    Stale when the goal already has a draft: two people who begin at once work on the same one."""
    lock(f"assessment:{goal.id}")
    existing = the_draft(goal)
    if existing is not None:
        raise Stale(existing)
    assessment = Assessment(goal_id=goal.id, assessed_on=today(), created_by_id=by.id)
    session().add(assessment)
    record("assessment.started", assessment, by=by)
    last = latest_finished(goal)
    if last is not None:
        assessment.factors, assessment.extent, assessment.nature = list(last.factors), last.extent, last.nature
        said = content_of(last, bands())
        _set_gains(assessment, said.gains)
        _set_lines(assessment, tuple(unspoken(line) for line in said.lines), last_of(assessment))
        _set_measures(assessment, said)
    return assessment


@operation("assessment.revised")
def revise_assessment(assessment: Assessment, *, content: Content, by: User, version: int | None = None) -> None:
    """Make a draft say what the content says, and nothing else. Stale when it was opened on an older version."""
    check_version(assessment, version)
    if assessment.is_finished:
        raise Finished(assessment)
    for name in ("assessed_on", "extent", "nature", "certainty", "no_influence_reason", "verdict", "verdict_reason"):
        setattr(assessment, name, getattr(content, name))
    assessment.factors = [factor.value for factor in content.factors]
    record("assessment.revised", assessment, by=by)
    _set_gains(assessment, content.gains)
    last = last_of(assessment)
    _set_reliefs(assessment, content, last)
    _set_lines(assessment, content.lines, last)
    _set_measures(assessment, content)
    _set_participants(assessment, content)
    # Lines are rows of their own; the next who saves must notice them as well, so the version always moves.
    touch(assessment)


@operation("assessment.finished")
def finish_assessment(assessment: Assessment, *, by: User) -> None:
    """Close the assessment for good. Unfinished when a side, an aspect, a line or a reason is missing.

    The newest one gives the goal its level of risk, and draws its next review nearer if the risk asks for it."""
    lock(f"assessment:{assessment.goal_id}")
    if assessment.is_finished:
        raise Finished(assessment)
    content = content_of(assessment, bands())
    if gaps(content, last_of(assessment)):
        raise Unfinished(assessment)
    goal = assessment.goal
    assessment.verdict, assessment.finished_at, assessment.substance = content.settled, now(), digest(goal)
    assessment.frozen = snapshot(goal)
    record(
        "assessment.finished", assessment, by=by, about=goal, level=content.level, verdict=content.settled,
        also={"strains": (_in_words(finished_before(assessment)), _in_words(assessment))},
    )  # fmt: skip
    if latest_finished(goal) is assessment:
        set_risk_level(goal, by=by, risk_level=content.level)
        end_what_no_longer_holds(goal, by=by, rated={line.strain_id: line.number for line in content.lines})
    tell_of_finished(assessment, by=by)


def _in_words(assessment: Assessment | None) -> list[str]:
    """Each strain and its number, as the history keeps them."""
    lines = content_of(assessment, bands()).lines if assessment is not None else ()
    return sorted(f"{line.title} ({line.today[0] * line.today[1]})" for line in lines)


def _set_gains(assessment: Assessment, wanted: Mapping[Aspect, Said]) -> None:
    kept = {gain.aspect: gain for gain in assessment.gains}
    for aspect in kept.keys() - wanted.keys():
        assessment.gains.remove(kept[aspect])
    for aspect, said in wanted.items():
        gain = kept.get(aspect)
        if gain is None:
            assessment.gains.append(Gain(aspect=aspect, size=said.size, words=said.words))
        else:
            gain.size, gain.words = said.size, said.words


def _set_measures(assessment: Assessment, content: Content) -> None:
    wanted = {area: words for area, words in content.measures.items() if words.strip()}
    kept = {measure.area: measure for measure in assessment.measures}
    for area in kept.keys() - wanted.keys():
        assessment.measures.remove(kept[area])
    for area, words in wanted.items():
        if area in kept:
            kept[area].words = words
        else:
            assessment.measures.append(Measure(area=area, words=words))


def _set_participants(assessment: Assessment, content: Content) -> None:
    kept = {one.user_id: one for one in assessment.participants}
    for user_id in kept.keys() - content.participants.keys():
        assessment.participants.remove(kept[user_id])
    for user_id, side in content.participants.items():
        if user_id in kept:
            kept[user_id].side = side
        else:
            assessment.participants.append(Participant(user_id=user_id, side=side))


def _set_reliefs(assessment: Assessment, content: Content, last: Last) -> None:
    rated = {one.strain_id for one in content.lines}
    kept = {one.strain_id: one for one in assessment.reliefs}
    reasons = {one.strain_id: one.reason for one in content.gone if one.strain_id in last.by_strain.keys() - rated}
    for strain_id in kept.keys() - reasons.keys():
        assessment.reliefs.remove(kept[strain_id])
    for strain_id, reason in reasons.items():
        if strain_id in kept:
            kept[strain_id].reason = reason
        else:
            assessment.reliefs.append(Relief(strain_id=strain_id, reason=reason))


def _set_lines(assessment: Assessment, lines: tuple[Line, ...], last: Last) -> None:
    """Rate the strains of the lines; those that nothing speaks of any more are deleted."""
    session().flush()
    known = strains_of(assessment.goal)
    kept = {rating.strain_id: rating for rating in assessment.ratings}
    wanted = {_strain(assessment, line, known).id: line for line in lines}
    for strain_id in kept.keys() - wanted.keys():
        assessment.ratings.remove(kept[strain_id])
    for strain_id, line in wanted.items():
        rating = kept.get(strain_id)
        if rating is None:
            rating = Rating(strain_id=strain_id)
            assessment.ratings.append(rating)
        _rate(rating, replace(line, strain_id=strain_id), last)
    session().flush()
    for strain in unspoken_of([one for one in known if one.id not in wanted]):
        session().delete(strain)


def _strain(assessment: Assessment, line: Line, known: list[Strain]) -> Strain:
    """The strain that a line rates: by its key, by aspect and title, or a new one, which is then known as well."""
    same_aspect = [one for one in known if one.aspect is line.aspect]
    found = next((one for one in same_aspect if one.title.casefold() == line.title.casefold()), None)
    by_key = next((one for one in same_aspect if one.id == line.strain_id), None)
    # An earlier assessment must go on saying what it said, so only a strain of this draft's own takes a new title.
    if found is None and by_key is not None and not is_rated(by_key, but_in=assessment):
        found = by_key
        found.title = line.title
    if found is None:
        found = Strain(goal_id=assessment.goal_id, aspect=line.aspect, title=line.title)
        session().add(found)
        session().flush()
        known.append(found)
    return found


def _rate(rating: Rating, line: Line, last: Last) -> None:
    rating.probability, rating.consequence = line.today
    rating.probability_before, rating.consequence_before = line.before or _NOWHERE
    rating.probability_expected, rating.consequence_expected = line.expected or _NOWHERE
    rating.words, rating.reason = line.words, line.reason
    rating.mark = mark_of(line, last)
    rating.confirmed = line.confirmed and rating.mark is Mark.UNCHANGED


_NOWHERE: Place | tuple[None, None] = (None, None)


class NotHigh(ValueError):
    """Only a high risk is accepted; a lower one needs no acceptance."""


class TooLong(ValueError):
    """An acceptance lies ahead, and no further than the settings allow."""


@operation("acceptance.given", "acceptance.ended")
def accept_risk(rating: Rating, *, by: User, accepted_by: User, reason: str, until: date) -> Acceptance:
    """Let a high risk stand for a while. It takes the place of an earlier acceptance, and the goal is taken up again on
    its last day at the latest. NotHigh also when somebody has meanwhile finished an assessment that says otherwise."""
    strain = rating.strain
    lock(f"assessment:{strain.goal_id}")
    risk = {one.strain_id: line_of(one).number for one in lines_of([strain.goal_id])[strain.goal_id]}.get(strain.id, 1)
    if band(risk, bands()) is not RiskLevel.HIGH:
        raise NotHigh(strain)
    if not today() < until <= months_later(today(), setting("accept_longest_months")):
        raise TooLong(until)
    earlier = acceptances_of(strain.goal).get(strain.id)
    if earlier is not None:
        _end(earlier, Ending.RENEWED, by=by)
    given = Acceptance(
        strain=strain, number=risk, accepted_by=accepted_by, accepted_on=today(), until=until, reason=reason,
        recorded_by=by,
    )  # fmt: skip
    session().add(given)
    record("acceptance.given", given, by=by, about=strain.goal, name=accepted_by.name)
    draw_review_nearer(strain.goal, by=by, no_later_than=until)
    tell_of_acceptance(given, "acceptance.given", latest_finished(strain.goal), by=by)
    return given


@operation("acceptance.ended")
def withdraw_acceptance(acceptance: Acceptance, *, by: User, version: int | None = None) -> None:
    """The risk is not accepted any longer."""
    check_version(acceptance, version)
    _end(acceptance, Ending.WITHDRAWN, by=by)
    tell_of_acceptance(acceptance, "acceptance.ended", latest_finished(acceptance.strain.goal), by=by)


@operation("acceptance.ended")
def end_what_no_longer_holds(goal: Goal, *, rated: Mapping[int | None, int], by: User) -> None:
    """End the acceptances of strains that are no longer high, or higher than was accepted; `rated` is what the newest
    assessment says of each strain."""
    for strain_id, acceptance in acceptances_of(goal).items():
        risk = rated.get(strain_id, 1)
        if band(risk, bands()) is not RiskLevel.HIGH:
            _end(acceptance, Ending.LOWERED, by=by)
        elif risk > acceptance.number:
            _end(acceptance, Ending.GROWN, by=by)


def _end(acceptance: Acceptance, why: Ending, *, by: User) -> None:
    acceptance.ended_on, acceptance.ended_why = today(), why
    record("acceptance.ended", acceptance, by=by, about=acceptance.strain.goal, why=why)


@operation("goal.relevelled", "acceptance.ended")
def relevel_goals(*, by: User) -> None:
    """Level every goal anew in the bands that are chosen now, and end the acceptances of what is no longer high."""
    chosen = bands()
    for goal, worst in worst_of_newest():
        relevel_goal(goal, by=by, risk_level=level_of([worst] if worst else [], chosen))
    accepted = goals_with_acceptances()
    lines = lines_of([goal.id for goal in accepted])
    for goal in accepted:
        rated: dict[int | None, int] = {one.strain_id: line_of(one).number for one in lines[goal.id]}
        end_what_no_longer_holds(goal, by=by, rated=rated)
