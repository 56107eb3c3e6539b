from app.overview.beginning import steps
from app.people.models import Role

NOTHING = {"organisation": 0, "units": 0, "accounts": 1, "committees": 0, "objectives": 0, "goals": 0}


def test_each_keeper_is_led_through_what_they_may_do():
    assert [s.endpoint for s in steps(Role.ADMINISTRATOR, NOTHING)] == [
        "organisation.set_up", "organisation.add", "people.add", "organisation.add_committee",
    ]  # fmt: skip
    assert [s.endpoint for s in steps(Role.SAFETY, NOTHING)][-2:] == ["strategy.add", "goals.add"]
    assert not any(step.is_done for step in steps(Role.SAFETY, NOTHING))


def test_what_is_there_is_ticked_off_and_with_goals_it_is_over():
    there = NOTHING | {"organisation": 1, "units": 2, "accounts": 2}
    assert [step.is_done for step in steps(Role.ADMINISTRATOR, there)] == [True, True, True, False]
    assert steps(Role.SAFETY, there | {"goals": 1}) == []
    assert steps(Role.READER, NOTHING) == []
