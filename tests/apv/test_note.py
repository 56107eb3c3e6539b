import sqlalchemy as sa

from app.apv.models import ApvNote
from app.core.audit import Event
from app.core.db import session
from app.organisation.models import Mandate
from app.organisation.operations import add_seat
from tests import litany
from tests.apv.answers import noted
from tests.cast import speak_danish

SAID = {"absence": "Fraværet er lavt.", "participation": "Trine og Karin gjorde det sammen."}


def path(cast):
    return f"/apv/{cast.service.id}/note"


def notes():
    return list(session().scalars(sa.select(ApvNote).order_by(ApvNote.id)))


def test_who_leads_writes_how_the_process_went(page, cast):
    browser = page(cast.karin)
    shown = browser.follow(browser.post(path(cast), SAID))
    assert "It is written, and stands in the plan." in shown.words
    assert SAID["absence"] in shown.words
    assert "Written by Karin Nørgård on" in shown.words
    note = notes()[0]
    assert (note.absence, note.participation, note.unit.name) == (*SAID.values(), "Borgerservice")


def test_representatives_and_the_safety_organisation_write_too(page, cast):
    for who in (cast.trine, cast.frederik, cast.mette, cast.ida):
        assert page(who).post(path(cast), SAID).status_code == 302
    assert len(notes()) == 4


def test_a_seat_alone_is_not_enough(page, cast):
    for who in (cast.emma, cast.mads):
        add_seat(cast.local, mandate=Mandate.ADVISER, user=who, by=cast.ida)
        assert page(who).post(path(cast), SAID).status_code == 403, who.name


def test_a_representative_of_elsewhere_cannot(page, cast):
    assert page(cast.trine).post(f"/apv/{cast.roads.id}/note", SAID).status_code == 403
    assert page(cast.karin).post(f"/apv/{cast.roads.id}/note", SAID).status_code == 403


def test_the_units_history_tells_of_it(page, cast):
    page(cast.karin).post(path(cast), SAID)
    event = session().scalars(sa.select(Event).where(Event.code == "apv.noted")).one()
    assert (event.about_type, event.about_id, event.actor_label) == ("unit", cast.service.id, "Karin Nørgård")
    shown = page(cast.emma).get(f"/organisation/units/{cast.service.id}")
    assert "Karin Nørgård wrote how sickness absence" in shown.words


def test_what_was_written_before_stands_below_the_form(page, cast):
    noted(cast)
    answer = page(cast.karin).get(path(cast))
    assert "Fraværet er uændret." in answer.words
    assert answer.values("absence") == [""]


def test_an_incomplete_form_keeps_what_was_typed(page, cast):
    answer = page(cast.karin).post(path(cast), SAID | {"absence": " "})
    assert answer.status_code == 200
    assert "Write how sickness absence was taken into account, or why it could not be." in answer.words
    assert answer.values("participation") == [SAID["participation"]]
    assert notes() == []


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    noted(cast)
    assert "Skriv om processen" in page(cast.karin).post(path(cast), {}).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast))
    litany.asks_strangers_to_sign_in(page, path(cast), "POST")
    litany.hidden_from(page, "/apv/9999/note", cast.ida)
    litany.forbidden_for(page, path(cast), cast.emma, cast.otto, cast.mads, cast.bo)
    litany.forbidden_for(page, path(cast), cast.emma, cast.otto, method="POST")
    litany.refuses(page, path(cast), cast.ida, "DELETE")
