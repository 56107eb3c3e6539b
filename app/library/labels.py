"""Words for what a line is, where it fits, and why it is proposed."""

from __future__ import annotations

from app.core.languages import lazy
from app.library.models import LineKind, Only

KINDS = {LineKind.GAIN: lazy("Gain"), LineKind.STRAIN: lazy("Strain")}
KINDS_HEADING = {LineKind.GAIN: lazy("Gains"), LineKind.STRAIN: lazy("Strains")}

# Each end of each balance: its code, as a choice of its own, and as a noun in the middle of a sentence.
POLES = {
    "focus:left": lazy("Focus: activity"),
    "focus:right": lazy("Focus: value creation"),
    "level:left": lazy("Level: individual"),
    "level:right": lazy("Level: collective"),
    "process:left": lazy("Process: standardised"),
    "process:right": lazy("Process: flexible"),
    "use:left": lazy("Use: incentives"),
    "use:right": lazy("Use: learning"),
}
ENDS = {
    "focus:left": lazy("activity"),
    "focus:right": lazy("value creation"),
    "level:left": lazy("the individual"),
    "level:right": lazy("the collective"),
    "process:left": lazy("the standardised"),
    "process:right": lazy("the flexible"),
    "use:left": lazy("incentives"),
    "use:right": lazy("learning"),
}

# What can be answered about a goal so that a line fits, and how that reads after "proposed".
ANSWERS = {
    "measured_level:individual": lazy("The individual is measured"),
    "measured_level:team": lazy("The team is measured"),
    "identifiable:yes": lazy("Single persons can be told from the numbers"),
    "results_shown_to:group": lazy("The group sees the results"),
    "results_shown_to:everyone": lazy("Everyone sees the results"),
    "control_measure:yes": lazy("It is a control measure"),
    "hangs_on:reporting": lazy("It is reported to the level above"),
    "hangs_on:ranking": lazy("It is used to rank people or units"),
    "hangs_on:pay": lazy("Pay or bonus hangs on it"),
    "reward_for:best": lazy("Only the best are rewarded"),
    "threshold:yes": lazy("The reward has a threshold"),
    "compared:yes": lazy("It is compared with others"),
    "registration:heavy": lazy("Registering takes much time"),
    "statutory:yes": lazy("A statutory deadline applies"),
    "steering:background": lazy("It is a background measure only"),
    "kind:local_plan": lazy("It is a local plan"),
}
WHY = {
    "measured_level:individual": lazy("because the individual is measured"),
    "measured_level:team": lazy("because the team is measured"),
    "identifiable:yes": lazy("because single persons can be told from the numbers"),
    "results_shown_to:group": lazy("because the group sees the results"),
    "results_shown_to:everyone": lazy("because everyone sees the results"),
    "control_measure:yes": lazy("because it is a control measure"),
    "hangs_on:reporting": lazy("because it is reported to the level above"),
    "hangs_on:ranking": lazy("because it is used for ranking"),
    "hangs_on:pay": lazy("because pay hangs on it"),
    "reward_for:best": lazy("because only the best are rewarded"),
    "threshold:yes": lazy("because the reward has a threshold"),
    "compared:yes": lazy("because it is compared with others"),
    "registration:heavy": lazy("because registering takes much time"),
    "statutory:yes": lazy("because a statutory deadline applies"),
    "steering:background": lazy("because it is a background measure only"),
    "kind:local_plan": lazy("because it is a local plan"),
}
WHY_FAR = {pole: lazy("because the goal stands far to %(pole)s", pole=end) for pole, end in ENDS.items()}
WHY_LEANS = {pole: lazy("because the goal leans to %(pole)s", pole=end) for pole, end in ENDS.items()}
WHY_COMMON = lazy("common for this aspect")

ONLY = {
    Only.IN_USE: lazy("Those in use"),
    Only.OURS: lazy("Only our own words"),
    Only.OVERTAKEN: lazy("Shipped words have changed"),
    Only.HIDDEN: lazy("Put aside"),
}

FIELDS = {
    "aspect": lazy("Aspect"),
    "kind": lazy("Gain or strain"),
    "da": lazy("In Danish"),
    "en": lazy("In English"),
    "hidden": lazy("Put aside"),
}
