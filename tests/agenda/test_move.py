from datetime import timedelta

import pytest

from app.agenda.operations import NotNow, move_item
from app.core.clock import today
from app.core.db import session
from app.core.notices import Notice
from app.meetings.models import Origin, Stage
from tests import litany
from tests.agenda.answers import path, proposed, secret
from tests.meetings.answers import item, met, private


def test_it_goes_to_another_meeting_and_whoever_proposed_it_is_told_why(page, cast):
    first, later = met(cast), met(cast, held_on=today() + timedelta(days=90))
    thing = proposed(cast, meeting=first)
    browser = page(cast.karin)
    browser.post(path(thing, "/move"), {"meeting_id": str(later.id), "reason": "Vi mangler tal.", "version": "1"})
    session().expire_all()
    assert (thing.meeting_id, thing.moved_reason) == (later.id, "Vi mangler tal.")
    assert "Vi mangler tal." in page(cast.trine).get(path(thing)).words
    told = session().query(Notice).filter_by(user_id=cast.trine.id, code="meeting_item.moved").one()
    assert "Støj" not in told.about_label


def test_it_goes_to_the_backlog(page, cast):
    thing = item(cast, met(cast))
    page(cast.karin).post(path(thing, "/move"), {"meeting_id": "", "reason": "Senere.", "version": "1"})
    session().expire_all()
    assert thing.meeting_id is None
    assert "Støj i kantinen" in page(cast.trine).get(f"/committees/{cast.local.id}/backlog").words


def test_nothing_is_moved_without_a_reason(page, cast):
    thing = item(cast, met(cast))
    shown = page(cast.karin).post(path(thing, "/move"), {"meeting_id": "", "reason": " ", "version": "1"})
    assert "Say why it is moved." in shown.words
    assert thing.meeting_id is not None


def test_it_stays_in_its_committee_and_goes_to_no_meeting_that_has_begun_or_is_one_sides_own(cast):
    thing = item(cast, met(cast))
    for to in (met(cast, committee=cast.top), met(cast, stage=Stage.IN_SESSION), private(cast)):
        with pytest.raises(NotNow):
            move_item(thing, by=cast.karin, to=to, reason="Op.")


def test_a_point_of_the_template_belongs_to_its_own_meeting(page, cast):
    thing = item(cast, met(cast), origin=Origin.TEMPLATE, point="review.5", title="")
    litany.forbidden_for(page, path(thing, "/move"), cast.karin)
    with pytest.raises(NotNow):
        move_item(thing, by=cast.karin, to=None, reason="Senere.")
    assert "Take it off the agenda" in page(cast.karin).get(path(thing)).words


def test_litany(page, cast):
    thing = item(cast, met(cast, stage=Stage.CALLED))
    litany.asks_strangers_to_sign_in(page, path(thing, "/move"))
    litany.forbidden_for(page, path(thing, "/move"), cast.emma, cast.mads, cast.ida)
    litany.hidden_from(page, path(secret(cast), "/move"), cast.emma)
    litany.forbidden_for(page, path(item(cast, met(cast, stage=Stage.IN_SESSION)), "/move"), cast.karin)
