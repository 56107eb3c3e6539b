"""The performance goals: what is measured, why, on whom, and the life of a goal from draft to retired."""
