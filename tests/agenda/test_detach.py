from pathlib import Path

import sqlalchemy as sa
from flask import current_app

from app.core.audit import Event
from app.core.db import session
from app.meetings.models import Stage
from tests import litany
from tests.agenda.answers import annexed, path, secret
from tests.meetings.answers import item, met


def address(annex):
    return path(annex.item, f"/annexes/{annex.id}/detach")


def test_the_file_goes_and_a_trace_stays(page, cast):
    annex, browser = annexed(cast, item(cast, met(cast))), page(cast.karin)
    browser.follow(browser.post(address(annex)))
    session().expire_all()
    assert annex.removed_at is not None
    assert not list(Path(current_app.config["ANNEXES"]).rglob(annex.stored))
    event = session().scalars(sa.select(Event).order_by(Event.id.desc()).limit(1)).one()
    assert (event.code, event.subject_label) == ("meeting_annex.removed", "bilag.pdf")
    litany.hidden_from(page, address(annex), cast.karin, method="POST")


def test_litany(page, cast):
    annex = annexed(cast, item(cast, met(cast, stage=Stage.CALLED)))
    litany.asks_strangers_to_sign_in(page, address(annex), "POST")
    litany.forbidden_for(page, address(annex), cast.emma, cast.mads, method="POST")
    litany.hidden_from(page, address(annexed(cast, secret(cast))), cast.emma, method="POST")
    litany.refuses(page, address(annex), cast.karin, "GET")
