"""What a person follows: their own unless they say otherwise, and what they chose."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from app.overview.following import following
from app.people.models import FollowedKind

KEYS = st.frozensets(st.integers(1, 6))
ROWS = st.lists(
    st.builds(
        SimpleNamespace, kind=st.sampled_from(FollowedKind), thing_id=st.integers(1, 6), is_on=st.booleans()
    ),
    unique_by=lambda row: (row.kind, row.thing_id),
)  # fmt: skip


@given(st.fixed_dictionaries(dict.fromkeys(FollowedKind, KEYS)), ROWS)
def test_what_was_chosen_counts_for_more_than_what_is_ones_own(own, rows):
    found = following(own, rows)
    chosen = {(row.kind, row.thing_id): row.is_on for row in rows}
    for kind in FollowedKind:
        for key in range(1, 7):
            assert found.follows(kind, key) is chosen.get((kind, key), key in own[kind])
