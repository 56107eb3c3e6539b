"""Papers, read anew by programs that are not ours."""

from __future__ import annotations

import io
import subprocess
from shutil import which

import pytest
from docx import Document


def text_of(data: bytes) -> str:
    """Everything that a PDF or DOCX says, with single spaces; a test that needs a reader of PDFs is skipped without."""
    return " ".join((lines_of(data) if data.startswith(b"%PDF") else _docx(data)).split())


def lines_of(pdf: bytes, *options: str) -> str:
    """What pdftotext (poppler-utils) reads in a PDF, line by line: in the order of the file, or as `options` say."""
    tool = which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler-utils) is not here to read the file back")
    command = [tool, *(options or ["-raw"]), "-", "-"]
    read = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()  # noqa: S603
    return read.replace("\u200b", "")  # where a long word may break


def _docx(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])
