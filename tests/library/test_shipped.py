"""The library that comes with the program is whole: a law on its file."""

import re
from collections import Counter
from itertools import product

import pytest

from app.goals.models import Aspect
from app.library.labels import ANSWERS, POLES, WHY, WHY_FAR, WHY_LEANS
from app.library.lines import merged
from app.library.models import LineKind
from app.library.proposals import BALANCES
from app.library.shipped import FILE, read, shipped
from app.risks.models import Factor

LINES = list(shipped().values())


def test_no_key_stands_twice_and_none_looks_like_a_number():
    keys = re.findall(r'^key = "(.+)"$', FILE.read_text(encoding="utf-8"), flags=re.M)
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert len(keys) == len(LINES)
    assert all(re.fullmatch(r"[a-z]+(\.[a-z_]+)+", key) and len(key) <= 80 for key in keys)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.key)
def test_each_line_is_said_in_both_languages_and_briefly(line):
    assert line.da
    assert line.en
    assert line.da != line.en
    assert max(len(line.da), len(line.en)) <= 160
    assert not (line.da + line.en).endswith(".")


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_two_lines_say_the_same(language):
    said = Counter(getattr(line, language).casefold() for line in LINES)
    assert [words for words, times in said.items() if times > 1] == []


def test_each_pole_answer_and_factor_is_one_that_we_know():
    assert {pole for line in LINES for pole in line.poles} <= POLES.keys()
    assert {answer for line in LINES for answer in line.answers} <= ANSWERS.keys()
    assert {line.factor for line in LINES if line.factor} <= {factor.value for factor in Factor}


def test_whatever_can_be_answered_has_its_words_its_reason_and_its_lines():
    assert POLES.keys() == WHY_FAR.keys() == WHY_LEANS.keys()
    assert POLES.keys() == {f"{balance}:{side}" for balance, side in product(BALANCES, ("left", "right"))}
    assert ANSWERS.keys() == WHY.keys()
    unused = ANSWERS.keys() - {answer for line in LINES for answer in line.answers}
    assert not unused, f"no line is proposed for {unused}"


@pytest.mark.parametrize(("pole", "kind"), list(product(POLES, LineKind)))
def test_each_pole_has_gains_and_strains(pole, kind):
    """Neither end is the good one."""
    assert len([line for line in LINES if pole in line.poles and line.kind is kind]) >= 3


@pytest.mark.parametrize("aspect", Aspect)
def test_each_aspect_has_enough_to_choose_from(aspect):
    mine = [line for line in merged(shipped(), []) if line.aspect is aspect]
    assert len([line for line in mine if line.kind is LineKind.GAIN]) >= 5
    assert len([line for line in mine if line.kind is LineKind.STRAIN]) >= 7
    assert {line.kind for line in mine if line.is_general} == set(LineKind), "something for every goal"


def test_the_file_is_read_once():
    assert read(FILE) is read(FILE)
