"""How much the goals ask of the people measured: how many goals, how many hours, and which pull against each other."""
