from app.barriers.lists import BARRIERS
from tests import litany
from tests.barriers.answers import assigned, removed, reported
from tests.dossier.test_export import rows_of_csv, rows_of_xlsx


def test_a_spreadsheet_of_what_is_filtered(page, cast):
    removed(cast, words="Fjernet")
    assigned(cast, words="Åben")
    sent = page(cast.bo).get("/barriers/export.xlsx?status=open&columns=owner&columns=due_on")
    assert "barriers-" in sent.headers["Content-Disposition"]
    head, *rows = rows_of_xlsx(sent)
    assert head == ["What stands in the way", "Who takes it away", "To be gone by"]
    assert [row[:2] for row in rows] == [["Åben", "Trine Løvenskjold"]]


def test_no_column_is_lost(page, cast):
    removed(cast)
    query = "&".join(f"columns={column.name}" for column in BARRIERS.columns)
    browser = page(cast.ida)
    shown = browser.get(f"/barriers?{query}").doc.xpath("//thead//th")
    assert len(shown) == len(BARRIERS.columns)
    for rows in (
        rows_of_csv(browser.get(f"/barriers/export.csv?{query}")),
        rows_of_xlsx(browser.get(f"/barriers/export.xlsx?{query}")),
    ):
        assert rows[0] == [" ".join(head.text_content().split()) for head in shown]


def test_a_text_file(page, cast):
    removed(cast, words="=1+1")
    text = page(cast.bo).get("/barriers/export.csv?columns=how&columns=status").data.decode("utf-8-sig")
    assert "Brevet er skrevet om." in text
    assert "\n=1+1" not in text


def test_the_list_leads_to_both(page, cast):
    reported(cast)
    links = page(cast.bo).get("/barriers?status=open").doc.xpath("//a[contains(@href, 'export')]/@href")
    assert links == ["/barriers/export.xlsx?status=open", "/barriers/export.csv?status=open"]


def test_of_a_draft_only_for_those_who_see_it(page, cast):
    reported(cast, by=cast.trine, goal=cast.draft, words="I kladden")
    assert "I kladden" in page(cast.trine).get("/barriers/export.csv").data.decode()
    assert "I kladden" not in page(cast.bo).get("/barriers/export.csv").data.decode()


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/barriers/export.csv")
    litany.hidden_from(page, "/barriers/export.exe", cast.ida)
    litany.refuses(page, "/barriers/export.csv", cast.ida, "POST")
