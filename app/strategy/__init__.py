"""What the organisation wants to reach: its strategic objectives as a tree, so that every goal can say what it serves."""
