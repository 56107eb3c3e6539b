"""The answer duty by its rules: nobody answers themselves or their own side."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comments.answers import OWED, Sitting, debtors, is_owed, settles
from app.comments.models import CommentKind, Visibility
from app.organisation.models import Side, Unit

SIDES = st.sampled_from([*Side, None])
PATHS = st.sampled_from(["/1/", "/1/2/", "/1/2/3/", "/1/9/"])
SITTINGS = st.lists(
    st.builds(Sitting, st.integers(1, 9), st.integers(1, 4), st.sampled_from(Side), st.tuples(PATHS)), max_size=12
)


def asked(by, side, committee=None, path="/1/2/3/"):
    goal = SimpleNamespace(unit=Unit(path=path))
    return SimpleNamespace(author_id=by, author_side=side, committee_id=committee, goal=goal)


@given(SIDES, SIDES)
def test_an_answer_comes_from_a_side_and_never_from_the_askers_own(asking, answering):
    found = settles(asking, answering)
    assert found is (answering is not None and answering is not asking)
    if asking is not None and answering is not None:
        assert found is settles(answering, asking)


@given(st.sampled_from(CommentKind), st.sampled_from(Visibility))
def test_only_what_asks_and_the_other_side_can_read_is_owed(kind, visibility):
    assert is_owed(kind, visibility) is (kind in OWED and visibility is not Visibility.SIDE)


@given(st.integers(1, 9), SIDES, st.sampled_from([None, 1, 2, 3]), st.sets(st.integers(1, 9)), SITTINGS)
def test_the_asker_owes_nothing_and_what_a_committee_says_stays_in_it(by, side, committee, responsible, sittings):
    found = debtors(asked(by, side, committee), responsible=responsible, sittings=sittings)
    assert by not in found
    if committee is not None:
        inside = {s.user_id for s in sittings if s.committee_id == committee and settles(side, s.side)}
        assert found <= inside
    elif side is not Side.MANAGEMENT:
        assert found == responsible - {by}
    else:
        assert found <= {s.user_id for s in sittings if s.side is Side.EMPLOYEES and s.nearness(Unit(path="/1/2/3/"))}


@pytest.mark.parametrize(
    ("committee", "side", "found"),
    [
        (None, Side.EMPLOYEES, {10}),
        (None, None, {10}),
        (None, Side.MANAGEMENT, {4, 5}),  # the employee side of the nearest committee
        (2, Side.EMPLOYEES, {10}),
        (1, Side.EMPLOYEES, {1}),  # nobody who answers for the goal sits there: its management side
        (1, Side.MANAGEMENT, {2}),
    ],
)
def test_who_owes(committee, side, found):
    top, local = ("/1/",), ("/1/2/3/",)
    sittings = [
        Sitting(1, 1, Side.MANAGEMENT, top), Sitting(2, 1, Side.EMPLOYEES, top),
        Sitting(10, 2, Side.MANAGEMENT, local), Sitting(3, 2, Side.MANAGEMENT, local),
        Sitting(4, 2, Side.EMPLOYEES, local), Sitting(5, 2, Side.EMPLOYEES, local),
    ]  # fmt: skip
    assert debtors(asked(99, side, committee), responsible={10}, sittings=sittings) == found
