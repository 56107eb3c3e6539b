from app.core.db import session
from app.library.models import LibraryLine
from tests import litany
from tests.library.answers import KEY, added, reworded, the_line, typed
from tests.organisation.answers import last_event

PATH = f"/library/{KEY}/edit"


def test_a_shipped_line_is_reworded_in_a_row_of_its_own(page, cast):
    before = the_line(cast)
    said = typed(before, da="Vi holder kortene tæt ind til kroppen", poles=["level:left", "use:left"])
    assert page(cast.ida).post(PATH, said).location == "/library#cooperation"
    line = the_line(cast)
    assert line.is_reworded
    assert (line.da, line.en) == ("Vi holder kortene tæt ind til kroppen", before.en)
    assert line.poles == ("level:left", "use:left")
    assert (line.row.shipped_da, line.row.shipped_en) == (before.da, before.en)
    assert last_event().code == "library.revised"
    assert last_event().changes["da"] == [before.da, "Vi holder kortene tæt ind til kroppen"]
    assert "en" not in last_event().changes


def test_its_history_is_told_in_both_languages(page, cast):
    reworded(cast)
    answer = page(cast.ida).get(PATH)
    assert "Ida Møllegård reworded »Vi bliver rivaler« in the library." in answer.words
    assert "Colleagues become rivals" in answer.words, "what it said before"


def test_an_own_line_is_reworded_in_place(page, cast):
    row = added(cast)
    path = f"/library/{row.id}/edit"
    said = typed(the_line(cast, str(row.id)), en="The drive is not counted", kind="gain")
    assert page(cast.ida).post(path, said).status_code == 302
    session().expire_all()
    assert the_line(cast, str(row.id)).en == "The drive is not counted"
    assert session().query(LibraryLine).count() == 1


def test_two_at_once_do_not_overwrite(page, cast):
    first, second = typed(the_line(cast), da="Den første"), typed(the_line(cast), da="Den anden")
    page(cast.ida).post(PATH, first)
    answer = page(cast.ida).post(PATH, second)
    assert answer.status_code == 409
    assert answer.values("da") == ["Den anden"]
    assert [[c.text_content() for c in row] for row in answer.doc.xpath("//tbody/tr")] == [
        ["In Danish", "Den første", "Den anden"]
    ]
    assert the_line(cast).da == "Den første"
    again = second | {"version": answer.values("version")[0]}
    assert page(cast.ida).post(PATH, again).status_code == 302
    session().expire_all()
    assert the_line(cast).da == "Den anden"


def test_what_is_wrong_keeps_what_was_typed(page, cast):
    answer = page(cast.ida).post(PATH, typed(the_line(cast), da="", en="", aspect="trust"))
    assert "Write the line in at least one of the languages." in answer.words
    assert answer.doc.xpath("//select[@name='aspect']/option[@selected]/@value") == ["trust"]
    assert not the_line(cast).is_reworded


def test_the_shipped_words_stand_beside_theirs(page, cast):
    shipped = the_line(cast)
    reworded(cast)
    answer = page(cast.ida).get(PATH)
    assert "These are your words" in answer.words
    assert shipped.da in answer.words
    assert shipped.en in answer.words
    assert answer.doc.xpath(f"//form[@action='/library/{KEY}/restore']")


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method=method)
        litany.hidden_from(page, "/library/no.such.line/edit", cast.ida, method=method)
        litany.hidden_from(page, "/library/9999/edit", cast.ida, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
