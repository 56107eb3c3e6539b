from datetime import timedelta

from app.core import clock
from app.core.clock import now, today
from app.core.db import session
from app.organisation.operations import revise_seat, vacate_seat
from app.soundings import operations
from app.soundings.models import Urn
from app.soundings.tally import from_plain
from tests import litany
from tests.cast import speak_danish
from tests.soundings.answers import B, closed, opened, run_out, seat, votes


def path(sounding):
    return f"/committees/{sounding.committee_id}/soundings/{sounding.id}/cast"


def held(sounding):
    return session().get_one(Urn, sounding.id, populate_existing=True).held


def test_the_ballot_says_in_two_sentences_how_it_is_kept(page, cast):
    ballot = page(cast.bo).get(path(opened(cast)))
    assert (
        "Your ballot is kept without your name, the time or the order, and that you took part is kept apart from it; "
        "once it is cast, nobody can change or delete it. "
        "Nothing shows until the sounding closes, and then only if at least 3 took part."
    ) in ballot.words
    assert len(ballot.doc.xpath("//main//fieldset")) == 4
    assert len(ballot.doc.xpath("//input[@type='radio'][@checked][@value='xx']")) == 4
    assert "Mostly the individual" in ballot.words


def test_a_ballot_is_cast(page, cast):
    sounding = opened(cast)
    browser = page(cast.bo)
    answer = browser.post(path(sounding), {"focus_place": "r2", "level_place": "l1", "process_place": "mm"})
    words = browser.follow(answer).words
    assert "Thank you. Your ballot is in the urn." in words
    votes(sounding, cast.otto, cast.trine, focus=-2, level=0, process=0)
    run_out(sounding, by=cast.otto)
    found = from_plain(sounding.tally)
    assert found["focus"].counts == (2, 0, 0, 0, 1)
    assert found["level"].counts == (0, 1, 2, 0, 0)
    assert found["process"].counts == (0, 0, 3, 0, 0)


def test_who_has_cast_finds_no_second_ballot(page, cast):
    sounding = opened(cast)
    votes(sounding, cast.bo)
    ballot = page(cast.bo).get(path(sounding))
    assert "You have taken part." in ballot.words
    assert not ballot.doc.xpath("//main//form")


def test_an_empty_ballot_is_refused_and_one_off_the_scale(page, cast):
    sounding = opened(cast)
    for typed, message in (
        ({}, "Choose a place on at least one of the balances."),
        (dict.fromkeys(["focus_place", "use_place"], "xx"), "Choose a place on at least"),
        ({"focus_place": "r3", "level_place": "r1"}, "Choose one of the answers."),
        ({"focus_place": "-2"}, "Choose one of the answers."),
    ):  # fmt: skip
        answer = page(cast.bo).post(path(sounding), typed)
        assert answer.status_code == 200
        assert message in answer.words
    assert answer.doc.xpath("//input[@name='level_place'][@value='xx'][@checked]")
    kept = page(cast.bo).post(path(sounding), {"focus_place": "r3", "level_place": "r1"})
    assert kept.doc.xpath("//input[@name='level_place'][@value='r1'][@checked]")
    assert held(sounding) == 0


def test_a_round_whose_key_was_changed_says_that_it_did_not_count(page, cast, app, monkeypatch):
    sounding = opened(cast)
    votes(sounding, cast.trine)
    urn = session().get_one(Urn, sounding.id)
    assert urn.held == 1

    def unreadable(*_args, **_kwargs):
        raise operations.Unreadable

    monkeypatch.setattr(operations, "unseal", unreadable)
    browser = page(cast.bo)
    shown = browser.follow(browser.post(path(sounding), {"focus_place": "r1"}))
    assert "takes no more ballots" in shown.words
    assert held(sounding) == 1


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.bo)
    assert "Din stemmeseddel" in page(cast.bo).get(path(opened(cast))).words


def test_nobody_votes_when_it_is_over_or_they_have_left(page, cast):
    sounding = opened(cast, closes_on=today())
    with clock.at(now() + timedelta(days=1)):
        litany.forbidden_for(page, path(sounding), cast.bo, method="POST")
    vacate_seat(next(s for s in sounding.committee.seats if s.user_id == cast.bo.id), from_on=today(), by=cast.ida)
    litany.hidden_from(page, path(sounding), cast.bo, method="POST")
    run_out(sounding, by=cast.otto)
    litany.forbidden_for(page, path(sounding), cast.trine, method="POST")


def test_litany(page, cast):
    sounding = opened(cast)
    litany.asks_strangers_to_sign_in(page, path(sounding))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(sounding), cast.emma, method=method)
        litany.hidden_from(page, path(sounding), cast.ida, cast.karin, cast.mads, method=method)
    litany.refuses(page, path(sounding), cast.bo, "DELETE")


def test_a_closed_round_has_no_ballot(page, cast):
    litany.forbidden_for(page, path(closed(cast)), cast.bo, cast.otto)


def test_a_seat_given_after_the_opening_brings_no_ballot(page, cast):
    sounding = opened(cast)
    seat(sounding.committee, cast.karin, B)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(sounding), cast.karin, method=method)


def test_who_went_over_to_keeping_the_minutes_has_no_ballot(page, cast):
    sounding = opened(cast)
    own = next(one for one in sounding.committee.seats if one.user_id == cast.bo.id)
    revise_seat(own, by=cast.ida, side=None)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(sounding), cast.bo, method=method)
