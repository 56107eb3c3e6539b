"""One goal's whole page, and the register that finds it: made of what the rooms below know about a goal."""
