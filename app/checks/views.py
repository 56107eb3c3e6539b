"""The service check."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("checks", __name__, url_prefix="/service-check")
