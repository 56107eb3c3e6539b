"""Filling an empty database with the demo, through the operations of the rooms and nothing else."""

from __future__ import annotations

from datetime import timedelta

from app.core.clock import at, today
from app.core.operation import operation
from app.demo import (
    acceptances,
    actions,
    apv,
    assessments,
    barriers,
    checks,
    comments,
    dialogues,
    effects,
    hearings,
    library,
    meetings,
    practice,
    soundings,
    tensions,
)
from app.demo.foundation import lay
from app.demo.goals import Goals
from app.demo.reading import Seeds, read, read_cast
from app.demo.timeline import Timeline, moment
from app.mail.jobs import remind
from app.people.operations import read_notices
from app.people.queries import has_users

READ_UNTIL = timedelta(days=10)  # the cast has read its notices up to then; what came later is new to them


class NotEmpty(ValueError):
    """The demo is built in an empty database only."""


def fill_demo() -> None:
    """Build Solbæk Kommune as it is today. NotEmpty when there are accounts already."""
    if has_users():
        raise NotEmpty
    seeds = read(today=today())
    with at(moment(seeds.organisation["founded"], 1)):
        ground = lay(seeds)
    story, last_days, limit = Timeline(), Timeline(), today() - READ_UNTIL
    _plan(seeds, Goals(ground), story)
    story.split(limit, last_days)
    play(story)
    with at(moment(limit, 1)):
        for member in read_cast():
            read_notices(ground.people[member["person"]])
    play(last_days)
    remind()


@operation()
def play(timeline: Timeline) -> None:
    """Do the deeds in one transaction: hundreds of their own would each wait for the disk."""
    timeline.play()


def _plan(seeds: Seeds, goals: Goals, timeline: Timeline) -> None:
    days = {goal["id"]: goal for goal in seeds.goals}
    for goal in seeds.goals:
        goals.plan(goal, timeline, reviewed_on=assessments.last_finished(seeds.assessments, goal["id"]))
    for found, put in (
        (seeds.assessments, assessments.plan), (seeds.comments, comments.plan), (seeds.hearings, hearings.plan),
        (seeds.skipped, hearings.plan_skipped), (seeds.briefings, hearings.plan_briefing),
        (seeds.practice, practice.plan), (seeds.effects, effects.plan), (seeds.soundings, soundings.plan),
        (seeds.asides, checks.plan),
        (seeds.acceptances, acceptances.plan), (seeds.library, library.plan),
        (seeds.barriers, barriers.plan), (seeds.tensions, tensions.plan),
        (seeds.questions, dialogues.plan_question), (seeds.dialogues, dialogues.plan),
        (seeds.meetings, meetings.plan), (seeds.years, meetings.plan_whole_year),
        (seeds.actions, actions.plan), (seeds.apv, apv.plan),
    ):  # fmt: skip
        for one in found:
            put(one, goals, timeline)
    for notice in seeds.notices:
        goal = days[notice["goal"]]
        hearings.plan_notice(notice, goals, timeline, given_on=goal["notice_given"], starts_on=goal["notice_start"])
    checks.plan_scores(timeline, today())
