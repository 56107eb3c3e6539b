"""The agenda of a meeting: what the register brings up and why, the points of the templates, what anybody in the
committee proposes, files to an item, and the backlog of what waits for a meeting."""
