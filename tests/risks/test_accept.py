from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.core import clock, duties
from app.core.audit import Event
from app.core.clock import now, today
from app.core.db import session
from app.core.formats import typed_day
from app.core.notices import Notice
from app.goals.operations import ReviewTooLate, set_review
from app.goals.reviews import months_later
from app.organisation.operations import change_settings
from app.organisation.viewers import the_organisation
from app.risks import operations
from app.risks.lines import Gone
from app.risks.models import Acceptance, Ending
from app.risks.queries import acceptances_of, latest_finished
from tests import litany
from tests.risks.answers import finished, strain

REASON = "Vi venter på den nye vagtplan, og der er altid to på."


def high(cast, place=(4, 4)):
    assessment = finished(cast, strain(today=place))
    return assessment.ratings[0]


def path(cast, rating):
    return f"/goals/{cast.goal.id}/risks/strains/{rating.strain_id}/accept"


def typed(cast, **changed):
    return {"accepted_by": str(cast.karin.id), "reason": REASON, "until": typed_day(today() + timedelta(60))} | changed


def accepted(cast, rating, days=60):
    return operations.accept_risk(
        rating, by=cast.ida, accepted_by=cast.karin, reason=REASON, until=today() + timedelta(days)
    )


def test_a_high_risk_is_accepted_by_a_named_person_until_a_day(page, cast):
    rating = high(cast)
    answer = page(cast.ida).post(path(cast, rating), typed(cast))
    assert f"/goals/{cast.goal.id}/risks" in answer.location
    shown = page(cast.bo).get(f"/goals/{cast.goal.id}/risks")
    assert "Accepted by Karin Nørgård" in shown.words
    assert REASON in shown.words
    assert REASON in page(cast.bo).get(f"/goals/{cast.goal.id}").words
    session().expire_all()
    assert session().get(type(cast.goal), cast.goal.id).next_review_on <= today() + timedelta(60)
    told = session().scalars(sa.select(Notice.user_id).where(Notice.code == "acceptance.given"))
    assert set(told) == {cast.karin.id, cast.trine.id}


def test_what_is_missing_or_too_far_ahead_is_said_and_stays_typed(page, cast):
    rating = high(cast)
    asker = page(cast.karin)
    too_far = typed_day(months_later(today(), 6) + timedelta(1))
    for changed, words in (
        ({"accepted_by": ""}, "Choose who accepts it."),
        ({"reason": ""}, "Write why it can stay high for now."),
        ({"until": ""}, "Write until when it is accepted."),
        ({"until": typed_day(today())}, "Write a day that lies ahead"),
        ({"until": too_far}, "Write a day that lies ahead"),
    ):
        answer = asker.post(path(cast, rating), typed(cast, **changed))
        assert words in answer.words
    assert answer.values("until") == [too_far]
    assert session().scalar(sa.select(sa.func.count(Acceptance.id))) == 0


def test_nobody_is_named_who_answers_for_nothing(page, cast):
    rating = high(cast)
    answer = page(cast.ida).post(path(cast, rating), typed(cast, accepted_by=str(cast.trine.id)))
    assert "Choose one of the answers." in answer.words


def test_a_lower_risk_needs_no_acceptance(page, cast):
    rating = high(cast, (3, 3))
    assert "There is nothing to accept" in page(cast.ida).get(path(cast, rating)).words
    page(cast.ida).post(path(cast, rating), typed(cast))
    assert session().scalar(sa.select(sa.func.count(Acceptance.id))) == 0
    with pytest.raises(operations.NotHigh):
        accepted(cast, rating)


@pytest.mark.parametrize("days", [0, -3, 400])
def test_the_day_lies_ahead_and_not_too_far(cast, days):
    rating = high(cast)
    with pytest.raises(operations.TooLong):
        accepted(cast, rating, days)


def test_a_new_one_takes_the_place_of_the_old(cast):
    rating = high(cast)
    first = accepted(cast, rating, 20)
    second = accepted(cast, rating, 30)
    assert first.ended_why is Ending.RENEWED
    assert acceptances_of(cast.goal) == {rating.strain_id: second}


@pytest.mark.parametrize(("place", "why"), [((2, 2), Ending.LOWERED), ((5, 4), Ending.GROWN), ((4, 4), None)])
def test_a_new_assessment_ends_it_where_it_no_longer_holds(cast, place, why):
    given = accepted(cast, high(cast))
    finished(cast, strain(today=place, strain_id=given.strain_id, confirmed=True, reason="Der kom en kollega mere."))
    assert given.ended_why is why


