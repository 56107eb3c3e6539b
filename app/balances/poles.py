"""What each end of a balance means, what it gives and what it wears on. Told in our own words after Mål med mening (BFA
Velfærd og Offentlig administration). Both ends have both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.balances.labels import POLES
from app.balances.models import BALANCES
from app.balances.scale import LEFT, RIGHT, nearest_pole
from app.core.languages import lazy


@dataclass(frozen=True)
class Pole:
    """One end of a balance; `side` is -1 for the left and 1 for the right one."""

    balance: str
    side: int
    meaning: Any
    gains: tuple[Any, ...]
    strains: tuple[Any, ...]

    @property
    def name(self) -> Any:
        return POLES[self.balance][0 if self.side == LEFT else 1]


ACTIVITY = Pole(
    "focus", LEFT,
    lazy("We count what we do: answers, cases, visits."),
    gains=(
        lazy("It is plain what has to be delivered, and when it is good enough."),
        lazy("With a good measure everybody can see why it is counted."),
        lazy("It can feel fair to be judged by what was actually done."),
        lazy("It shows where much gets done, and where things drag."),
    ),
    strains=(
        lazy("What those who do the work find decisive may not be counted at all."),
        lazy("Effort goes to what counts instead of what helps."),
        lazy("Much registering takes time from the core task, and from pride and well-being."),
    ),
)  # fmt: skip
VALUE = Pole(
    "focus", RIGHT,
    lazy("We look at what comes of it for those we are here for."),
    gains=(
        lazy("The goal points straight at what the workplace is for."),
        lazy("It gives drive when what helps people is also what is valued."),
        lazy("Quality comes to the table, with pride and room for good craft."),
        lazy("Helping one another becomes both needed and welcome."),
        lazy("There is more freedom to choose how to get there."),
    ),
    strains=(
        lazy("It is harder to see one's own part in the result, and the measures are softer."),
        lazy("One can be left wondering whether it was good enough."),
        lazy("Others have a say in what is good, citizens too, so some professions lose weight."),
    ),
)  # fmt: skip
INDIVIDUAL = Pole(
    "level", LEFT,
    lazy("Each person has a goal of their own."),
    gains=(
        lazy("Everybody knows exactly what they are measured by."),
        lazy("Feedback can be personal."),
        lazy("It is fair where the task really is solved alone."),
        lazy("It spurs on those who like to compete and are doing well."),
    ),
    strains=(
        lazy("Rivalry instead of help, and a narrow view of the work."),
        lazy("It is unfair where the result also depends on others."),
    ),
)  # fmt: skip
COLLECTIVE = Pole(
    "level", RIGHT,
    lazy("Those who work together share the goal."),
    gains=(
        lazy("It mirrors the joint effort behind the result."),
        lazy("People act for the whole."),
        lazy("Fellowship and shared responsibility grow."),
        lazy("The effort is judged fairly as a whole."),
        lazy("A colleague who is having a hard time can be carried."),
    ),
    strains=(
        lazy("It is unclear what each one adds."),
        lazy("The group can put pressure on its members."),
        lazy("Disputes about who pulls their weight, and more load on those who do."),
    ),
)  # fmt: skip
STANDARDISED = Pole(
    "process", LEFT,
    lazy("The goal is set beforehand and is the same for everybody."),
    gains=(
        lazy("It is open and easy to compare."),
        lazy("Everybody knows beforehand what is expected."),
        lazy("Nobody's judgement decides, so it can feel fair."),
    ),
    strains=(
        lazy("One measure seldom makes sense everywhere."),
        lazy("Where the work is done it can seem pointless, imprecise or unfair."),
        lazy("Where nobody can have a say, drive and well-being suffer."),
    ),
)  # fmt: skip
FLEXIBLE = Pole(
    "process", RIGHT,
    lazy("There are a few overall goals, and those who know the work shape the rest."),
    gains=(
        lazy("There is more influence on how the work is done."),
        lazy("It fits what is hard and what is possible in this very place."),
        lazy("Those close to the task set goals that are precise and make sense."),
        lazy("It is easier to adjust on the way."),
    ),
    strains=(
        lazy("The goal can move, and it is not always known beforehand what is expected."),
        lazy("It can become unclear what is judged, and some may be favoured."),
        lazy("What was good enough in spring may not be so in autumn."),
    ),
)  # fmt: skip
INCENTIVES = Pole(
    "use", LEFT,
    lazy("Reaching the goal is rewarded, with money or otherwise."),
    gains=(
        lazy("Extra drive for those who like rewards or competition, where the goal is clear."),
        lazy("Some find it fair that pay follows what was achieved."),
    ),
    strains=(
        lazy("Helping others does not pay when it costs one's own goal."),
        lazy("A measure that already seemed pointless is liked even less once money follows it."),
        lazy("The wish to do good work for its own sake can wear thin."),
    ),
)  # fmt: skip
LEARNING = Pole(
    "use", RIGHT,
    lazy("The figures are there to be talked about, so that the work gets better."),
    gains=(
        lazy("Quick feedback does well-being good."),
        lazy("Nobody is put on display or punished, and there is room to develop."),
        lazy("Those who do the work explain the figures and propose what to do."),
    ),
    strains=(
        lazy("It asks for the will to learn, and for managers who can turn figures into feedback that both supports "
             "and challenges."),
    ),
)  # fmt: skip

ALL = (ACTIVITY, VALUE, INDIVIDUAL, COLLECTIVE, STANDARDISED, FLEXIBLE, INCENTIVES, LEARNING)
POLES_OF = {balance: tuple(pole for pole in ALL if pole.balance == balance) for balance in BALANCES}


def pole_near(balance: str, place: int | None) -> Pole | None:
    """The end that a place is nearest to; None in the middle and where nothing was read."""
    side = nearest_pole(place)
    return next((pole for pole in POLES_OF[balance] if pole.side == side), None)
