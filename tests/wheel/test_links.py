from app.core.db import session
from app.wheel.models import CalendarLink
from tests import litany
from tests.cast import speak_danish
from tests.wheel.answers import feed_of

PATH = "/wheel/links"


def test_one_sees_ones_own_links_and_never_their_secrets(page, cast):
    path = feed_of(cast.karin)
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    answer = page(cast.karin).get(PATH)
    assert f"…{secret[-4:]}" in answer.words
    assert secret not in answer.text
    assert "You have none." in page(cast.trine).get(PATH).words


def test_a_committee_can_stand_ready(page, cast):
    answer = page(cast.karin).get(f"{PATH}?committee={cast.local.id}")
    assert answer.doc.xpath("//option[@selected]/@value") == [str(cast.local.id)]
    assert page(cast.karin).get(f"{PATH}?committee=x").status_code == 200


def test_only_a_digest_is_kept(cast):
    secret = feed_of(cast.karin).removeprefix("/calendar/").removesuffix(".ics")
    row = session().query(CalendarLink).one()
    assert len(secret) == 43
    assert secret not in (row.digest, row.ending)
    assert (len(row.digest), row.ending) == (64, secret[-4:])


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    feed_of(cast.karin)
    assert "Dine links" in page(cast.karin).get(PATH).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.refuses(page, PATH, cast.ida, "POST")
