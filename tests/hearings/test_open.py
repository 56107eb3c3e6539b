from app.core.db import session
from app.goals.models import Status
from tests import litany
from tests.hearings.answers import in_days, opened


def path(goal):
    return f"/goals/{goal.id}/hearings/open"


def said(committee, **more):
    return {"committee_id": str(committee.id), "deadline": in_days(10), "question": "Hvem bærer det?"} | more


def test_it_proposes_the_nearest_committee_and_the_usual_deadline(page, cast):
    opening = page(cast.karin).get(path(cast.draft))
    offered = opening.doc.xpath("//select[@name='committee_id']/option/text()")
    assert offered == ["Lokal-MED Borgerservice", "Hoved-MED"]
    assert opening.values("deadline") == [in_days(14)]


def test_it_opens_and_everybody_can_read_the_goal(page, cast):
    assert page(cast.bo).get(f"/goals/{cast.draft.id}").status_code == 404
    answer = page(cast.karin).post(path(cast.draft), said(cast.local))
    shown = page(cast.karin).follow(answer)
    assert "Hvem bærer det?" in shown.words
    session().refresh(cast.draft)
    assert cast.draft.status is Status.IN_HEARING
    assert "In hearing" in page(cast.bo).get(f"/goals/{cast.draft.id}").words


def test_a_committee_that_is_heard_already_is_not_offered(page, cast):
    opened(cast)
    offered = page(cast.karin).get(path(cast.draft)).doc.xpath("//select[@name='committee_id']/option/text()")
    assert offered == ["Hoved-MED"]
    answer = page(cast.karin).post(path(cast.draft), said(cast.local))
    assert "Choose one of the answers." in answer.words
    assert answer.values("question") == ["Hvem bærer det?"]


def test_a_deadline_lies_ahead_and_within_a_year(page, cast):
    for days in (-1, 400):
        answer = page(cast.karin).post(path(cast.draft), said(cast.local, deadline=in_days(days)))
        assert "Write a day from today on" in answer.words
        assert answer.values("question") == ["Hvem bærer det?"]
    assert page(cast.karin).post(path(cast.draft), said(cast.local, deadline=in_days(0))).status_code == 302


def test_a_committee_that_does_not_cover_the_unit_is_not_offered(page, cast):
    answer = page(cast.karin).post(path(cast.draft), said(cast.local, committee_id="999"))
    assert "Choose one of the answers." in answer.words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.bo, cast.emma)
    litany.forbidden_for(page, path(cast.goal), cast.trine, cast.emma, cast.mads, cast.otto)
    litany.forbidden_for(page, path(cast.goal), cast.trine, method="POST")
    litany.refuses(page, path(cast.goal), cast.karin, "PUT")
