import pytest

from app.core.clock import at
from app.core.signed import sign
from app.mail import jobs
from app.mail.operations import choose
from app.mail.queries import choice_of
from app.mail.rhythm import Rhythm
from app.people.operations import close_user
from tests import litany
from tests.cast import speak_danish
from tests.mail.conftest import moment
from tests.mail.post import text_of
from tests.people.test_notices import nudge


def link(user) -> str:
    return f"/mail/stop/{sign('stop mail', user.id)}"


def test_looking_changes_nothing_and_the_button_stops_all_mail(page, cast):
    choose(cast.karin, rhythm=Rhythm.DAILY, reminders=True)
    shown = page().get(link(cast.karin))
    assert shown.status_code == 200
    assert len(shown.doc.xpath("//main//button")) == 1
    assert choice_of(cast.karin.id).rhythm is Rhythm.DAILY
    done = page().post(link(cast.karin))
    assert "You get no more mail" in done.words
    choice = choice_of(cast.karin.id)
    assert (choice.rhythm, choice.reminders) == (Rhythm.NEVER, False)


def test_a_mail_program_stops_it_with_one_click(app, cast):
    """As RFC 8058 has it: a POST from nowhere, without session, cookie or token of a form."""
    answer = app.test_client().post(link(cast.karin), data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert choice_of(cast.karin.id).rhythm is Rhythm.NEVER
    assert app.test_client().post("/profile/notices", data={"rhythm": "never"}).status_code == 302


def test_it_stops_what_already_waits(page, cast, post):
    with at(moment(23, 10)):
        nudge(cast.goal, to=cast.karin, by=cast.ida)
    with at(moment(24)):
        jobs.digest()
        page().post(link(cast.karin))
        jobs.deliver()
    assert post.raw == []


def test_the_link_in_the_mail_is_the_one(page, cast, post):
    with at(moment(23, 10)):
        nudge(cast.goal, to=cast.karin, by=cast.ida)
    with at(moment(24)):
        jobs.digest()
        jobs.deliver()
    (letter,) = post.letters
    path = letter["List-Unsubscribe"].strip("<>").removeprefix("https://pejling.lilleby.example")
    assert path in text_of(letter)
    assert page().get(path).status_code == 200


def test_it_speaks_the_recipient_s_language_and_tells_no_name(page, cast):
    speak_danish(cast.karin)
    shown = page().get(link(cast.karin))
    assert shown.doc.get("lang") == "da"
    assert "Stop al mail" in shown.words
    assert "Karin" not in shown.text


@pytest.mark.parametrize("token", ["x", "MQ.forged", "a.b.c"])
def test_a_link_that_is_not_ours_leads_nowhere(page, cast, token):
    assert page().get(f"/mail/stop/{token}").status_code == 404
    assert page().post(f"/mail/stop/{token}").status_code == 404


def test_a_token_for_something_else_is_none(page, cast):
    assert page().get(f"/mail/stop/{sign('reset', cast.karin.id)}").status_code == 404
    assert page().get(f"/mail/stop/{sign('stop mail', 9999)}").status_code == 404
    assert page().get(f"/mail/stop/{sign('stop mail', 'all')}").status_code == 404


def test_it_works_for_a_closed_account_too(page, cast):
    close_user(cast.karin, by=cast.mads)
    assert page().post(link(cast.karin)).status_code == 200


def test_other_methods_are_refused(page, cast):
    litany.refuses(page, link(cast.karin), cast.karin, "DELETE")
