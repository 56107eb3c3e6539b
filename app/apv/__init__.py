"""The workplace assessment of a unit: its action plan as the law asks for it, and what was last mapped when."""
