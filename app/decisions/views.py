"""The session view, what is recorded in it, and the log of decisions."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("decisions", __name__)
