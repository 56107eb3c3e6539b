"""The workplace assessment (APV) per unit."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("apv", __name__, url_prefix="/apv")
