from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.core import clock
from app.core.clock import now
from app.core.db import next_number, session
from app.core.operation import operation, record
from app.goals.models import Goal, HangsOn, MeasuredLevel, RiskLevel, Status
from tests import litany
from tests.cast import speak_danish
from tests.comments.answers import answered, said


@operation("goal.added")
def many(cast, count):
    """So many goals in force, all different."""
    goals = [
        Goal(
            number=next_number("goal"),
            title=f"Måling nr. {n}",
            unit_id=cast.roads.id,
            status=Status.IN_FORCE,
            focus=n % 5 - 2,
            risk_level=list(RiskLevel)[n % 3],
            owner_id=cast.otto.id,
        )
        for n in range(count)
    ]
    session().add_all(goals)
    record("goal.added", goals[0], by=cast.ida)


@operation("goal.revised")
def set_on(goal, by, **values):
    for name, value in values.items():
        setattr(goal, name, value)
    record("goal.revised", goal, by=by)


def titles(page):
    return [link.text_content() for link in page.doc.xpath("//tbody//a[@class='title-link']")]


def test_everybody_finds_the_goals_in_force(page, cast):
    for user in (cast.ida, cast.mette, cast.otto, cast.trine, cast.emma, cast.mads, cast.bo):
        assert "Kortere vej fra henvendelse til svar" in titles(page(user).get("/goals"))


@pytest.mark.parametrize(
    ("name", "sees"),
    [
        ("ida", True),
        ("mette", True),
        ("karin", True),
        ("trine", True),
        ("frederik", True),
        ("otto", False),
        ("emma", False),
        ("mads", False),
        ("bo", False),
    ],
)
def test_drafts_are_for_those_who_work_on_them(page, cast, name, sees):
    assert ("Telefonen bliver taget" in titles(page(getattr(cast, name)).get("/goals"))) is sees


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=svar", True),
        ("q=svarene", True),
        ("q=M-0001", True),
        ("q=ærø", False),
        ("status=draft", False),
        ("status=in_force", True),
        ("unit=1", True),
        ("unit=4", False),
        ("risk=high", True),
        ("risk=none", False),
        ("review=overdue", False),
        ("review=none", False),
        ("focus=left", True),
        ("focus=right", False),
        ("focus=far_left", True),
        ("use=unread", True),
        ("objective=1", True),
        ("objective=0", False),
        ("hangs_on=pay", True),
        ("measured_level=team", True),
        ("owner=me", False),
        ("owner=none", False),
        ("steering=steering", True),
        ("steering=background", False),
        ("identifiable=yes", False),
        ("control_measure=no", False),
        ("results_shown_to=nobody", False),
        ("statutory=no", True),
        ("statutory=yes", False),
        ("registration=none", True),
        ("registration=heavy", False),
        ("unanswered=yes", True),
        ("unanswered=late", False),
        ("unit=9999", False),
    ],
)
def test_filters(page, cast, query, found):
    set_on(
        cast.goal,
        cast.ida,
        focus=-2,
        risk_level=RiskLevel.HIGH,
        hangs_on=HangsOn.PAY,
        measured_level=MeasuredLevel.TEAM,
    )
    said(cast)
    query = query.replace("unit=4", f"unit={cast.roads.id}").replace("unit=1", f"unit={cast.root.id}")
    assert (cast.goal.title in titles(page(cast.ida).get(f"/goals?{query}"))) is found


def test_how_much_waits_for_an_answer(page, cast):
    with clock.at(now() - timedelta(days=15)):
        said(cast)
    said(cast), answered(cast)
    said(cast, goal=cast.draft)

    def counted(query):
        rows = page(cast.bo).get(f"/goals?columns=open_questions&{query}").doc.xpath("//tbody/tr")
        return [row.xpath("string(td)").strip() for row in rows]

    for query in ("", "unanswered=yes", "unanswered=late", "sort=-open_questions"):
        assert counted(query) == ["2"]
    with clock.at(now() - timedelta(days=2)):
        assert counted("unanswered=late") == []
    text = page(cast.bo).get("/goals/export.csv?columns=open_questions").data.decode("utf-8-sig")
    assert [line.split(";")[1:] for line in text.splitlines()[1:]] == [["2"]]


