from datetime import timedelta
from decimal import Decimal

from app.actions.models import ActionKind, ActionStatus, Step, Worked
from app.actions.operations import report_progress
from app.core import clock
from app.core.clock import now
from tests import litany
from tests.actions.answers import acted, due
from tests.risks import answers as risks


def path(action):
    return f"/actions/{action.id}"


def test_it_says_who_does_what_by_when_about_what(page, cast):
    strain = risks.finished(cast, risks.strain()).ratings[0].strain
    action = acted(cast, strains=[strain], how="Fredag **sammen**.", step=Step.SUPPORT, step_reason="Målet bliver.")
    words = page(cast.emma).get(path(action)).words
    for said in ("Tag listen ned", "Karin Nørgård", "Borgerservice", "Fredag sammen.", "Give time and support"):
        assert said in words
    for said in ("Målet bliver.", cast.goal.title, "Kø og hast", "Motivation"):
        assert said in words


def test_what_is_not_for_the_reader_is_not_there(page, cast):
    strain = risks.drafted(cast, risks.strain()).ratings[0].strain
    action = acted(cast, goals=[cast.goal, cast.draft], strains=[strain])
    shown = page(cast.bo).get(path(action)).text
    assert "Kø og hast" not in shown
    assert "Telefonen bliver taget" not in shown
    assert "And a goal that is still a draft." in shown
    assert "Kø og hast" in page(cast.karin).get(path(action)).text


def test_an_experiment_shows_before_and_after(page, cast):
    action = acted(
        cast, kind=ActionKind.EXPERIMENT, hypothesis="Det går hurtigere.", measure="Dage", measure_unit="dage",
        from_on=due(-60), to_on=due(-20), value_before=Decimal(9), value_after=Decimal(6), learned="Lav en liste.",
        status=ActionStatus.CLOSED,
    )  # fmt: skip
    words = page(cast.emma).get(path(action)).words
    assert words.index("9 dage") < words.index("6 dage")
    for said in ("Det går hurtigere.", "Lav en liste.", "Køen er væk.", "Yes, it worked", "by Karin Nørgård"):
        assert said in words


def test_each_finds_the_buttons_that_are_theirs(page, cast):
    def ends(user, action):
        links = page(user).get(path(action)).doc.xpath("//main//a/@href")
        return {link.rsplit("/", 1)[1] for link in links if link.startswith(path(action))}

    assert ends(cast.karin, acted(cast)) == {"progress", "finish", "edit", "drop"}
    assert ends(cast.emma, acted(cast)) == set()
    assert ends(cast.emma, acted(cast, responsible=cast.emma)) == {"progress", "finish", "edit", "drop"}
    assert ends(cast.karin, acted(cast, status=ActionStatus.DONE)) == {"check", "edit"}
    assert ends(cast.karin, acted(cast, status=ActionStatus.CLOSED, worked=Worked.NO)) == {"reopen"}
    assert ends(cast.karin, acted(cast, status=ActionStatus.CLOSED)) == set()
    assert ends(cast.karin, acted(cast, status=ActionStatus.DROPPED)) == set()


def test_a_missing_reason_is_said(page, cast):
    assert "Nobody has said" in page(cast.emma).get(path(acted(cast, step=Step.ADJUST))).words
    assert "Nobody has said" not in page(cast.emma).get(path(acted(cast, step=Step.CHANGE_GOAL))).words


def test_its_history_has_pages(page, cast):
    action = acted(cast)
    for number in range(40):
        with clock.at(now() + timedelta(minutes=number)):
            report_progress(action, by=cast.karin, status=ActionStatus.UNDERWAY, progress=number + 1)
    answer = page(cast.emma).get(path(action))
    (older,) = answer.doc.xpath("//section[@id='history']//a/@href")
    assert len(answer.doc.xpath("//ol[@class='history']/li")) == 30
    rest = page(cast.emma).get(older)
    assert len(rest.doc.xpath("//ol[@class='history']/li")) == 10
    assert "Older" not in rest.words


def test_litany(page, cast):
    action = acted(cast)
    litany.asks_strangers_to_sign_in(page, path(action))
    hidden = acted(cast, goals=[cast.draft])
    litany.hidden_from(page, path(hidden), cast.otto, cast.emma, cast.bo, cast.mads)
    litany.hidden_from(page, "/actions/999", cast.ida)
    assert page(cast.trine).get(path(hidden)).status_code == 200
    litany.refuses(page, path(action), cast.ida, "POST")
