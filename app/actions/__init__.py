"""What is done about what the goals do to people: who does it, by when, and whether it worked."""
