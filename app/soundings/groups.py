"""Whether the results of two groups, asked the same, tell together what a few people answered."""

from __future__ import annotations

from collections.abc import Set as AbstractSet


def tell_on_each_other(one: AbstractSet[int], other: AbstractSet[int], minimum: int) -> bool:
    """Whether fewer than the minimum are in one of two overlapping groups and not in the other.

    If those in both answer the same twice, the difference of the two results is what those few answered. Of the same
    group asked twice it is that of whoever came or went."""
    if not one & other:
        return False
    only = len(one - other), len(other - one)
    return not any(only) or any(0 < few < minimum for few in only)
