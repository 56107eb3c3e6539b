import sqlalchemy as sa

from app.core.audit import Event
from app.core.db import session
from app.core.settings import DECLARED, setting
from app.organisation.operations import change_settings
from app.organisation.viewers import the_organisation
from tests import litany

PATH = "/organisation/settings/edit"


def said(page, user, **more):
    opened = page(user).get(PATH)
    chosen = {name: str(one.default) for name, one in DECLARED.items()}
    return chosen | {"version": opened.values("version")[0]} | {name: str(value) for name, value in more.items()}


def test_a_change_counts_at_once_and_the_history_tells_it(page, cast):
    assert setting("gate_hearing") == "required"
    page(cast.ida).post(PATH, said(page, cast.ida, gate_hearing="off", notice_days=28))
    session().rollback()
    assert (setting("gate_hearing"), setting("notice_days")) == ("off", 28)
    event = session().scalars(sa.select(Event).where(Event.code == "organisation.settings_changed")).one()
    assert "changed the settings." in page(cast.bo).get("/organisation/settings").words
    assert event.changes == {"gate_hearing": ["required", "off"], "notice_days": [42, 28]}
    gate = page(cast.bo).get(f"/goals/{cast.goal.id}").doc.xpath("//section[contains(@class, 'gate')]")[0]
    assert "No committee has been heard" not in gate.text_content()


def test_what_was_not_changed_is_not_kept(page, cast):
    page(cast.ida).post(PATH, said(page, cast.ida))
    codes = session().scalars(sa.select(Event.code))
    assert "organisation.settings_changed" not in set(codes)


def test_a_number_out_of_bounds_is_refused_and_stays_there(page, cast):
    answer = page(cast.ida).post(PATH, said(page, cast.ida, notice_days=9999))
    assert "Write a number from" in answer.words
    assert answer.values("notice_days") == ["9999"]
    answer = page(cast.ida).post(PATH, said(page, cast.ida, notice_days=""))
    assert "Write a whole number." in answer.words


def test_a_level_that_is_none_is_refused(page, cast):
    assert page(cast.ida).post(PATH, said(page, cast.ida, gate_hearing="perhaps")).status_code == 200
    session().rollback()
    assert setting("gate_hearing") == "required"


def test_numbers_that_make_no_sense_together_are_refused_and_stay_there(page, cast):
    answer = page(cast.ida).post(PATH, said(page, cast.ida, risk_low_up_to=12))
    assert "The medium band must end above the low one." in answer.words
    assert answer.values("risk_low_up_to") == ["12"]
    session().rollback()
    assert setting("risk_low_up_to") == 5


def test_the_second_of_two_is_told(page, cast):
    typed = said(page, cast.ida, notice_days=28)
    change_settings(the_organisation(), by=cast.mads, gate_review="warns")
    answer = page(cast.ida).post(PATH, typed)
    assert answer.status_code == 409
    assert answer.values("notice_days") == ["28"]


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.emma)
    assert page(cast.mads).get(PATH).status_code == 200
    litany.refuses(page, PATH, cast.ida, "DELETE")
