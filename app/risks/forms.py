"""Assessing what a goal does to the work environment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import wtforms as w
from wtforms.validators import ValidationError

from app.balances.forms import RadioSteps, StepField
from app.core.clock import today
from app.core.formats import day
from app.core.forms import (
    BaseForm,
    ChoiceField,
    DateField,
    LongTextField,
    PickField,
    TextField,
    VersionedForm,
    required,
)
from app.core.keys import is_key
from app.core.languages import gettext as _
from app.core.languages import lazy
from app.core.ticks import TicksField
from app.goals.labels import ASPECTS
from app.goals.models import Aspect
from app.organisation.models import Side
from app.risks.content import Content, Gap, Said, gaps
from app.risks.labels import (
    CERTAINTIES,
    CONSEQUENCES,
    FACTORS,
    FATES,
    GAINS,
    PREVENTIONS,
    PROBABILITIES,
    VERDICTS,
)
from app.risks.lines import Fate, Flaw, Gone, Last, Line, LineGap, Place, unspoken
from app.risks.matrix import Bands
from app.risks.models import Certainty, Factor, Prevention, Verdict
from app.risks.typed import line_typed

SPARE_LINES = 2
MOST_LINES = 30
GAP_WORDS = {
    Gap.MANAGEMENT: lazy("Tick who took part from the management side."),
    Gap.EMPLOYEES: lazy("Tick who took part from the employee side."),
    Gap.VERDICT_REASON: lazy("Say why you judge otherwise than the strains show."),
    Gap.CONTRADICTION: lazy("You say that the goal has no influence, yet there are strains. Take one of them away."),
}


FLAW_WORDS = {
    Flaw.UNTOUCHED: lazy("Say of “%(title)s” whether it is still like this, has changed, or wears on nobody any more."),
    Flaw.LOWERED: lazy("“%(title)s” is lower than last time, and no action on it is done. Say why it is lower."),
    Flaw.EXPECTED: lazy("You expect “%(title)s” to get worse than it is today. Say why."),
    Flaw.GONE: lazy("Say why “%(title)s” wears on nobody any more."),
}


class StrainForm(w.Form):
    """One line: something that wears on people, how often it shows, and how serious it is then."""

    was: Line | None = None  # what the last assessment said, where the line is carried over

    strain_id = w.HiddenField()
    title = TextField(lazy("What wears on people?"))
    fate = ChoiceField(lazy("And today?"), Fate, FATES, blank=lazy("Not said"), radio=True)
    probability = StepField(lazy("How often?"), PROBABILITIES, blank=lazy("Choose"))
    consequence = StepField(lazy("How serious?"), CONSEQUENCES, blank=lazy("Choose"))
    words = LongTextField(lazy("In words"), limit=4000)
    probability_before = StepField(lazy("How often, before measures?"), PROBABILITIES, blank=lazy("Not said"))
    consequence_before = StepField(lazy("How serious, before measures?"), CONSEQUENCES, blank=lazy("Not said"))
    probability_expected = StepField(lazy("How often, do you expect?"), PROBABILITIES, blank=lazy("Not said"))
    consequence_expected = StepField(lazy("How serious, do you expect?"), CONSEQUENCES, blank=lazy("Not said"))
    reason = LongTextField(lazy("Why?"), limit=4000)

    @property
    def is_empty(self) -> bool:
        return self.was is None and not (
            self.title.data or self.words.data or self.probability.data or self.consequence.data
        )

    @property
    def is_said(self) -> bool:
        """Whether the line stands open on the page: it says something, or something in it is wrong."""
        return not self.is_empty or bool(self.errors)

    @property
    def has_layers(self) -> bool:
        """Whether more is said than how it is today."""
        more = (self.probability_before, self.consequence_before, self.probability_expected, self.consequence_expected)
        return any(field.data or field.errors for field in (*more, self.reason))

    @property
    def is_gone(self) -> bool:
        return self.was is not None and self.fate.data is Fate.GONE

    @property
    def known(self) -> set[int]:
        """The key of the strain that is carried over."""
        return {self.was.strain_id} if self.was is not None and self.was.strain_id is not None else set()

    @property
    def is_settled(self) -> bool:
        """Still like last time, or gone: then nothing else is asked."""
        return self.was is not None and self.fate.data in {Fate.SAME, Fate.GONE}

    def validate_title(self, field: w.Field) -> None:
        if not field.data and not self.is_empty:
            raise ValidationError(_("Say what wears on people, or empty the rest of the line."))

    def validate_probability(self, field: w.Field) -> None:
        if self.title.data and field.data is None and not self.is_settled:
            raise ValidationError(_("Choose how often it shows."))

    def validate_consequence(self, field: w.Field) -> None:
        if self.title.data and field.data is None and not self.is_settled:
            raise ValidationError(_("Choose how serious it is."))

    def validate_consequence_before(self, _field: w.Field) -> None:
        self._is_whole(self.probability_before, self.consequence_before)

    def validate_consequence_expected(self, _field: w.Field) -> None:
        self._is_whole(self.probability_expected, self.consequence_expected)

    def _is_whole(self, often: w.Field, serious: w.Field) -> None:
        if (often.data is None) != (serious.data is None):
            raise ValidationError(_("Choose how often and how serious, or neither."))

    def line(self, aspect: Aspect, known: Collection[int]) -> Line:
        """What the line says; `known` are the strains whose keys may be sent."""
        if self.was is not None and self.fate.data is Fate.SAME:
            return replace(unspoken(self.was), confirmed=True)
        key = int(self.strain_id.data) if is_key(self.strain_id.data or "") else None
        often, serious = self.probability.data, self.consequence.data
        return Line(
            aspect, self.title.data or "", (often, serious), self.words.data,
            before=_place(self.probability_before.data, self.consequence_before.data),
            expected=_place(self.probability_expected.data, self.consequence_expected.data),
            strain_id=key if key in known else None, reason=self.reason.data,
        )  # fmt: skip

    def gone(self, aspect: Aspect) -> Gone:
        assert self.was is not None and self.was.strain_id is not None  # noqa: PT018, S101 - only what was can be gone
        return Gone(self.was.strain_id, self.reason.data, aspect, self.was.title)


def _place(probability: int | None, consequence: int | None) -> Place | None:
    return None if probability is None or consequence is None else (probability, consequence)


def _folded(form: StrainForm) -> str:
    return (form.title.data or "").casefold()


class AspectForm(w.Form):
    gain = RadioSteps(lazy("What does the goal give?"), GAINS, blank=lazy("Not answered"))
    gain_words = LongTextField(lazy("What it gives, in words"), limit=4000)
    strains = w.FieldList(w.FormField(StrainForm), max_entries=4 * MOST_LINES)

    @property
    def filled(self) -> list[StrainForm]:
        return [entry.form for entry in self.strains if not entry.form.is_empty]

    @property
    def is_full(self) -> bool:
        return len(self.strains) >= 3 * MOST_LINES

    def carry(self, last: Last, lines: Iterable[Line]) -> None:
        """Put what the last assessment said beside each line that rates the same, and add those that are missing."""
        here = {entry.form.strain_id.data or _folded(entry.form): entry.form for entry in self.strains}
        for line in lines:
            form = here.get(str(line.strain_id)) or here.get(line.title.casefold())
            if form is None and not self.is_full:
                form = self.strains.append_entry(line_typed(unspoken(line), last)).form
            if form is not None:
                form.was, form.title.data, form.strain_id.data = line, line.title, str(line.strain_id)

    def validate_strains(self, _field: w.Field) -> None:
        if len(self.filled) > MOST_LINES:
            self.gain.errors = [_("These are more strains than an aspect can hold. Put some of them together.")]
            raise ValidationError(self.gain.errors[0])
        seen: set[str] = set()
        for line in self.filled:
            title = _folded(line)
            if title and title in seen:
                line.title.errors = [*line.title.errors, _("This stands twice. Say it once.")]
                raise ValidationError(_("This stands twice. Say it once."))
            seen.add(title)


def _area(area: Prevention) -> Any:
    return LongTextField(PREVENTIONS[area], limit=4000)


class MeasuresForm(w.Form):
    planning = _area(Prevention.PLANNING)
    training = _area(Prevention.TRAINING)
    support = _area(Prevention.SUPPORT)
    influence = _area(Prevention.INFLUENCE)
    individual = _area(Prevention.INDIVIDUAL)
    vulnerable = _area(Prevention.VULNERABLE)


def _aspect(aspect: Aspect) -> Any:
    return w.FormField(AspectForm, ASPECTS[aspect])


class AssessForm(VersionedForm):
    assessed_on = DateField(lazy("When did you assess it?"), [required(lazy("Write the day of the assessment."))])
    management = TicksField(lazy("From the management side"))
    more_management = PickField(lazy("Someone else from the management side"), blank=lazy("Nobody else"))
    employees = TicksField(lazy("From the employee side"))
    more_employees = PickField(lazy("Someone else from the employee side"), blank=lazy("Nobody else"))
    motivation = _aspect(Aspect.MOTIVATION)
    identity = _aspect(Aspect.IDENTITY)
    trust = _aspect(Aspect.TRUST)
    fairness = _aspect(Aspect.FAIRNESS)
    cooperation = _aspect(Aspect.COOPERATION)
    responsibility = _aspect(Aspect.RESPONSIBILITY)
    no_influence_reason = LongTextField(
        lazy("If the goal has no influence on the work environment: why not?"), limit=4000,
        description=lazy("Leave it empty if you have answered above."),
    )  # fmt: skip
    factors = TicksField(lazy("Which of these does the goal touch?"), FACTORS.items())
    extent = LongTextField(
        lazy("How many, and for how long?"), limit=4000, description=lazy("Such as: 14 of 31, since January.")
    )
    nature = LongTextField(
        lazy("How does it show?"), limit=4000, description=lazy("Such as: many short visits at the end of the month.")
    )
    measures = w.FormField(MeasuresForm, lazy("What prevents it already?"))
    certainty = ChoiceField(lazy("How sure are you?"), Certainty, CERTAINTIES, blank=lazy("Not said"))
    verdict = ChoiceField(lazy("Verdict"), Verdict, VERDICTS, blank=lazy("What the strains show"), radio=True)
    verdict_reason = LongTextField(
        lazy("Why do you judge otherwise than the strains show?"), limit=4000,
        description=lazy("Only if you chose another verdict than the one that the strains show."),
    )  # fmt: skip

    def offer(self, people: Mapping[Side, Sequence[tuple[int, str]]], others: Sequence[tuple[int, str]]) -> None:
        """Who can be ticked from each side, and who else can be picked."""
        self.management.offer(people[Side.MANAGEMENT])
        self.employees.offer(people[Side.EMPLOYEES])
        self.more_management.offer(others)
        self.more_employees.offer(others)

    def make_room(self) -> None:
        """Empty lines at the end of each aspect, so that one can write without any script."""
        for aspect in Aspect:
            for _number in range(SPARE_LINES):
                self[aspect.value].form.strains.append_entry()

    def suggest(self, words: Mapping[Aspect, Sequence[str]]) -> None:
        """What may wear on people, to choose from while writing a new line."""
        for aspect in Aspect:
            for entry in self[aspect.value].form.strains:
                entry.form.title.suggestions = words[aspect]

    def carry(self, last: Last) -> None:
        """Every line of the last assessment stands in the form, with what it said beside it."""
        for aspect in Aspect:
            self[aspect.value].form.carry(last, [one for one in last.lines if one.aspect is aspect])

    def validate_assessed_on(self, field: w.Field) -> None:
        if field.data and field.data > today():
            raise ValidationError(_("The day lies ahead. Write the day on which you assessed it."))

    def validate_employees(self, _field: w.Field) -> None:
        if set(self._ticked(Side.MANAGEMENT)) & set(self._ticked(Side.EMPLOYEES)):
            raise ValidationError(_("Somebody is ticked on both sides. A person takes part from one of them."))

    def _ticked(self, side: Side) -> list[int]:
        more = self[f"more_{side.value}"].data
        keys = [int(key) for key in self[side.value].data or [] if is_key(str(key))]
        return [*keys, *([more] if more and more not in keys else [])]

    def content(self, began_with: Content | None, bands: Bands) -> Content:
        """What the form says; it began with what the draft, or else the last assessment, said."""
        known = {line.strain_id for line in began_with.lines if line.strain_id} if began_with else set()
        forms = [(aspect, form) for aspect in Aspect for form in self[aspect.value].form.filled]
        return Content(
            assessed_on=self.assessed_on.data or today(),
            gains={aspect: said for aspect in Aspect if (said := self._gain(aspect)) is not None},
            lines=tuple(form.line(aspect, form.known | known) for aspect, form in forms if not form.is_gone),
            gone=tuple(form.gone(aspect) for aspect, form in forms if form.is_gone),
            factors=tuple(Factor(value) for value in self.factors.data or []),
            extent=self.extent.data,
            nature=self.nature.data,
            measures={area: self.measures.form[area.value].data for area in Prevention},
            participants={key: side for side in Side for key in self._ticked(side)},
            certainty=self.certainty.data,
            no_influence_reason=self.no_influence_reason.data,
            verdict=self.verdict.data,
            verdict_reason=self.verdict_reason.data,
            bands=bands,
        )

    def _gain(self, aspect: Aspect) -> Said | None:
        form = self[aspect.value].form
        return None if form.gain.data is None else Said(form.gain.data, form.gain_words.data)

    def note_gaps(self, content: Content, last: Last) -> bool:
        """Put what keeps the assessment from being finished at the fields that mend it; whether there was any."""
        found = gaps(content, last)
        places: dict[Gap, Any] = {
            Gap.MANAGEMENT: self.management, Gap.EMPLOYEES: self.employees, Gap.VERDICT_REASON: self.verdict_reason,
            Gap.CONTRADICTION: self.no_influence_reason,
        }  # fmt: skip
        for gap in found:
            if isinstance(gap, Gap):
                places[gap].errors = [str(GAP_WORDS[gap])]
            elif isinstance(gap, LineGap):
                self._line_with(gap).errors = [str(FLAW_WORDS[gap.flaw]) % {"title": gap.title}]
            else:
                self[gap.value].form.gain.errors = [_("Answer for %(aspect)s, or add a strain.", aspect=ASPECTS[gap])]
        return bool(found)

    def _line_with(self, gap: LineGap) -> w.Field:
        """The field that mends what a line owes."""
        form = self[gap.aspect.value].form
        for line in form.filled:
            if line.title.data == gap.title:
                return line.fate if gap.flaw is Flaw.UNTOUCHED else line.reason
        return form.gain

    @property
    def wrong(self) -> Wrong:
        return Wrong(self)


class Wrong:
    """All fields with errors, also those within others, as the summary on top of the page lists them."""

    def __init__(self, form: AssessForm) -> None:
        self.fields = [field for field in _leaves(form) if field.errors]
        self.errors = {field.id: field.errors for field in self.fields}

    def __iter__(self) -> Any:
        return iter(self.fields)


def _leaves(form: Any) -> Any:
    for field in form:
        if isinstance(field, w.FormField):
            yield from _leaves(field.form)
        elif isinstance(field, w.FieldList):
            yield from (leaf for entry in field for leaf in _leaves(entry.form))
        else:
            yield field


class AcceptForm(BaseForm):
    accepted_by = PickField(
        lazy("Who accepts it?"), blank=lazy("Choose"), validators=[required(lazy("Choose who accepts it."))],
        description=lazy("The one who answers for it as a manager. The name stands beside the risk for all to read."),
    )  # fmt: skip
    reason = LongTextField(
        lazy("Why can it stay high for now?"), limit=4000,
        validators=[required(lazy("Write why it can stay high for now."))],
        description=lazy("What has been tried, what is on its way, and how people are looked after meanwhile."),
    )  # fmt: skip
    until = DateField(lazy("Until when?"), [required(lazy("Write until when it is accepted."))])

    def __init__(self, latest: date, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.latest = latest
        self.until.description = _("%(day)s at the latest. Then the risk comes up again by itself.", day=day(latest))

    def validate_until(self, field: w.Field) -> None:
        if field.data is not None and not today() < field.data <= self.latest:
            raise ValidationError(_("Write a day that lies ahead, %(day)s at the latest.", day=day(self.latest)))
