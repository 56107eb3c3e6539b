import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.danish import collate, fold, sort_key, stem, words

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøåÆØÅ", min_size=1, max_size=20)


def test_danish_order():
    assert sorted(["Århus", "Zoo", "Ærø", "Øster", "abe", "Aalborg"], key=sort_key) == [
        "abe",
        "Zoo",
        "Ærø",
        "Øster",
        "Aalborg",
        "Århus",
    ]


@given(WORDS, WORDS, WORDS)
def test_the_order_is_an_order(a, b, c):
    assert collate(a, b) == -collate(b, a)
    if collate(a, b) <= 0 and collate(b, c) <= 0:
        assert collate(a, c) <= 0


@pytest.mark.parametrize(
    ("form", "other"), [("ulykken", "ulykker"), ("målinger", "målingen"), ("sagsbehandlere", "sagsbehandler")]
)
def test_forms_of_a_word_share_their_stem(form, other):
    assert stem(form) == stem(other)


@given(WORDS)
def test_a_stem_is_where_the_word_begins(word):
    assert fold(word).startswith(stem(word))


def test_words_keep_their_letters():
    assert words("Åse's mål: 80 % på æ-ø-å") == ["åse", "s", "mål", "80", "på", "æ", "ø", "å"]
