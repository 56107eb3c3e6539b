"""A new version of the program comes with other lines: what the organisation decided stays."""

from app.core.db import session
from app.library.operations import bring_back_line, hide_line, restore_line
from app.library.queries import find_line, lines
from tests.library.answers import KEY, added, reworded, the_line
from tests.library.conftest import PRIDE, RIVALRY

NEW = RIVALRY | {"da": "Kolleger bliver rivaler i stedet for hjælpere", "en": "Colleagues are rivals, not helpers"}


def words(cast, key=KEY):
    session().expire_all()
    line = the_line(cast, key)
    return line.da, line.en


def test_what_nobody_touched_follows_the_program(app, cast, ship):
    ship(RIVALRY, PRIDE)
    ship(NEW, PRIDE)
    assert words(cast) == (NEW["da"], NEW["en"])


def test_reworded_lines_stay_and_say_that_the_shipped_words_have_changed(page, cast, ship):
    ship(RIVALRY, PRIDE)
    assert not reworded(cast).is_overtaken
    ship(NEW, PRIDE)
    assert words(cast) == ("Vi bliver rivaler", "We become rivals")
    assert the_line(cast).is_overtaken
    answer = page(cast.ida).get(f"/library/{KEY}/edit")
    assert "Pejling comes with new words for this line" in answer.words
    assert "Vi bliver rivaler" in answer.text
    assert answer.doc.xpath("//del/text() | //ins/text()"), "both wordings are shown"
    assert "new words for a line that you have reworded" in page(cast.ida).get("/library").words
    assert "new words for a line" not in page(cast.bo).get("/library").words


def test_saving_once_more_keeps_theirs_and_ends_the_message(page, cast, ship):
    ship(RIVALRY)
    reworded(cast)
    ship(NEW)
    again = reworded(cast)
    assert not again.is_overtaken
    assert words(cast) == ("Vi bliver rivaler", "We become rivals")


def test_the_shipped_words_again_and_from_then_on(app, cast, ship):
    ship(RIVALRY)
    reworded(cast)
    ship(NEW)
    restore_line(the_line(cast), by=cast.ida)
    assert words(cast) == (NEW["da"], NEW["en"])
    ship(RIVALRY)
    assert words(cast) == (RIVALRY["da"], RIVALRY["en"])


def test_a_line_put_aside_stays_aside_and_still_follows_the_program(app, cast, ship):
    ship(RIVALRY, PRIDE)
    hide_line(the_line(cast), by=cast.ida)
    ship(NEW, PRIDE)
    assert the_line(cast).is_hidden
    assert not the_line(cast).is_overtaken
    assert KEY not in {line.key for line in lines()}
    bring_back_line(the_line(cast), by=cast.ida)
    assert words(cast) == (NEW["da"], NEW["en"])


def test_one_that_is_no_longer_shipped_goes_on_as_their_own(page, cast, ship):
    ship(RIVALRY, PRIDE)
    reworded(cast)
    hide_line(the_line(cast, PRIDE["key"]), by=cast.ida)
    bring_back_line(the_line(cast, PRIDE["key"]), by=cast.ida)
    ship()
    assert {line.key for line in lines()} == {KEY, PRIDE["key"]}
    assert all(line.is_own for line in lines())
    assert words(cast) == ("Vi bliver rivaler", "We become rivals")
    assert words(cast, PRIDE["key"]) == (PRIDE["da"], PRIDE["en"]), "what they took back keeps its last words"
    assert the_line(cast, PRIDE["key"]).poles == ("focus:right",)
    assert "no longer comes with this line" in page(cast.ida).get(f"/library/{KEY}/edit").words
    assert reworded(cast, da="Stadig rivaler").da == "Stadig rivaler"


def test_one_that_nobody_touched_goes_with_the_program(app, cast, ship):
    ship(RIVALRY)
    ship(PRIDE)
    assert find_line(cast.ida, key=KEY) is None


def test_one_that_comes_back_stands_under_their_words_again(app, cast, ship):
    ship(RIVALRY)
    reworded(cast)
    ship()
    ship(NEW)
    assert words(cast) == ("Vi bliver rivaler", "We become rivals")
    assert the_line(cast).is_overtaken


def test_poles_that_the_program_no_longer_knows_are_left_out(page, cast, ship):
    ship(RIVALRY)
    reworded(cast, poles=["level:left", "level:sideways"])
    assert [str(word) for word in the_line(cast).where] == ["Niveau: individuelt"]
    assert page(cast.ida).get(f"/library/{KEY}/edit").status_code == 200


def test_own_lines_are_never_touched(app, cast, ship):
    ship(RIVALRY)
    row = added(cast)
    ship(NEW, PRIDE)
    assert words(cast, str(row.id)) == ("Køretiden tæller ikke med", "Driving is not counted")


def test_saying_just_what_is_shipped_is_no_rewording(app, cast, ship):
    ship(RIVALRY)
    reworded(cast)
    assert not reworded(cast, da=RIVALRY["da"], en=RIVALRY["en"]).is_reworded
    ship(NEW)
    assert words(cast) == (NEW["da"], NEW["en"])


def test_readers_see_their_words_and_not_the_message(page, cast, ship):
    ship(RIVALRY)
    reworded(cast)
    ship(NEW)
    for user, said in ((cast.ida, "Shipped words have changed"), (cast.bo, "Our words")):
        pills = page(user).get("/library").doc.xpath("//main//li//span[contains(@class, 'pill')]")
        assert [" ".join(pill.text_content().split()) for pill in pills] == [said]
