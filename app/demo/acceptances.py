"""The high risks of the demo that somebody accepted for a while."""

from __future__ import annotations

from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.risks.models import Acceptance
from app.risks.operations import accept_risk
from app.risks.queries import latest_finished


def plan(found: Plain, goals: Goals, timeline: Timeline) -> None:
    timeline.on(found["on"], lambda: _accept(found, goals))


def _accept(found: Plain, goals: Goals) -> Acceptance:
    newest = latest_finished(goals.made[found["goal"]])
    ratings = newest.ratings if newest is not None else []
    rating = next(one for one in ratings if one.strain.title == found["strain"])
    return accept_risk(
        rating, by=goals.person(found["by"]), accepted_by=goals.person(found["accepted_by"]),
        reason=found["reason"], until=found["until"],
    )  # fmt: skip
