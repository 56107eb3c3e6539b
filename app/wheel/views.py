"""The year wheel and the calendars."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("wheel", __name__)
