"""Meetings of the committees: when and where they are, who is called, and an agenda that writes itself from the
register. Everybody can follow what is called; what is confidential stays in the committee, and the employees' own
meeting before the meeting stays with their side."""
