from app.organisation.queries import managers_of
from tests import litany


def path(unit):
    return f"/organisation/units/{unit.id}/managers"


def test_a_person_is_made_a_manager_once(page, cast):
    browser = page(cast.ida)
    for _time in range(2):
        answer = browser.follow(browser.post(path(cast.roads), {"user_id": cast.mette.id}))
        assert "Mette Hjortshøj is now a manager here." in answer.words
    assert [manager.user.name for manager in managers_of(cast.roads)] == ["Otto Ærø", "Mette Hjortshøj"]


def test_who_leads_may_at_once_add_goals_there(page, cast):
    assert page(cast.karin).get(f"/goals/add?unit={cast.roads.id}").values("unit_id") != [str(cast.roads.id)]
    page(cast.ida).post(path(cast.roads), {"user_id": cast.karin.id})
    options = page(cast.karin).get("/goals/add").doc.xpath("//select[@name='unit_id']/option/@value")
    assert str(cast.roads.id) in options


def test_nobody_chosen_is_said(page, cast):
    browser = page(cast.ida)
    for said in ("", "9999", "abc"):
        assert "Choose a person." in browser.follow(browser.post(path(cast.roads), {"user_id": said})).words
    assert len(managers_of(cast.roads)) == 1


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.roads), "POST")
    litany.forbidden_for(page, path(cast.roads), cast.otto, cast.trine, cast.bo, method="POST")
    litany.hidden_from(page, "/organisation/units/9999/managers", cast.ida, method="POST")
    litany.refuses(page, path(cast.roads), cast.ida, "GET")
