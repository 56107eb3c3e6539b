"""What the organisation wants to reach: its strategic objectives as a tree, so that a goal can say what it serves."""
