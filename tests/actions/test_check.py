from decimal import Decimal

from app.actions.models import ActionKind, ActionStatus, Worked
from app.core.clock import today
from app.core.db import session
from app.core.notices import Notice
from tests import litany
from tests.actions.answers import acted, due

SAID = {"worked": "yes", "check_words": "Ingen ser efter navne længere.", "version": "1"}
FIGURES = {"value_before": "9", "value_after": "6,5", "learned": "Ring før ti."}


def path(action):
    return f"/actions/{action.id}/check"


def done(cast, **more):
    return acted(cast, status=ActionStatus.DONE, done_on=due(-30), check_on=today(), **more)


def experiment(cast):
    return done(cast, kind=ActionKind.EXPERIMENT, measure_unit="dage", hypothesis="Det går hurtigere.")


def test_the_check_closes_it_and_its_people_are_told(page, cast):
    action, browser = done(cast, responsible=cast.trine), page(cast.ida)
    told = browser.follow(browser.post(path(action), SAID)).words
    assert "Ingen ser efter navne længere." in told
    assert "Yes, it worked" in told
    session().refresh(action)
    assert (action.status, action.worked, action.checked_on) == (ActionStatus.CLOSED, Worked.YES, today())
    assert action.checked_by_id == cast.ida.id
    assert {(one.code, one.user_id) for one in session().query(Notice)} == {
        ("action.checked", cast.karin.id), ("action.checked", cast.trine.id),
    }  # fmt: skip


def test_somebody_must_say_whether_it_worked_and_what_shows_it(page, cast):
    action = done(cast)
    answer = page(cast.karin).post(path(action), SAID | {"check_words": " "})
    assert "Write what shows it." in answer.words
    assert answer.doc.xpath("//input[@name='worked' and @value='yes' and @checked]")
    assert "Choose whether it worked." in page(cast.karin).post(path(action), SAID | {"worked": ""}).words
    session().refresh(action)
    assert action.status is ActionStatus.DONE


def test_only_an_experiment_is_asked_for_figures(page, cast):
    assert page(cast.karin).get(path(done(cast))).values("value_after") == []
    asked = page(cast.karin).get(path(experiment(cast)))
    assert asked.values("value_after") == [""]
    assert "Det går hurtigere." in asked.words


def test_an_experiment_is_closed_with_its_figures_and_what_was_learned(page, cast):
    action, browser = experiment(cast), page(cast.karin)
    for missing, words in (
        ("value_before", "Write the figure before"), ("value_after", "Write the figure after"),
        ("learned", "An experiment is closed with what was learned."),
    ):  # fmt: skip
        answer = browser.post(path(action), SAID | FIGURES | {missing: ""})
        assert words in answer.words
        assert answer.values("check_words") == [SAID["check_words"]]
    browser.post(path(action), SAID | FIGURES)
    session().refresh(action)
    assert (action.value_before, action.value_after) == (Decimal(9), Decimal("6.5"))
    assert (action.status, action.learned) == (ActionStatus.CLOSED, "Ring før ti.")


def test_words_stand_for_figures_that_are_not_there(page, cast):
    action = experiment(cast)
    said = SAID | {"no_figure": "Målingen gik i stykker.", "learned": "Mål selv.", "worked": "partly"}
    page(cast.karin).post(path(action), said)
    session().refresh(action)
    assert (action.status, action.worked) == (ActionStatus.CLOSED, Worked.PARTLY)
    assert action.no_figure == "Målingen gik i stykker."


def test_two_at_once_see_both_versions(page, cast):
    action = done(cast)
    answer = page(cast.ida).post(path(action), SAID | {"version": "7"})
    assert answer.status_code == 409
    assert answer.values("check_words") == [SAID["check_words"]]


def test_litany(page, cast):
    action = done(cast)
    litany.asks_strangers_to_sign_in(page, path(action))
    for method in ("GET", "POST"):
        others = (cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo, cast.mads)
        litany.forbidden_for(page, path(action), *others, method=method)
        litany.forbidden_for(page, path(acted(cast)), cast.ida, method=method)
        litany.hidden_from(page, path(done(cast, goals=[cast.draft])), cast.otto, cast.bo, method=method)
    litany.refuses(page, path(action), cast.karin, "DELETE")
