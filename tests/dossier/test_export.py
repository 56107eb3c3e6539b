import csv
import io

from python_calamine import load_workbook

from app.dossier.register import GOALS
from tests import litany
from tests.dossier.test_index import many, set_on


def rows_of_csv(answer):
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))


def rows_of_xlsx(answer):
    return load_workbook(io.BytesIO(answer.data)).get_sheet_by_index(0).to_python()


def test_both_files_hold_what_the_screen_shows(page, cast):
    browser = page(cast.ida)
    screen = [" ".join(h.text_content().split()) for h in browser.get("/goals?q=svar").doc.xpath("//thead//th")]
    for rows in (
        rows_of_csv(browser.get("/goals/export.csv?q=svar")),
        rows_of_xlsx(browser.get("/goals/export.xlsx?q=svar")),
    ):
        assert rows[0] == screen
        assert [row[1] for row in rows[1:]] == [cast.goal.title]


def test_no_column_is_lost(page, cast):
    query = "&".join(f"columns={column.name}" for column in GOALS.columns)
    browser = page(cast.ida)
    heads = [" ".join(h.text_content().split()) for h in browser.get(f"/goals?{query}").doc.xpath("//thead//th")]
    assert len(heads) == len(GOALS.columns)
    assert rows_of_csv(browser.get(f"/goals/export.csv?{query}"))[0] == heads
    assert rows_of_xlsx(browser.get(f"/goals/export.xlsx?{query}"))[0] == heads


def test_all_rows_and_not_only_a_page(page, cast):
    many(cast, 120)
    assert len(rows_of_csv(page(cast.ida).get("/goals/export.csv"))) == 123


def test_nothing_that_one_may_not_see(page, cast):
    assert "Telefonen" not in page(cast.bo).get("/goals/export.csv").data.decode()


def test_a_formula_stays_text(page, cast):
    set_on(cast.goal, cast.ida, title="=HYPERLINK(1)")
    assert rows_of_csv(page(cast.ida).get("/goals/export.csv?status=in_force"))[1][1] == "'=HYPERLINK(1)"


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/goals/export.csv")
    litany.hidden_from(page, "/goals/export.exe", cast.ida)
    litany.refuses(page, "/goals/export.csv", cast.ida, "POST")
