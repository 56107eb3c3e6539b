"""How the history and the inbox tell of assessments. What a draft says is for those who assess, so no field is told."""

from __future__ import annotations

from app.core.languages import lazy
from app.risks.labels import ACCEPTANCE_FIELDS, ENDINGS
from app.risks.labels import VALUES as ASSESSMENT_VALUES

SENTENCES = {
    "assessment.started": lazy("%(actor)s began an assessment of the work environment."),
    "assessment.revised": lazy("%(actor)s revised the draft of an assessment."),
    "assessment.finished": lazy(
        "%(actor)s finished an assessment of the work environment. Risk: %(level)s. Verdict: %(verdict)s."
    ),
    "acceptance.given": lazy("%(actor)s noted that %(name)s accepts a high risk for a while."),
    "acceptance.ended": lazy("The acceptance of a high risk ended: %(why)s."),
}
LABELS = {"assessment": {"strains": lazy("Strains")}, "acceptance": ACCEPTANCE_FIELDS}
VALUES = {"assessment": ASSESSMENT_VALUES, "acceptance": {"why": ENDINGS, "ended_why": ENDINGS}}
NOTICES = {
    "assessment.finished": lazy("%(actor)s finished an assessment of the work environment."),
    "acceptance.given": lazy("%(actor)s noted that a high risk is accepted for a while: %(strain)s."),
    "acceptance.ended": lazy("%(actor)s withdrew the acceptance of a high risk: %(strain)s."),
}
