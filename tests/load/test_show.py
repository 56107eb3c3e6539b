import pytest

from app.goals.models import MeasuredLevel
from app.load.operations import end_tension
from tests import litany
from tests.cast import speak_danish
from tests.load.answers import WORDS, marked, measured


def path(unit):
    return f"/load/{unit.id}"


def test_it_says_in_a_sentence_what_is_asked(page, cast):
    assert (
        "1 goal in force, and nobody is asked to spend time registering." in page(cast.bo).get(path(cast.service)).words
    )
    measured(cast.service, registration_minutes=10, measured_count=26)
    words = page(cast.bo).get(path(cast.service)).words
    assert "2 goals. Registering takes 191 hours a year, that is 7.3 hours per person." in words
    assert "No goal of its own is in force." in page(cast.bo).get(path(cast.roads)).words


def test_the_goals_with_what_each_asks(page, cast):
    measured(cast.service, title="Det tunge", registration_minutes=30, measured_level=MeasuredLevel.INDIVIDUAL)
    shown = page(cast.bo).get(path(cast.service))
    rows = [" ".join(" ".join(row.itertext()).split()) for row in shown.doc.xpath("//tbody/tr")]
    assert len(rows) == 2
    assert "Det tunge Steering measure The individual 30 26 the head count 572" in rows[0]
    assert "The team Not said 26" in rows[1]
    assert "the head count of the unit is used" in shown.words


@pytest.mark.parametrize("sort", ["number", "title", "steering", "measured_level", "minutes", "persons", "-hours"])
def test_they_are_sorted(page, cast, sort):
    measured(cast.service, registration_minutes=30)
    assert len(page(cast.bo).get(f"{path(cast.service)}?sort={sort}").doc.xpath("//tbody/tr")) == 2


def test_goals_from_above_stand_apart(page, cast):
    goal = measured(cast.root, title="Alle sammen", measured_level=MeasuredLevel.UNIT, registration_minutes=7)
    shown = page(cast.bo).get(path(cast.service))
    (line,) = shown.doc.xpath("//section[@id='above']//li")
    assert f"{goal.code} Alle sammen Lilleby Kommune · 7 min. per person a week" in " ".join(
        line.text_content().split()
    )
    assert "Alle sammen" not in " ".join(shown.doc.xpath("//tbody//th//text()"))


def test_how_they_pull_and_who_can_end_it(page, cast):
    tension = marked(cast)
    shown = page(cast.karin).get(path(cast.service))
    assert WORDS in shown.words
    assert "Marked by Trine Løvenskjold" in shown.words
    end = f"/load/tensions/{tension.id}/end"
    assert end in shown.doc.xpath("//main//a/@href")
    assert end not in page(cast.trine).get(path(cast.service)).doc.xpath("//main//a/@href")
    end_tension(tension, by=cast.karin, words="Telefonen er et følgetal nu.")
    words = page(cast.trine).get(path(cast.service)).words
    assert "Those that are ended" in words
    assert "Telefonen er et følgetal nu." in words


def test_a_pair_with_a_draft_only_for_those_who_see_it(page, cast):
    tension = marked(cast, cast.goal, cast.draft)

    def seen_by(user):
        return WORDS in page(user).get(path(cast.service)).words

    assert (seen_by(cast.trine), seen_by(cast.bo)) == (True, False)
    end_tension(tension, by=cast.karin, words="Løst")
    assert (seen_by(cast.trine), seen_by(cast.bo)) == (True, False)  # it stands among those that are ended


def test_many_cost_no_more_queries(page, cast):
    marked(cast)
    few = page(cast.karin).get(path(cast.service)).queries
    for _time in range(8):
        marked(cast, other=measured(cast.service, measured_level=MeasuredLevel.UNIT))
        measured(cast.centre, measured_level=MeasuredLevel.UNIT)
    assert page(cast.karin).get(path(cast.service)).queries <= few + 1  # the goals from above are fetched with theirs


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    marked(cast)
    measured(cast.service, registration_minutes=10)
    words = page(cast.karin).get(path(cast.service)).words
    assert "3 mål. Registreringen tager 191 timer om året, det er 7,3 timer pr. person." in words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.service))
    litany.hidden_from(page, "/load/999999", cast.ida)
    litany.refuses(page, path(cast.service), cast.ida, "POST")
