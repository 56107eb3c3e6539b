"""The promise to one side: what is written to it shows nowhere for anybody else.

Every page that somebody can reach is read as each of the others, files and error pages too, and the log."""

from __future__ import annotations

import io
import logging
import re
import zipfile
from urllib.parse import parse_qs

import pytest
import sqlalchemy as sa

from app.comments import queries
from app.comments.models import Comment
from app.comments.operations import accept_answer, edit_comment, reply_to, take_up_answer
from app.core import duties, errors
from app.core.db import session
from app.organisation.models import Function, Mandate, Side
from app.organisation.operations import add_seat
from app.organisation.viewers import with_standing
from tests.comments.answers import answered, to_committee, to_side

SECRET = "gråsejlsknude"  # noqa: S105 - a word that stands nowhere else
INSIDE = "kvægtorvsskrue"  # another, for what is said within the committee
OUTSIDERS = ("ida", "mette", "karin", "otto", "frederik", "emma", "mads", "bo")


@pytest.fixture
def spoken(cast):
    """A comment to the employee side of the local committee, edited, with a reply; and the same words nowhere else."""
    comment = to_side(cast, f"Vi er bange for listen, {SECRET}.")
    edit_comment(comment, by=cast.trine, body=f"Vi er urolige for listen, {SECRET}.")
    reply_to(comment, by=cast.trine, body=f"Også for ranglisten, {SECRET}.")
    return comment


@pytest.fixture
def answered_inside(cast):
    """A committee's question that was answered, taken up again and answered once more; the same words nowhere else."""
    comment = to_committee(cast, f"Hvorfor listen, {INSIDE}?")
    take_up_answer(answered(cast, comment, body=f"Fordi, {INSIDE}."), by=cast.trine, body=f"Og nu, {INSIDE}?")
    return answered(cast, comment, body=f"Også nu, {INSIDE}.")


def everything(page, user, goal):
    """{path: text} of every page that the person can click to from the desk and the goal, and the goal's files.

    A page is read once for each set of parameters, whatever they are; a PDF is packed, and says what the DOCX says."""
    browser, seen, met = page(user), {}, set()
    waiting = ["/", "/goals", f"/goals/{goal.id}", f"/goals?q={SECRET}", f"/goals/{goal.id}/history?page=1",
               "/goals/export.csv", "/goals/export.xlsx", f"/goals/export.csv?q={SECRET}", "/notices",
               f"/goals/{goal.id}/comments/1/reply", f"/goals/{goal.id}/comments/1/edit"]  # fmt: skip
    while waiting:
        path = waiting.pop(0).split("#")[0]
        kind = (path.partition("?")[0], frozenset(parse_qs(path.partition("?")[2])), SECRET in path)
        if kind in met or not path.startswith("/") or path.startswith(("/static", "//", "/sign-out")):
            continue
        assert len(met) < 600, "the pages have no end"
        met.add(kind)
        answer = browser.get(path)
        seen[path] = answer.text if answer.is_page else unpacked(answer.data)
        if answer.is_page:
            waiting += [href for href in answer.doc.xpath("//a/@href") if "sort=" not in href and ".pdf" not in href]
    return seen


