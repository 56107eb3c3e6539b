"""The meeting while it is held: one item at a time on the projector, recorded without leaving it, and followed by all
who sit in the room."""
