from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from app.core.forms import (
    BaseForm,
    ChoiceField,
    DateField,
    FigureField,
    PickField,
    TextField,
    WholeField,
    parse_day,
    parse_figure,
    required,
)
from app.people.labels import ROLES
from app.people.models import Role


class Form(BaseForm):
    title = TextField("Title", limit=10, validators=[required("Write a title.")])
    day = DateField("Day")
    figure = FigureField("Figure")
    whole = WholeField("Whole")
    role = ChoiceField("Role", Role, ROLES, blank="Not said")
    unit = PickField("Unit", blank="None")


def form(app, **answers):
    with app.app_context(), app.test_request_context():
        made = Form(MultiDict({"title": "Et mål", **answers}), meta={"csrf": False})
        made.unit.offer([(1, "Borgerservice")])
        made.validate()
        return made


def test_good_answers(app):
    answers = form(app, day="1/3-27", figure="1.234,5", whole="12", role="reader", unit="1").answers
    assert answers == {
        "title": "Et mål",
        "day": date(2027, 3, 1),
        "figure": Decimal("1234.5"),
        "whole": 12,
        "role": Role.READER,
        "unit": 1,
    }


def test_no_answers(app):
    assert form(app).answers == {
        "title": "Et mål",
        "day": None,
        "figure": None,
        "whole": None,
        "role": None,
        "unit": None,
    }


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("day", "31.2.2027"),
        ("day", "i morgen"),
        ("figure", "mange"),
        ("figure", "1e400"),
        ("figure", "NaN"),
        ("whole", "1,5"),
        ("whole", "-1"),
        ("role", "king"),
        ("unit", "2"),
        ("unit", "x"),
        ("title", "x" * 11),
    ],
)
def test_a_wrong_answer_is_told_and_stays(app, field, typed):
    made = form(app, **{field: typed})
    assert made.errors.keys() == {field}
    with app.app_context(), app.test_request_context():
        assert typed in str(made[field]()) or field in {"role", "unit"}


def test_an_empty_required_field_says_what_to_write(app):
    assert form(app, title="  ").errors == {"title": ["Write a title."]}


def test_control_characters_are_dropped(app):
    assert form(app, title="a\x00b").answers["title"] == "ab"


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_reads_back_in_every_form(day):
    for text in (f"{day:%d.%m.%Y}", f"{day.day}/{day.month}-{day:%y}", day.isoformat()):
        assert parse_day(text) == day


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
def test_a_figure_reads_back_with_a_comma(figure):
    assert parse_figure(f"{figure}".replace(".", ",")) == figure
