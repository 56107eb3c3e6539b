import time

import pytest
import sqlalchemy as sa

from app.core.clock import today
from app.core.db import session
from app.core.operation import operation, record
from app.goals.models import Goal, MeasuredLevel, Status, Steering
from app.load.operations import end_tension
from app.load.queries import goals_in_force_per_unit, load_of_open_units, open_tensions
from app.organisation.operations import change_settings
from app.organisation.viewers import the_organisation
from tests import litany
from tests.cast import speak_danish
from tests.load.answers import marked, measured, row_of


def row(page, user, unit, query=""):
    return row_of(page(user).get(f"/load{query}"), unit)


def test_a_units_goals_hours_and_persons(page, cast):
    measured(cast.service, registration_minutes=10, measured_count=26)
    measured(cast.service, registration_minutes=20, measured_count=13, measured_level=MeasuredLevel.INDIVIDUAL)
    measured(cast.service, steering=Steering.BACKGROUND)
    found = row(page, cast.bo, cast.service)
    assert found["Goals"] == "4"
    assert found["Background measures"] == found["Single persons"] == "1"
    assert found["Hours a year"] == "381"  # (10 * 26 + 20 * 13) * 44 / 60
    assert found["Hours each"] == "15"
    assert row(page, cast.bo, cast.roads)["Goals"] == "0"


def test_drafts_and_retired_goals_do_not_count(page, cast):
    for status in (Status.DRAFT, Status.IN_HEARING, Status.RETIRED):
        measured(cast.service, status=status, registration_minutes=50)
    found = row(page, cast.ida, cast.service)
    assert (found["Goals"], found["Hours a year"]) == ("1", "0")


def test_where_nobody_said_how_many_the_head_count_stands_in_and_it_says_so(page, cast):
    measured(cast.roads, registration_minutes=10)
    assert row(page, cast.bo, cast.roads)["Hours a year"] == "418 partly by head count"


def test_more_measured_than_work_there_never_makes_a_persons_hours_many(page, cast):
    measured(cast.roads, registration_minutes=10, measured_count=570)
    assert row(page, cast.bo, cast.roads)["Hours each"] == "7.3"


def test_goals_from_above_are_shown_apart(page, cast):
    whole = measured(cast.roads, measured_level=MeasuredLevel.ORGANISATION)
    centre = measured(cast.centre, measured_level=MeasuredLevel.UNIT)
    measured(cast.centre, measured_level=MeasuredLevel.TEAM)
    measured(cast.root, measured_level=MeasuredLevel.ORGANISATION, measured_count=0)
    shown = page(cast.bo).get("/load")
    assert [row_of(shown, unit)["From above"] for unit in (cast.service, cast.centre, cast.roads)] == ["2", "1", ""]
    assert row_of(shown, cast.service)["Goals"] == "1"
    behind = page(cast.bo).get(f"/goals?reaches={cast.service.id}&status=in_force").doc.xpath("//tbody//th//a/@href")
    assert sorted(behind) == [f"/goals/{goal.id}" for goal in (whole, centre)]


def test_each_figure_leads_to_as_many_goals(page, cast):
    marked(cast)
    measured(cast.service, steering=Steering.BACKGROUND, measured_level=MeasuredLevel.INDIVIDUAL)
    measured(cast.service, registration_minutes=10, status=Status.IN_HEARING)
    measured(cast.roads, measured_level=MeasuredLevel.ORGANISATION)
    browser = page(cast.bo)
    for heading in ("Goals", "Background measures", "Single persons", "From above"):
        place = f"//tbody/tr[th/a[@href='/load/{cast.service.id}']]/td[@data-label='{heading}']/a"
        (link,) = browser.get("/load").doc.xpath(place)
        assert len(browser.get(link.get("href")).doc.xpath("//tbody/tr")) == int(link.text), heading
    assert len(browser.get(f"/goals?group={cast.service.id}&tension=yes").doc.xpath("//tbody/tr")) == 2


def test_tensions_only_for_those_who_see_both(page, cast):
    marked(cast, cast.goal, cast.draft)
    assert row(page, cast.trine, cast.service)["Tensions"] == "1"
    assert row(page, cast.bo, cast.service)["Tensions"] == ""
    assert len(page(cast.trine).get("/goals?tension=yes").doc.xpath("//tbody/tr")) == 2
    assert not page(cast.bo).get("/goals?tension=yes").doc.xpath("//tbody/tr")