def test_a_strain_that_is_gone_is_accepted_no_longer(cast):
    given = accepted(cast, high(cast))
    finished(cast, gone=(Gone(given.strain_id, "Vi tæller det ikke mere.", given.strain.aspect, given.strain.title),))
    assert given.ended_why is Ending.LOWERED


def test_it_comes_back_by_itself(page, cast):
    given = accepted(cast, high(cast), 60)
    mine = [duty for duty in duties.of(cast.karin) if duty.code == "acceptance.over"]
    assert mine == []
    with clock.at(now() + timedelta(61)):
        [mine] = [duty for duty in duties.of(cast.karin) if duty.code == "acceptance.over"]
        assert (mine.due_on, mine.subject) == (given.until, ("acceptance", given.id))
        assert [d for d in duties.of_everybody() if d.code == "acceptance.over"] == [mine]
        assert not [d for d in duties.of(cast.otto) if d.code == "acceptance.over"]
        assert "The acceptance has run out" in page(cast.bo).get(f"/goals/{cast.goal.id}/risks").words
    assert latest_finished(cast.goal) is not None


def test_it_ends_when_somebody_has_finished_from_an_old_page(cast):
    given = accepted(cast, high(cast))
    operations.withdraw_acceptance(given, by=cast.ida, version=given.version)
    codes = [event.data["why"] for event in session().scalars(sa.select(Event)) if event.code == "acceptance.ended"]
    assert codes == ["withdrawn"]


def test_other_bands_level_all_goals_anew(cast):
    finished(cast, strain(today=(3, 3)))
    assert cast.goal.risk_level.value == "medium"
    before = cast.goal.next_review_on
    change_settings(the_organisation(), by=cast.ida, risk_low_up_to=4, risk_medium_up_to=8)
    assert cast.goal.risk_level.value == "high"
    assert cast.goal.next_review_on < before
    change_settings(the_organisation(), by=cast.ida, risk_low_up_to=9, risk_medium_up_to=20)
    assert cast.goal.risk_level.value == "low"
    codes = [event.code for event in session().scalars(sa.select(Event).order_by(Event.id))]
    assert codes.count("goal.relevelled") == 2


def test_goals_are_levelled_only_where_somebody_assessed(cast):
    finished(cast, strain(today=(3, 3)))
    operations.relevel_goals(by=cast.ida)
    assert (cast.goal.risk_level.value, cast.draft.risk_level) == ("medium", None)


def test_an_assessment_without_the_strain_ends_what_was_accepted_of_it(cast):
    given = accepted(cast, high(cast))
    operations.end_what_no_longer_holds(cast.goal, rated={}, by=cast.ida)
    assert given.ended_why is Ending.LOWERED


def test_the_page_levels_by_the_bands_that_are_chosen(page, cast):
    finished(cast, strain(today=(3, 3)))
    change_settings(the_organisation(), by=cast.ida, risk_low_up_to=4, risk_medium_up_to=8)
    assert "High, 9" in page(cast.bo).get(f"/goals/{cast.goal.id}/risks").words


def test_litany(page, cast):
    where = path(cast, high(cast))
    litany.asks_strangers_to_sign_in(page, where)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, where, cast.trine, cast.frederik, cast.emma, cast.bo, cast.otto, method=method)
        for wrong in (f"/goals/{cast.goal.id}/risks/strains/999/accept", where.replace(str(cast.goal.id), "999", 1)):
            litany.hidden_from(page, wrong, cast.ida, method=method)
    for user in (cast.ida, cast.mette, cast.karin):
        assert page(user).get(where).status_code == 200
    litany.refuses(page, where, cast.ida, "DELETE")


def test_other_bands_end_what_is_no_longer_high(cast):
    given = accepted(cast, high(cast))
    change_settings(the_organisation(), by=cast.ida, risk_medium_up_to=20)
    assert given.ended_why is Ending.LOWERED
    assert not [duty for duty in duties.of(cast.karin) if duty.code == "acceptance.over"]


def test_the_review_can_not_be_moved_past_it(cast):
    given = accepted(cast, high(cast), 10)
    with pytest.raises(ReviewTooLate):
        set_review(cast.goal, by=cast.ida, next_review_on=today() + timedelta(80), review_months=None)
    operations.withdraw_acceptance(given, by=cast.ida)
    set_review(cast.goal, by=cast.ida, next_review_on=today() + timedelta(80), review_months=None)


def test_what_was_finished_meanwhile_is_no_longer_accepted(cast):
    rating = high(cast)
    finished(cast, strain(today=(1, 1), strain_id=rating.strain_id, reason="Holdet er nyt."))
    with pytest.raises(operations.NotHigh):
        accepted(cast, rating)
