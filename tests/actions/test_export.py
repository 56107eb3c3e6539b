from app.actions.lists import ACTIONS
from tests import litany
from tests.actions.answers import acted
from tests.actions.test_index import many
from tests.dossier.test_export import rows_of_csv, rows_of_xlsx
from tests.risks import answers as risks


def test_no_column_is_lost(page, cast):
    acted(cast)
    query = "&".join(f"columns={column.name}" for column in ACTIONS.columns)
    browser = page(cast.ida)
    heads = [" ".join(h.text_content().split()) for h in browser.get(f"/actions?{query}").doc.xpath("//thead//th")]
    assert len(heads) == len(ACTIONS.columns)
    for rows in (
        rows_of_csv(browser.get(f"/actions/export.csv?{query}")),
        rows_of_xlsx(browser.get(f"/actions/export.xlsx?{query}")),
    ):
        assert rows[0] == heads
        assert rows[1][0] == "Tag listen ned"


def test_all_rows_and_not_only_a_page_in_as_many_queries(page, cast):
    many(cast, 60)
    few = page(cast.emma).get("/actions/export.csv?columns=strains&columns=goals")
    many(cast, 60)
    answer = page(cast.emma).get("/actions/export.csv?columns=strains&columns=goals")
    assert len(rows_of_csv(answer)) == 121
    assert answer.queries == few.queries


def test_only_what_is_filtered(page, cast):
    acted(cast), acted(cast, title="En anden", responsible=cast.emma)
    rows = rows_of_csv(page(cast.emma).get("/actions/export.csv?responsible=me"))
    assert [row[0] for row in rows[1:]] == ["En anden"]


def test_nothing_that_one_may_not_see(page, cast):
    strain = risks.drafted(cast, risks.strain()).ratings[0].strain
    acted(cast, title="Til kladden", goals=[cast.draft])
    acted(cast, goals=[cast.goal, cast.draft], strains=[strain])
    sent = page(cast.bo).get("/actions/export.csv?columns=goals&columns=strains").data.decode()
    assert "Tag listen ned" in sent
    for hidden in ("Til kladden", "Telefonen", "M-0002", "Kø og hast"):
        assert hidden not in sent
    assert "Kø og hast" in page(cast.karin).get("/actions/export.csv?columns=strains").data.decode()


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/actions/export.csv")
    litany.hidden_from(page, "/actions/export.exe", cast.ida)
    litany.refuses(page, "/actions/export.csv", cast.ida, "POST")
