from datetime import timedelta

import pytest

from app.balances.models import BALANCES, Reader
from app.balances.operations import read_balances
from app.balances.queries import leanings
from app.core.clock import today
from app.goals.operations import add_goal
from app.organisation.queries import find_committee
from tests import litany
from tests.balances.answers import practice
from tests.cast import speak_danish


def path(committee, year=None):
    return f"/committees/{committee.id}/practice" + (f"?year={year}" if year else "")


@pytest.fixture
def two_years(cast):
    """Both sides and the committee a year ago, and both sides again today."""
    practice(cast, Reader.MANAGEMENT, days=370, focus=0)
    practice(cast, Reader.EMPLOYEES, days=369, focus=-2, reasons={"focus": "Telefonen fylder det meste."})
    practice(cast, Reader.AGREED, days=368, focus=-1)
    practice(cast, Reader.MANAGEMENT, focus=2)
    practice(cast, Reader.EMPLOYEES, focus=-1, level=1)


def test_the_newest_year_is_shown_with_how_it_moved_since_the_one_before(page, cast, two_years):
    words = page(cast.emma).get(path(cast.local)).words
    last = (today() - timedelta(days=370)).year
    assert f"Where does the practice stand in {today().year}?" in words
    assert "The sides are 3 steps apart on Focus." in words
    assert f"Since {last}: Focus moved 2 steps towards value creation." in words
    assert "Level was read for the first time." in words


def test_an_earlier_year_shows_what_was_agreed_then(page, cast, two_years):
    last = (today() - timedelta(days=370)).year
    answer = page(cast.emma).get(path(cast.local, last))
    assert f"Where does the practice stand in {last}?" in answer.words
    assert "Agreed by the committee: Mostly activity" in answer.words
    assert "Telefonen fylder det meste." in answer.words
    assert answer.doc.xpath("//a[@aria-current='page'][text()=$year]", year=str(last))
    said = answer.doc.xpath("//*[@class='track-text']/*[@class='visually-hidden']/text()")
    assert said[0].startswith("The management side reads the practice as in between")


@pytest.mark.parametrize("year", ["1999", "x", "99999999999"])
def test_a_year_in_which_nobody_read_shows_the_newest(page, cast, two_years, year):
    assert f"stand in {today().year}?" in page(cast.emma).get(path(cast.local, year)).words


def test_the_steps_go_across_the_years_in_words_too(page, cast, two_years):
    labels = page(cast.emma).get(path(cast.local)).doc.xpath("//*[@class='steps-chart']/@aria-label")
    assert len(labels) == 4
    assert "The committee: mostly activity." in labels[0]
    assert "The management side: in between, then right at value creation." in labels[0]


def test_before_anybody_has_read_it_says_what_it_is(page, cast):
    words = page(cast.emma).get(path(cast.local)).words
    assert "Nobody has read the practice yet" in words
    assert "Enter your side's reading" not in words
    assert "Enter your side's reading" in page(cast.trine).get(path(cast.local)).words


def test_the_committees_page_leads_there(page, cast):
    links = page(cast.emma).get(f"/organisation/committees/{cast.local.id}").doc.xpath("//main//a/@href")
    assert path(cast.local) in links


def test_where_the_goals_of_the_area_stand(page, cast):
    read_balances(cast.goal, by=cast.karin, places={"focus": -2, "level": 0, "process": 1})
    found = leanings(cast.emma, find_committee(cast.emma, committee_id=cast.local.id))
    assert [(one.left, one.middle, one.right, one.unread) for one in found.values()] == [
        (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1),
    ]  # fmt: skip
    answer = page(cast.emma).get(path(cast.local))
    assert "1 towards activity" in answer.words
    register = answer.doc.xpath("//ul[contains(@class, 'leanings')]//a/@href")[0]
    assert cast.goal.title in page(cast.emma).get(register).words


def test_drafts_and_goals_elsewhere_do_not_count(cast):
    read_balances(cast.draft, by=cast.karin, places=dict.fromkeys(BALANCES, 1))
    add_goal(title="Huller i vejen", unit_id=cast.roads.id, owner_id=cast.otto.id, by=cast.ida)
    found = leanings(cast.ida, find_committee(cast.ida, committee_id=cast.local.id))
    assert {(one.left, one.middle, one.right, one.unread) for one in found.values()} == {(0, 0, 0, 1)}


def test_ten_readings_take_as_many_queries_as_one(page, cast):
    practice(cast, focus=1)
    browser = page(cast.emma)
    browser.get(path(cast.local))
    one = browser.get(path(cast.local)).queries
    for days in range(10):
        practice(cast, Reader.MANAGEMENT, days=days * 200, focus=0)
    assert browser.get(path(cast.local)).queries == one


def test_it_is_whole_in_danish(page, cast, two_years):
    speak_danish(cast.emma)
    words = page(cast.emma).get(path(cast.local)).words
    assert "Siderne ligger 3 trin fra hinanden på Fokus." in words
    assert "Her står vores mål" in words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    litany.hidden_from(page, "/committees/9999/practice", cast.ida)
    for user in (cast.ida, cast.mads, cast.bo, cast.trine):
        assert page(user).get(path(cast.local)).status_code == 200
    litany.refuses(page, path(cast.local), cast.ida, "POST")
