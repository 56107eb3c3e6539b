"""Which files are kept: told by their content and their ending."""

import pytest

from app.agenda import files
from app.agenda.files import TYPES, Unwelcome, welcome
from tests.agenda.answers import DOCX, packed

WORD = packed("[Content_Types].xml", "word/document.xml")
ODT = packed("mimetype", "content.xml", mimetype=b"application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("notat.pdf", b"%PDF-1.7 ...", "application/pdf"),
        ("NOTAT.PDF", b"%PDF-1.7 ...", "application/pdf"),
        ("notat.docx", WORD, DOCX),
        ("notat.odt", ODT, "application/vnd.oasis.opendocument.text"),
        ("foto.png", b"\x89PNG\r\n\x1a\n...", "image/png"),
        ("foto.jpg", b"\xff\xd8\xff\xe0...", "image/jpeg"),
        ("æøå.txt", "blåbærgrød".encode(), "text/plain"),
    ],
)
def test_what_is_what_it_says_is_kept(name, content, kind):
    assert welcome(name, content).media_type == kind


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("spil.exe", b"MZ", "kind"),
        ("side.html", b"<script>", "kind"),
        ("tegning.svg", b"<svg/>", "kind"),
        ("makro.docm", packed("word/document.xml"), "kind"),
        ("notat", b"%PDF-", "kind"),
        ("notat.pdf", b"<html>%PDF-", "content"),
        ("notat.docx", b"%PDF-1.7", "content"),
        ("notat.docx", packed("xl/workbook.xml"), "content"),
        ("notat.docx", b"PK\x03\x04 kun begyndelsen", "content"),
        ("notat.odt", packed("mimetype", mimetype=b"application/zip"), "content"),
        ("notat.txt", b"\x00\x01", "content"),
        ("notat.txt", b"\xff\xfe", "content"),
        ("notat.docx", packed("word/document.xml", "word/vbaProject.bin"), "macros"),
        ("notat.odt", packed("mimetype", "Basic/Standard/script.xml"), "macros"),
        ("notat.pdf", b"", "empty"),
    ],
)
def test_what_is_not_what_it_says_is_refused(name, content, code):
    with pytest.raises(Unwelcome) as refused:
        welcome(name, content)
    assert refused.value.code == code


def test_what_would_unpack_beyond_all_measure_is_refused(monkeypatch):
    monkeypatch.setattr(files, "MOST_UNPACKED", 1000)
    bomb = packed("word/document.xml", "bombe", bombe=b"0" * 100_000)
    assert len(bomb) < 1000
    with pytest.raises(Unwelcome, match="packed"):
        welcome("notat.docx", bomb)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\hemmeligt\\notat.txt", "notat.txt"),
        ("/root/.ssh/notat.txt", "notat.txt"),
        ("no\x00tat\u202etxt.txt", "notattxt.txt"),
        ("a" * 300 + ".txt", "a" * 110 + ".txt"),
    ],
)
def test_a_name_leads_nowhere(sent, shown):
    assert welcome(sent, b"tekst").name == shown


def test_every_kind_is_either_looked_into_or_a_text():
    assert set(TYPES) == {*files.STARTS, *files.INSIDE, "odt", "ods", "txt"}
