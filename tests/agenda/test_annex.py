from app.meetings.models import Stage
from tests import litany
from tests.agenda.answers import annexed, path, secret
from tests.meetings.answers import item, met, private


def address(annex):
    return path(annex.item, f"/annexes/{annex.id}")


def test_it_comes_as_a_file_and_never_as_a_page(page, cast):
    annex = annexed(cast, item(cast, met(cast, stage=Stage.CALLED)), name="Bilag æ.pdf")
    answer = page(cast.emma).get(address(annex))
    assert answer.data == b"%PDF-1.7 bilag"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_it_is_kept_as_close_as_its_item(page, cast):
    hidden = annexed(cast, secret(cast))
    assert page(cast.trine).get(address(hidden)).status_code == 200
    litany.hidden_from(page, address(hidden), cast.emma, cast.ida, cast.mads, cast.frederik)
    litany.hidden_from(page, address(annexed(cast, item(cast, private(cast)))), cast.karin, cast.emma)
    litany.hidden_from(page, address(annexed(cast, item(cast, met(cast)))), cast.emma, cast.ida)


def test_a_file_is_found_at_its_own_item_only(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    annex, other = annexed(cast, item(cast, meeting)), item(cast, meeting)
    litany.hidden_from(page, path(other, f"/annexes/{annex.id}"), cast.karin)


def test_litany(page, cast):
    annex = annexed(cast, item(cast, met(cast, stage=Stage.CALLED)))
    litany.asks_strangers_to_sign_in(page, address(annex))
    litany.refuses(page, address(annex), cast.karin, "POST")
