"""What people type into the form of an assessment, and a whole assessment made by the operations."""

from datetime import timedelta

from app.actions.models import OPEN, Action, ActionStatus, Worked
from app.core.clock import now, today
from app.core.db import session
from app.core.formats import typed_day
from app.core.operation import operation, record
from app.goals.models import Aspect
from app.organisation.models import Side
from app.risks.content import Content, Said
from app.risks.lines import Line
from app.risks.models import Assessment, Prevention
from app.risks.operations import finish_assessment, revise_assessment, start_assessment


def path(goal):
    return f"/goals/{goal.id}/risks/assess"


def typed(cast, **changed):
    """A whole form: both sides, every aspect answered, one medium strain and something that prevents it."""
    gains = {f"{aspect.value}-gain": "1" for aspect in Aspect}
    said = {
        "assessed_on": typed_day(today()),
        "management": [str(cast.karin.id)],
        "employees": [str(cast.trine.id)],
        "extent": "Alle 26, mest om mandagen.",
        "measures-planning": "To rolige timer hver formiddag.",
        "verdict": "",
        "version": "0",
    }
    return gains | said | line("trust", 0, "Køskærmen bliver læst som kontrol", 3, 3) | changed


def line(aspect, number, title, probability, consequence, words="", strain_id=""):
    said = {
        "title": title,
        "probability": probability,
        "consequence": consequence,
        "words": words,
        "strain_id": strain_id,
    }
    return {f"{aspect}-strains-{number}-{name}": str(value) for name, value in said.items()}


def content(cast, *lines, days=0, **more):
    return Content(
        assessed_on=today() - timedelta(days=days),
        gains=dict.fromkeys(Aspect, Said(1, "Det giver lidt.")),
        lines=lines,
        measures={Prevention.SUPPORT: "Ugentligt teammøde."},
        participants={cast.karin.id: Side.MANAGEMENT, cast.trine.id: Side.EMPLOYEES},
        **more,
    )


def strain(title="Kø og hast", today=(3, 3), aspect=Aspect.MOTIVATION, **more) -> Line:
    return Line(aspect, title, today, **more)


def drafted(cast, *lines, goal=None, **more) -> Assessment:
    assessment = start_assessment(goal or cast.goal, by=cast.karin)
    revise_assessment(assessment, content=content(cast, *lines, **more), by=cast.karin)
    return assessment


def finished(cast, *lines, goal=None, **more) -> Assessment:
    assessment = drafted(cast, *lines, goal=goal, **more)
    finish_assessment(assessment, by=cast.karin)
    return assessment


@operation("test.treated")
def treated(cast, *strains, status=ActionStatus.CLOSED, days=0, worked=Worked.YES) -> Action:
    """An action on these strains, done or closed so many days ago."""
    day = today() - timedelta(days=days)
    is_closed = status is ActionStatus.CLOSED
    action = Action(
        title="Skærmen bliver slukket", unit_id=cast.service.id, status=status, created_by_id=cast.karin.id,
        done_on=None if status in OPEN else day, checked_on=day if is_closed else None,
        worked=worked if is_closed else None, goals=[strains[0].goal], strains=list(strains),
        check_on=day, settled_at=None if status in OPEN else now() - timedelta(days=days),
    )  # fmt: skip
    session().add(action)
    record("test.treated", action, by=None)
    return action
