"""Questions that help a committee talk about its goals, and the sessions in which it does: where do we stand, what do
we see, what do we move, who does it and by when."""
