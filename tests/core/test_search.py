import pytest
import sqlalchemy as sa

from app.core.db import next_number, session
from app.core.operation import operation, record
from app.core.search import matching
from app.goals.models import Goal


@operation("goal.added")
def add(cast, **fields):
    goal = Goal(number=next_number("goal"), unit_id=cast.roads.id, **fields)
    session().add(goal)
    record("goal.added", goal, by=cast.ida)
    return goal


@operation("goal.revised")
def retitle(goal, title, by):
    goal.title = title
    record("goal.revised", goal, by=by)


def found(text):
    return [goal.title for goal in session().scalars(sa.select(Goal).where(matching(Goal, text)).order_by(Goal.id))]


@pytest.mark.parametrize(
    "text", ["ulykker", "ulykkerne", "ULYKKE", "arbejdsuly", "ærøskøbing", "færre ulykker", "M-0003", "personskade"]
)
def test_it_finds_forms_beginnings_and_danish_letters(cast, text):
    add(
        cast,
        title="Færre arbejdsulykker i Ærøskøbing",
        purpose="Ulykken skal ikke ske igen",
        behaviour="Ingen personskader",
    )
    assert found(text) == ["Færre arbejdsulykker i Ærøskøbing"]


def test_all_words_must_be_there(cast):
    add(cast, title="Færre ulykker")
    assert found("færre brande") == []


def test_letters_are_not_folded(cast):
    add(cast, title="Maling af skolen")
    assert found("måling") == []
    assert found("maling") == ["Maling af skolen"]


def test_a_change_is_found_and_the_old_forgotten(cast):
    goal = add(cast, title="Brændstof")
    retitle(goal, "Elbiler", by=cast.ida)
    assert found("brændstof") == []
    assert found("elbiler") == ["Elbiler"]


@pytest.mark.parametrize("text", ['"', "' OR 1=1 --", "* ( ) : & | !", "a AND b", "NEAR(", "-", ":*", "\\"])
def test_signs_do_no_harm(cast, text):
    assert isinstance(found(text), list)
