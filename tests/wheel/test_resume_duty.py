from app.core.db import session
from app.wheel.models import YearlyDuty
from app.wheel.operations import end_duty, resume_duty
from app.wheel.queries import find_duty
from tests import litany
from tests.wheel.answers import duty

PATH = "/wheel/duties/absence/resume"


def test_it_is_due_again(page, cast):
    end_duty(find_duty(cast.ida, name="absence"), by=cast.ida)
    browser = page(cast.ida)
    assert "ended on" not in browser.follow(browser.post(PATH)).words
    assert session().query(YearlyDuty).one().ended_on is None


def test_one_that_runs_is_left_alone(cast):
    own = duty(cast)
    resume_duty(find_duty(cast.ida, name=str(own.id)), by=cast.ida)
    assert own.version == 1


def test_litany(page, cast):
    litany.forbidden_for(page, PATH, cast.ida, method="POST")
    end_duty(find_duty(cast.ida, name="absence"), by=cast.ida)
    litany.asks_strangers_to_sign_in(page, PATH, "POST")
    litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.bo, cast.mads, method="POST")
    litany.refuses(page, PATH, cast.ida, "GET")
