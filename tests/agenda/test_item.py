from app.core.db import session
from app.meetings.models import Stage
from tests import litany
from tests.agenda.answers import annexed, path, secret
from tests.meetings.answers import item, met, private


def test_it_shows_the_case_the_recommendation_and_the_files(page, cast):
    shown = item(cast, met(cast, stage=Stage.CALLED), case_text="Larmen generer.", recommendation="At vi lytter.")
    annexed(cast, shown)
    words = page(cast.emma).get(path(shown)).words
    for text in ("Larmen generer.", "At vi lytter.", "bilag.pdf"):
        assert text in words


def test_a_confidential_item_is_for_the_committee_alone(page, cast):
    hidden = secret(cast)
    assert page(cast.trine).get(path(hidden)).status_code == 200
    litany.hidden_from(page, path(hidden), cast.emma, cast.ida, cast.mette, cast.mads, cast.frederik)


def test_a_draft_is_named_by_its_number_to_those_who_do_not_see_it(page, cast):
    shown = item(cast, met(cast, stage=Stage.CALLED), title="", goal=cast.draft)
    words = page(cast.bo).get(path(shown)).words
    assert "M-0002" in words
    assert "Telefonen bliver taget" not in words
    assert "Telefonen bliver taget" in page(cast.karin).get(path(shown)).words


def test_an_item_is_found_in_its_own_meeting_only(page, cast):
    shown, other = item(cast, met(cast, stage=Stage.CALLED)), met(cast, stage=Stage.CALLED)
    litany.hidden_from(page, f"/meetings/{other.id}/items/{shown.id}", cast.karin)


def test_its_queries_do_not_grow(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    shown = item(cast, meeting)
    few = page(cast.emma).get(path(shown)).queries
    for _number in range(4):
        item(cast, meeting)
    session().expire_all()
    assert page(cast.emma).get(path(shown)).queries == few


def test_nobody_finds_it_by_searching(page, cast):
    secret(cast, title="Omlægning af receptionen", case_text="Omlægning")
    for user in (cast.karin, cast.emma):
        assert "receptionen" not in page(user).get("/goals?q=Omlægning").words


def test_litany(page, cast):
    shown = item(cast, met(cast))
    litany.asks_strangers_to_sign_in(page, path(shown))
    litany.hidden_from(page, path(shown), cast.emma, cast.mads, cast.bo)
    litany.hidden_from(page, path(item(cast, private(cast))), cast.karin, cast.emma, cast.ida)
    litany.refuses(page, path(shown), cast.karin, "POST")
