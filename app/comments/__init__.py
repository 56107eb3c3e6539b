"""What people say about a goal: to everyone, to the committee, or to their own side only."""
