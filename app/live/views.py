"""The session view and those who follow it."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("live", __name__)
