"""Handing mail in to a real server: up, down, slow and refusing. Nothing is lost, nothing goes twice, order is kept."""

from __future__ import annotations

import logging
import sqlite3
from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.core import smtp
from app.core.clock import at
from app.core.db import db, session
from app.core.letters import Letter
from app.core.mailbox import Mail
from app.core.mailbox import post as lay_in
from app.core.operation import operation
from app.mail import jobs
from app.mail.operations import claim_mail, note_failed, note_sent, sweep
from app.mail.rhythm import TRIES
from app.people.operations import close_user, revise_user
from tests.mail.conftest import moment
from tests.people.test_notices import nudge

NOON = moment(23, 12)
MINUTES = timedelta(minutes=1)


@operation()
def queue(user, number, kind="test"):
    lay_in(user, Letter(f"Nr. {number}", f"Nummer {number}\n", f"<p>Nummer {number}</p>"), key=f"t:{number}", kind=kind)


def deliver(when=NOON) -> int:
    with at(when):
        return jobs.deliver()


def mail(number: int) -> Mail:
    session().expire_all()
    return session().scalars(sa.select(Mail).where(Mail.key == f"t:{number}")).one()


@pytest.fixture
def three(cast, post):
    """Two mails to Karin and one to Otto."""
    with at(NOON):
        for number, user in ((1, cast.karin), (2, cast.otto), (3, cast.karin)):
            queue(user, number)
    return post


def subjects(post) -> list[str]:
    return [letter["Subject"] for letter in post.letters]


def test_all_go_out_over_one_connection_and_their_text_is_not_kept(three):
    assert deliver() == 3
    assert deliver() == 0
    assert subjects(three) == ["Nr. 1", "Nr. 2", "Nr. 3"]
    assert three.sessions == 1
    assert (mail(1).sent_at, mail(1).text, mail(1).subject) == (NOON, "", "")


def test_a_key_is_used_once(cast, three):
    with at(NOON):
        queue(cast.karin, 1)
    assert deliver() == 3


def test_a_server_that_is_down_for_an_hour_loses_nothing(cast, three, caplog):
    """Every five minutes somebody is told something and `run-due` runs; the server comes back after an hour."""
    three.close()
    with caplog.at_level(logging.WARNING):
        for step in range(12):
            with at(NOON + 5 * step * MINUTES):
                queue(cast.karin if step % 2 else cast.otto, 10 + step)
            assert deliver(NOON + 5 * step * MINUTES) == 0
    assert "connection; 15 wait" in caplog.text
    assert mail(1).tries == 0, "it is not the mail's fault"
    three.open()
    assert deliver(NOON + 60 * MINUTES) == 15
    assert deliver(NOON + 65 * MINUTES) == 0
    assert subjects(three) == [f"Nr. {number}" for number in (1, 2, 3, *range(10, 22))]


def test_a_server_that_is_down_for_weeks_loses_nothing_either(three):
    three.close()
    for day in range(20):
        deliver(NOON + timedelta(days=day))
    three.open()
    assert deliver(NOON + timedelta(days=21)) == 3


def test_a_server_that_is_down_is_asked_once_per_run(three, monkeypatch):
    asked = []
    real = smtp.Server._reach
    monkeypatch.setattr(smtp.Server, "_reach", lambda self: (asked.append(1), real(self))[1])
    three.close()
    deliver()
    assert len(asked) == 1


