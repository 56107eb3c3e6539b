from app.organisation.queries import managers_of
from tests import litany
from tests.organisation.answers import last_event


def path(unit, manager_id=None):
    key = managers_of(unit)[0].id if manager_id is None else manager_id
    return f"/organisation/units/{unit.id}/managers/{key}/remove"


def test_a_manager_is_taken_off_and_the_name_stays_in_the_record(page, cast):
    browser = page(cast.ida)
    assert "Otto Ærø is no longer a manager here." in browser.follow(browser.post(path(cast.roads))).words
    assert managers_of(cast.roads) == []
    assert last_event().code == "unit_manager.removed"
    assert last_event().data["person"] == "Otto Ærø"


def test_a_manager_is_looked_up_inside_the_unit(page, cast):
    elsewhere = managers_of(cast.service)[0].id
    litany.hidden_from(page, path(cast.roads, elsewhere), cast.ida, method="POST")
    assert len(managers_of(cast.service)) == 1


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.roads), "POST")
    litany.forbidden_for(page, path(cast.roads), cast.otto, cast.trine, cast.bo, method="POST")
    litany.hidden_from(page, path(cast.roads, 9999), cast.ida, method="POST")
    litany.refuses(page, path(cast.roads), cast.ida, "GET")
