"""The messy spreadsheet against Solbæk: every usable row in, every unusable one named with row, cell and reason."""

import io
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.core.db import session
from app.exchange import plan as planning
from app.exchange import queries
from app.exchange.plan import Fate
from app.goals.models import Goal
from tests import litany

FILE = Path(__file__).parent / "maal-2026.xlsx"
CSV = (
    "Afd.;Mål;Nu;Mål-tal;Næste opfølgning;Fokus\n"
    "Borgerservice;Kortere ventetid;9;5;1. marts 2027;+1\nUkendt;Noget;;;;\n"
)


def upload(page, user, name="maal.csv", content=None):
    browser = page(user)
    data = {"file": (io.BytesIO(CSV.encode() if content is None else content), name)}
    answer = browser.post("/import/goals", data, content_type="multipart/form-data")
    return browser, answer


def test_the_plan_says_row_by_row_what_and_why(page, cast):
    browser, answer = upload(page, cast.ida)
    shown = browser.follow(answer)
    rows = [" ".join(row.text_content().split()) for row in shown.doc.xpath("//tbody/tr")]
    assert "New" in rows[0]
    assert "Can't be used" in rows[1]
    assert "A3 There is no unit called »Ukendt«." in rows[1]
    assert session().scalar(sa.select(sa.func.count()).select_from(Goal)) == 2


def test_columns_can_be_put_right_by_hand(page, cast):
    browser, answer = upload(page, cast.ida, content="Sted;Mål;Nu\nBorgerservice;Svar;9\n".encode())
    assert "There must be a column" in browser.follow(answer).words
    browser.post(answer.location, {"column-0": "unit"})
    assert "New" in browser.get(answer.location).doc.xpath("//tbody")[0].text_content()
    browser, answer = upload(page, cast.ida, content="Afd.;Mål;Tekst\nBorgerservice;Svar;Fordi det haster\n".encode())
    browser.post(answer.location, {"column-0": "unit", "column-1": "title", "column-2": "purpose"})
    doc = browser.get(answer.location).doc
    assert doc.xpath("//select[@name='column-2']/option[@selected]/@value") == ["purpose"]


def test_the_messy_file_in_full(page, cast):
    _browser, answer = upload(page, cast.ida, FILE.name, FILE.read_bytes())
    assert answer.status_code == 302
    with page(cast.ida).app.app_context():
        plan = planning.make(FILE.name, FILE.read_bytes(), {}, queries.known_names(), queries.goals_by_name())
    # In Lilleby only three of the file's units exist, so the rest is named as unknown, each at its own cell.
    wrong = {
        row.row.number: {(issue.cell, issue.code) for issue in row.row.issues if issue.stops}
        for row in plan.having(Fate.WRONG)
    }
    assert wrong[26] == {("A26", "unknown_unit")}
    assert wrong[27] == {("A27", "no_unit")}
    assert ("B28", "no_title") in wrong[28]
    assert wrong[32] == {("A32", "total")}
    assert {row.row.number for row in plan.having(Fate.NEW)} == {6, 7, 21}
    assert wrong[22] == {("B22", "repeats")}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.pdf", b"%PDF", "Send an XLSX or a CSV file"),
        ("x.xlsx", b"%PDF", "Send an XLSX or a CSV file"),
        ("x.csv", b"a;b\n", "No line of headings"),
    ],
)
def test_a_wrong_file_is_told_at_the_field(page, cast, name, content, message):
    _browser, answer = upload(page, cast.ida, name, content)
    assert message in answer.words
    assert answer.doc.xpath("//*[contains(@class,'error-summary')]")


def test_litany(page, cast):
    _browser, answer = upload(page, cast.ida)
    litany.asks_strangers_to_sign_in(page, answer.location)
    litany.hidden_from(page, answer.location, cast.karin, cast.mads, cast.emma)
    litany.refuses(page, answer.location, cast.ida, "DELETE")
