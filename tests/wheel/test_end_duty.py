from app.core.clock import today
from app.core.db import session
from app.wheel.models import YearlyDuty
from app.wheel.operations import end_duty
from app.wheel.queries import find_duty
from tests import litany
from tests.wheel.answers import duty

PATH = "/wheel/duties/absence/end"


def test_it_is_due_no_more_but_stays_to_be_read(page, cast):
    browser = page(cast.ida)
    words = browser.follow(browser.post(PATH)).words
    assert "ended on" in words
    assert session().query(YearlyDuty).one().ended_on == today()
    later = f"/wheel?committee=all&year={today().year + 1}"
    assert "Sickness absence of the year" not in browser.get(later).words


def test_twice_is_once(cast):
    end_duty(find_duty(cast.ida, name="absence"), by=cast.ida)
    end_duty(find_duty(cast.ida, name="absence"), by=cast.ida)
    assert session().query(YearlyDuty).one().version == 1


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH, "POST")
    own = duty(cast, by=cast.karin, committee_id=cast.local.id)
    litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.bo, cast.mads, method="POST")
    litany.forbidden_for(page, f"/wheel/duties/{own.id}/end", cast.ida, cast.frederik, method="POST")
    litany.hidden_from(page, "/wheel/duties/999/end", cast.ida, method="POST")
    litany.refuses(page, PATH, cast.ida, "GET")
