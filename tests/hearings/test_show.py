from datetime import timedelta

from app.core import clock
from app.core.clock import now
from app.goals.operations import revise_goal
from tests import litany
from tests.hearings.answers import answered, closed, opened


def path(hearing):
    return f"/goals/{hearing.goal_id}/hearings/{hearing.id}"


def test_the_version_that_is_heard_and_what_the_sides_say(page, cast):
    hearing = answered(cast, opened(cast))
    words = page(cast.bo).get(path(hearing)).words
    for text in ("Telefonen bliver taget", "Supports", "Objects", "Det går ud over roen.", "Trine Løvenskjold"):
        assert text in words


def test_a_change_of_substance_is_shown_word_by_word(page, cast):
    long = "Antal opkald, som bliver taget inden tre minutter, talt af telefonsystemet hver eneste dag"
    revise_goal(cast.draft, by=cast.karin, measure=long)
    hearing = closed(cast)
    assert "has changed in substance" not in page(cast.bo).get(path(hearing)).words
    revise_goal(cast.draft, by=cast.karin, measure=long.replace("tre", "fem"))
    shown = page(cast.bo).get(path(hearing))
    assert "The goal has changed in substance since this version was heard" in shown.words
    assert "<del>tre</del>" in shown.text
    assert "<ins>fem</ins>" in shown.text
    assert long in shown.words  # the version that was heard


def test_what_else_has_changed_makes_nothing_outdated(page, cast):
    hearing = closed(cast)
    revise_goal(cast.draft, by=cast.karin, title="Vi tager telefonen")
    words = page(cast.bo).get(path(hearing)).words
    assert "has changed in substance" not in words
    assert "What has changed since, apart from the substance" in words


def test_each_sees_the_buttons_that_are_theirs(page, cast):
    hearing = opened(cast)
    shown = {name: page(getattr(cast, name)).get(path(hearing)).text for name in ("ida", "karin", "trine", "emma")}
    for end, names in {
        "/answer": {"karin", "trine"},
        "/record": {"karin", "trine"},
        "/withdraw": {"ida", "karin"},
    }.items():
        assert {name for name, text in shown.items() if f"{path(hearing)}{end}" in text} == names


def test_after_the_deadline_it_says_that_it_waits(page, cast):
    hearing = opened(cast)
    with clock.at(now() + timedelta(days=15)):
        shown = page(cast.karin).get(path(hearing))
    assert "The hearing waits to be closed." in shown.words
    assert f"{path(hearing)}/answer" not in shown.text
    assert f"{path(hearing)}/close" in shown.text


def test_litany(page, cast):
    hearing = opened(cast)
    litany.asks_strangers_to_sign_in(page, path(hearing))
    litany.hidden_from(page, f"/goals/{cast.goal.id}/hearings/{hearing.id}", cast.ida, cast.karin)
    litany.refuses(page, path(hearing), cast.ida, "POST")
