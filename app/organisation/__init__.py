"""The organisation itself: its units and their managers, its committees and who sits in them, and what it means by a
performance goal."""
