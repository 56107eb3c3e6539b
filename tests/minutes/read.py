"""Papers, read anew by programs that are not ours."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import pytest
from docx import Document


def text_of(data: bytes) -> str:
    """Everything that a PDF or DOCX says, with single spaces; a test that needs a reader of PDFs is skipped without."""
    return " ".join((_pdf(data) if data.startswith(b"%PDF") else _docx(data)).split())


def _pdf(data: bytes) -> str:
    tool = which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler-utils) is not here to read the file back")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "paper.pdf"
        file.write_bytes(data)
        return subprocess.run([tool, "-raw", file, "-"], capture_output=True, check=True).stdout.decode()  # noqa: S603


def _docx(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])
