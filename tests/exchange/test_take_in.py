from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa

from app.balances.models import Reader
from app.balances.operations import read_balances
from app.balances.queries import latest_reading
from app.core import clock
from app.core.clock import now, today
from app.core.db import session
from app.exchange import operations, queries
from app.exchange import plan as planning
from app.exchange.models import Upload
from app.exchange.operations import add_upload
from app.goals.models import Goal, RiskLevel, Status
from app.goals.operations import add_goal, retire_goal
from app.goals.reviews import months_later
from tests import litany
from tests.exchange.test_plan import CSV, upload
from tests.goals.answers import set_on


def goals():
    return list(session().scalars(sa.select(Goal).order_by(Goal.id)))


def take_in(page, user, **kwargs):
    browser, answer = upload(page, user, **kwargs)
    return import_shown(browser, answer)


def import_shown(browser, answer):
    """Press the button below the plan, or send it where there is none."""
    shown = browser.follow(answer).values("shown")
    return browser.post(f"{answer.location}/take-in", {"shown": shown[0] if shown else ""})


def test_every_usable_row_comes_in_as_a_draft(page, cast):
    assert take_in(page, cast.ida).location == "/goals"
    goal = goals()[-1]
    assert (goal.title, goal.status, goal.unit_id) == ("Kortere ventetid", Status.DRAFT, cast.service.id)
    assert (goal.baseline, goal.decided_target, goal.next_review_on, goal.focus) == (
        Decimal(9),
        Decimal(5),
        date(2027, 3, 1),
        1,
    )


def test_a_second_run_changes_nothing(page, cast):
    take_in(page, cast.ida)
    before = [(goal.id, goal.version) for goal in goals()]
    browser, answer = upload(page, cast.ida)
    shown = browser.follow(answer)
    assert "There is nothing to import." in shown.words
    assert not shown.doc.xpath("//form[contains(@action,'take-in')]")
    import_shown(browser, answer)
    session().expire_all()
    assert [(goal.id, goal.version) for goal in goals()] == before


def test_only_what_the_sheet_says_is_changed(page, cast):
    take_in(
        page, cast.ida, content="Afd.;Mål;Hvad måler vi?\nBorgerservice;telefonen bliver taget;Andel opkald\n".encode()
    )
    session().refresh(cast.draft)
    assert (cast.draft.measure, cast.draft.title, cast.draft.owner_id) == (
        "Andel opkald",
        "Telefonen bliver taget",
        cast.karin.id,
    )


def test_all_or_nothing(page, cast, monkeypatch):
    from app.exchange import operations

    real, calls = operations.add_goal, []

    def breaks_at_the_second(**answers):
        calls.append(answers)
        if len(calls) == 2:
            raise RuntimeError("in the middle")
        return real(**answers)

    monkeypatch.setattr(operations, "add_goal", breaks_at_the_second)
    with pytest.raises(RuntimeError):
        take_in(page, cast.ida, content="Afd.;Mål\nBorgerservice;Et\nBorgerservice;To\n".encode())
    assert len(goals()) == 2


def test_the_file_is_let_go_and_can_not_be_taken_in_twice(page, cast):
    browser, answer = upload(page, cast.ida)
    import_shown(browser, answer)
    stored = session().scalars(sa.select(Upload)).one()
    assert (stored.content, stored.taken_in_at is None) == (b"", False)
    assert browser.post(f"{answer.location}/take-in").location == "/import/goals"
    assert browser.get(answer.location).location == "/import/goals"


def test_a_goal_that_was_retired_comes_in_anew(page, cast):
    from app.goals.operations import retire_goal

    retire_goal(cast.draft, by=cast.ida, reason="Slut")
    take_in(page, cast.ida, content="Afd.;Mål\nBorgerservice;Telefonen bliver taget\n".encode())
    assert [goal.title for goal in goals()].count("Telefonen bliver taget") == 2


def test_litany(page, cast):
    _browser, answer = upload(page, cast.ida, content=CSV.encode())
    path = f"{answer.location}/take-in"
    litany.asks_strangers_to_sign_in(page, path, "POST")
    litany.hidden_from(page, path, cast.karin, cast.emma, method="POST")
    litany.refuses(page, path, cast.ida, "GET")


def test_a_place_that_moves_keeps_the_wish_and_the_reasons_of_the_others(page, cast):
    read_balances(
        cast.draft, by=cast.karin, places={"focus": -2, "level": 1}, wishes={"focus": 2},
        reasons={"focus": "Vi tæller opkald.", "level": "Teamet deler tallet."},
    )  # fmt: skip
    take_in(page, cast.ida, content="Afd.;Mål;Fokus\nBorgerservice;Telefonen bliver taget;-1\n".encode())
    newest = latest_reading(cast.draft)
    assert (newest.focus, newest.level, newest.focus_wish) == (-1, 1, 2)
    assert (newest.focus_reason, newest.level_reason) == ("", "Teamet deler tallet.")


