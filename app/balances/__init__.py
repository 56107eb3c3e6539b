"""Where a goal stands on the four balances, who read it so and when, and where they would rather see it."""
