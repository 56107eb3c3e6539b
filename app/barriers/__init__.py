"""What stands in the way of good work around a goal: who takes it away, and by when."""
