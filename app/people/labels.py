"""Words for roles and choices."""

from __future__ import annotations

from app.core.languages import lazy
from app.people.models import Contrast, Role, Theme

ROLES = {
    Role.SAFETY: lazy("Safety organisation"),
    Role.MANAGER: lazy("Manager"),
    Role.REPRESENTATIVE: lazy("Representative"),
    Role.READER: lazy("Reader"),
    Role.ADMINISTRATOR: lazy("Administrator"),
}

THEMES = {
    Theme.SYSTEM: lazy("As on my device"),
    Theme.LIGHT: lazy("Light"),
    Theme.DARK: lazy("Dark"),
}

CONTRASTS = {
    Contrast.SYSTEM: lazy("As on my device"),
    Contrast.MORE: lazy("High contrast"),
}

FIELDS = {
    "email": lazy("E-mail"),
    "name": lazy("Name"),
    "job_title": lazy("Job title"),
    "role": lazy("Role"),
    "language": lazy("Language"),
    "theme": lazy("Light or dark"),
    "contrast": lazy("Contrast"),
    "closed_on": lazy("Closed on"),
}
