from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import now
from app.live.clockwork import progress
from app.meetings.models import Item, ItemState
from app.meetings.sight import Line

LINES = st.lists(
    st.tuples(st.none() | st.integers(1, 60), st.sampled_from(ItemState)), max_size=12
).map(lambda all_of_them: [
    Line(f"{at}", Item(id=at, minutes_planned=minutes, state=state))
    for at, (minutes, state) in enumerate(all_of_them, 1)
])  # fmt: skip


@given(lines=LINES, shown=st.integers(0, 13), gone=st.integers(-5, 300))
def test_it_counts_up_to_and_with_what_is_shown(lines, shown, gone):
    opened = now()
    found = progress(lines, shown, opened, opened + timedelta(minutes=gone))
    assert found.count == len(lines)
    assert found.at == (shown if shown <= len(lines) else 0)
    assert found.minutes_planned == sum(line.item.minutes_planned or 0 for line in lines[: found.at])
    assert found.minutes_gone == max(gone, 0)
    assert 0 <= found.treated <= found.count
    if found.minutes_gone <= found.minutes_planned + 5:
        assert not found.is_behind


def test_before_it_opens_no_time_has_gone():
    assert progress([], None, None, now()).minutes_gone == 0


def test_it_is_behind_once_it_has_used_a_good_deal_more_than_planned():
    lines, opened = [Line("1", Item(id=1, minutes_planned=30, state=ItemState.OPEN))], now()
    assert not progress(lines, 1, opened, opened + timedelta(minutes=35)).is_behind
    assert progress(lines, 1, opened, opened + timedelta(minutes=36)).is_behind
