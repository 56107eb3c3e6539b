from collections import Counter

from app.core.languages import speaking
from app.dialogue.guide import said
from app.dialogue.models import Audience, Theme
from app.dialogue.shipped import shipped


def test_there_are_31_five_for_each_balance_and_for_the_whole():
    found = shipped().values()
    assert len(found) == 31
    assert Counter(one.theme for one in found) == {
        Theme.GENERAL: 5, Theme.FOCUS: 5, Theme.LEVEL: 5, Theme.PROCESS: 5, Theme.USE: 5, Theme.OVERVIEW: 2,
        Theme.FOREWORD: 3, Theme.CONCEPT: 1,
    }  # fmt: skip


def test_each_is_written_in_both_languages_and_asks_something():
    for one in shipped().values():
        assert one.da != one.en
        for words in (one.da, one.en):
            assert 20 < len(words) <= 500
        if one.theme is not Theme.OVERVIEW:
            assert "?" in one.da
            assert "?" in one.en
        assert one.audience in Audience


def test_it_speaks_the_readers_language(app):
    one = shipped()["general.1"]
    with app.test_request_context(), speaking("da"):
        assert said(one).startswith("Hvorfor")
    with app.test_request_context(), speaking("en"):
        assert said(one).startswith("Why")
