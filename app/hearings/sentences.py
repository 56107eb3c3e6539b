"""How the history and the inbox tell of hearings, briefings and notices."""

from __future__ import annotations

from app.core.languages import lazy
from app.hearings import labels

SENTENCES = {
    "hearing.opened": lazy("%(actor)s opened a hearing in %(committee)s."),
    "hearing.not_sought": lazy("%(actor)s noted why no hearing is sought."),
    "hearing.answered": lazy("%(actor)s answered the hearing for %(side)s."),
    "hearing.answer_changed": lazy("%(actor)s changed the answer of %(side)s."),
    "hearing.recorded": lazy("%(actor)s wrote down from a meeting what %(side)s answered."),
    "hearing.closed": lazy("%(actor)s closed the hearing in %(committee)s."),
    "hearing.withdrawn": lazy("%(actor)s withdrew the hearing in %(committee)s."),
    "hearing.outdated": lazy("The goal has changed in substance since %(committee)s was heard."),
    "briefing.added": lazy("%(actor)s noted that the goal was told about."),
    "briefing.revised": lazy("%(actor)s revised what was told to whom."),
    "control_notice.added": lazy("%(actor)s gave notice of a control measure, to begin on %(starts_on)s."),
}
NOTICES = {
    "hearing.opened": lazy("%(actor)s opened a hearing of the goal in your committee."),
    "hearing.answered": lazy("%(actor)s answered the hearing."),
    "hearing.recorded": lazy("%(actor)s wrote down from a meeting what the sides said at the hearing."),
    "hearing.closed": lazy("%(actor)s closed the hearing."),
    "hearing.withdrawn": lazy("%(actor)s withdrew the hearing."),
    "hearing.outdated": lazy("The goal has changed in substance since the committee was heard."),
    "control_notice.added": lazy("%(actor)s gave notice of a control measure."),
}
LABELS = {
    "hearing": labels.HEARING_FIELDS,
    "hearing_answer": labels.ANSWER_FIELDS,
    "briefing": labels.BRIEFING_FIELDS,
    "control_notice": labels.NOTICE_FIELDS,
}
VALUES = {
    "hearing": {"stage": labels.STAGES, "outcome": labels.OUTCOMES},
    "hearing_answer": {"side": labels.SIDES_INSIDE, "position": labels.POSITIONS},
    "briefing": {"phase": labels.PHASES},
}
