import re

from app.core.paper_docx import docx
from app.wheel.marks import year_of
from app.wheel.papers import paper_of
from tests import litany
from tests.meetings.answers import met, private
from tests.papers import text_of
from tests.wheel.answers import duty, many_goals, this_year

PATH = "/wheel/paper.pdf"


def test_it_is_one_tagged_sheet_of_a3(page, cast):
    met(cast), duty(cast)
    answer = page(cast.karin).get(PATH)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.data.startswith(b"%PDF-")
    assert re.search(rb"/MediaBox ?\[0 0 1190\.\d+ 841\.\d+\]", answer.data), "A3 across"
    assert b"/MarkInfo" in answer.data
    assert b"/Alt" in answer.data or b"/ObjStm" in answer.data


def test_the_list_stands_in_it_and_nothing_that_is_not_for_the_reader(page, cast):
    met(cast, held_on=this_year(12)), many_goals(cast, 9, this_year(5)), private(cast, held_on=this_year(3))
    text = text_of(page(cast.karin).get(PATH).data)
    assert "Lokal-MED Borgerservice (Ordinary meeting)" in text
    assert "and 5 more" in text
    assert "The employees' own" not in text


def test_where_no_drawing_can_be_held_its_words_stand(app):
    assert docx(paper_of(year_of(2026, {}), whose="x", drawing="<svg/>"))


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.refuses(page, PATH, cast.ida, "POST")