def test_a_slow_server_gets_longer_to_answer_to_a_whole_mail(three, app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_TIMEOUT", 0.2)
    three.delay = 0.5
    assert deliver() == 3
    assert deliver(NOON + timedelta(days=1)) == 0


def test_a_server_too_slow_is_left_and_the_mail_tried_again(three, app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_TIMEOUT", 0.02)
    monkeypatch.setattr(smtp, "PATIENCE_AT_THE_END", 2)
    three.delay = 0.5
    assert deliver() == 0
    assert (mail(1).tries, mail(1).last_error) == (1, "broken_off")
    assert mail(2).tries == 0, "the run ends, nobody hammers"
    three.delay = 0
    monkeypatch.setitem(app.config, "MAIL_TIMEOUT", 2)
    assert deliver(NOON + 5 * MINUTES) == 3
    first = [letter for letter in three.letters if letter["Subject"] == "Nr. 1"]
    assert len({letter["Message-ID"] for letter in first}) == 1, "who got it twice can tell"


def test_no_transaction_is_open_while_the_server_takes_its_time(three, app):
    if db.engine.dialect.name != "sqlite":
        return
    file, errors = db.engine.url.database, []

    def write() -> None:
        other = sqlite3.connect(file, timeout=0.1)
        try:
            other.execute("BEGIN IMMEDIATE")
            other.rollback()
        except sqlite3.OperationalError as error:
            errors.append(error)
        finally:
            other.close()

    three.while_taking = write
    assert deliver() == 3
    assert errors == []


def test_a_recipient_refused_for_good_is_given_up_at_once_and_keeps_nobody_waiting(three):
    three.refuses["karin@lilleby.example"] = "550 no such user"
    assert deliver() == 1
    assert subjects(three) == ["Nr. 2"]
    assert (mail(1).given_up_at, mail(1).last_error) == (NOON, "recipient:550")
    assert mail(3).given_up_at == NOON


def test_a_recipient_refused_for_now_waits_longer_each_time_and_keeps_the_order(three):
    three.refuses["karin@lilleby.example"] = "451 come again"
    assert deliver() == 1
    assert (mail(1).tries, mail(1).next_try_at) == (1, NOON + 5 * MINUTES)
    assert mail(3).tries == 0, "it does not overtake"
    assert deliver(NOON + 4 * MINUTES) == 0
    assert mail(1).tries == 1
    deliver(NOON + 5 * MINUTES)
    assert mail(1).next_try_at == NOON + 15 * MINUTES
    three.refuses.clear()
    assert deliver(NOON + 15 * MINUTES) == 2
    assert subjects(three) == ["Nr. 2", "Nr. 1", "Nr. 3"]


def test_after_three_days_of_tries_it_is_given_up_and_the_next_goes(three):
    three.refuses["karin@lilleby.example"] = "451 come again"
    when = NOON
    while mail(1).given_up_at is None:
        deliver(when)
        when = max(when, mail(1).next_try_at)
    assert mail(1).tries == TRIES
    assert timedelta(days=2, hours=20) < when - NOON < timedelta(days=3, hours=6)
    assert mail(3).tries == 1, "now it is the next one's turn"
    three.refuses.clear()
    assert deliver(when + 5 * MINUTES) == 1
    assert subjects(three)[-1] == "Nr. 3"


def test_a_sender_who_is_refused_ends_the_run(three, monkeypatch):
    monkeypatch.setattr(three, "handle_MAIL", _refuse_sender, raising=False)
    three.close(), three.open()
    assert deliver() == 0
    assert mail(1).last_error == "sender:553"
    assert mail(2).tries == 0


async def _refuse_sender(server, session, envelope, address, options):
    return "553 not you"


def test_an_address_that_can_not_be_one_is_given_up(cast, three):
    revise_user(cast.otto, by=cast.mads, email="otto at lilleby", name="Otto")
    revise_user(cast.karin, by=cast.mads, email="karin@lilleby.example", name="Karin\nBcc: alle@lilleby.example")
    assert deliver() == 2
    assert mail(2).last_error == "address"
    assert post_headers(three) == {"Karin Bcc: alle@lilleby.example"}


def post_headers(office) -> set[str]:
    return {letter["To"].addresses[0].display_name for letter in office.letters if letter["Bcc"] is None}


def test_the_mail_of_a_closed_account_is_given_up(cast, three):
    close_user(cast.otto, by=cast.mads)
    assert deliver() == 2
    assert mail(2).last_error == "closed"


def test_a_server_that_asks_for_more_than_it_is_given_is_not_spoken_to_in_the_clear(three, app, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_TLS", "starttls")
    assert deliver() == 0
    assert (mail(1).last_error, mail(1).tries, three.raw) == ("tls", 0, [])


def test_a_claim_keeps_others_away_until_it_has_run_out(three):
    with at(NOON):
        assert claim_mail().key == "t:1"
        assert claim_mail().key == "t:2"
        assert claim_mail() is None, "the second to Karin does not overtake the first"
    assert deliver(NOON + 14 * MINUTES) == 0
    assert deliver(NOON + 16 * MINUTES) == 3


def test_whose_claim_was_taken_over_marks_nothing(three):
    with at(NOON):
        lost = claim_mail()
        session().expunge(lost)
    with at(NOON + 16 * MINUTES):
        assert claim_mail().key == "t:1"
        note_failed(lost, "recipient:550", for_good=True, blames_server=False)
        assert mail(1).given_up_at is None
        note_sent(lost)
        assert mail(1).sent_at is None


def test_a_mail_that_breaks_the_program_lets_the_others_go(three, monkeypatch):
    real = smtp.compose

    def broken(parcel, config):
        return 1 / 0 if parcel.subject == "Nr. 1" else real(parcel, config)

    monkeypatch.setattr(smtp, "compose", broken)
    with pytest.raises(ZeroDivisionError):
        deliver()
    assert mail(1).last_error == "unexpected"
    assert deliver() == 1
    assert subjects(three) == ["Nr. 2"]


def test_other_mail_than_news_goes_out_in_the_quiet_month(cast, post):
    with at(moment(10, month=7)):
        queue(cast.karin, 1, kind="digest")
        queue(cast.karin, 2, kind="invitation")
    assert deliver(moment(10, month=7)) == 1
    assert subjects(post) == ["Nr. 2"]


def test_what_was_sent_is_forgotten_after_a_month(three):
    deliver()
    with at(NOON):
        sweep(sent_before=NOON, given_up_before=NOON)
    assert mail(1).is_waiting is False
    deliver(NOON + timedelta(days=31))
    assert session().scalar(sa.select(sa.func.count()).select_from(Mail)) == 0


def test_what_was_given_up_can_be_tried_again_for_three_months(three):
    three.refuses["karin@lilleby.example"] = "550 no such user"
    deliver()
    deliver(NOON + timedelta(days=80))
    assert mail(1).given_up_at
    deliver(NOON + timedelta(days=91))
    assert session().scalar(sa.select(sa.func.count()).select_from(Mail)) == 0


def test_mail_leaves_only_with_the_change_it_tells_of(cast, post):
    @operation()
    def half():
        queue(cast.karin, 1)
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        half()
    nudge(cast.goal, to=cast.karin, by=cast.ida)
    assert deliver() == 0


def test_hosts_with_danish_letters_are_written_as_servers_read_them():
    parcel = smtp.Parcel("karin@rødby.example", "Karin Nørgård", "Nyt", "t", "<p>t</p>", "id", "da")
    config = {
        "MAIL_FROM": "pejling@lilleby.example",
        "MAIL_REPLY_TO": "ida@lilleby.example",
        "URL": "https://x.example",
    }
    message = smtp.compose(parcel, config)
    assert message["To"].addresses[0].addr_spec == "karin@xn--rdby-gra.example"
    assert message["Reply-To"] == "ida@lilleby.example"
    assert message["To"].addresses[0].display_name == "Karin Nørgård"
