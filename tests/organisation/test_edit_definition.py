from app.core.db import session
from app.organisation.viewers import the_organisation
from tests import litany
from tests.organisation.answers import last_event

PATH = "/organisation/definition/edit"


def test_a_new_definition_is_saved_and_both_wordings_recorded(page, cast):
    said = {"definition": "Et mål er noget, vi vil.", "version": the_organisation().version}
    assert page(cast.ida).post(PATH, said).location == "/organisation/definition"
    session().expire_all()
    assert the_organisation().definition == "Et mål er noget, vi vil."
    assert last_event().changes == {"definition": ["Et mål er et løfte.", "Et mål er noget, vi vil."]}


def test_it_is_not_emptied_by_a_slip(page, cast):
    answer = page(cast.ida).post(PATH, {"definition": "  ", "version": the_organisation().version})
    assert "Write what you mean by a performance goal." in answer.words


def test_two_at_once_do_not_overwrite(page, cast):
    seen = the_organisation().version
    page(cast.ida).post(PATH, {"definition": "Den første", "version": seen})
    answer = page(cast.ida).post(PATH, {"definition": "Den anden", "version": seen})
    assert answer.status_code == 409
    assert answer.values("definition")[0].strip() == "Den anden"
    session().expire_all()
    assert the_organisation().definition == "Den første"


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.karin, cast.mads, cast.trine, cast.bo, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
