"""The year wheel: meetings, reviews, hearings, actions and the yearly duties of a committee or of the whole
organisation, month by month; and the calendars that people subscribe to."""
