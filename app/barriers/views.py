"""The barriers of a goal."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("barriers", __name__, url_prefix="/goals")
