import pytest

from app.mail import jobs
from app.mail.operations import NotNow, claim_mail, give_up_mail
from tests import litany
from tests.mail.test_deliver import mail, queue


@pytest.fixture
def waiting(cast, post):
    queue(cast.karin, 1)
    queue(cast.karin, 2)
    return mail(1)


def test_it_is_sent_no_more_and_the_next_goes(page, cast, post, waiting):
    browser = page(cast.mads)
    assert "is given up" in browser.follow(browser.post(f"/mail/{waiting.id}/give-up")).words
    assert jobs.deliver() == 1
    assert [letter["Subject"] for letter in post.letters] == ["Nr. 2"]


def test_one_that_is_on_its_way_or_past_it_can_not_be_given_up(page, cast, waiting):
    claim_mail()
    with pytest.raises(NotNow):
        give_up_mail(mail(1), by=cast.mads)
    browser = page(cast.mads)
    assert "no longer waits" in browser.follow(browser.post(f"/mail/{waiting.id}/give-up")).words


def test_litany(page, cast, waiting):
    path = f"/mail/{waiting.id}/give-up"
    litany.asks_strangers_to_sign_in(page, path, "POST")
    litany.forbidden_for(page, path, cast.ida, cast.karin, cast.emma, method="POST")
    litany.hidden_from(page, "/mail/999/give-up", cast.mads, cast.emma, method="POST")
    litany.refuses(page, path, cast.mads, "GET")
