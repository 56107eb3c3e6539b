"""How the history tells of findings set aside."""

from __future__ import annotations

from app.checks.labels import FIELDS
from app.checks.rules import RULES
from app.core.languages import lazy

SENTENCES = {
    "finding.set_aside": lazy("%(actor)s set a finding of the service check aside until %(until)s: %(found)s."),
    "finding.taken_back": lazy("%(actor)s lets a finding of the service check count again: %(found)s."),
}
LABELS = {"set_aside": FIELDS}
VALUES = {"set_aside": {"found": {rule.code: rule.title for rule in RULES}}}
