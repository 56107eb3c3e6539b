import pytest

from app.library.finding import PER_PAGE
from app.library.operations import MOST_OWN, hide_line
from app.library.queries import all_lines
from tests import litany
from tests.library.answers import KEY, added, reworded, the_line

PATH = "/library"


def shown(answer):
    found = answer.doc.xpath("//main//li[@class='tree-row']/span[1]/*[1]")
    return [" ".join(one.text_content().split()) for one in found]


def test_everybody_reads_it_aspect_by_aspect(page, cast):
    answer = page(cast.bo).get(PATH)
    assert answer.doc.xpath("//main//h2/text()")[:2] == ["Motivation and meaning", "Professional identity and role"]
    assert len(shown(answer)) == len(all_lines())
    assert "Colleagues become rivals instead of helping one another" in shown(answer)
    assert "Level: individual · The individual is measured" in answer.words
    assert not answer.doc.xpath(f"//main//a[starts-with(@href, '{PATH}/')]"), "readers are offered nothing to change"


def test_in_danish(page, cast):
    answer = page(cast.bo, "da").get(PATH)
    assert answer.status_code == 200


def test_who_keeps_it_gets_to_each_line(page, cast):
    answer = page(cast.ida).get(PATH)
    assert answer.doc.xpath(f"//a[@href='{PATH}/{KEY}/edit']")
    assert answer.doc.xpath(f"//a[@href='{PATH}/add']")


@pytest.mark.parametrize(
    ("query", "there", "not_there"),
    [
        ("aspect=trust", "The recording feels like being watched", "Colleagues become rivals"),
        ("kind=gain", "Helping one another comes naturally", "Colleagues become rivals"),
        ("fits=level:left", "Colleagues become rivals", "The recording feels like being watched"),
        ("fits=control_measure:yes", "The recording feels like being watched", "Colleagues become rivals"),
        ("q=rival", "Colleagues become rivals", "The recording feels like being watched"),
        ("q=kollegers+rival", "Colleagues become rivals", "The recording feels like being watched"),
        ("only=ours", "Driving is not counted", "Colleagues become rivals"),
        ("only=hidden", "Quality comes onto the agenda", "Colleagues become rivals"),
        ("aspect=nonsense&kind=1&only=x&fits=y", "Colleagues become rivals", "Quality comes onto the agenda"),
    ],
)
def test_it_can_be_narrowed(page, cast, query, there, not_there):
    added(cast)
    hide_line(the_line(cast, "focus.right.pride"), by=cast.ida)
    found = " | ".join(shown(page(cast.bo).get(f"{PATH}?{query}")))
    assert there in found
    assert not_there not in found


def test_nothing_found_says_so(page, cast):
    answer = page(cast.bo).get(f"{PATH}?q=enhjørning&only=overtaken")
    assert "No line fits" in answer.words
    assert answer.values("q") == ["enhjørning"]


def test_ours_and_what_is_said_in_one_language_are_marked(page, cast):
    added(cast, en="")
    reworded(cast)
    answer = page(cast.bo).get(f"{PATH}?only=ours")
    assert set(shown(answer)) == {"Køretiden tæller ikke med", "We become rivals"}
    assert answer.doc.xpath("//span[@lang='da']/text()") == ["Køretiden tæller ikke med"]
    assert "Only in Danish" in answer.words
    assert "Our words" in answer.words
    assert "Our own" in answer.words


def test_what_is_put_aside_is_counted(page, cast):
    hide_line(the_line(cast), by=cast.ida)
    answer = page(cast.bo).get(PATH)
    assert "One is put aside" in answer.words
    assert "Colleagues become rivals instead of helping one another" not in shown(answer)


def test_a_full_library_stays_light_and_asks_no_more(page, cast):
    few = page(cast.ida).get(PATH)
    for number in range(200):
        added(cast, da=f"Nummer {number} slider på os på en måde, som vi selv har skrevet", en="")
    full = page(cast.ida).get(PATH)
    assert full.queries == few.queries
    assert len(full.data) < 100_000
    assert len(shown(full)) == PER_PAGE
    rest = [page(cast.ida).get(f"{PATH}?page={number}") for number in (2, 3)]
    assert len(shown(full)) + sum(len(shown(one)) for one in rest) == len(all_lines())
    assert "Page 2 of 3" in rest[0].words
    assert rest[0].doc.xpath("//a[@rel='prev']/@href") == [f"{PATH}?page=1"]
    assert "Page 3 of 3" in page(cast.ida).get(f"{PATH}?page=99").words
    assert MOST_OWN > 200


def test_it_is_reached_from_the_settings(page, cast):
    assert page(cast.bo).get("/organisation/settings").doc.xpath(f"//main//a[@href='{PATH}']")


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.refuses(page, PATH, cast.ida, "POST")
