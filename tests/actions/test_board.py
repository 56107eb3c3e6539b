from app.actions.models import ActionStatus, Worked
from tests import litany
from tests.actions.answers import acted, due
from tests.actions.test_index import many


def columns(answer):
    """{heading: titles of its cards}."""
    return {
        " ".join(column.xpath("string(h2)").split()): [one.text_content() for one in column.xpath(".//h3")]
        for column in answer.doc.xpath("//section[contains(@class, 'board-column')]")
    }


def test_each_stands_in_its_column_the_most_urgent_first(page, cast):
    acted(cast, title="Senere", due_on=due(9))
    acted(cast, title="Nu", due_on=due(-2))
    acted(cast, title="Uden dag", due_on=None)
    acted(cast, title="I gang", status=ActionStatus.UNDERWAY, progress=40)
    acted(cast, title="Gjort", status=ActionStatus.DONE, check_on=due(-1))
    acted(cast, title="Lukket", status=ActionStatus.CLOSED, worked=Worked.PARTLY)
    acted(cast, title="Længe lukket", status=ActionStatus.CLOSED, checked_on=due(-91))
    acted(cast, title="Droppet", status=ActionStatus.DROPPED)
    answer = page(cast.emma).get("/actions/board")
    assert columns(answer) == {
        "Planned 3": ["Nu", "Senere", "Uden dag"], "Under way 1": ["I gang"],
        "Done, waiting for its check 1": ["Gjort"], "Closed in the last 90 days 1": ["Lukket"],
    }  # fmt: skip
    for words in ("2 days overdue", "Effect check: 1 day overdue", "40 per cent", "Partly"):
        assert words in answer.words
    assert not answer.doc.xpath("//main//form[@method='post']")


def test_who_may_move_a_card_has_a_button_for_it(page, cast):
    planned, underway = acted(cast), acted(cast, status=ActionStatus.UNDERWAY)
    done = acted(cast, status=ActionStatus.DONE)
    answer = page(cast.karin).get("/actions/board")
    assert answer.doc.xpath(f"//form[starts-with(@action, '/actions/{planned.id}/move')]//button[contains(., 'Begin')]")
    assert answer.doc.xpath(f"//form[starts-with(@action, '/actions/{underway.id}/move')]")
    assert answer.doc.xpath(f"//a[@href='/actions/{underway.id}/finish']")
    assert answer.doc.xpath(f"//a[@href='/actions/{done.id}/check']")


def test_it_is_narrowed_to_a_unit_or_to_ones_own(page, cast):
    acted(cast, title="Her")
    acted(cast, title="Der", unit=cast.roads, responsible=cast.emma)
    assert columns(page(cast.emma).get(f"/actions/board?unit={cast.roads.id}"))["Planned 1"] == ["Der"]
    assert columns(page(cast.emma).get("/actions/board?responsible=me"))["Planned 1"] == ["Der"]
    assert len(columns(page(cast.emma).get(f"/actions/board?unit={cast.root.id}"))["Planned 2"]) == 2
    assert page(cast.emma).get("/actions/board?unit=x").status_code == 200


def test_a_column_is_bounded_and_leads_to_the_list_behind_it(page, cast):
    many(cast, 5)
    few = page(cast.karin).get("/actions/board")
    many(cast, 20)
    answer = page(cast.karin).get(f"/actions/board?unit={cast.service.id}")
    assert answer.queries == few.queries
    assert len(columns(answer)["Planned 25"]) == 12
    (link,) = answer.doc.xpath("//section[contains(@class, 'board-column')]//a[contains(., 'See all')]/@href")
    assert "25 actions" in page(cast.karin).get(link).words


def test_what_one_does_not_see_is_neither_shown_nor_counted(page, cast):
    acted(cast, goals=[cast.draft])
    assert columns(page(cast.bo).get("/actions/board"))["Planned 0"] == []


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/actions/board")
    litany.refuses(page, "/actions/board", cast.ida, "POST")
