from datetime import timedelta

from app.comments.models import Visibility
from app.core import clock, duties
from app.core.clock import now, today
from app.goals.operations import revise_goal
from app.people.models import FollowedKind
from app.people.operations import note_sign_in, set_follow
from tests import litany
from tests.comments.answers import said
from tests.dossier.test_index import many, set_on
from tests.hearings.answers import opened

BUTTONS = "//ol[contains(@class, 'todo')]//a[contains(@class, 'button')]/@href"


def test_what_waits_is_there_with_its_button(page, cast):
    set_on(cast.goal, cast.ida, next_review_on=today() - timedelta(days=3))
    doc = page(cast.karin).get("/").doc
    assert "One thing waits for you." in doc.text_content()
    assert doc.xpath(f"//li[@class='late']//a[@href='/goals/{cast.goal.id}/review']")


def test_the_most_urgent_comes_first(page, cast):
    hearing = opened(cast, days=5)
    set_on(cast.goal, cast.ida, next_review_on=today() + timedelta(days=20))
    buttons = page(cast.karin).get("/").doc.xpath(BUTTONS)
    assert buttons == [f"/goals/{cast.draft.id}/hearings/{hearing.id}/answer", f"/goals/{cast.goal.id}/review"]


def test_each_button_leads_to_the_page_that_settles_it(page, cast):
    opened(cast)
    set_on(cast.goal, cast.ida, next_review_on=today() - timedelta(days=3))
    for user in (cast.karin, cast.trine, cast.ida):
        browser = page(user)
        for address in browser.get("/").doc.xpath(BUTTONS):
            settling = browser.get(address)
            assert settling.status_code == 200
            assert settling.doc.xpath("//main//form[@method='post']//button[@type='submit']")


def test_what_is_another_units_does_not_wait_for_me(page, cast):
    set_on(cast.goal, cast.ida, next_review_on=today() - timedelta(days=3))
    assert "Nothing waits for you." in page(cast.otto).get("/").words


def test_an_employee_sees_what_the_own_unit_is_measured_on(page, cast):
    assert cast.goal.title in page(cast.emma).get("/").words
    assert cast.draft.title not in page(cast.emma).get("/").words


def test_the_safety_organisation_sees_what_nobody_assessed(page, cast):
    assert "nobody has assessed them" in page(cast.ida).get("/").words


def test_drafts_under_way_are_one_click_away(page, cast):
    assert page(cast.karin).get("/").doc.xpath(f"//a[@href='/goals/{cast.draft.id}/edit']")


def test_only_what_others_did_since_the_last_visit_is_new(page, cast):
    with clock.at(now() - timedelta(days=9)):
        revise_goal(cast.goal, by=cast.ida, note="Gammelt")
    with clock.at(now() - timedelta(days=5)):
        note_sign_in(cast.karin)
    with clock.at(now() - timedelta(days=2)):
        revise_goal(cast.goal, by=cast.mette, note="Nyt")
        revise_goal(cast.goal, by=cast.karin, note="Mit eget")
    note_sign_in(cast.karin)
    words = page(cast.karin).get("/").words
    assert "Since you were last here" in words
    assert "Mette Hjortshøj revised the goal." in words
    assert "Ida Møllegård revised the goal." not in words
    assert "Karin Nørgård revised the goal." not in words


def test_only_what_one_follows_is_told(page, cast):
    revise_goal(cast.goal, by=cast.ida, note="Nyt")
    assert "Ida Møllegård revised the goal." not in page(cast.bo).get("/").words
    set_follow(cast.bo, kind=FollowedKind.COMMITTEE, thing_id=cast.local.id, is_on=True)
    assert "Ida Møllegård revised the goal." in page(cast.bo).get("/").words
    set_follow(cast.bo, kind=FollowedKind.GOAL, thing_id=cast.goal.id, is_on=False)
    assert "Ida Møllegård revised the goal." not in page(cast.bo).get("/").words


def test_what_is_said_to_one_side_is_not_told_to_followers(page, cast):
    said(cast, visibility=Visibility.SIDE, committee_id=cast.local.id)
    set_follow(cast.bo, kind=FollowedKind.GOAL, thing_id=cast.goal.id, is_on=True)
    for user in (cast.bo, cast.karin, cast.ida, cast.mads):
        assert "Trine Løvenskjold commented." not in page(user).get("/").words


def test_it_stays_as_quick_with_many_goals(page, cast):
    few = page(cast.otto).get("/").queries
    many(cast, 300)
    assert page(cast.otto).get("/").queries <= few + 1


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/")
    litany.refuses(page, "/", cast.ida, "POST")


def test_an_owner_who_may_not_review_is_not_asked_to(page, cast):
    set_on(cast.goal, cast.ida, next_review_on=today() - timedelta(days=3), owner_id=cast.emma.id)
    assert "Nothing waits for you." in page(cast.emma).get("/").words
    told = {duty.user_id for duty in duties.of_everybody() if duty.code == "review.due"}
    assert told == {cast.karin.id}


def test_each_thing_is_gone_once_its_button_has_been_used(page, cast):
    hearing = opened(cast)
    set_on(cast.goal, cast.ida, next_review_on=today() - timedelta(days=3))
    karin = page(cast.karin)
    assert len(karin.get("/").doc.xpath(BUTTONS)) == 2
    review, answer = f"/goals/{cast.goal.id}/review", f"/goals/{cast.draft.id}/hearings/{hearing.id}/answer"
    version = karin.get(review).values("version")[0]
    karin.post(review, {"next_review_on": "", "review_months": "6", "version": version})
    karin.post(answer, {"position": "supports", "words": "", "version": "0"})
    assert karin.get("/").doc.xpath(BUTTONS) == []
