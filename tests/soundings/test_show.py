from datetime import timedelta

import pytest

from app.core import clock
from app.core.clock import now, today
from app.goals.operations import revise_goal, take_back
from app.organisation.models import CommitteeKind, Function
from app.organisation.operations import add_committee
from app.soundings.operations import agree_on_sounding, close_sounding
from tests import litany
from tests.cast import speak_danish
from tests.soundings.answers import A, B, closed, goal_of, newcomer, opened, run_out, seat, votes


def path(sounding):
    return f"/committees/{sounding.committee_id}/soundings/{sounding.id}"


@pytest.fixture
def six(cast):
    """A round of three on each side: the managers to the left on Focus, the employees to the right."""
    committee = add_committee(name="Lokal-MED Broer", kind=CommitteeKind.LOCAL, units=[cast.roads], by=None)
    managers, employees = [cast.otto, cast.mette, cast.karin], [cast.frederik, cast.trine, cast.bo]
    for number, user in enumerate(managers):
        seat(committee, user, A, Function.MEMBER if number else Function.CHAIR)
    for user in employees:
        seat(committee, user, B)
    sounding = opened(cast, committee)
    for user, focus in zip(managers, (-2, -2, 0), strict=True):
        votes(sounding, user, focus=focus, level=1)
    for user, focus in zip(employees, (1, 1, 2), strict=True):
        votes(sounding, user, focus=focus)
    return sounding


def test_before_the_closing_it_shows_how_many_and_until_when(page, cast):
    sounding = opened(cast, question="Er det nok?")
    votes(sounding, cast.bo)
    words = page(cast.trine).get(path(sounding)).words
    assert "1 of 5" in words
    assert "Er det nok?" in words
    assert "It closes after" in words
    assert "You have taken part" not in words
    assert "You have taken part" in page(cast.bo).get(path(sounding)).words


def test_each_is_offered_what_they_may_do(page, cast):
    sounding = opened(cast)
    votes(sounding, cast.bo)

    def offered(user):
        links = page(user).get(path(sounding)).doc.xpath("//main//a/@href")
        return {link.rsplit("/", 1)[1] for link in links if link.startswith(f"{path(sounding)}/")}

    assert offered(cast.otto) == {"cast", "projector"}
    votes(sounding, cast.frederik, cast.mette)
    assert offered(cast.emma) == {"projector"}
    votes(sounding, cast.trine)  # four of five: that is enough
    assert offered(cast.otto) == {"cast", "projector", "close"}
    assert offered(cast.bo) == {"projector"}
    assert offered(cast.emma) == {"projector", "close"}


def test_of_a_goal_that_became_a_draft_only_the_number_shows(page, cast):
    goal = goal_of(cast, "Vejmål")
    sounding = opened(cast, goal=goal)
    assert "Vejmål" in page(cast.bo).get(path(sounding)).words
    take_back(goal, by=cast.otto)
    revise_goal(goal, by=cast.ida, title="Hemmelig", unit_id=cast.service.id, owner_id=cast.karin.id)
    votes(sounding, cast.trine)
    for address in (path(sounding), path(sounding).rsplit("/", 1)[0], f"{path(sounding)}/projector", "/"):
        shown = page(cast.bo).get(address)
        assert "Hemmelig" not in shown.text
        assert goal.code in shown.text
    assert not page(cast.bo).get(path(sounding)).doc.xpath(f"//main//a[starts-with(@href, '/goals/{goal.id}')]")


def test_after_the_last_day_it_waits_to_be_closed(page, cast):
    sounding = opened(cast, closes_on=today())
    votes(sounding, cast.otto, cast.trine, cast.bo)
    with clock.at(now() + timedelta(days=1)):
        words = page(cast.trine).get(path(sounding)).words
    assert "Its last day is past" in words
    assert "middle answer" not in words


def test_the_result_in_words(page, cast, six):
    close_sounding(six, by=cast.otto)
    shown = page(cast.bo).get(path(six))
    words = shown.words
    assert "6 of 6 took part" in words
    assert "2 right at activity, 1 in between, 2 mostly value creation, 1 right at value creation." in words
    assert "Between “in between” and “mostly value creation”" in words
    assert "The middle answers of the two sides lie 3 steps apart. That is worth talking about." in words
    assert "Nearest: value creation" in words  # the middle of the two in the middle lies there
    assert "The goal points straight at what the workplace is for." in words
    assert "3 left it out." in words  # the employees did not place Level
    assert "Too few placed it on this balance" in words  # nobody placed Process


def test_marks_stand_where_the_middle_answers_are(page, cast, six):
    close_sounding(six, by=cast.otto)
    (focus,) = page(cast.bo).get(path(six)).doc.xpath("//section[@aria-labelledby='row-focus']")
    marks = {
        mark.get("class").split("mark-")[1]: mark.get("data-at")
        for mark in focus.xpath(".//*[contains(@class, 'spread-line')]//*[name()='svg']")
    }
    assert marks == {"owner": "1", "a": "-2", "b": "1"}
    assert [len(stop.xpath(".//i")) for stop in focus.xpath(".//*[contains(@class, 'spread-stop')]")] == [2, 0, 1, 2, 1]


def test_alike_sides_are_said_to_be(page, cast, six):
    committee = six.committee
    seat(committee, newcomer("Åse Ny"), B)
    close_sounding(six, by=cast.otto)
    with clock.at(now() + timedelta(days=20)):
        again = opened(cast, committee, closes_on=today())
        votes(again, cast.otto, cast.mette, cast.karin, cast.trine, cast.frederik, cast.bo, focus=0)
        close_sounding(again, by=cast.otto)
        words = page(cast.bo).get(path(again)).words
    assert "The two sides have their middle answer at the same place." in words
    assert "neither end is nearest" in words


def test_what_was_agreed_stands_below(page, cast):
    sounding = closed(cast)
    agree_on_sounding(
        sounding, by=cast.otto, places={"focus": 1}, wishes={"focus": 2}, reasons={"focus": "Vi spørger borgeren."},
        to_move="Færre skemaer.",
    )  # fmt: skip
    words = page(cast.bo).get(path(sounding)).words
    assert "Mostly value creation · wished for: right at value creation" in words
    assert "Vi spørger borgeren." in words
    assert "What it would take to moveFærre skemaer." in words


def test_a_round_that_could_not_be_read_says_so(page, cast, app, monkeypatch):
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine, cast.bo)
    with monkeypatch.context() as other:
        other.setitem(app.config, "SECRET_KEY", "another")
        run_out(sounding, by=cast.otto)
    assert "The urn could not be read" in page(cast.bo).get(path(sounding)).words


def test_it_is_whole_in_danish(page, cast, six):
    close_sounding(six, by=cast.otto)
    agree_on_sounding(six, by=cast.otto, places={"focus": 1}, to_move="x")
    speak_danish(cast.bo)
    words = page(cast.bo).get(path(six)).words
    assert "6 af 6 deltog" in words


def test_litany(page, cast):
    sounding = opened(cast)
    litany.asks_strangers_to_sign_in(page, path(sounding))
    litany.hidden_from(page, path(sounding), cast.ida, cast.karin, cast.mads)
    litany.hidden_from(page, f"/committees/{cast.local.id}/soundings/{sounding.id}", cast.trine, cast.karin)
    litany.refuses(page, path(sounding), cast.otto, "POST")
