"""The guide of dialogue questions, and dialogue sessions."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("dialogue", __name__)
