from datetime import date
from decimal import Decimal

from app.checks.curve import BOTTOM, LEFT, RIGHT, TOP, Point, curve, y_of


def test_there_is_no_curve_before_there_are_two_days(app):
    day = date(2026, 3, 2)
    assert curve([]) is None
    assert curve([Point(day, Decimal(80))]) is None
    assert curve([Point(day, Decimal(80)), Point(day, Decimal(81))]) is None


def test_time_runs_to_the_right_and_a_better_score_stands_higher(app):
    with app.test_request_context():
        found = curve([Point(date(2026, 1, 5), Decimal(0)), Point(date(2026, 1, 10), Decimal(50)),
                       Point(date(2026, 1, 15), Decimal(100))])  # fmt: skip
    assert found.dots == ((LEFT, BOTTOM), ((LEFT + RIGHT) / 2, y_of(50)), (RIGHT, TOP))
    assert found.path == f"M{LEFT:g} {BOTTOM:g}L311 72L{RIGHT:g} {TOP:g}"
    assert found.since == date(2026, 1, 5)
    assert found.spoken == "Pointtallet gik fra 0 den 5. januar 2026 til 100 i dag."
