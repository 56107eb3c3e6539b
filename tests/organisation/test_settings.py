from app.organisation.operations import change_settings
from app.organisation.viewers import the_organisation
from tests import litany


def test_everyone_reads_what_was_decided(page, cast):
    change_settings(the_organisation(), by=cast.ida, gate_hearing="warns", notice_days=14)
    words = page(cast.bo).get("/organisation/settings").words
    assert "The committee of its area is heardWarns" in words
    assert "Days of notice before a control measure begins14" in words
    assert "/organisation/settings/edit" not in page(cast.karin).get("/organisation/settings").text


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/organisation/settings")
    litany.refuses(page, "/organisation/settings", cast.ida, "POST")
