import io

from python_calamine import load_workbook

from tests import litany


def test_the_headings_in_the_readers_language(page, cast):
    rows = (
        load_workbook(io.BytesIO(page(cast.ida).get("/import/goals/template.xlsx").data))
        .get_sheet_by_index(0)
        .to_python()
    )
    assert rows[0][:2] == ["Unit", "Goal"]


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/import/goals/template.xlsx")
    litany.forbidden_for(page, "/import/goals/template.xlsx", cast.karin, cast.emma)
