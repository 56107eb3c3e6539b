"""What a goal does that nobody wanted: whoever sees the goal can say so, and those who answer for it answer."""
