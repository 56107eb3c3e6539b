"""A plan to look at: strains of the goal in force, with what is done about them."""

from app.apv.operations import note_process
from app.core.db import next_number, session
from app.core.languages import speaking
from app.core.operation import operation, record
from app.goals.models import Goal, Status
from tests.actions.answers import acted
from tests.risks.answers import finished, strain


def in_english(show, value):
    """A value as the cast's pages show it."""
    with speaking("en"):
        return show(value)


HIGH, MEDIUM, LOW = (4, 5), (3, 3), (1, 2)


def assessed(cast, *lines, **more):
    """A finished assessment with one high strain, unless others are named."""
    said = {"nature": "Man skynder sig.", "extent": "Alle 26, hver dag."}
    return finished(cast, *(lines or (strain("Kø og hast", HIGH, words="Køen kan ses."),)), **said | more)


def strains_of(assessment):
    return [rating.strain for rating in assessment.ratings]


def treated(cast, assessment, **more):
    """An action on each strain of an assessment."""
    return acted(cast, strains=strains_of(assessment), how="Sammen med holdet.", **more)


def noted(cast, **more):
    said = {"absence": "Fraværet er uændret.", "participation": "Trine var med hele vejen."}
    return note_process(cast.service, by=cast.karin, **said | more)


@operation("test.goal")
def goal_in(unit, cast, title="Et mål til", **more) -> Goal:
    """A goal in force in some unit."""
    said = {"status": Status.IN_FORCE, "unit_id": unit.id, "owner_id": cast.karin.id, "created_by_id": cast.karin.id}
    goal = Goal(number=next_number("goal"), title=title, **said | more)
    session().add(goal)
    record("test.goal", goal, by=cast.ida)
    return goal
