"""The minutes of a meeting: the outcomes as they stand, with remarks and statements, approved by both sides and then
locked; as pages, as papers, for the committee and for all staff."""
