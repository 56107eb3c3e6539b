import pytest
import sqlalchemy as sa

from app.agenda.operations import NotNow, revise_item
from app.core.audit import Event
from app.core.db import session
from app.meetings.models import Stage
from app.organisation.standing import audience_key
from tests import litany
from tests.agenda.answers import path, proposed, secret, typed
from tests.meetings.answers import item, met


def last():
    return session().scalars(sa.select(Event).order_by(Event.id.desc()).limit(1)).one()


def test_what_it_says_is_changed_and_the_history_tells_it(page, cast):
    thing = item(cast, met(cast))
    assert page(cast.karin).post(path(thing, "/edit"), typed(title="Ro i kantinen")).location == path(thing)
    session().expire_all()
    assert (thing.title, thing.case_text) == ("Ro i kantinen", "Der er varmt i kontoret.")
    assert last().changes["title"] == ["Støj i kantinen", "Ro i kantinen"]


def test_somebody_elses_words_are_not_overwritten(page, cast):
    thing = item(cast, met(cast))
    revise_item(thing, by=cast.trine, title="Trines titel")
    shown = page(cast.karin).post(path(thing, "/edit"), typed(version="1"))
    assert shown.status_code == 409
    assert "Trines titel" in shown.words


def test_the_history_of_a_confidential_item_is_the_committees(cast):
    thing = secret(cast, title="Personsag")
    revise_item(thing, by=cast.karin, title="Personsag om N.N.")
    assert last().audience == audience_key(cast.local.id)
    assert "Personsag" not in last().subject_label
    revise_item(thing, by=cast.karin, title="Lønpolitik", is_confidential=False)
    assert last().audience == audience_key(cast.local.id), "what it said before stays in the committee"


def test_one_who_proposed_it_may_revise_it_until_the_meeting_is_called(page, cast):
    meeting = met(cast)
    thing = proposed(cast, meeting=meeting)
    assert page(cast.trine).get(path(thing, "/edit")).status_code == 200
    assert revise_item(thing, by=cast.trine, case_text="Mere om sagen.")
    assert not revise_item(thing, by=cast.trine, case_text="Mere om sagen.")


def test_a_draft_that_one_does_not_see_stays_the_items_goal(page, cast):
    thing = item(cast, met(cast), title="", goal=cast.draft)
    browser = page(cast.karin)
    shown = browser.get(path(thing, "/edit"))
    (typed_goal,) = shown.values("goal_id")
    browser.post(path(thing, "/edit"), typed(title="", goal_id=typed_goal))
    session().expire_all()
    assert thing.goal_id == cast.draft.id


def test_a_point_with_parts_is_no_part_itself(page, cast):
    meeting = met(cast)
    point, other = item(cast, meeting), item(cast, meeting)
    item(cast, meeting, parent_id=point.id)
    shown = page(cast.karin).post(path(point, "/edit"), typed(parent_id=str(other.id)))
    assert shown.status_code == 200
    with pytest.raises(NotNow):
        revise_item(point, by=cast.karin, parent_id=other.id)
    assert revise_item(other, by=cast.karin, parent_id=point.id)


def test_litany(page, cast):
    thing = item(cast, met(cast, stage=Stage.CALLED))
    litany.asks_strangers_to_sign_in(page, path(thing, "/edit"))
    litany.forbidden_for(page, path(thing, "/edit"), cast.emma, cast.bo, cast.mads, cast.ida)
    litany.hidden_from(page, path(secret(cast), "/edit"), cast.emma, cast.ida)
    litany.forbidden_for(page, path(item(cast, met(cast, stage=Stage.APPROVED)), "/edit"), cast.karin)