def test_the_owner_is_chosen_by_name(page, cast):
    listed = page(cast.bo).get("/goals").doc.xpath("//select[@name='owner']/option/text()")
    assert listed == ["All", "Me", "Nobody", "Karin Nørgård"]
    assert cast.goal.title in titles(page(cast.bo).get(f"/goals?owner={cast.karin.id}"))
    assert cast.goal.title not in titles(page(cast.bo).get(f"/goals?owner={cast.otto.id}"))


def test_a_chip_takes_one_filter_away(page, cast):
    doc = page(cast.ida).get("/goals?status=in_force&q=svar").doc
    links = [a.get("href") for a in doc.xpath("//a[@class='chip']")]
    assert links == ["/goals?status=in_force", "/goals?q=svar"]


@pytest.mark.parametrize(
    "sort", ["number", "-number", "title", "unit", "owner", "status", "risk_level", "-next_review_on"]
)
def test_sorting(page, cast, sort):
    many(cast, 3)
    found = page(cast.ida).get(f"/goals?sort={sort}")
    assert len(titles(found)) == 5
    assert found.doc.xpath("//th[@aria-sort]") or sort in {"unit", "owner"}


def test_pages(page, cast):
    many(cast, 60)
    first, second = page(cast.ida).get("/goals"), page(cast.ida).get("/goals?page=2")
    assert len(titles(first)) == 50
    assert len(titles(second)) == 12
    assert not set(titles(first)) & set(titles(second))


def test_chosen_columns(page, cast):
    heads = page(cast.ida).get("/goals?columns=status&columns=purpose").doc.xpath("//thead//th")
    assert [" ".join(h.text_content().split()) for h in heads] == ["Goal", "Status", "Purpose"]


def test_nothing_found_offers_a_way_back(page, cast):
    assert page(cast.ida).get("/goals?q=findesikke").doc.xpath("//*[@class='empty']//a[@href='/goals']")


def test_a_title_of_300_characters_and_signs(page, cast):
    title = "<b>&" + "Æ" * 296
    set_on(cast.goal, cast.ida, title=title)
    assert title in titles(page(cast.ida).get("/goals"))


@operation("goal.added")
def ten_thousand(cast):
    """As many goals as a large municipality would have in a hundred years, written in one go."""
    shared = {"unit_id": cast.roads.id, "owner_id": cast.otto.id, "status": Status.IN_FORCE}
    rows = [{"number": n, "title": f"Måling nr. {n}", "focus": n % 5 - 2, **shared} for n in range(1_000, 11_000)]
    session().execute(sa.insert(Goal), rows)
    session().execute(sa.update(Goal).where(Goal.number > 1_100).values(parent_id=Goal.id - 100))
    record("goal.added", cast.goal, by=cast.ida)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?status=in_force&focus=left&sort=unit",
        "?q=nr",
        "?page=150",
        "?columns=objectives&columns=parent&sort=-number",
        "?columns=open_questions&sort=-open_questions&unanswered=late",
    ],
)
def test_as_many_queries_for_ten_goals_as_for_ten_thousand(page, cast, query):
    many(cast, 10)
    few = page(cast.ida).get(f"/goals{query}").queries
    ten_thousand(cast)
    assert page(cast.ida).get(f"/goals{query}").queries == few


def test_the_page_is_light(page, cast):
    many(cast, 60)
    assert len(page(cast.ida).get("/goals", headers={"Accept-Encoding": "identity"}).data) < 120_000


def test_in_danish(page, cast):
    speak_danish(cast.ida)
    assert "I kraft" in page(cast.ida).get("/goals").words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/goals")
    litany.refuses(page, "/goals", cast.ida, "DELETE")
