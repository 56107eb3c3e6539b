import statistics
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.comments.operations import take_up_answer
from app.comments.queries import answer_times
from app.core import clock
from app.core.clock import now
from app.core.db import session
from tests import litany
from tests.cast import speak_danish
from tests.comments.answers import answered, said, to_committee, to_side

PATH = "/answer-times"


def after(cast, days, **more):
    """A question that waited so many days for its answer."""
    with clock.at(now() - timedelta(days=days)):
        comment = said(cast, **more)
    return answered(cast, comment)


def times(user):
    return {row.name: row for row in session().scalars(answer_times(user))}


def cells(answer):
    """{unit: [what the other columns say]}"""
    return {
        row.xpath("string(th)").strip(): [" ".join(td.text_content().split()) for td in row.xpath("td")]
        for row in answer.doc.xpath("//tbody/tr")
    }


def test_each_unit_counts_its_own_goals_and_those_below(page, cast):
    for days in (1, 2, 9):
        after(cast, days)
    with clock.at(now() - timedelta(days=20)):
        said(cast)
    said(cast)
    found = cells(page(cast.bo).get(PATH))
    counted = ["5", "2 unanswered: see the goals", "1 past the limit: see the goals", "3", "2"]
    assert found == {"Borgerservice": counted, "Center for Borgere": counted, "Lilleby Kommune": counted}
    assert list(cells(page(cast.bo).get(f"{PATH}?unit={cast.centre.id}"))) == ["Borgerservice", "Center for Borgere"]


def test_the_figures_open_the_goals_behind_them(page, cast):
    with clock.at(now() - timedelta(days=20)):
        said(cast)
    doc = page(cast.bo).get(PATH).doc
    for link in doc.xpath("//tbody//td/a/@href"):
        assert cast.goal.title in page(cast.bo).get(link).words


def test_of_fewer_than_three_answers_no_middle_is_told(page, cast):
    for days in (1, 30):
        after(cast, days)
    assert cells(page(cast.bo).get(PATH))["Borgerservice"][3:] == ["2", "Too few to say"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 300), min_size=3, max_size=8))
def test_the_middle_is_the_median_of_the_answers(app, cast, days):
    kept = times(cast.ida).get("Borgerservice")
    before = [] if kept is None else list(cast.__dict__.setdefault("waited", []))
    for number in days:
        after(cast, number)
    cast.__dict__["waited"] = before + days
    assert float(times(cast.ida)["Borgerservice"].median_days) == pytest.approx(statistics.median(before + days))


def test_a_thread_that_was_taken_up_counts_each_of_its_answers(cast):
    answer = after(cast, 4)
    for _time in range(2):
        take_up_answer(answer, by=cast.trine, body="Og nu?")
        answer = answered(cast, answer.question)
    row = times(cast.bo)["Borgerservice"]
    assert (row.asked, row.answered, row.open_now) == (1, 3, 0)


def test_what_is_older_than_a_year_does_not_count(cast):
    with clock.at(now() - timedelta(days=400)):
        after(cast, 3)
    assert (times(cast.bo)["Borgerservice"].asked, times(cast.bo)["Borgerservice"].answered) == (0, 0)


def test_what_is_said_within_circles_and_at_drafts_one_does_not_see_is_not_counted(page, cast):
    to_side(cast), to_committee(cast), answered(cast, to_committee(cast))
    assert cells(page(cast.trine).get(PATH)) == {}
    said(cast, goal=cast.draft)
    assert cells(page(cast.bo).get(PATH)) == {}
    assert cells(page(cast.trine).get(PATH))["Borgerservice"][0] == "1"


@pytest.mark.parametrize("sort", ["name", "-asked", "open_now", "-late", "answered", "median"])
def test_it_is_sorted_but_never_by_who_is_quickest(page, cast, sort):
    after(cast, 1)
    doc = page(cast.ida).get(f"{PATH}?sort={sort}").doc
    assert len(doc.xpath("//tbody/tr")) == 3
    assert not doc.xpath("//th//a[contains(@href, 'median')]")


def test_the_unit_leads_to_it(page, cast):
    path = f"/organisation/units/{cast.service.id}"
    assert page(cast.bo).get(path).doc.xpath(f"//a[@href='{PATH}?unit={cast.service.id}']")


def test_many_questions_cost_no_more_queries(page, cast):
    after(cast, 1)
    few = page(cast.ida).get(PATH).queries
    for number in range(10):
        after(cast, number)
        said(cast)
    assert page(cast.ida).get(PATH).queries == few


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    after(cast, 1)
    assert "For få svar" in page(cast.karin).get(PATH).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.refuses(page, PATH, cast.ida, "POST")
