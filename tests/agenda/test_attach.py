import io
from pathlib import Path

import pytest
from flask import current_app
from werkzeug.exceptions import NotFound

from app.agenda import views
from app.core.db import session
from app.meetings.models import Annex, Stage
from tests import litany
from tests.agenda.answers import path, secret
from tests.meetings.answers import item, met


def sent(content, name):
    return {"file": (io.BytesIO(content), name)}


def kept():
    folder = Path(current_app.config["ANNEXES"])
    return sorted(file for file in folder.rglob("*") if file.is_file())


def test_a_file_is_kept_under_a_name_that_says_nothing(page, cast):
    thing, before = item(cast, met(cast)), kept()
    answer = page(cast.karin).post(path(thing, "/attach"), sent(b"%PDF-1.7 sagen", "../../Bilag om støj.pdf"))
    assert answer.location == path(thing)
    annex = session().query(Annex).one()
    assert (annex.name, annex.media_type, annex.size) == ("Bilag om støj.pdf", "application/pdf", 14)
    (file,) = set(kept()) - set(before)
    assert file.name == annex.stored
    assert "st" not in file.suffix


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"MZ", "spil.exe", "Files of that kind are not kept."),
        (b"<html>", "sag.pdf", "The file is not what its name says."),
        (b"", "sag.pdf", "The file is empty."),
        (b"%PDF-1.7 alt for lang", "sag.pdf", "The file is too large: at most 8 megabytes."),
    ],
)
def test_what_is_not_kept_leaves_nothing_behind(page, cast, monkeypatch, content, name, words):
    monkeypatch.setattr(views, "MEGABYTE", 2)
    thing, before = item(cast, met(cast)), kept()
    assert words in page(cast.karin).post(path(thing, "/attach"), sent(content, name)).words
    assert kept() == before
    assert session().query(Annex).count() == 0


def test_nothing_chosen(page, cast):
    assert "Choose a file." in page(cast.karin).post(path(item(cast, met(cast)), "/attach"), {}).words


def test_a_file_whose_saving_fails_is_taken_away_again(page, cast, monkeypatch):
    thing, before = item(cast, met(cast)), kept()

    def fails(*_things, **_more):
        raise NotFound

    monkeypatch.setattr(views.operations, "add_annex", fails)
    assert page(cast.karin).post(path(thing, "/attach"), sent(b"%PDF-1.7", "sag.pdf")).status_code == 404
    assert kept() == before


def test_litany(page, cast):
    thing = item(cast, met(cast, stage=Stage.CALLED))
    litany.asks_strangers_to_sign_in(page, path(thing, "/attach"))
    litany.forbidden_for(page, path(thing, "/attach"), cast.emma, cast.mads, cast.ida)
    litany.hidden_from(page, path(secret(cast), "/attach"), cast.emma)
