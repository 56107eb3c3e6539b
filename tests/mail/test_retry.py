import pytest

from app.core.audit import Event
from app.core.clock import at
from app.core.db import session
from app.core.history import sentence
from app.mail import jobs
from app.mail.operations import NotNow, retry_mail, stop
from tests import litany
from tests.mail.conftest import moment
from tests.mail.test_deliver import mail, queue
from tests.mail.test_digest import mails
from tests.people.test_notices import nudge


@pytest.fixture
def given_up(cast, post):
    post.refuses["karin@lilleby.example"] = "550 no such user"
    queue(cast.karin, 1)
    jobs.deliver()
    return mail(1)


def test_a_mail_that_was_given_up_goes_out_after_all(page, cast, post, given_up):
    browser = page(cast.mads)
    answer = browser.post(f"/mail/{given_up.id}/retry")
    assert "is tried again" in browser.follow(answer).words
    post.refuses.clear()
    assert jobs.deliver() == 1
    event = session().query(Event).filter_by(code="mail.retried").one()
    assert sentence(event)
    assert "Nummer" not in str(event.changes)


def test_one_that_waits_or_is_not_wanted_any_more_is_not(page, cast, post):
    queue(cast.karin, 1)
    with pytest.raises(NotNow):
        retry_mail(mail(1), by=cast.mads)
    browser = page(cast.mads)
    assert "can't be tried again" in browser.follow(browser.post(f"/mail/{mail(1).id}/retry")).words


def test_a_mail_that_somebody_stopped_stays_stopped(cast, post):
    with at(moment(23, 10)):
        nudge(cast.goal, to=cast.karin, by=cast.ida)
    with at(moment(24)):
        jobs.digest()
    stop(cast.karin)
    (stopped,) = mails()
    with pytest.raises(NotNow):
        retry_mail(stopped, by=cast.mads)


def test_litany(page, cast, given_up):
    path = f"/mail/{given_up.id}/retry"
    litany.asks_strangers_to_sign_in(page, path, "POST")
    litany.forbidden_for(page, path, cast.ida, cast.karin, cast.emma, method="POST")
    litany.hidden_from(page, "/mail/999/retry", cast.mads, cast.emma, method="POST")
    litany.refuses(page, path, cast.mads, "GET")
