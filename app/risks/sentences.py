"""How the history and the inbox tell of assessments. What a draft says is for those who assess, so no field is told."""

from __future__ import annotations

from app.core.languages import lazy
from app.risks.labels import VALUES as ASSESSMENT_VALUES

SENTENCES = {
    "assessment.started": lazy("%(actor)s began an assessment of the work environment."),
    "assessment.revised": lazy("%(actor)s revised the draft of an assessment."),
    "assessment.finished": lazy(
        "%(actor)s finished an assessment of the work environment. Risk: %(level)s. Verdict: %(verdict)s."
    ),
}
LABELS = {"assessment": {"strains": lazy("Strains")}}
VALUES = {"assessment": ASSESSMENT_VALUES}
NOTICES = {"assessment.finished": lazy("%(actor)s finished an assessment of the work environment.")}
