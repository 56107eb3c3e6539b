"""Words for unintended effects."""

from __future__ import annotations

from app.organisation.labels import SIDES

STANDS_ON = SIDES
