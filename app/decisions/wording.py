"""An outcome as one plain sentence or two, in the reader's language. Pure."""

from __future__ import annotations

from app.balances.labels import NAMES, STOPS
from app.balances.models import BALANCES, Reading
from app.core.formats import day, listed
from app.core.languages import gettext as _
from app.decisions.labels import KINDS
from app.decisions.models import Outcome, OutcomeKind


def said(outcome: Outcome) -> str:
    """What was recorded: "The goal is adjusted: …", "Anders Bækgaard takes the list down by 25 September 2026"."""
    kind = outcome.kind
    if kind is OutcomeKind.ACTION:
        return _action(outcome)
    if kind is OutcomeKind.PLACEMENT and outcome.reading is not None:
        return _("Placement agreed: %(places)s.", places=places(outcome.reading))
    if kind is OutcomeKind.NEXT_REVIEW:
        return _("Next review on %(day)s.", day=day(outcome.next_review_on))
    words = [outcome.words] if outcome.words else []
    if outcome.next_review_on is not None:
        words.append(_("Next review on %(day)s.", day=day(outcome.next_review_on)))
    if kind is OutcomeKind.DECIDED:
        return " ".join(words)
    return f"{KINDS[kind]}: {' '.join(words)}" if words else f"{KINDS[kind]}."


def _action(outcome: Outcome) -> str:
    action = outcome.action
    if action is None:
        return outcome.words
    who = action.responsible.name if action.responsible is not None else _("Nobody is responsible")
    if action.due_on is None:
        return _("Action: %(title)s (%(who)s).", title=action.title, who=who)
    return _("Action: %(title)s (%(who)s, %(day)s).", title=action.title, who=who, day=day(action.due_on))


def places(reading: Reading) -> str:
    """ "Focus mostly value creation, Level mostly the collective and Use mostly learning"."""
    found = ((balance, reading.place(balance)) for balance in BALANCES)
    return listed(f"{NAMES[balance]} {STOPS[balance][place]}" for balance, place in found if place is not None)
