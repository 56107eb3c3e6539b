from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange import cells
from app.goals.models import HangsOn, MeasuredLevel


@pytest.mark.parametrize(
    ("cell", "day", "remark"),
    [
        ("1. marts 2027", date(2027, 3, 1), ""),
        ("01-03-2027", date(2027, 3, 1), ""),
        ("24/9-26", date(2026, 9, 24), ""),
        ("15.04.2027", date(2027, 4, 15), ""),
        ("2027-06-01", date(2027, 6, 1), ""),
        ("1/6 2027", date(2027, 6, 1), ""),
        ("1.1.2027", date(2027, 1, 1), ""),
        (" 1.\xa0juni 2026 ", date(2026, 6, 1), ""),
        (datetime.fromisoformat("2026-05-04"), date(2026, 5, 4), ""),
        (46174.0, date(2026, 6, 1), ""),
        ("juni 2027", date(2027, 6, 1), "month_as_first_day"),
        ("ult. marts 2027", date(2027, 3, 31), "month_as_last_day"),
        ("ult. februar 2028", date(2028, 2, 29), "month_as_last_day"),
    ],
)
def test_dates(cell, day, remark):
    parsed = cells.parse_date(cell)
    assert (parsed.value, parsed.remark, parsed.error) == (day, remark, "")


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("31. februar 2027", "no_such_day"),
        ("31.2.2027", "no_such_day"),
        ("marts", "year_missing"),
        ("snarest", "not_a_date"),
        (12, "not_a_date"),
    ],
)
def test_what_is_no_date_says_why(cell, error):
    parsed = cells.parse_date(cell)
    assert (parsed.value, parsed.error) == (None, error)


@given(st.dates(min_value=date(2001, 1, 1), max_value=date(2098, 12, 31)))
def test_every_day_reads_back(day):
    months = [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ]
    assert cells.parse_date(f"{day.day}. {months[day.month - 1]} {day.year}").value == day


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [
        ("71 %", "71", "%"),
        ("42%", "42", "%"),
        (70, "70", ""),
        (9.5, "9.5", ""),
        ("3,7", "3.7", ""),
        ("1.200", "1200", ""),
        ("-", None, ""),
    ],
)
def test_numbers(cell, value, unit):
    parsed = cells.parse_number(cell)
    assert (parsed.value, parsed.unit) == (None if value is None else Decimal(value), unit)


def test_a_share_is_read_as_per_cent_only_when_it_is_one():
    assert cells.parse_number(0.68, share=True).value == 68
    assert cells.parse_number(0.68).value == Decimal("0.68")
    assert cells.parse_number("mange").error == "not_a_number"


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [(35, 35), ("15 min/uge", 15), ("0,5 t", 30), ("1.200 min pr. år", 27), ("-", None), ("2 timer", 120)],
)
def test_minutes_a_week(cell, minutes):
    assert cells.parse_minutes(cell).value == minutes


@pytest.mark.parametrize(("cell", "place"), [("+1", 1), (-1, -1), ("−2", -2), (2.0, 2), ("ved ikke", None), ("", None)])
def test_places(cell, place):
    assert cells.parse_place(cell) == cells.Parsed(place)


@pytest.mark.parametrize("cell", ["3", -3, "1,5", "højt"])
def test_what_is_no_place(cell):
    assert cells.parse_place(cell).error == "not_a_place"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("nej", HangsOn.NOTHING),
        ("Nej", HangsOn.NOTHING),
        ("JA - kvartalsbonus", HangsOn.PAY),
        ("indgår i lønforhandling", HangsOn.PAY),
        ("?", None),
        ("", None),
        ("rangliste", HangsOn.RANKING),
    ],
)
def test_rewards(cell, value):
    assert cells.parse_reward(cell).value == value


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        ("den enkelte konsulent", MeasuredLevel.INDIVIDUAL),
        ("team", MeasuredLevel.TEAM),
        ("holdene", MeasuredLevel.TEAM),
        ("distriktet", MeasuredLevel.TEAM),
        ("årgangsteam", MeasuredLevel.TEAM),
        ("afdelingen", MeasuredLevel.UNIT),
        ("hele kommunen", MeasuredLevel.ORGANISATION),
        ("alle", MeasuredLevel.UNIT),
        ("", None),
    ],
)
def test_who_is_measured(cell, level):
    assert cells.parse_measured(cell).value == level


@given(st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.none()))
def test_no_cell_breaks_a_reader(cell):
    for read in (
        cells.parse_date,
        cells.parse_number,
        cells.parse_minutes,
        cells.parse_place,
        cells.parse_reward,
        cells.parse_measured,
    ):
        parsed = read(cell)
        assert parsed.value is None or not parsed.error


@pytest.mark.parametrize("figure", [1.125, 12.375, 1234.5, 0.001, -7.25, 3100.0, 1e-7])
def test_a_number_of_the_sheet_is_taken_as_it_is(figure):
    assert cells.parse_number(figure).value == Decimal(repr(figure))


def test_minutes_of_the_sheet_are_rounded_and_no_more_than_a_week(app):
    assert cells.parse_minutes(7.125).value == 7
    assert cells.parse_minutes(3_000_000_000).error == "too_many_minutes"


@pytest.mark.parametrize("cell", ["januar 0000", "1. marts 9999", datetime(9999, 1, 1), "31.12.0001"])  # noqa: DTZ001
def test_a_day_of_another_age_is_no_date(cell):
    assert cells.parse_date(cell).error == "not_a_date" or cells.parse_date(cell).error == "no_such_day"


def test_no_number_is_no_place():
    assert cells.parse_place("sNaN").error == "not_a_place"
    assert cells.parse_place("+1").value == 1


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("ingen bonus", HangsOn.NOTHING), ("ikke løn", HangsOn.NOTHING), ("uden bonus", HangsOn.NOTHING),
        ("ja", HangsOn.PAY), ("Ja.", HangsOn.PAY), ("ja - kvartalsbonus", HangsOn.PAY),
        ("rapport til centret", HangsOn.REPORTING), ("ja - ros", None),
    ],
)  # fmt: skip
def test_words_about_rewards_are_read_as_they_are_meant(cell, answer):
    assert cells.parse_reward(cell).value == answer


@pytest.mark.parametrize("cell", ["personalet", "personalegruppen", "hele personalet"])
def test_the_staff_is_no_single_person(cell):
    assert cells.parse_measured(cell).value is not MeasuredLevel.INDIVIDUAL


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [("35 min pr. måned", 8), ("2 timer pr. måned", 28), ("10 min/dag", 50), ("1.200 min pr. år", 27), ("0,5 t", 30)],
)
def test_minutes_are_counted_for_a_week(cell, minutes):
    read = cells.parse_minutes(cell)
    assert (read.value, bool(read.remark)) == (minutes, True)
