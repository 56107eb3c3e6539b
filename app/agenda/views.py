"""Agendas and their items, proposals, annexes, and the backlog."""

from __future__ import annotations

from flask import Blueprint

bp = Blueprint("agenda", __name__)