def unpacked(data):
    if not data.startswith(b"PK"):
        return data.decode("utf-8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist())


@pytest.mark.parametrize("name", OUTSIDERS)
def test_it_shows_nowhere_for_anybody_else(page, cast, spoken, answered_inside, name):
    """Nor does what was asked and answered within the committee, in which Karin alone of them sits."""
    seen = everything(page, getattr(cast, name), cast.goal)
    assert len(seen) > 15, "the crawl went round the register"
    assert any("/history" in path for path in seen)
    assert [path for path, text in seen.items() if SECRET in text and f"q={SECRET}" not in path] == []
    inside = [path for path, text in seen.items() if INSIDE in text]
    assert inside if name == "karin" else not inside, inside
    for path in (path for path in seen if f"q={SECRET}" in path):
        assert seen[path].count(SECRET) <= seen[path].count(f"q={SECRET}") + 3, "only what was searched for itself"
        assert "Kortere vej" not in seen[path]


def test_the_crawl_would_find_it(page, cast, spoken, answered_inside):
    seen = everything(page, cast.trine, cast.goal)
    assert any(INSIDE in text for text in seen.values())
    found = {path for path, text in seen.items() if SECRET in text and f"q={SECRET}" not in path}
    assert f"/goals/{cast.goal.id}/comments" in found
    assert f"/goals/{cast.goal.id}" in found


@pytest.mark.parametrize("name", OUTSIDERS)
def test_not_even_that_somebody_spoke(page, cast, spoken, name):
    user = getattr(cast, name)
    history = page(user).get(f"/goals/{cast.goal.id}/history").words
    assert "Trine" not in history
    assert queries.count_for(user, cast.goal) == 0
    assert "Nobody has said anything yet" in page(user).get(f"/goals/{cast.goal.id}/comments").words
    for comment in session().scalars(sa.select(Comment)):
        for verb in ("reply", "edit"):
            path = f"/goals/{cast.goal.id}/comments/{comment.id}/{verb}"
            assert page(user).get(path).status_code == 404
            assert page(user).post(path, {"body": "Jeg var her."}).status_code == 404


def test_a_comment_that_is_not_there_and_one_that_is_hidden_answer_alike(page, cast, spoken):
    hidden = page(cast.karin).get(f"/goals/{cast.goal.id}/comments/{spoken.id}/reply")
    absent = page(cast.karin).get(f"/goals/{cast.goal.id}/comments/9999/reply")
    assert (hidden.status_code, absent.status_code) == (404, 404)
    reference = re.compile(r"[0-9A-F]{8}")
    assert reference.search(hidden.words)
    assert reference.sub("", hidden.words) == reference.sub("", absent.words)
    assert hidden.queries == absent.queries


def test_the_log_and_the_events_hold_none_of_it(page, cast, spoken, caplog):
    with caplog.at_level(logging.DEBUG):
        page(cast.trine).get(f"/goals/{cast.goal.id}/comments")
        page(cast.trine).post(
            f"/goals/{cast.goal.id}/comments/add",
            {"kind": "note", "body": SECRET, "audience": f"side:{cast.local.id}"},
        )
    assert SECRET not in caplog.text
    for table in ("event", "notice"):
        rows = session().execute(sa.text(f"SELECT * FROM {table}")).all()  # noqa: S608
        assert SECRET not in str(rows), table


def test_free_text_search_holds_none_of_it(page, cast, spoken):
    for user in (cast.trine, cast.karin):
        assert "Kortere vej" not in page(user).get(f"/goals?q={SECRET}").words


def test_a_seat_on_the_side_opens_it_and_leaving_shuts_it(page, cast, spoken):
    path = f"/goals/{cast.goal.id}/comments"
    seat = {"side": Side.EMPLOYEES, "mandate": Mandate.EMPLOYEE_REPRESENTATIVE, "function": Function.MEMBER}
    made = add_seat(cast.local, user=cast.emma, by=cast.ida, **seat)
    assert SECRET in page(cast.emma).get(path).text
    from app.organisation.operations import vacate_seat

    vacate_seat(made, from_on=spoken.created_at.date(), by=cast.ida)
    assert SECRET not in page(cast.emma).get(path).text


def test_a_seat_on_neither_side_and_an_administrators_seat_open_nothing(page, cast, spoken):
    path = f"/goals/{cast.goal.id}/comments"
    add_seat(cast.local, mandate=Mandate.ADVISER, user=cast.bo, by=cast.ida)
    add_seat(cast.local, mandate=Mandate.SHOP_STEWARD, side=Side.EMPLOYEES, user=cast.mads, by=cast.ida)
    for user in (cast.bo, cast.mads):
        assert SECRET not in page(user).get(path).text


def test_the_other_sides_words_are_as_safe(page, cast):
    to_side(cast, f"Kun ledelsen, {SECRET}", by=cast.karin)
    for name in ("ida", "mette", "otto", "trine", "frederik", "emma", "mads", "bo"):
        assert SECRET not in page(getattr(cast, name)).get(f"/goals/{cast.goal.id}/comments").text, name


def test_a_committees_words_stay_in_it(page, cast):
    to_committee(cast, f"I udvalget, {SECRET}")
    readers = {
        name
        for name in (*OUTSIDERS, "trine")
        if SECRET in page(getattr(cast, name)).get(f"/goals/{cast.goal.id}/comments").text
    }
    assert readers == {"karin", "trine"}


@pytest.mark.parametrize("name", [name for name in OUTSIDERS if name != "karin"])
def test_an_answer_within_a_committee_shows_nowhere_for_anybody_else(page, cast, answered_inside, name):
    user = getattr(cast, name)
    for path in ("/answer-times", "/goals?unanswered=yes&columns=open_questions", "/notices"):
        assert INSIDE not in page(user).get(path).text
    for path in (f"/goals?q={INSIDE}", f"/goals/export.csv?q={INSIDE}"):
        assert "Kortere vej" not in unpacked(page(user).get(path).data)
    assert "answered" not in page(user).get(f"/goals/{cast.goal.id}/history").words
    base = f"/goals/{cast.goal.id}/comments/answers/{answered_inside.id}"
    for path in (f"{base}/accept", f"{base}/take-up"):
        assert page(user).post(path, {"body": "Jeg var her."}).status_code == 404
    assert [duty for duty in duties.of(with_standing(user)) if duty.subject[0] in {"comment", "answer"}] == []


def test_not_even_that_something_waits_within_a_committee_is_counted(page, cast):
    comment = to_committee(cast)
    outside = [getattr(cast, name) for name in (*OUTSIDERS, "trine")]
    for user in outside:
        assert page(user).get("/goals?unanswered=yes").doc.xpath("//tbody//tr") == []
        (row,) = page(user).get("/goals?columns=open_questions&status=in_force").doc.xpath("//tbody/tr")
        assert row.xpath(".//td/text()") == ["0"]
        assert "Nothing here yet" in page(user).get("/answer-times").words
    assert {duty.user_id for duty in duties.of_everybody() if duty.subject == ("comment", comment.id)} == {
        cast.karin.id
    }


def test_the_notices_and_events_of_an_answer_hold_none_of_it(cast, answered_inside):
    accept_answer(answered_inside, by=cast.trine)
    for table in ("event", "notice"):
        rows = session().execute(sa.text(f"SELECT * FROM {table}")).all()  # noqa: S608
        assert INSIDE not in str(rows), table
    told = session().execute(sa.text("SELECT DISTINCT user_id FROM notice WHERE code LIKE 'answer.%'")).scalars()
    assert set(told) <= {cast.karin.id, cast.trine.id}


def test_these_tests_are_red_when_the_rule_is_broken(cast, spoken, monkeypatch):
    """The proof that the sweep asserts something: each way to weaken the rule shows the words to somebody."""
    outsiders = [with_standing(getattr(cast, name)) for name in OUTSIDERS]
    assert all(not session().scalars(queries.visible_to(user)).all() for user in outsiders)
    monkeypatch.setattr(queries, "visible_to", lambda _user: sa.select(Comment))
    assert all(queries.count_for(user, cast.goal) == 2 for user in outsiders)


def test_a_database_error_about_it_takes_none_of_it_to_the_log(cast, caplog):
    """Neither the statement's values nor the row that PostgreSQL quotes below its message."""
    with pytest.raises(sa.exc.IntegrityError) as broken:
        session().execute(
            sa.text("INSERT INTO comment (goal_id, kind, body, visibility) VALUES (:goal, 'note', :body, 'side')"),
            {"goal": cast.goal.id, "body": SECRET},
        )
    session().rollback()
    with caplog.at_level(logging.DEBUG):
        errors.log.error("unexpected error\n%s", errors.for_the_log(broken.value))
    assert "IntegrityError" in caplog.text
    assert "test_side_only.py" in caplog.text, "where it broke is still told"
    assert SECRET not in caplog.text
