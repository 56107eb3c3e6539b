"""The forms about goals. The long one has its fields in the order of its sections: purpose first, number last."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import wtforms as w

from app.core.clock import today
from app.core.formats import day
from app.core.forms import (
    ChoiceField,
    DateField,
    Differing,
    FigureField,
    LongTextField,
    LookupField,
    PickField,
    TextField,
    VersionedForm,
    WholeField,
    between,
    required,
)
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.goals.labels import (
    ANSWERS,
    DIRECTIONS,
    FIELDS,
    HANGS_ON,
    KINDS,
    MEASURED_LEVELS,
    REWARD_FOR,
    RHYTHMS,
    RISK_LEVELS,
    SHOWN_TO,
    STEERINGS,
)
from app.goals.models import (
    Answer,
    Direction,
    Goal,
    HangsOn,
    Kind,
    MeasuredLevel,
    RewardFor,
    Rhythm,
    ShownTo,
    Steering,
)
from app.goals.reviews import LONGEST, SHORTEST

BLANK = lazy("Not said yet")
SPARE_LINKS = 2

SECTIONS: tuple[tuple[str, Any, Any, tuple[str, ...]], ...] = (
    ("why", lazy("Why"), lazy("Start with the purpose. The number comes last."),
     ("title", "purpose", "core_task", "value_for", "behaviour")),
    ("where", lazy("Where it belongs"), lazy("Who it belongs to, and what it serves."),
     ("unit_id", "owner_id", "chosen_by", "parent_id")),
    ("whom", lazy("Who is measured"), lazy("Say it so that everyone in the group recognises themselves."),
     ("measured_level", "measured_whom", "measured_count", "identifiable", "results_shown_to", "results_shown_why",
      "control_measure", "notice_given_on", "notice_start_on", "registration_minutes")),
    ("hangs", lazy("What hangs on it"), lazy("Rewards and rankings change how people treat each other."),
     ("hangs_on", "reward_for", "reward_period", "reward_threshold", "comparable_with", "comparison_conditions")),
    ("learn", lazy("How you learn from it"), lazy("Talking about the number matters more than the number."),
     ("feedback_rhythm", "review_months", "next_review_on")),
    ("measure", lazy("The measure and the number"), lazy("Last of all: what is counted, and where it should go."),
     ("kind", "measure", "method", "measure_unit", "direction", "steering", "statutory_deadline", "baseline",
      "proposed_target", "decided_target", "target_reason", "target_on", "rhythm", "note")),
)  # fmt: skip


class LinkForm(w.Form):
    """One objective that the goal serves, and how."""

    objective_id = PickField(
        lazy("Strategic objective"), blank=lazy("None"), description=lazy("What the whole organisation wants to reach.")
    )
    sentence = TextField(
        lazy("How the goal serves it, in one sentence"), limit=300,
        description=lazy("Say it as you would at a staff meeting."),
    )  # fmt: skip


class GoalForm(VersionedForm):
    unanswered = VersionedForm.unanswered | {"links"}

    title = TextField(
        lazy("What is the goal?"), limit=300, validators=[required(lazy("Give the goal a title."))],
        description=lazy("Short, so that everyone in the group understands it."),
    )  # fmt: skip
    purpose = LongTextField(
        lazy("Why do we have it?"), description=lazy("As you would say it to a new colleague. No numbers yet.")
    )
    core_task = LongTextField(
        lazy("Which core task is it about?"),
        limit=2000,
        description=lazy("What you are there for, in one or two sentences."),
    )
    value_for = TextField(
        lazy("For whom does it create value?"),
        description=lazy("For instance citizens, companies, relatives, colleagues."),
    )
    behaviour = LongTextField(
        lazy("What do you want to see more of?"),
        limit=2000,
        description=lazy("What people would do differently if the goal works."),
    )

    unit_id = PickField(
        lazy("Unit"),
        blank=lazy("Choose a unit"),
        validators=[required(lazy("Choose the unit that the goal belongs to."))],
        description=lazy("Whose work is it? Everyone who leads it, or a unit above it, can revise the goal."),
    )
    owner_id = PickField(
        lazy("Owner"),
        blank=lazy("Nobody yet"),
        description=lazy("The one who answers for the goal and is asked about it."),
    )
    chosen_by = TextField(
        FIELDS["chosen_by"], description=lazy("Who decided that this should be measured: name, meeting or level.")
    )
    parent_id = LookupField(
        lazy("Goal above"),
        description=lazy(
            "If it is a part or a local version of another goal: write that goal's number, such as M-0042, or choose "
            "one of the suggestions."
        ),
    )
    links = w.FieldList(w.FormField(LinkForm))
    no_objective_reason = LongTextField(
        lazy("If it serves no objective: why is it here?"),
        limit=2000,
        description=lazy("For instance because a law asks for it."),
    )

    measured_level = ChoiceField(
        lazy("Who is measured?"),
        MeasuredLevel,
        MEASURED_LEVELS,
        blank=BLANK,
        description=lazy("People usually thrive best when the team shares a goal."),
    )
    measured_whom = TextField(
        lazy("The group, in words"), description=lazy("For instance the telephone team, or all job advisers.")
    )
    measured_count = WholeField(lazy("How many people?"), description=lazy("People, not full-time posts."))
    identifiable = ChoiceField(
        lazy("Can single persons be told from the numbers?"),
        Answer,
        ANSWERS,
        blank=BLANK,
        description=lazy("Also by those who know the group well, as when it is small."),
    )
    results_shown_to = ChoiceField(
        lazy("Who sees the results?"),
        ShownTo,
        SHOWN_TO,
        blank=BLANK,
        description=lazy("Results of single persons belong to themselves."),
    )
    results_shown_why = LongTextField(
        lazy("Why should they see them?"), limit=2000, description=lazy("What the group gets out of it.")
    )
    control_measure = ChoiceField(
        lazy("Is it a control measure?"),
        Answer,
        ANSWERS,
        blank=BLANK,
        description=lazy(
            "It is one when you can follow what the individual does. "
            "Then it must be announced beforehand; check your agreement."
        ),
    )
    notice_given_on = DateField(lazy("Notice given on"), description=lazy("Day, month and year, such as 31.12.2027"))
    notice_start_on = DateField(
        lazy("Measuring starts on"), description=lazy("Day, month and year, such as 31.12.2027")
    )
    registration_minutes = WholeField(
        lazy("Minutes of registration per person a week"),
        validators=[between(0, 2400)],
        description=lazy("What it takes to get the number, honestly counted."),
    )

    hangs_on = ChoiceField(
        lazy("What hangs on reaching it?"),
        HangsOn,
        HANGS_ON,
        blank=BLANK,
        description=lazy("What happens when it is reached, and when it isn't."),
    )
    reward_for = ChoiceField(
        lazy("If there is a reward: for whom?"),
        RewardFor,
        REWARD_FOR,
        blank=lazy("No reward"),
        description=lazy("A reward for the best only makes colleagues rivals."),
    )
    reward_period = TextField(
        lazy("Period of the reward"), limit=120, description=lazy("For instance the calendar year.")
    )
    reward_threshold = TextField(
        lazy("Threshold of the reward"), limit=120, description=lazy("What happens when it is reached early?")
    )
    comparable_with = LongTextField(
        lazy("What may it be compared with?"),
        limit=2000,
        description=lazy("Leave it empty if it may only be held against its own earlier numbers."),
    )
    comparison_conditions = LongTextField(
        lazy("Under which conditions?"),
        limit=2000,
        description=lazy("For instance distances, opening hours, how hard the cases are."),
    )

    feedback_rhythm = TextField(
        lazy("When do you talk about the number?"),
        limit=200,
        description=lazy("Soon and often is better than late and long."),
    )
    review_months = WholeField(
        lazy("Months between reviews"),
        validators=[between(SHORTEST, LONGEST)],
        description=lazy("How often you ask whether you still need the goal."),
    )
    next_review_on = DateField(lazy("Next review"), description=lazy("Day, month and year, such as 31.12.2027"))

    kind = ChoiceField(
        lazy("What kind of goal is it?"),
        Kind,
        KINDS,
        description=lazy("Not everything that matters can be counted: a qualitative goal or a local plan will do."),
    )
    measure = TextField(
        lazy("What is measured?"),
        description=lazy("For instance the median number of days from first contact to answer."),
    )
    method = LongTextField(
        lazy("How, and from where?"), limit=2000, description=lazy("Which system, who counts, what is left out.")
    )
    measure_unit = TextField(
        lazy("Unit of measure"), limit=60, description=lazy("For instance days, per cent, number.")
    )
    direction = ChoiceField(
        lazy("Which way is better?"),
        Direction,
        DIRECTIONS,
        blank=BLANK,
        description=lazy("So that nobody reads the curve the wrong way round."),
    )
    steering = ChoiceField(
        lazy("Do you steer by it?"),
        Steering,
        STEERINGS,
        description=lazy("A background measure is one you keep an eye on without steering by it."),
    )
    statutory_deadline = LongTextField(
        lazy("Is there a statutory deadline?"),
        limit=2000,
        description=lazy("A deadline set by law is a constraint, not a target. Write it here."),
    )
    baseline = FigureField(lazy("Baseline"), description=lazy("Where it stood when you began."))
    proposed_target = FigureField(lazy("Proposed target"), description=lazy("What the unit itself proposed."))
    decided_target = FigureField(lazy("Decided target"), description=lazy("What was decided in the end."))
    target_reason = LongTextField(
        lazy("If the two differ: why?"),
        limit=2000,
        description=lazy("Whoever proposed the other number should be able to read why."),
    )
    target_on = DateField(lazy("Target date"), description=lazy("Day, month and year, such as 31.12.2027"))
    rhythm = ChoiceField(
        lazy("How often is it counted?"),
        Rhythm,
        RHYTHMS,
        blank=BLANK,
        description=lazy("Not more often than you talk about it."),
    )
    note = LongTextField(
        lazy("Anything else"), limit=5000, description=lazy("What the next one who looks after the goal should know.")
    )

    def offer(self, *, units: Any, owners: Any, objectives: Any) -> None:
        """Fill the lists to choose from; with room for two more objectives than are chosen."""
        self.unit_id.offer(units)
        self.owner_id.offer(owners)
        spare = SPARE_LINKS - sum(1 for entry in self.links if entry.form.objective_id.data is None)
        for _more in range(spare):
            self.links.append_entry()
        for entry in self.links:
            entry.form.objective_id.offer(objectives)

    @property
    def wanted_links(self) -> list[tuple[int, str]]:
        rows = [(row["objective_id"], row["sentence"]) for row in self.links.data]
        return list({key: (key, sentence) for key, sentence in rows if key is not None}.values())

    def say_stale(self, thing: Goal) -> None:
        if thing.parent is not None:
            self.parent_id.labels.setdefault(thing.parent_id, thing.parent.reference)
        super().say_stale(thing)
        names = {key: label for entry in self.links for key, label in entry.form.objective_id.offered.items()}
        now, typed = [(link.objective_id, link.sentence) for link in thing.links], self.wanted_links
        if dict(now) != dict(typed):
            theirs, mine = ("; ".join(_link_in_words(names, *link) for link in links) or "–" for links in (now, typed))
            label = lazy("Strategic objectives")
            self.differences = [*self.differences, Differing("links-0-objective_id", label, theirs, mine)]

    @property
    def draft(self) -> Goal:
        """What was typed, as a goal that is never saved: for the hints."""
        return Goal(**{name: value for name, value in self.answers.items() if name != "links"})


def _link_in_words(names: Mapping[int, str], key: int, sentence: str) -> str:
    return f"{names.get(key, key)}: {sentence}" if sentence else str(names.get(key, key))


class RetireForm(VersionedForm):
    reason = LongTextField(
        lazy("Why does the goal retire?"),
        limit=2000,
        validators=[required(lazy("Write why the goal retires. Others will ask."))],
    )


def too_late(latest: date, risk: Any) -> str:
    """Why a review can't lie as late as somebody typed."""
    return _(
        "The risk is %(risk)s, so the goal is taken up again by %(day)s at the latest. "
        "Write that day or an earlier one.",
        risk=str(RISK_LEVELS[risk]).lower(),
        day=day(latest),
    )


class ReviewForm(VersionedForm):
    review_months = WholeField(
        lazy("Months between reviews"),
        validators=[between(SHORTEST, LONGEST)],
        description=lazy("How often you ask whether you still need the goal."),
    )
    next_review_on = DateField(
        lazy("Next review"),
        description=lazy("Day, month and year, such as 31.12.2027. Left empty, it is counted from today."),
    )

    def validate_next_review_on(self, field: w.Field) -> None:
        if field.data is not None and field.data < today():
            raise w.validators.ValidationError(_("The date lies before today. Write a later one."))

    def validate(self, extra_validators: Any = None) -> bool:
        fine: bool = super().validate(extra_validators)
        if fine and self.next_review_on.data is None and self.review_months.data is None:
            self.next_review_on.errors = [_("Write a date, or how many months there should be between reviews.")]
            return False
        return fine
