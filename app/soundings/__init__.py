"""Truly anonymous rounds in which a committee's members place a goal, or how they measure as a whole, on the balances.

What could tie a ballot to a person, and what is done about it, stands in docs/anonymity.md: read it before a change.
"""