def test_a_review_later_than_the_risk_allows_is_drawn_nearer_and_said_so(page, cast):
    set_on(cast.draft, by=cast.ida, risk_level=RiskLevel.HIGH)
    content = "Afd.;Mål;Næste opfølgning\nBorgerservice;Telefonen bliver taget;1.1.2035\n".encode()
    browser, answer = upload(page, cast.ida, content=content)
    latest = months_later(today(), 3)
    assert f"{latest:%d.%m.%Y}" in browser.follow(answer).words
    import_shown(browser, answer)
    session().refresh(cast.draft)
    assert cast.draft.next_review_on == latest


def test_what_is_imported_is_what_was_shown(page, cast):
    browser, answer = upload(page, cast.ida)
    shown = browser.follow(answer).values("shown")[0]
    add_goal(title="Kortere ventetid", unit_id=cast.service.id, by=cast.karin)
    refused = browser.post(f"{answer.location}/take-in", {"shown": shown})
    assert "The register has changed since." in browser.follow(refused).words
    assert len(goals()) == 3
    assert import_shown(browser, answer).location == "/goals"


def test_twice_at_once_is_once(cast):
    sent = add_upload(name="maal.csv", content=CSV.encode(), by=cast.ida)
    plan = planning.make(sent.name, sent.content, {}, queries.known_names(), queries.goals_by_name())
    operations.take_in(sent, plan, by=cast.ida)
    with pytest.raises(operations.TakenIn):
        operations.take_in(sent, plan, by=cast.ida)


def test_a_plan_that_can_not_be_made_is_shown_and_nothing_breaks(page, cast):
    browser, answer = upload(page, cast.ida)
    browser.post(answer.location, {"column-0": ""})
    assert browser.post(f"{answer.location}/take-in", {"shown": "x"}).location == answer.location


def sheet_says(page, cast, head, *rows):
    content = "\n".join([f"Afd.;Mål;{head}", *rows]).encode()
    browser, answer = upload(page, cast.ida, content=content)
    return browser, answer, browser.follow(answer).words


def test_what_looks_like_a_goal_there_is_is_said(page, cast):
    add_goal(title="Færre hjælpere i hjemmet (Nord)", unit_id=cast.service.id, by=cast.ida)
    gone = add_goal(title="Opkald pr. time", unit_id=cast.service.id, by=cast.ida)
    retire_goal(gone, by=cast.ida, reason="Ingen brugte det.")
    rows = ("Borgerservice;Færre hjælpere i hjemmet;9", "Borgerservice;Opkald pr. time;4")
    _browser, _answer, words = sheet_says(page, cast, "Nu", *rows)
    assert "It resembles M-0003 Færre hjælpere i hjemmet (Nord)." in words
    assert "M-0004 had this title and is retired." in words


def test_a_note_stands_below_the_one_there_is_and_only_once(page, cast):
    set_on(cast.draft, by=cast.ida, note="Aftalt i maj.")
    for _time in range(2):
        browser, answer, _words = sheet_says(page, cast, "Note", "Borgerservice;Telefonen bliver taget;Tjek i juni.")
        import_shown(browser, answer)
    session().refresh(cast.draft)
    assert cast.draft.note == "Aftalt i maj.\nTjek i juni."


def test_where_the_committee_agreed_a_sheet_moves_nothing(page, cast):
    read_balances(cast.draft, by=cast.karin, places={"focus": 1}, reader=Reader.AGREED)
    browser, answer, words = sheet_says(page, cast, "Fokus", "Borgerservice;Telefonen bliver taget;-2")
    assert "The committee agreed on another place" in words
    import_shown(browser, answer)
    session().refresh(cast.draft)
    assert (cast.draft.focus, cast.draft.is_agreed) == (1, True)


def test_the_plan_names_owners_and_objectives(page, cast):
    row = "Borgerservice;Telefonen bliver taget;Emma Håkansson;Borgere får et klart svar"
    _browser, _answer, words = sheet_says(page, cast, "Ansvarlig;Strategisk mål", row)
    assert "Karin Nørgård Emma Håkansson" in words
    assert words.count("Borgere får et klart svar") == 1


def test_the_same_sheet_later_changes_nothing(page, cast):
    set_on(cast.draft, by=cast.ida, risk_level=RiskLevel.HIGH)
    row = "Borgerservice;Telefonen bliver taget;1.1.2035"
    browser, answer, _words = sheet_says(page, cast, "Næste opfølgning", row)
    import_shown(browser, answer)
    with clock.at(now() + timedelta(days=10)):
        _browser, _answer, words = sheet_says(page, cast, "Næste opfølgning", row)
    assert "There is nothing to import." in words
