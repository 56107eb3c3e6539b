"""The minutes as a page and as papers, and what is said about them."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("minutes", __name__)