def test_a_pair_within_a_unit_counts_once_and_an_ended_one_not_at_all(page, cast):
    tension = marked(cast)
    elsewhere = marked(cast, other=measured(cast.roads))
    assert row(page, cast.bo, cast.service)["Tensions"] == "2"
    assert row(page, cast.bo, cast.roads)["Tensions"] == "1"
    end_tension(tension, by=cast.karin, words="Løst")
    end_tension(elsewhere, by=cast.karin, words="Løst")
    assert row(page, cast.bo, cast.service)["Tensions"] == ""


def test_what_is_much_is_marked_and_found(page, cast):
    def found(much):
        return page(cast.bo).get(f"/load?much={much}").doc.xpath("//tbody//th/a/text()")

    assert found("many") == found("hours") == found("tensions") == []
    marked(cast)
    measured(cast.service), measured(cast.service), measured(cast.service)
    measured(cast.roads, registration_minutes=45)
    assert found("many") == found("tensions") == ["Borgerservice"]
    assert found("hours") == ["Vej og Park"]
    assert "Many goals" in row(page, cast.bo, cast.service)["Unit"]
    assert "Many hours" in row(page, cast.bo, cast.roads)["Unit"]


def test_the_settings_say_what_is_much(page, cast):
    change_settings(the_organisation(), by=cast.ida, load_many=2, load_hours=1, work_weeks=30)
    measured(cast.service, registration_minutes=10, measured_count=26)
    found = row(page, cast.bo, cast.service)
    assert found["Hours a year"] == "130"
    assert "Many goals" in found["Unit"]
    assert "Many hours" in found["Unit"]


@pytest.mark.parametrize(
    "sort", ["name", "goals", "background", "above", "individual", "-hours", "-each", "-tensions", "nonsense"]
)
def test_it_is_sorted(page, cast, sort):
    measured(cast.roads, registration_minutes=10)
    marked(cast)
    assert len(page(cast.bo).get(f"/load?sort={sort}").doc.xpath("//tbody/tr")) == 4
    if sort in {"-hours", "-each"}:
        assert page(cast.bo).get(f"/load?sort={sort}").doc.xpath("//tbody//th/a/text()")[0] == "Vej og Park"


def test_by_unit(page, cast):
    shown = page(cast.bo).get(f"/load?unit={cast.centre.id}")
    assert shown.doc.xpath("//tbody//th/a/text()") == ["Borgerservice", "Center for Borgere"]


def test_what_the_service_check_reads(cast):
    tension = marked(cast)
    found = dict(session().execute(goals_in_force_per_unit()).all())
    assert found == {cast.service.id: 2}
    assert session().scalars(open_tensions()).all() == [tension]


@operation("test.filled")
def fill(cast, many):
    """Ten thousand goals, a third of them drafts, on the four units."""
    units = (cast.root, cast.centre, cast.service, cast.roads)
    levels, statuses = list(MeasuredLevel), (Status.IN_FORCE, Status.IN_FORCE, Status.DRAFT)
    rows = [
        {"number": 100 + number, "title": f"Mål {number}", "unit_id": units[number % 4].id,
         "status": statuses[number % 3], "measured_level": levels[number % 4], "registration_minutes": number % 60,
         "measured_count": None if number % 7 == 0 else number % 90, "created_by_id": cast.ida.id,
         "takes_effect_on": today()}
        for number in range(many)
    ]  # fmt: skip
    session().execute(sa.insert(Goal), rows)
    record("test.filled", cast.goal, by=None)


def test_ten_thousand_goals_are_counted_fast_and_in_as_many_queries(page, cast):
    few = page(cast.trine).get("/load").queries
    fill(cast, 10_000)
    begun = time.perf_counter()
    shown = page(cast.trine).get("/load")
    assert time.perf_counter() - begun < 2
    assert shown.queries == few
    found = session().execute(load_of_open_units(cast.bo)).all()
    assert sum(row.load.goals for row in found) == 6667 + 1


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    measured(cast.roads, registration_minutes=10)
    marked(cast)
    assert "Målbelastning" in page(cast.karin).get("/load").words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/load")
    litany.refuses(page, "/load", cast.ida, "POST")
