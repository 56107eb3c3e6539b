"""Assessing what a goal does to the work environment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from app.risks.content import Content, Gap, Line, Said, gaps
from app.risks.labels import (
    CERTAINTIES,
    CONSEQUENCES,
    FACTORS,
    GAINS,
    PREVENTIONS,
    PROBABILITIES,
    VERDICTS,
)
from app.risks.matrix import Bands
from app.risks.models import Certainty, Factor, Prevention, Verdict

SPARE_LINES = 2
MOST_LINES = 30
GAP_WORDS = {
    Gap.MANAGEMENT: lazy("Tick who took part from the management side."),
    Gap.EMPLOYEES: lazy("Tick who took part from the employee side."),
    Gap.VERDICT_REASON: lazy("Say why you judge otherwise than the strains show."),
    Gap.CONTRADICTION: lazy("You say that the goal has no influence, yet there are strains. Take one of them away."),
}


class StrainForm(w.Form):
    """One line: something that wears on people, how often it shows, and how serious it is then."""

    strain_id = w.HiddenField()
    title = TextField(lazy("What wears on people?"))
    probability = StepField(lazy("How often?"), PROBABILITIES, blank=lazy("Choose"))
    consequence = StepField(lazy("How serious?"), CONSEQUENCES, blank=lazy("Choose"))
    words = LongTextField(lazy("In words"), limit=4000)

    @property
    def is_empty(self) -> bool:
        return not (self.title.data or self.words.data or self.probability.data or self.consequence.data)

    @property
    def is_said(self) -> bool:
        """Whether the line stands open on the page: it says something, or something in it is wrong."""
        return not self.is_empty or bool(self.errors)

    def validate_title(self, field: w.Field) -> None:
        if not field.data and not self.is_empty:
            raise ValidationError(_("Say what wears on people, or empty the rest of the line."))

    def validate_probability(self, field: w.Field) -> None:
        if self.title.data and field.data is None:
            raise ValidationError(_("Choose how often it shows."))

    def validate_consequence(self, field: w.Field) -> None:
        if self.title.data and field.data is None:
            raise ValidationError(_("Choose how serious it is."))


class AspectForm(w.Form):
    gain = RadioSteps(lazy("What does the goal give?"), GAINS, blank=lazy("Not answered"))
    gain_words = LongTextField(lazy("What it gives, in words"), limit=4000)
    strains = w.FieldList(w.FormField(StrainForm), max_entries=MOST_LINES)

    @property
    def filled(self) -> list[StrainForm]:
        return [entry.form for entry in self.strains if not entry.form.is_empty]

    def validate_strains(self, _field: w.Field) -> None:
        seen: set[str] = set()
        for line in self.filled:
            title = (line.title.data or "").casefold()
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
        """What the form says; what it does not ask about is as in what it began with."""
        earlier = {line.strain_id: line for line in began_with.lines if line.strain_id} if began_with else {}
        return Content(
            assessed_on=self.assessed_on.data or today(),
            gains={aspect: said for aspect in Aspect if (said := self._gain(aspect)) is not None},
            lines=tuple(_line(aspect, line, earlier) for aspect in Aspect for line in self[aspect.value].form.filled),
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

    def note_gaps(self, content: Content) -> bool:
        """Put what keeps the assessment from being finished at the fields that mend it; whether there was any."""
        found = gaps(content)
        places: dict[Gap, Any] = {
            Gap.MANAGEMENT: self.management, Gap.EMPLOYEES: self.employees, Gap.VERDICT_REASON: self.verdict_reason,
            Gap.CONTRADICTION: self.no_influence_reason,
        }  # fmt: skip
        for gap in found:
            if isinstance(gap, Gap):
                places[gap].errors = [str(GAP_WORDS[gap])]
            else:
                self[gap.value].form.gain.errors = [_("Answer for %(aspect)s, or add a strain.", aspect=ASPECTS[gap])]
        return bool(found)

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


def _line(aspect: Aspect, form: StrainForm, earlier: Mapping[int, Line]) -> Line:
    key = int(form.strain_id.data) if (form.strain_id.data or "").isdecimal() else None
    kept = earlier.get(key) if key is not None else None
    return Line(
        aspect=aspect,
        title=form.title.data or "",
        today=(form.probability.data, form.consequence.data),
        words=form.words.data,
        before=kept.before if kept else None,
        expected=kept.expected if kept else None,
        strain_id=key if kept else None,
    )


def as_typed(content: Content | None, *, on: date) -> dict[str, Any]:
    """What the form begins with."""
    if content is None:
        return {"assessed_on": on}
    ticked = {side.value: [str(key) for key, own in content.participants.items() if own is side] for side in Side}
    return {
        **ticked,
        **{aspect.value: _aspect_typed(aspect, content) for aspect in Aspect},
        "assessed_on": content.assessed_on,
        "factors": [factor.value for factor in content.factors],
        "extent": content.extent,
        "nature": content.nature,
        "measures": {area.value: words for area, words in content.measures.items()},
        "certainty": content.certainty,
        "no_influence_reason": content.no_influence_reason,
        "verdict": content.verdict,
        "verdict_reason": content.verdict_reason,
    }


def _aspect_typed(aspect: Aspect, content: Content) -> dict[str, Any]:
    gain = content.gains.get(aspect)
    return {
        "gain": gain.size if gain else None,
        "gain_words": gain.words if gain else "",
        "strains": [
            {"strain_id": str(line.strain_id or ""), "title": line.title, "probability": line.today[0],
             "consequence": line.today[1], "words": line.words}
            for line in content.lines if line.aspect is aspect
        ],
    }  # fmt: skip


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
