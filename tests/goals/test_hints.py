"""Gentle hints: each comes where it should, stays away where it should not, and points at a field of the form."""

from datetime import date
from decimal import Decimal

import pytest

from app.goals.forms import SECTIONS
from app.goals.hints import HEAVY, RULES, hints
from app.goals.models import Answer, Goal, HangsOn, MeasuredLevel, ShownTo


def codes(**said):
    return {hint.code for hint in hints(Goal(purpose="Fordi.", **said))} if "purpose" not in said else {
        hint.code for hint in hints(Goal(**said))
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "rousing", "soothing"),
    [
        ("no_purpose", {"purpose": ""}, {"purpose": "Fordi."}),
        (
            "individual_and_reward",
            {"measured_level": MeasuredLevel.INDIVIDUAL, "hangs_on": HangsOn.PAY},
            {"measured_level": MeasuredLevel.TEAM, "hangs_on": HangsOn.PAY},
        ),
        (
            "individual_and_reward",
            {"measured_level": MeasuredLevel.INDIVIDUAL, "hangs_on": HangsOn.RANKING},
            {"measured_level": MeasuredLevel.INDIVIDUAL, "hangs_on": HangsOn.REPORTING},
        ),
        ("individual_and_reward", {"level": -1, "use": -1}, {"level": 0, "use": -2}),
        ("activity_alike", {"focus": -1, "process": -2}, {"focus": -1, "process": -1}),
        ("activity_alike", {"focus": -2, "process": -2}, {"focus": 0, "process": -2}),
        (
            "raised_silently",
            {"proposed_target": Decimal(5), "decided_target": Decimal(4)},
            {"proposed_target": Decimal(5), "decided_target": Decimal(4), "target_reason": "Fordi."},
        ),
        (
            "raised_silently",
            {"proposed_target": Decimal(5), "decided_target": Decimal(4)},
            {"decided_target": Decimal(4)},
        ),
        ("identifiable", {"identifiable": Answer.YES}, {"identifiable": Answer.UNCLEAR}),
        (
            "shows_persons",
            {"measured_level": MeasuredLevel.INDIVIDUAL, "results_shown_to": ShownTo.GROUP},
            {"measured_level": MeasuredLevel.INDIVIDUAL, "results_shown_to": ShownTo.NOBODY},
        ),
        (
            "control_without_notice",
            {"control_measure": Answer.YES},
            {"control_measure": Answer.YES, "notice_given_on": date(2027, 1, 1)},
        ),
        ("heavy_registration", {"registration_minutes": HEAVY + 1}, {"registration_minutes": HEAVY}),
        (
            "deadline_as_target",
            {"statutory_deadline": "Otte uger.", "decided_target": Decimal(56)},
            {"statutory_deadline": "Otte uger."},
        ),
        (
            "compared_without_conditions",
            {"comparable_with": "Naboen"},
            {"comparable_with": "Naboen", "comparison_conditions": "Samme åbningstid"},
        ),
    ],
)  # fmt: skip
def test_a_hint_comes_and_stays_away(code, rousing, soothing):
    assert code in codes(**rousing)
    assert code not in codes(**soothing)


def test_a_goal_with_a_purpose_and_nothing_else_needs_no_hint():
    assert codes() == set()


def test_every_hint_stands_at_a_field_of_the_form():
    fields = {name for _id, _heading, _lede, names in SECTIONS for name in names}
    assert {hint.field for hint, _applies in RULES} <= fields
    assert len({hint.code for hint, _applies in RULES}) == len(RULES)
