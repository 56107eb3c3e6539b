"""Finding questions: pure rules."""

import pytest

from app.core.languages import speaking
from app.dialogue.guide import Only, Question, Wish, gone_since, grouped, lang, merged, narrowed, said, wished
from app.dialogue.models import Audience, GuideQuestion, Theme
from app.dialogue.shipped import shipped


def question(key="focus.1", audience=Audience.BOTH, da="Hvor travlt har vi?", en="How busy are we?", **more):
    return Question(key, Theme(key.split(".")[0]), audience, da, en, **more)


def row(key, **more):
    return GuideQuestion(key=key, **{"theme": Theme.GENERAL, "audience": Audience.BOTH, "da": "", "en": ""} | more)


@pytest.mark.parametrize(
    ("asked", "audience", "is_found"),
    [("strategic", "strategic", True), ("strategic", "both", True), ("strategic", "local", False), ("", "local", True)],
)
def test_what_is_for_both_is_for_either(asked, audience, is_found):
    found = narrowed([question(audience=Audience(audience))], Wish(audience=asked))
    assert bool(found) is is_found


@pytest.mark.parametrize(("q", "is_found"), [("travl", True), ("BUSY", True), ("travle penge", False), ("", True)])
def test_all_words_looked_for_are_said_in_one_of_the_languages(q, is_found):
    assert bool(narrowed([question()], Wish(q=q))) is is_found


def test_a_theme_and_what_is_put_aside():
    aside = question("level.1", row=row("level.1", hidden_on=1))
    assert narrowed([question(), aside], Wish()) == [question()]
    assert narrowed([question(), aside], Wish(theme="level")) == []
    assert narrowed([question(), aside], Wish(only=Only.HIDDEN)) == [aside]


def test_a_wish_that_means_nothing_is_left_out():
    assert wished({"theme": "nonsense", "audience": "x", "only": "y", "q": " a "}) == Wish(q="a")
    assert Wish(theme="use").asked == {"theme": "use"}


def test_what_the_organisation_says_lies_on_top():
    mine = row("focus.1", da="Vores ord", en="Our words", audience=Audience.LOCAL)
    own = row("own.1", da="Egen?", is_own=True)
    found = {one.key: one for one in merged(shipped(), [mine, own, row("focus.2", audience=Audience.LOCAL)])}
    assert (found["focus.1"].da, found["focus.1"].is_reworded) == ("Vores ord", True)
    assert found["focus.2"].da == shipped()["focus.2"].da
    assert found["focus.2"].is_reworded, "for whom it is meant is a decision too"
    assert found["own.1"].is_own
    assert not found["focus.3"].is_reworded
    assert len(found) == 32


def test_a_decision_on_a_question_that_is_no_longer_shipped_is_no_question():
    assert [one.key for one in merged({}, [row("old.1"), row("old.2", da="Ja?")])] == ["old.2"]


def test_themes_stand_in_their_order_and_empty_ones_are_left_out():
    found = grouped([question("use.1"), question("focus.1"), question("use.2")])
    assert [(theme, len(questions)) for theme, questions in found] == [(Theme.FOCUS, 1), (Theme.USE, 2)]


def test_what_was_chosen_and_is_gone_can_stay_chosen():
    chosen = [question("focus.1"), Question("own.9", Theme.GENERAL, Audience.BOTH, "Gammelt?", "")]
    assert [(one.key, one.theme, one.da) for one in gone_since(chosen, [question("focus.1")])] == [
        ("own.9", Theme.GENERAL, "Gammelt?")
    ]


def test_one_language_is_marked_for_readers_of_the_other(app):
    only = question(en="")
    with app.test_request_context(), speaking("en"):
        assert (said(only), lang(only)) == ("Hvor travlt har vi?", "da")
        assert lang(question()) == ""
    with app.test_request_context(), speaking("da"):
        assert lang(only) == ""
