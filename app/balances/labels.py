"""Words for the four balances: names, questions, poles, stops, and who reads."""

from __future__ import annotations

from app.balances.models import BALANCES, Reader
from app.core.languages import lazy, lazy_pgettext

NAMES = {
    "focus": lazy_pgettext("balance", "Focus"),
    "level": lazy_pgettext("balance", "Level"),
    "process": lazy_pgettext("balance", "Process"),
    "use": lazy_pgettext("balance", "Use"),
}

QUESTIONS = {
    "focus": lazy("Do we measure what we do, or what others get out of it?"),
    "level": lazy("Is each one measured, or all of us together?"),
    "process": lazy("Is the goal the same for everybody, or can you shape it yourselves?"),
    "use": lazy("Is the figure there to spur people on, or to make us wiser?"),
}

# The same questions of how a committee's whole area measures.
PRACTICE_QUESTIONS = {
    **QUESTIONS,
    "process": lazy("Are the goals the same for everybody, or can you shape them yourselves?"),
    "use": lazy("Are the figures there to spur people on, or to make us wiser?"),
}

# The two ends of each balance, the left one first, as they stand beside the track.
POLES = {
    "focus": (lazy("activity"), lazy("value creation")),
    "level": (lazy("individual"), lazy("collective")),
    "process": (lazy("standardised"), lazy("flexible")),
    "use": (lazy("incentives"), lazy("learning")),
}

# The same two ends as a noun, for the middle of a sentence: "mostly the collective".
ENDS = {
    "focus": (lazy("activity"), lazy("value creation")),
    "level": (lazy("the individual"), lazy("the collective")),
    "process": (lazy("the standardised"), lazy("the flexible")),
    "use": (lazy("incentives"), lazy("learning")),
}

STOPS = {
    balance: {
        -2: lazy("right at %(pole)s", pole=left),
        -1: lazy("mostly %(pole)s", pole=left),
        0: lazy("in between"),
        1: lazy("mostly %(pole)s", pole=right),
        2: lazy("right at %(pole)s", pole=right),
    }
    for balance, (left, right) in ENDS.items()
}

READERS = {
    Reader.OWNER: lazy("The owner"),
    Reader.MANAGEMENT: lazy("The management side"),
    Reader.EMPLOYEES: lazy("The employee side"),
    Reader.AGREED: lazy("Agreed by the committee"),
}

READERS_INSIDE = {
    Reader.MANAGEMENT: lazy("the management side"),
    Reader.EMPLOYEES: lazy("the employee side"),
}

FIELDS = {
    "reader": lazy("Read by"),
    "committee": lazy("Committee"),
    **NAMES,
    "focus_wish": lazy("Focus, wished for"),
    "level_wish": lazy("Level, wished for"),
    "process_wish": lazy("Process, wished for"),
    "use_wish": lazy("Use, wished for"),
    "focus_reason": lazy("Focus, the reason"),
    "level_reason": lazy("Level, the reason"),
    "process_reason": lazy("Process, the reason"),
    "use_reason": lazy("Use, the reason"),
}

VALUES = {
    "reader": READERS,
    "side": READERS_INSIDE,
    **STOPS,
    **{f"{balance}_wish": STOPS[balance] for balance in BALANCES},
}
