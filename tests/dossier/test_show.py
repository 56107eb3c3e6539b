import pytest

from app.goals.models import Answer, Status
from tests import litany
from tests.dossier.test_index import set_on


def test_it_says_why_whom_and_what_it_serves(page, cast):
    words = page(cast.emma).get(f"/goals/{cast.goal.id}").words
    for text in (
        "M-0001",
        cast.goal.purpose,
        "Hele teamet",
        "26 people",
        cast.objective.title,
        "Et hurtigt svar er et klart svar.",
    ):
        assert text in words


def test_a_draft_shows_what_is_missing_with_links_to_mend(page, cast):
    doc = page(cast.karin).get(f"/goals/{cast.draft.id}").doc
    assert "The gate is closed" in doc.text_content()
    links = [a.get("href") for a in doc.xpath("//ol[@class='gate-list']//a")]
    assert f"/goals/{cast.draft.id}/edit#part-whom" in links
    assert f"/goals/{cast.draft.id}/review" in links


@pytest.mark.parametrize(
    ("name", "buttons"),
    [("karin", True), ("mette", True), ("ida", True), ("otto", False), ("emma", False), ("mads", False)],
)
def test_buttons_only_for_those_who_may(page, cast, name, buttons):
    hrefs = page(getattr(cast, name)).get(f"/goals/{cast.goal.id}").doc.xpath("//main//a/@href")
    assert (f"/goals/{cast.goal.id}/edit" in hrefs) is buttons


def test_it_shows_what_the_service_check_finds_at_it_and_nothing_else(page, cast):
    path = f"/goals/{cast.goal.id}"
    assert "Single persons can be told" not in page(cast.karin).get(path).words
    set_on(cast.goal, cast.ida, identifiable=Answer.YES)
    shown = page(cast.karin).get(path)
    assert "What the service check finds" in shown.words
    assert "Single persons can be told" in shown.words
    assert f"{path}/edit#identifiable" in shown.doc.xpath("//section[@id='check']//a/@href")
    assert not page(cast.bo).get(path).doc.xpath("//section[@id='check']//a[contains(@href, 'edit')]")


def test_a_reason_for_passing_over_is_seen_by_every_reader(page, cast):
    set_on(cast.goal, cast.ida, passed_over="Loven træder i kraft i morgen.")
    assert "Loven træder i kraft i morgen." in page(cast.bo).get(f"/goals/{cast.goal.id}").words


def test_a_retired_goal_says_why(page, cast):
    set_on(
        cast.goal,
        cast.ida,
        status=Status.RETIRED,
        retired_on=cast.goal.takes_effect_on,
        retired_reason="Ingen brugte tallet.",
    )
    words = page(cast.bo).get(f"/goals/{cast.goal.id}").words
    assert "Retired on" in words
    assert "Ingen brugte tallet." in words


def test_every_page_of_it_in_both_languages(page, cast):
    for language in ("en", "da"):
        set_language(cast.karin, language)
        for path in ("", "/history", "/balances", "/risks", "/comments"):
            assert page(cast.karin).get(f"/goals/{cast.goal.id}{path}").status_code == 200


def set_language(user, language):
    from app.people.operations import choose_language

    choose_language(user, language=language)


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, f"/goals/{cast.goal.id}")
    litany.hidden_from(page, f"/goals/{cast.draft.id}", cast.bo, cast.emma, cast.mads, cast.otto)
    litany.hidden_from(page, "/goals/9999", cast.ida)
    litany.refuses(page, f"/goals/{cast.goal.id}", cast.ida, "POST")
