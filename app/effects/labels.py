"""Words for unintended effects."""

from __future__ import annotations

from app.core.languages import lazy
from app.organisation.models import Side

STANDS_ON = {Side.MANAGEMENT: lazy("From management"), Side.EMPLOYEES: lazy("From the employees")}
