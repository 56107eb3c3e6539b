from datetime import timedelta

import pytest

from app.core.clock import today
from app.core.db import session
from app.dossier.facts import gate_of
from app.dossier.operations import pass_gate
from app.dossier.queries import known_about
from app.goals.models import Answer, Status
from app.goals.operations import GateClosed, revise_goal
from app.hearings.operations import skip_hearing
from tests import litany
from tests.hearings.answers import opened


def path(cast):
    return f"/goals/{cast.draft.id}/start"


def said(cast, day):
    return {"takes_effect_on": f"{day:%d.%m.%Y}", "passed_over": "Det haster.", "version": cast.draft.version}


def test_a_goal_that_changed_meanwhile_is_not_put_in_force(page, cast):
    opened = said(cast, today())
    revise_goal(cast.draft, by=cast.ida, measure="Noget andet")
    assert page(cast.karin).post(path(cast), opened).status_code == 409
    session().refresh(cast.draft)
    assert cast.draft.status is Status.DRAFT


def test_a_closed_gate_asks_for_a_reason(page, cast):
    answer = page(cast.karin).post(path(cast), {"takes_effect_on": "1.1.2030", "version": cast.draft.version})
    assert "The gate is closed." in answer.words
    assert answer.values("takes_effect_on") == ["1.1.2030"]
    session().refresh(cast.draft)
    assert cast.draft.status is Status.DRAFT


def test_with_a_reason_it_takes_effect_and_everyone_reads_it(page, cast):
    day = today() + timedelta(days=10)
    page(cast.karin).post(path(cast), said(cast, day))
    words = page(cast.bo).get(f"/goals/{cast.draft.id}").words
    assert "Det haster." in words
    assert "Announced, takes effect on" in words


def test_without_a_day_it_says_so(page, cast):
    answer = page(cast.karin).post(path(cast), {"takes_effect_on": "", "passed_over": "x"})
    assert "Write the day" in answer.words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast))
    litany.hidden_from(page, path(cast), cast.bo, cast.emma, cast.otto)
    litany.forbidden_for(page, path(cast), cast.trine, cast.frederik)
    litany.forbidden_for(page, f"/goals/{cast.goal.id}/start", cast.karin)
    litany.refuses(page, path(cast), cast.karin, "PUT")


def test_a_goal_in_hearing_starts_only_with_a_reason_and_says_what_was_passed_over(page, cast):
    opened(cast)
    session().refresh(cast.draft)
    assert "The gate is closed." in page(cast.karin).post(path(cast), said(cast, today()) | {"passed_over": ""}).words
    page(cast.karin).post(path(cast), said(cast, today()))
    words = page(cast.bo).get(f"/goals/{cast.draft.id}").words
    assert "Det haster." in words
    assert "Everything is in place" not in words


def test_a_reason_lets_through_the_version_it_was_given_for_and_no_other(page, cast):
    page(cast.karin).post(path(cast), said(cast, today()))
    session().refresh(cast.draft)
    assert gate_of(cast.draft, known_about(cast.draft)).is_open
    revise_goal(cast.draft, by=cast.karin, title="Et andet navn")
    assert gate_of(cast.draft, known_about(cast.draft)).is_open
    revise_goal(cast.draft, by=cast.karin, registration_minutes=70)
    assert not gate_of(cast.draft, known_about(cast.draft)).is_open


def test_a_hearing_that_opens_in_the_same_moment_closes_the_gate(cast):
    """The gate is looked at where the goal is put in force, not before."""
    skip_hearing(cast.draft, reason="Lovens mål.", by=cast.karin)
    opened(cast)
    with pytest.raises(GateClosed):
        pass_gate(cast.draft, by=cast.karin, takes_effect_on=today())


def test_whether_it_is_a_control_measure_is_asked_until_somebody_says(page, cast):
    assert "Nobody has said whether it is a control measure" in page(cast.bo).get(f"/goals/{cast.goal.id}").words
    revise_goal(cast.goal, by=cast.karin, control_measure=Answer.UNCLEAR)
    assert "Nobody has said whether it is a control measure" in page(cast.bo).get(f"/goals/{cast.goal.id}").words
    revise_goal(cast.goal, by=cast.karin, control_measure=Answer.NO)
    assert "It is no control measure" in page(cast.bo).get(f"/goals/{cast.goal.id}").words


def test_the_gate_shows_no_way_that_ends_at_a_closed_door(page, cast):
    ways = "//section[contains(@class, 'gate')]//a/@href"
    for user in (cast.ida, cast.karin, cast.trine, cast.emma, cast.bo, cast.mads):
        browser = page(user)
        for address in browser.get(f"/goals/{cast.goal.id}").doc.xpath(ways):
            assert browser.get(address.partition("#")[0]).status_code == 200, (user.name, address)
