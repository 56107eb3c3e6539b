from app.balances.models import BALANCES, Reader
from app.balances.operations import read_balances
from app.core.clock import today
from app.core.db import session
from app.goals.operations import retire_goal
from app.organisation.models import Function, Mandate
from app.organisation.operations import add_seat
from app.organisation.viewers import with_standing
from tests import litany
from tests.balances.answers import PLACED, readings, side, told
from tests.cast import speak_danish

AGREED = {"focus_today": "1", "focus_wish": "2", "focus_reason": "Vi spørger borgeren."}


def path(goal, committee=None):
    return f"/goals/{goal.id}/balances/agree" + (f"?committee={committee.id}" if committee else "")


def secretary(cast, user, committee):
    """The person as the secretary of a committee, on neither side."""
    add_seat(
        committee, mandate=Mandate.ADVISER, side=None, function=Function.SECRETARY, user=user, substitute=None,
        organisation_behind="", from_on=None, vacant_from=None, by=cast.mads,
    )  # fmt: skip
    return with_standing(user)


def test_where_they_agree_the_goal_stands(page, cast):
    read_balances(cast.goal, by=cast.karin, places=dict.fromkeys(BALANCES, -1))
    answer = page(cast.trine).post(path(cast.goal), AGREED)
    assert answer.location == f"/goals/{cast.goal.id}/balances?committee={cast.local.id}"
    reading = readings()[-1]
    assert (reading.reader, reading.committee_id, reading.read_on) == (Reader.AGREED, cast.local.id, today())
    session().refresh(cast.goal)
    assert ([getattr(cast.goal, balance) for balance in BALANCES], cast.goal.is_agreed) == ([1, None, None, None], True)


def test_everybody_whom_it_concerns_is_told(page, cast):
    page(cast.mette).post(path(cast.goal), AGREED)
    assert told(cast.frederik) == told(cast.karin) == ["balances.agreed"]
    assert told(cast.mette) == told(cast.trine) == []
    assert "Mette Hjortshøj entered where Hoved-MED agrees" in page(cast.karin).get("/notices").words
    history = page(cast.emma).get(f"/goals/{cast.goal.id}/history").words
    assert "Mette Hjortshøj entered where Hoved-MED agrees that the goal stands." in history


def test_it_begins_empty_with_both_sides_beside_it(page, cast):
    read_balances(cast.goal, by=cast.karin, places={"focus": 1})
    side(cast, Reader.MANAGEMENT, focus=1, use=1)
    side(cast, Reader.EMPLOYEES, focus=-2, use=1)
    form = page(cast.karin).get(path(cast.goal))
    assert set(form.doc.xpath("//input[@type='radio'][@checked]/@value")) == {""}
    assert "The management side: Mostly value creation" in form.words
    assert "The employee side: Right at activity" in form.words
    assert "The sides are 3 steps apart on Focus." in form.words
    assert len(form.doc.xpath("//*[@class='beside']")) == 4


def test_of_another_committee_the_sides_are_not_shown(page, cast):
    side(cast, Reader.EMPLOYEES, committee=cast.top, by=cast.frederik, focus=-2)
    words = page(cast.karin).get(path(cast.goal)).words
    assert "Right at activity ·" not in words
    assert "Neither side has read the goal in this committee yet." in words


def test_it_begins_with_what_was_agreed_last(page, cast):
    page(cast.karin).post(path(cast.goal), AGREED)
    form = page(cast.trine).get(path(cast.goal))
    assert form.doc.xpath("//input[@name='focus_today'][@checked]/@value") == ["1"]
    assert form.values("focus_reason")[0].strip() == "Vi spørger borgeren."


def test_the_same_again_is_saved_only_when_the_owner_has_moved_it(page, cast):
    browser = page(cast.karin)
    browser.post(path(cast.goal), AGREED)
    assert "Nothing has moved" in browser.follow(browser.post(path(cast.goal), AGREED)).words
    session().refresh(cast.goal)
    read_balances(cast.goal, by=cast.karin, places={"focus": -1})
    browser.post(path(cast.goal), AGREED)
    assert [one.place("focus") for one in readings()] == [1, -1, 1]
    session().refresh(cast.goal)
    assert (cast.goal.focus, cast.goal.is_agreed) == (1, True)


def test_a_secretary_records_without_sitting_on_a_side(page, cast):
    emma = secretary(cast, cast.emma, cast.local)
    assert page(emma).get(f"/goals/{cast.goal.id}/balances/side").status_code == 403
    page(emma).post(path(cast.goal), AGREED)
    assert [one.read_by_id for one in readings()] == [cast.emma.id]


def test_who_records_for_several_chooses(page, cast):
    karin = secretary(cast, cast.karin, cast.top)
    links = page(karin).get(path(cast.goal)).doc.xpath("//ul[@class='views bare-list']//a")
    assert [a.text for a in links] == ["Lokal-MED Borgerservice", "Hoved-MED"]
    page(karin).post(path(cast.goal, cast.top), AGREED)
    assert [one.committee_id for one in readings()] == [cast.top.id]
    assert page(cast.karin).post(path(cast.goal) + "?committee=9999", AGREED).status_code == 404


def test_an_empty_one_is_refused_and_keeps_what_was_typed(page, cast):
    answer = page(cast.karin).post(path(cast.goal), {"use_reason": "Når listen er væk."})
    assert "Place the goal on at least one of the balances" in answer.words
    assert answer.values("use_reason")[0].strip() == "Når listen er væk."
    assert readings() == []


def test_nothing_is_agreed_about_a_retired_goal(page, cast):
    retire_goal(cast.goal, by=cast.ida, reason="Ingen brugte tallet.")
    litany.forbidden_for(page, path(cast.goal), cast.trine, cast.karin, method="POST")


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.trine)
    assert "Det, I er enige om" in page(cast.trine).get(path(cast.goal)).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.bo, cast.otto)
    litany.hidden_from(page, "/goals/9999/balances/agree", cast.ida)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.goal), cast.ida, cast.emma, cast.otto, cast.mads, method=method)
    litany.refuses(page, path(cast.goal), cast.ida, "DELETE")
    assert page(cast.trine).post(path(cast.draft), PLACED).status_code == 302
