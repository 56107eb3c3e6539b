import io

from python_calamine import CalamineWorkbook

from app.goals.models import Answer, Status
from tests import litany
from tests.checks.answers import aside, sound

PATH = "/service-check/export.xlsx"


def rows(answer):
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.data))
    return book.get_sheet_by_index(0).to_python()


def test_it_holds_every_finding_with_goal_and_reason(page, cast):
    goal = sound(cast, identifiable=Answer.YES)
    kept = aside(cast, goal, "identifiable")
    heads, *found = rows(page(cast.emma).get(PATH))
    assert heads[:4] == ["How much it matters", "Finding", "Why it matters", "No."]
    [row] = [row for row in found if row[1] == "Single persons can be told from the numbers"]
    assert [row[0], *row[3:7]] == ["Moderate", goal.code, goal.title, "Borgerservice", "Karin Nørgård"]
    assert (row[8], row[9]) == (kept.until, kept.reason)
    assert "Borgere får et klart svar" in [row[4] for row in found]


def test_it_takes_the_unit_that_is_looked_at(page, cast):
    sound(cast, identifiable=Answer.YES)
    there = sound(cast, unit_id=cast.roads.id, identifiable=Answer.YES)
    found = rows(page(cast.emma).get(f"{PATH}?unit={cast.roads.id}"))
    assert {row[3] for row in found[1:]} == {there.code}


def test_drafts_are_for_those_who_see_them(page, cast):
    draft = sound(cast, status=Status.DRAFT)
    assert draft.code in {row[3] for row in rows(page(cast.karin).get(PATH))}
    assert draft.code not in {row[3] for row in rows(page(cast.emma).get(PATH))}


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for user in (cast.ida, cast.mads, cast.bo):
        assert page(user).get(PATH).status_code == 200, user.name
    litany.refuses(page, PATH, cast.ida, "POST")
