from app.core.clock import today
from app.core.db import session
from app.core.operation import Stale
from app.load.operations import end_tension
from tests import litany
from tests.load.answers import marked, measured


def path(tension):
    return f"/load/tensions/{tension.id}/end"


def typed(browser, tension, **changed):
    return {"ended_words": "Løst", "version": browser.get(path(tension)).values("version")[0]} | changed


def test_those_who_answer_for_one_of_the_goals_end_it(page, cast):
    tension, browser = marked(cast), page(cast.karin)
    answer = browser.post(path(tension), typed(browser, tension))
    assert answer.location == f"/goals/{cast.goal.id}#load"
    words = browser.follow(answer).words
    assert "The tension is ended. The one who marked it is told." in words
    assert "Nobody has marked that it pulls against another goal." in words
    session().refresh(tension)
    assert (tension.ended_on, tension.ended_by_id, tension.ended_words) == (today(), cast.karin.id, "Løst")


def test_it_is_said_what_has_changed(page, cast):
    tension, browser = marked(cast), page(cast.karin)
    assert "Write what has changed." in browser.post(path(tension), typed(browser, tension, ended_words=" ")).words
    session().refresh(tension)
    assert tension.ended_on is None


def test_it_is_ended_once(page, cast, monkeypatch):
    tension, browser = marked(cast), page(cast.karin)
    mine = typed(browser, tension)

    def overtaken(*_args, **_kwargs):
        raise Stale(tension)

    monkeypatch.setattr("app.load.operations.end_tension", overtaken)
    stale = browser.post(path(tension), mine)
    assert stale.status_code == 409
    assert stale.values("ended_words")[0].strip() == "Løst"
    monkeypatch.undo()
    end_tension(tension, by=cast.ida, words="Løst")
    assert browser.post(path(tension), mine).status_code == 403


def test_either_goals_people_can(page, cast):
    tension = marked(cast, other=measured(cast.roads))
    for user in (cast.otto, cast.karin, cast.mette, cast.ida):
        assert page(user).get(path(tension)).status_code == 200, user.name


def test_litany(page, cast):
    tension = marked(cast)
    litany.asks_strangers_to_sign_in(page, path(tension))
    hidden = marked(cast, cast.goal, cast.draft)
    for method in ("GET", "POST"):
        others = (cast.trine, cast.frederik, cast.emma, cast.bo, cast.otto, cast.mads)
        litany.forbidden_for(page, path(tension), *others, method=method)
        litany.hidden_from(page, path(hidden), cast.otto, cast.emma, cast.bo, cast.mads, method=method)
    litany.refuses(page, path(tension), cast.karin, "DELETE")
