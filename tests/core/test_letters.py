"""Whole addresses and letters, written where there is no request."""

from __future__ import annotations

import pytest

from app.core.letters import Templates, absolute, write


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://pejling.example", "https://pejling.example/goals/7"),
        ("http://localhost:8000", "http://localhost:8000/goals/7"),
        ("https://intra.example/pejling", "https://intra.example/pejling/goals/7"),
    ],
)
def test_an_address_is_whole(app, monkeypatch, url, expected):
    monkeypatch.setitem(app.config, "URL", url)
    assert absolute("dossier.show", goal_id=7) == expected


def test_a_letter_is_in_the_language_asked_for(app, monkeypatch):
    monkeypatch.setitem(app.config, "URL", "https://pejling.example")
    templates = Templates("mail/test/subject.txt", "mail/test/body.txt", "mail/test/body.html")
    assert write(templates, "da").subject == "En prøvemail fra Pejling"
    english = write(templates, "en")
    assert english.subject == "A test mail from Pejling"
    assert "https://pejling.example/sign-in" in english.text
    assert 'href="https://pejling.example/sign-in"' in english.html
    assert write(templates, "xx").subject == "En prøvemail fra Pejling"
