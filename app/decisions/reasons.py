"""Where something was decided, as it stands on the goal that it was decided on. Pure."""

from __future__ import annotations

from datetime import date

from app.core.formats import day
from app.core.languages import gettext as _


def decided_there(committee: str, held_on: date) -> str:
    """'Decided in Lokal-MED Jobcenter on 24 September 2026.'"""
    return _("Decided in %(committee)s on %(day)s.", committee=committee, day=day(held_on))
