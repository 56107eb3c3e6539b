"""The meetings of the committees, their agendas and backlogs."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("meetings", __name__)
