"""What comes out of a meeting: the screen that the room works from, what is recorded on each item and written to the
goal at once, what is lifted to the committee above and comes back, and the log of all that was decided."""
