from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from app.core.db import session
from app.core.formats import number, typed_figure
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
from tests.goals.answers import set_on


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
        ("day", "31.12.9999"),
        ("day", "1.1.0001"),
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


@pytest.mark.parametrize("tongue", ["da", "en"])
@given(figure=st.decimals(min_value=-(10**9), max_value=10**9, places=5))
def test_a_figure_reads_back_as_it_was_written(one_app, tongue, figure):
    with one_app.test_request_context(headers={"Cookie": f"language={tongue}"}):
        for written in (typed_figure(figure), number(round(figure, 4))):
            expected = figure if written == typed_figure(figure) else round(figure, 4)
            assert parse_figure(written) == expected


@pytest.mark.parametrize(
    ("text", "danish", "english"),
    [
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("1.234,5", "1234.5", "1234.5"),
        ("1,234.5", "1234.5", "1234.5"),
        ("1,2345.6", None, None),
        ("1,8", "1.8", "1.8"),
        ("1.8", "1.8", "1.8"),
        ("0.125", "0.125", "0.125"),
        ("3 412", "3412", "3412"),
        ("−7", "-7", "-7"),
        ("1.2.3", None, None),
        ("1e3", None, None),
        ("1e-99999", None, None),
        ("sNaN", None, None),
        ("", None, None),
        ("12 stk.", None, None),
    ],
)
def test_figures_follow_the_language(text, danish, english):
    for tongue, expected in (("da", danish), ("en", english)):
        if expected is None:
            with pytest.raises(ValueError):  # noqa: PT011 - it says what was typed
                parse_figure(text, tongue)
        else:
            assert parse_figure(text, tongue) == Decimal(expected)


def test_a_form_that_is_opened_and_saved_changes_no_figure(page, cast):
    """In both languages: what a field shows is what it reads."""
    set_on(cast.goal, by=cast.ida, baseline=Decimal("0.12345678"), decided_target=Decimal(3412), measured_count=3100)
    for tongue in ("en", "da"):
        set_on(cast.ida, by=cast.ida, language=tongue)
        browser = page(cast.ida)
        shown = browser.get(f"/goals/{cast.goal.id}/edit")
        fields = shown.doc.xpath("//main//form[@data-autosave]//*[@name != 'csrf_token']")
        sent = {f.name: f.text or "" if f.tag == "textarea" else f.value or "" for f in fields}
        assert browser.post(f"/goals/{cast.goal.id}/edit", sent).status_code == 302
        session().refresh(cast.goal)
        figures = (cast.goal.baseline, cast.goal.decided_target, cast.goal.measured_count)
        assert figures == (Decimal("0.12345678"), 3412, 3100)
