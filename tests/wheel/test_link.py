import sqlalchemy as sa

from app.core.audit import Event
from app.core.db import Base, session
from app.wheel.models import CalendarLink
from tests import litany

PATH = "/wheel/link"


def secret_of(answer):
    return answer.doc.xpath("//input[@id='address']/@value")[0].rsplit("/", 1)[1].removesuffix(".ics")


def test_the_secret_is_shown_once_and_opens_the_calendar(page, cast):
    answer = page(cast.karin).post(PATH, {"committee_id": ""})
    assert page().get(f"/calendar/{secret_of(answer)}.ics").status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert secret_of(answer) not in page(cast.karin).get("/wheel/links").text


def test_nothing_of_the_database_holds_the_secret(page, cast):
    secret = secret_of(page(cast.karin).post(PATH, {"committee_id": str(cast.local.id)}))
    assert session().query(CalendarLink).one().committee_id == cast.local.id
    for table in Base.metadata.sorted_tables:
        assert secret not in repr(session().execute(sa.select(table)).all()), table.name
    event = session().scalars(sa.select(Event).order_by(Event.id.desc())).first()
    assert event.code == "calendar_link.made"
    assert "digest" not in event.changes


def test_a_committee_that_is_not_there_is_refused(page, cast):
    assert "Choose one of the answers." in page(cast.karin).post(PATH, {"committee_id": "999"}).words
    assert session().query(CalendarLink).count() == 0


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH, "POST")
    litany.refuses(page, PATH, cast.ida, "GET")
