"""Actions across the register."""

from __future__ import annotations

from flask import Blueprint

from app.actions import queries  # noqa: F401

bp = Blueprint("actions", __name__, url_prefix="/actions")
