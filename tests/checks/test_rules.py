"""Each rule hits what it should and lets the near miss go; a goal with everything in its place is hit by none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from app.actions.models import Action, ActionStatus, Worked
from app.balances.models import Reader
from app.barriers.models import Barrier, BarrierKind, BarrierStatus
from app.checks.queries import findings_of, page_of
from app.checks.rules import BY_CODE, RULES, Subject
from app.checks.score import Severity
from app.comments.models import Comment, CommentKind, Visibility
from app.core.clock import now, today
from app.core.db import session
from app.effects.models import Effect
from app.goals.models import Answer, Aspect, GoalObjective, HangsOn, MeasuredLevel, RiskLevel, ShownTo, Status, Strain
from app.goals.models import Steering as S
from app.goals.operations import add_goal, revise_goal
from app.goals.reviews import months_later
from app.hearings.models import Briefing, Hearing, Phase, Stage
from app.load.models import Tension
from app.organisation.models import Side
from app.risks.models import Acceptance, Assessment, Ending, Rating
from tests.checks.answers import assessed, briefed, close, heard, put, read, sound

INDIVIDUAL = {"measured_level": MeasuredLevel.INDIVIDUAL, "results_shown_to": ShownTo.NOBODY}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Case:
    """What is said of a goal, which rows stand beside it (made by a function of the goal and the cast), which kinds of
    rows are taken away."""

    said: dict[str, Any]
    rows: Any = None
    without: tuple[type, ...] = ()


def case(rows: Any = None, *, without: tuple[type, ...] = (), **said: Any) -> Case:
    return Case(said, rows, without)


def comment(days: int, **said: Any) -> Any:
    usual = {"kind": CommentKind.CONCERN, "body": "Hvorfor?", "visibility": Visibility.ALL, "open_since": ago(days)}
    return lambda goal, cast: [Comment(goal_id=goal.id, author_id=cast.emma.id, **(usual | said))]


def ago(days: int) -> Any:
    return now() - timedelta(days=days)


def effect(days: int, **said: Any) -> Any:
    return lambda goal, cast: [
        Effect(goal_id=goal.id, words="Vi skynder os.", reported_by_id=cast.emma.id, reported_at=ago(days), **said)
    ]


def action(**said: Any) -> Any:
    def made(goal: Any, cast: Any) -> list[Action]:
        usual = {"check_on": today() + 90 * DAY}
        usual |= {"worked": Worked.YES, "checked_on": today()} if said.get("status") is ActionStatus.CLOSED else {}
        return [Action(title="Gør noget", unit=cast.service, created_by=cast.karin, goals=[goal], **(usual | said))]

    return made


def hearing(**said: Any) -> Any:
    return lambda goal, cast: [heard(goal, cast, **({"committee_id": cast.top.id} | said))]


def assessment(**said: Any) -> Any:
    return lambda goal, cast: [assessed(goal, cast, **said)]


def reading(**said: Any) -> Any:
    return lambda goal, cast: [read(goal, cast, **said)]


def told(**said: Any) -> Any:
    return lambda goal, cast: [briefed(goal, cast, phase=Phase.AFTER, **said)]


def rated(before: tuple[int, int], after: tuple[int, int], reason: str = "", was: str = "", **done: Any) -> Any:
    """A strain rated twenty days ago and ten days ago, and perhaps an action on it."""

    def made(goal: Any, cast: Any) -> list[Any]:
        strain = Strain(goal_id=goal.id, aspect=Aspect.TRUST, title="Listen på tavlen")
        rows = [strain]
        for days, (probability, consequence), why in ((20, before, was), (10, after, reason)):
            rating = Rating(strain=strain, probability=probability, consequence=consequence, reason=why)
            rows.append(assessed(goal, cast, assessed_on=today() - days * DAY, ratings=[rating]))
        if done:
            act = {"title": "Tag den ned", "unit": cast.service, "created_by": cast.karin, "check_on": today()}
            rows.append(Action(goals=[goal], strains=[strain], **(act | done)))
        return rows

    return made


def accepted(days: int, number: tuple[int, int] = (5, 5), also_open: bool = False, **said: Any) -> Any:
    """A strain as it is rated today, accepted until so many days from now, and perhaps one that is not."""

    def made(goal: Any, cast: Any) -> list[Any]:
        strain, other = (Strain(goal_id=goal.id, aspect=Aspect.TRUST, title=title) for title in ("Natten", "Hasten"))
        ratings = [Rating(strain=strain, probability=number[0], consequence=number[1])]
        if also_open:
            ratings.append(Rating(strain=other, probability=5, consequence=5))
        acceptance = Acceptance(
            strain=strain, number=25, accepted_by_id=cast.karin.id, accepted_on=today() - 40 * DAY,
            until=today() + days * DAY, reason="Indtil nytår.", recorded_by_id=cast.karin.id, **said,
        )  # fmt: skip
        return [strain, *([other] if also_open else []), assessed(goal, cast, ratings=ratings), acceptance]

    return made


def strained(*places: tuple[int, int], then: Any = None) -> Any:
    """A newest assessment with these strains, and what stands beside it."""

    def made(goal: Any, cast: Any) -> list[Any]:
        strains = [Strain(goal_id=goal.id, aspect=Aspect.TRUST, title=str(place)) for place in places]
        ratings = [Rating(strain=strain, probability=place[0], consequence=place[1])
                   for strain, place in zip(strains, places, strict=True)]  # fmt: skip
        return [*strains, assessed(goal, cast, ratings=ratings), *(then(goal, cast) if then else [])]

    return made


def barrier(**said: Any) -> Any:
    usual = {"words": "Systemet er nede.", "kind": BarrierKind.SYSTEMS, "due_on": today() - DAY}
    return lambda goal, cast: [Barrier(goal_id=goal.id, reported_by_id=cast.emma.id, **(usual | said))]


def pulls(status: Status = Status.IN_FORCE, **said: Any) -> Any:
    """Another goal, and that the two pull against each other."""

    def made(goal: Any, cast: Any) -> list[Tension]:
        other = sound(cast, status=status)
        return [Tension(goal_id=goal.id, other_id=other.id, words="De trækker.", marked_by_id=cast.emma.id, **said)]

    return made


LATE = {"status": ActionStatus.UNDERWAY, "due_on": today() - DAY}
CHECK = {"status": ActionStatus.DONE, "check_on": today() - DAY}
HIGH = {"risk_level": RiskLevel.HIGH}
ON = today() - 15 * DAY
SILENT = {"focus": 2, "level": 1, "process": -2, "use": 1}

# For each rule what it hits, and what it only nearly hits.
CASES: dict[str, tuple[list[Case], list[Case]]] = {
    "pay_unassessed": (
        [case(**INDIVIDUAL, hangs_on=HangsOn.PAY, without=(Assessment,)),
         case(**INDIVIDUAL, hangs_on=HangsOn.RANKING, without=(Assessment,)),
         case(assessment(finished_at=None), **INDIVIDUAL, hangs_on=HangsOn.PAY, without=(Assessment,)),
         case(**INDIVIDUAL, hangs_on=HangsOn.PAY, without=(Assessment,), status=Status.IN_HEARING)],
        [case(**INDIVIDUAL, hangs_on=HangsOn.PAY), case(hangs_on=HangsOn.PAY, without=(Assessment,)),
         case(**INDIVIDUAL, hangs_on=HangsOn.REPORTING, without=(Assessment,))],
    ),
    "individual_and_reward": (
        [case(level=-1, use=-1), case(level=-2, use=-2)],
        [case(level=0, use=-1), case(level=-1, use=0), case(level=-1, use=-1, status=Status.RETIRED)],
    ),
    "shows_persons": (
        [case(**INDIVIDUAL | {"results_shown_to": shown}) for shown in (ShownTo.GROUP, ShownTo.EVERYONE)],
        [case(**INDIVIDUAL), case(measured_level=MeasuredLevel.TEAM, results_shown_to=ShownTo.EVERYONE)],
    ),
    "unheard": (
        [case(without=(Hearing,)), case(hearing(stage=Stage.WITHDRAWN), without=(Hearing,))],
        [case(hearing(stage=stage, deadline=today() + DAY), without=(Hearing,))
         for stage in (Stage.OPEN, Stage.CLOSED, Stage.NOT_SOUGHT)]
        + [case(without=(Hearing,), status=Status.IN_HEARING)],
    ),
    "control_without_notice": (
        [case(control_measure=Answer.YES), case(control_measure=Answer.UNCLEAR)],
        [case(control_measure=Answer.YES, notice_given_on=today()), case(control_measure=None)],
    ),
    "high_without_action": (
        [case(strained((4, 4)), **HIGH), case(strained((4, 4), then=action(status=ActionStatus.CLOSED)), **HIGH),
         case(strained((4, 4), then=action(status=ActionStatus.DROPPED)), **HIGH), case(accepted(-1), **HIGH),
         case(accepted(5, also_open=True), **HIGH), case(accepted(5, ended_on=today()), **HIGH)],
        [case(strained((4, 4)), risk_level=RiskLevel.MEDIUM), case(accepted(0), **HIGH),
         case(strained((1, 1)), **HIGH)]
        + [case(strained((4, 4), then=action(status=status)), **HIGH)
           for status in (ActionStatus.PLANNED, ActionStatus.UNDERWAY, ActionStatus.DONE)],
    ),
    "acceptance_ran_out": (
        [case(accepted(-1)), case(accepted(-1), status=Status.IN_HEARING)],
        [case(accepted(0)), case(accepted(-1, ended_on=today(), ended_why=Ending.LOWERED))],
    ),
    "lowered_without_measure": (
        [case(rated((3, 4), (2, 4))), case(rated((3, 4), (3, 3), status=ActionStatus.UNDERWAY)),
         case(rated((3, 4), (2, 4), reason="Fusionen kommer.", was="Fusionen kommer.")),
         case(rated((3, 4), (2, 4), status=ActionStatus.CLOSED, checked_on=ON, worked=Worked.NO)),
         case(rated((3, 4), (2, 4), status=ActionStatus.DONE, done_on=ON - 6 * DAY))],
        [case(rated((3, 4), (2, 4), reason="Listen er væk.", was="Fusionen kommer.")), case(rated((3, 4), (4, 3))),
         case(rated((2, 4), (3, 4))), case(rated((3, 4), (2, 4), status=ActionStatus.DONE, done_on=ON)),
         case(rated((3, 4), (2, 4), status=ActionStatus.CLOSED, checked_on=ON, worked=Worked.PARTLY))],
    ),
    "comment_unanswered": (
        [case(comment(15))],
        [case(comment(14)), case(comment(15, open_since=None)),
         case(lambda goal, cast: comment(15, visibility=Visibility.COMMITTEE, committee_id=cast.local.id)(goal, cast))],
    ),
    "unassessed": (
        [case(without=(Assessment,)), case(assessment(finished_at=None), without=(Assessment,))],
        [case(), case(without=(Assessment,), status=Status.IN_HEARING)],
    ),
    "assessment_outdated": (
        [case(assessment(substance="x", assessed_on=today())), case(assessment(substance="x"), without=(Assessment,))],
        [case(assessment(substance="x", assessed_on=today() - 600 * DAY)),
         case(assessment(substance="x", finished_at=None, assessed_on=today()))],
    ),
    "assessed_by_one_side": (
        [case(assessment(sides=(side,), assessed_on=today())) for side in Side],
        [case(assessment(sides=(Side.EMPLOYEES,), assessed_on=today() - 600 * DAY)),
         case(without=(Assessment,)), case(assessment(sides=(), finished_at=None))],
    ),
    "hearing_outdated": (
        [case(hearing(substance="x"), without=(Hearing,)),
         case(hearing(substance="x", stage=Stage.NOT_SOUGHT), without=(Hearing,))],
        [case(hearing(substance="x")), case(hearing(substance="x", stage=Stage.WITHDRAWN), without=(Hearing,)),
         case(lambda goal, cast: [heard(goal, cast, substance="x"),
                                  heard(goal, cast, stage=Stage.OPEN, deadline=today() + DAY)], without=(Hearing,))],
    ),
    "hearing_unclosed": (
        [case(hearing(stage=Stage.OPEN, deadline=today() - DAY))],
        [case(hearing(stage=Stage.OPEN, deadline=today())), case(hearing(stage=Stage.CLOSED, deadline=today() - DAY))],
    ),
    "unbriefed": (
        [case(without=(Briefing,)), case(told(), without=(Briefing,)),
         case(without=(Briefing,), takes_effect_on=today()), case(without=(Briefing,), takes_effect_on=None)],
        [case(without=(Briefing,), takes_effect_on=today() + DAY)],
    ),
    "result_kept_from_group": (
        [case(told(group_on=None))],
        [case(told()), case(told(committee_on=None)), case(lambda goal, cast: [briefed(goal, cast, group_on=None)])],
    ),
    "effect_unanswered": ([case(effect(15))], [case(effect(14)), case(effect(15, answered_at=now()))]),
    "identifiable": ([case(identifiable=Answer.YES)], [case(identifiable=Answer.UNCLEAR)]),
    "activity_alike": ([case(focus=-1, process=-2)], [case(focus=0, process=-2), case(focus=-1, process=-1)]),
    "raised_silently": (
        [case(proposed_target=8, decided_target=10), case(proposed_target=10, decided_target=8)],
        [case(proposed_target=8, decided_target=10, target_reason="Flere byggefirmaer."),
         case(proposed_target=8, decided_target=8), case(decided_target=8)],
    ),
    "compared_without_conditions": (
        [case(comparable_with="Andre borgerservicer.")],
        [case(comparable_with="Andre borgerservicer.", comparison_conditions="Samme åbningstid.")],
    ),
    "heavy_registration": ([case(registration_minutes=46)], [case(registration_minutes=45)]),
    "unused_registration": (
        [case(registration_minutes=46)],
        [case(registration_minutes=45), case(registration_minutes=46, takes_effect_on=months_later(today(), -12))],
    ),
    "unread_balances": ([case(use=None), case(focus=None)], [case(use=0, focus=0)]),
    "far_without_reason": (
        [case(reading(**SILENT), **SILENT), case(reading(**SILENT, focus_reason="Borgeren svarer."), **SILENT)],
        [case(reading(**SILENT, focus_reason="Borgeren svarer.", process_reason="Ens for alle."), **SILENT),
         case(reading(**SILENT | {"focus": 1, "process": -1}), focus=1, process=-1),
         case(lambda goal, cast: [read(goal, cast, **SILENT, focus_reason="a", process_reason="b"),
                                  read(goal, cast, **SILENT, reader=Reader.EMPLOYEES)], **SILENT)],
    ),
    "review_overdue": ([case(next_review_on=today() - DAY)], [case(next_review_on=today())]),
    "review_undated": ([case(next_review_on=None)], [case(next_review_on=None, status=Status.IN_HEARING)]),
    "review_too_late": (
        [case(risk_level=RiskLevel.MEDIUM, next_review_on=months_later(today(), 6) + DAY),
         case(risk_level=RiskLevel.HIGH, next_review_on=months_later(today(), 3) + DAY)],
        [case(risk_level=RiskLevel.MEDIUM, next_review_on=months_later(today(), 6)),
         case(risk_level=None, next_review_on=months_later(today(), 30))],
    ),
    "action_overdue": (
        [case(action(**LATE)), case(action(**LATE | {"status": ActionStatus.PLANNED}))],
        [case(action(**LATE | {"due_on": today()}))]
        + [case(action(**LATE | {"status": status}))
           for status in (ActionStatus.DONE, ActionStatus.CLOSED, ActionStatus.DROPPED)],
    ),
    "effect_check_overdue": (
        [case(action(**CHECK))],
        [case(action(**CHECK | {"check_on": today()})), case(action(**CHECK | {"status": ActionStatus.CLOSED})),
         case(action(**CHECK | {"status": ActionStatus.UNDERWAY}))],
    ),
    "barrier_overdue": (
        [case(barrier())],
        [case(barrier(due_on=today())), case(barrier(due_on=None)), case(barrier(status=BarrierStatus.REMOVED)),
         case(barrier(status=BarrierStatus.STAYS))],
    ),
    "tension": (
        [case(pulls()), case(pulls(Status.IN_HEARING))],
        [case(pulls(ended_on=today())), case(pulls(Status.RETIRED)), case(pulls(Status.DRAFT))],
    ),
    "without_objective": (
        [case(without=(GoalObjective,))], [case(without=(GoalObjective,), no_objective_reason="Loven kræver det.")],
    ),
    "without_purpose": ([case(purpose="")], [case(purpose="Ro.")]),
    "without_owner": ([case(owner_id=None)], [case()]),
    "in_closed_unit": ([], [case()]),
    "untold_whom": ([case(measured_level=None), case(measured_whom="")], [case(measured_whom="Alle")]),
    "deadline_as_target": (
        [case(statutory_deadline="Syv dage.", decided_target=98)],
        [case(statutory_deadline="Syv dage."), case(decided_target=98),
         case(statutory_deadline="Syv dage.", decided_target=98, steering=S.BACKGROUND)],
    ),
    "passed_over": ([case(passed_over="Det haster.")], [case(passed_over="")]),
    "draft_left": ([case(status=Status.DRAFT)], [case()]),
}  # fmt: skip
OF_THEIR_OWN = {"same_measure", "thin_objective", "many_goals"}  # tested by themselves below


def hit_by(code: str, cast: Any) -> set[int]:
    return {finding.thing.id for finding in page_of(cast.ida, BY_CODE[code], None, 1).findings}


def made(cast: Any, one: Case) -> Any:
    goal = sound(cast)
    gone = [row for kind in one.without for row in session().scalars(sa.select(kind).where(kind.goal_id == goal.id))]
    put(goal, gone=tuple(gone), **one.said)
    if one.rows is not None:
        put(goal, *one.rows(goal, cast))
    return goal


def each(which: int) -> list[Any]:
    return [pytest.param(code, one, id=f"{code}-{number}")
            for code, cases in CASES.items() for number, one in enumerate(cases[which])]  # fmt: skip


def test_every_rule_has_its_cases() -> None:
    assert CASES.keys() | OF_THEIR_OWN == BY_CODE.keys()
    assert len(BY_CODE) == len(RULES)
    severities = [rule.severity for rule in RULES]
    assert severities == sorted(severities, key=list(Severity).index)


@pytest.mark.parametrize(("code", "one"), each(0))
def test_it_is_hit(cast, code, one):
    goal = made(cast, one)
    assert goal.id in hit_by(code, cast)
    assert code in {finding.rule.code for finding in findings_of(cast.ida, goal)}


@pytest.mark.parametrize(("code", "one"), each(1))
def test_it_is_only_nearly_hit(cast, code, one):
    goal = made(cast, one)
    assert goal.id not in hit_by(code, cast)
    assert code not in {finding.rule.code for finding in findings_of(cast.ida, goal)}


def test_nothing_is_found_where_everything_is_in_its_place(cast):
    goal = sound(cast)
    assert [finding.rule.code for finding in findings_of(cast.ida, goal)] == []


def test_what_is_registered_is_used_when_somebody_takes_the_goal_up(cast):
    goal = sound(cast, registration_minutes=60)
    assert goal.id in hit_by("unused_registration", cast)
    revise_goal(goal, by=cast.karin, note="Vi så på det.")
    assert goal.id not in hit_by("unused_registration", cast)


def test_a_draft_that_somebody_touches_is_not_left(cast):
    goal = sound(cast, status=Status.DRAFT)
    assert goal.id in hit_by("draft_left", cast)
    revise_goal(goal, by=cast.karin, note="Vi så på det.")
    assert goal.id not in hit_by("draft_left", cast)


def test_a_new_draft_is_not_left(cast):
    assert cast.draft.id not in hit_by("draft_left", cast)


def test_an_owner_who_has_left_is_no_owner(cast):
    goal = sound(cast, owner_id=cast.bo.id)
    assert goal.id not in hit_by("without_owner", cast)
    close(cast.bo)
    assert goal.id in hit_by("without_owner", cast)


def test_a_goal_in_a_closed_unit(cast):
    goal = sound(cast, unit_id=cast.roads.id)
    close(cast.roads)
    assert hit_by("in_closed_unit", cast) == {goal.id}


def test_the_same_measure_in_two_units(cast):
    here, there = sound(cast), sound(cast, unit_id=cast.roads.id, measure="  andel løst FØRSTE gang ".replace("Ø", "ø"))
    assert hit_by("same_measure", cast) == {here.id, there.id}
    put(here, comparison_conditions="Vi har flere telefoner.")
    assert hit_by("same_measure", cast) == {there.id}
    put(here, status=Status.RETIRED)
    assert hit_by("same_measure", cast) == set()


def test_the_same_measure_twice_in_one_unit_compares_nobody(cast):
    sound(cast)
    sound(cast)
    assert hit_by("same_measure", cast) == set()


def test_an_objective_that_few_goals_serve(cast):
    assert hit_by("thin_objective", cast) == {cast.objective.id}  # the cast's own goal serves it
    sound(cast)
    assert hit_by("thin_objective", cast) == {cast.objective.id}
    third = sound(cast, status=Status.IN_HEARING)
    assert hit_by("thin_objective", cast) == set()
    put(third, status=Status.RETIRED)
    assert hit_by("thin_objective", cast) == {cast.objective.id}
    close(cast.objective)
    assert hit_by("thin_objective", cast) == set()


def test_many_goals_on_one_unit(cast):
    for _number in range(3):
        sound(cast)
    assert hit_by("many_goals", cast) == set()  # four with the cast's own
    fifth = sound(cast)
    assert hit_by("many_goals", cast) == {cast.service.id}
    put(fifth, status=Status.IN_HEARING)
    assert hit_by("many_goals", cast) == set()


def test_both_goals_of_a_tension_are_hit(cast):
    goal = made(cast, case(pulls()))
    pair = session().scalars(sa.select(Tension)).one()
    assert hit_by("tension", cast) == {goal.id, pair.other_id}


def test_a_draft_is_found_only_for_those_who_see_it(cast):
    goal = sound(cast, status=Status.DRAFT)
    for user in (cast.ida, cast.karin, cast.mette, cast.trine):
        assert [one.thing for one in page_of(user, BY_CODE["draft_left"], None, 1).findings] == [goal], user.name
    for user in (cast.otto, cast.emma, cast.bo, cast.mads):
        assert page_of(user, BY_CODE["draft_left"], None, 1).total == 0, user.name


def test_a_retired_goal_is_never_found(cast):
    goal = sound(cast, status=Status.RETIRED, identifiable=Answer.YES, purpose="")
    assert findings_of(cast.ida, goal) == []
    for rule in RULES:
        if rule.subject is Subject.GOAL:
            assert Status.RETIRED not in rule.of


def test_a_goal_in_another_unit_is_left_out_when_one_looks_at_one(cast):
    here, there = sound(cast, purpose=""), sound(cast, purpose="", unit_id=cast.roads.id)
    rule = BY_CODE["without_purpose"]
    assert [one.thing for one in page_of(cast.ida, rule, cast.centre, 1).findings] == [here]
    assert [one.thing for one in page_of(cast.ida, rule, cast.roads, 1).findings] == [there]


def test_a_goal_just_added_has_no_findings_yet(cast):
    assert findings_of(cast.ida, add_goal(title="Nyt", unit_id=cast.service.id, by=cast.ida)) == []
