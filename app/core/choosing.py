"""The form of the settings that the rooms declare: one field for each, made from its declaration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import wtforms as w

from app.core.forms import VersionedForm, WholeField, between, required, words_as_choices
from app.core.languages import lazy
from app.core.settings import DECLARED, Setting


def settings_form(version: int, now: Mapping[str, Any]) -> Any:
    """A form with every declared setting as it stands."""
    kind = type("SettingsForm", (VersionedForm,), {name: _field(one) for name, one in DECLARED.items()})
    return kind(data={**now, "version": str(version)})


def _field(one: Setting) -> Any:
    if one.options:
        return w.SelectField(one.label, choices=words_as_choices(one.options), description=one.hint)
    asked = [required(lazy("Write a whole number.")), between(one.low, one.high)]
    return WholeField(one.label, validators=asked, description=one.hint)


def grouped(form: Any) -> list[tuple[Any, list[Any]]]:
    """[(group, fields)] in the order of the declarations."""
    groups: dict[str, tuple[Any, list[Any]]] = {}
    for name, one in DECLARED.items():
        groups.setdefault(str(one.group), (one.group, []))[1].append(form[name])
    return list(groups.values())
