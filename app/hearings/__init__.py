"""Before a goal takes effect: the committee is heard, the group measured is told, and notice of control is given."""
