"""Goal load, and goals that pull against each other."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("load", __name__, url_prefix="/load")
