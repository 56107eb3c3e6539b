from app.actions.models import ActionStatus, Step
from app.core.db import session
from tests import litany
from tests.actions.answers import acted, typed
from tests.actions.test_add import ticks
from tests.risks import answers as risks


def path(action):
    return f"/actions/{action.id}/edit"


def test_it_is_revised_and_both_who_was_and_who_is_responsible_are_told(page, cast):
    from app.core.notices import Notice

    action, browser = acted(cast), page(cast.ida)
    begun = browser.get(path(action))
    assert begun.values("title") == ["Tag listen ned"]
    assert ticks(begun, "goals") == {str(cast.goal.id): True}
    sent = browser.post(path(action), typed(cast, responsible_id=str(cast.mette.id), version="1", step="move_to_team"))
    assert sent.location == f"/actions/{action.id}"
    session().refresh(action)
    assert (action.title, action.responsible_id, action.step) == (
        "Tag listen på tavlen ned", cast.mette.id, Step.MOVE_TO_TEAM,
    )  # fmt: skip
    told = {(notice.code, notice.user_id) for notice in session().query(Notice)}
    assert told == {("action.taken", cast.karin.id), ("action.given", cast.mette.id)}
    shown = page(cast.emma).get(f"/actions/{action.id}")
    assert "Ida Møllegård revised the action" in shown.words
    assert "Now: Mette Hjortshøj" in [one.text_content() for one in shown.doc.xpath("//ol[@class='history']//ins")]


def test_what_one_does_not_see_stays_as_it_is(page, cast):
    hidden = risks.drafted(cast, risks.strain(), goal=cast.draft).ratings[0].strain
    action = acted(cast, goals=[cast.goal, cast.draft], strains=[hidden], responsible=cast.bo)
    begun = page(cast.bo).get(path(action))
    assert ticks(begun, "goals") == {str(cast.goal.id): True}
    assert ticks(begun, "strains") == {}
    page(cast.bo).post(path(action), typed(cast, version="1", responsible_id=str(cast.bo.id)))
    session().refresh(action)
    assert action.title == "Tag listen på tavlen ned"
    assert (action.goals, action.strains) == ([cast.goal, cast.draft], [hidden])


def test_a_goal_taken_off_takes_its_strains_along(page, cast):
    strain = risks.finished(cast, risks.strain()).ratings[0].strain
    action = acted(cast, goals=[cast.goal, cast.draft], strains=[strain])
    page(cast.karin).post(path(action), typed(cast, version="1", goals=[str(cast.draft.id)], strains=[str(strain.id)]))
    session().refresh(action)
    assert (action.goals, action.strains) == ([cast.draft], [])
    assert "revised the action" in page(cast.emma).get(f"/goals/{cast.goal.id}/history").words


def test_who_may_not_add_to_other_goals_still_keeps_those_there_are(page, cast):
    action = acted(cast, responsible=cast.emma)
    mine = typed(cast, version="1", more_goals="M-0001", responsible_id=str(cast.emma.id))
    answer = page(cast.emma).post(path(action), mine)
    assert answer.status_code == 302
    units = page(cast.emma).get(path(action)).doc.xpath("//select[@name='unit_id']/option/@value")
    assert units == ["", str(cast.service.id)]


def test_nothing_changed_is_no_event(page, cast):
    action, browser = acted(cast), page(cast.karin)
    for _time in range(2):
        session().refresh(action)
        browser.post(path(action), typed(cast, version=str(action.version)))
    assert browser.get(f"/actions/{action.id}").words.count("revised the action") == 1


def test_two_at_once_see_both_versions(page, cast):
    action = acted(cast)
    page(cast.karin).post(path(action), typed(cast, title="Karins titel", version="1"))
    answer = page(cast.ida).post(path(action), typed(cast, title="Idas titel", version="1"))
    assert answer.status_code == 409
    assert "Karins titel" in answer.words
    assert answer.values("title") == ["Idas titel"]
    again = page(cast.ida).post(path(action), typed(cast, title="Idas titel", version=answer.values("version")[0]))
    assert again.status_code == 302


def test_a_changed_goal_alone_is_noticed_by_the_next_who_saves(page, cast):
    action = acted(cast)
    page(cast.karin).post(path(action), typed(cast, more_goals="M-0002", version="1"))
    assert page(cast.ida).post(path(action), typed(cast, version="1")).status_code == 409


def test_what_is_wrong_keeps_what_was_typed(page, cast):
    answer = page(cast.karin).post(path(acted(cast)), typed(cast, title="", how="Nye ord", version="1"))
    assert "Write what is to be done." in answer.words
    assert answer.values("how") == ["Nye ord"]


def test_litany(page, cast):
    action = acted(cast)
    litany.asks_strangers_to_sign_in(page, path(action))
    for method in ("GET", "POST"):
        others = (cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo, cast.mads)
        litany.forbidden_for(page, path(action), *others, method=method)
        for status in (ActionStatus.CLOSED, ActionStatus.DROPPED):
            litany.forbidden_for(page, path(acted(cast, status=status)), cast.ida, cast.karin, method=method)
        litany.hidden_from(page, path(acted(cast, goals=[cast.draft])), cast.otto, cast.bo, method=method)
    elsewhere = acted(cast, unit=cast.roads, responsible=cast.trine)
    for user in (cast.ida, cast.karin, cast.mette, cast.otto, cast.trine):
        assert page(user).get(path(elsewhere)).status_code == 200, user.name
    litany.refuses(page, path(action), cast.karin, "DELETE")
