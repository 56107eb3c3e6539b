"""Every setting has words, and a default that its own form would take."""

from __future__ import annotations

import pytest
from flask import Flask
from flask_babel import force_locale

from app.core.choosing import settings_form
from app.core.settings import DECLARED, chosen


def test_the_form_takes_every_default(app: Flask) -> None:
    with app.test_request_context(method="POST", data={name: str(one.default) for name, one in DECLARED.items()}):
        form = settings_form(1, chosen())
        assert form.validate() or set(form.errors) == {"csrf_token"}, form.errors
        assert {name: form.answers[name] for name in DECLARED} == {name: one.default for name, one in DECLARED.items()}


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_has_a_label_and_each_option_its_words(app: Flask, language: str) -> None:
    with force_locale(language):
        for one in DECLARED.values():
            assert str(one.label), one.name
            assert str(one.group), one.name
            assert all(str(words) for words in one.options.values()), one.name
            assert one.options or one.low < one.high, f"{one.name}: say from where to where"
