"""`flask run-due` and `flask send-test-mail`, alone and by two processes at once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import sqlalchemy as sa

from app.core import jobs
from app.core.db import db, session
from app.core.mailbox import Mail
from app.core.notices import Notice
from app.goals.operations import send_to_hearing
from app.mail.models import Reminder
from app.mail.operations import choose
from app.mail.rhythm import Rhythm
from tests.mail.post import text_of
from tests.mail.test_digest import decide
from tests.people.test_notices import nudge

ROOT = Path(__file__).parents[2]


def everybody(cast) -> list:
    return [cast.ida, cast.mette, cast.karin, cast.otto, cast.trine, cast.frederik]


def test_two_processes_at_once_send_each_notice_once(app, cast, post):
    """Both start at the same moment on one database, and the mail server is slow enough for them to meet."""
    decide(quiet_month="0")
    send_to_hearing(cast.draft, by=cast.karin)  # so that all can see it, and so be told of it
    for person in everybody(cast):
        choose(person, rhythm=Rhythm.AT_ONCE, reminders=True)
        nudge(cast.goal, to=person, by=cast.mads)
        nudge(cast.draft, to=person, by=cast.mads)
    post.delay = 0.1
    answers = together("run-due", "run-due", port=post.port)
    assert [code for code, _said in answers] == [0, 0], answers
    assert Counter(post.to) == Counter(person.email for person in everybody(cast))
    assert all("Remember" in text_of(letter) or "Overdue" in text_of(letter) for letter in post.letters)
    assert count(Reminder) == 6
    assert count(Notice) == 3 * 6
    assert session().scalar(sa.select(sa.func.count()).where(Mail.sent_at.is_(None))) == 0
    sent = sum(int(line.split(": ")[1]) for _code, said in answers for line in said.splitlines() if "deliver" in line)
    assert sent == 6
    assert len(post.raw) == 6


def count(kind) -> int:
    return session().scalar(sa.select(sa.func.count()).select_from(kind)) or 0


def together(*commands: str, port: int) -> list[tuple[int, str]]:
    """Run `flask` commands at the same time, each in a process of its own, on the test's database."""
    session().close()
    surroundings = os.environ | {
        "PEJLING_ENV": "test", "PEJLING_DATABASE": db.engine.url.render_as_string(hide_password=False),
        "PEJLING_MAIL_SERVER": "127.0.0.1", "PEJLING_MAIL_PORT": str(port), "PEJLING_MAIL_TLS": "none",
        "PEJLING_MAIL_FROM": "pejling@lilleby.example", "PEJLING_URL": "https://pejling.lilleby.example",
    }  # fmt: skip
    running = [
        subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "flask", "--app", "tests.mail.with_duties", command], cwd=ROOT, env=surroundings,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        for command in commands
    ]  # fmt: skip
    said = [process.communicate(timeout=60)[0] for process in running]
    return [(process.returncode, text) for process, text in zip(running, said, strict=True)]


def run(app, *words) -> tuple[int, str]:
    session().close()
    answer = app.test_cli_runner().invoke(args=list(words))
    return answer.exit_code, answer.output


def test_it_says_a_line_per_job_and_rooms_come_before_mail(app, cast, monkeypatch):
    monkeypatch.setattr(jobs, "JOBS", {"rooms.close": lambda: 2, **jobs.JOBS})
    code, said = run(app, "run-due")
    assert code == 0
    lines = said.splitlines()
    assert [line.partition(":")[0] for line in lines] == list(jobs.JOBS)
    assert (lines[0], lines[-3:]) == ("rooms.close: 2", ["mail.remind: 0", "mail.digest: 0", "mail.deliver: 0"])
    assert list(jobs.JOBS)[-3:] == ["mail.remind", "mail.digest", "mail.deliver"]


def test_a_job_that_fails_stops_no_other(app, cast, monkeypatch, caplog):
    monkeypatch.setattr(jobs, "JOBS", {"rooms.break": lambda: 1 // 0, "rooms.close": lambda: 2})
    code, said = run(app, "run-due")
    assert code == 1
    assert said.splitlines() == ["rooms.break: failed", "rooms.close: 2"]
    assert "ZeroDivisionError" in caplog.text


def test_a_test_mail_goes_past_the_outbox(app, cast, post):
    code, said = run(app, "send-test-mail", "it@lilleby.example")
    assert (code, post.to) == (0, ["it@lilleby.example"]), said
    assert "https://pejling.lilleby.example/sign-in" in text_of(post.letters[0])
    assert post.letters[0]["Subject"] == "En prøvemail fra Pejling"
    assert run(app, "send-test-mail", "it@lilleby.example", "--language", "en")[0] == 0
    assert post.letters[1]["Subject"] == "A test mail from Pejling"


def test_a_test_mail_tells_why_it_was_not_sent(app, cast, post):
    post.refuses["it@lilleby.example"] = "550 no such user"
    code, said = run(app, "send-test-mail", "it@lilleby.example")
    assert code == 1
    assert "recipient:550" in said
    post.close()
    assert "connection" in run(app, "send-test-mail", "it@lilleby.example")[1]


def test_without_a_server_it_says_what_to_set(app, cast):
    code, said = run(app, "send-test-mail", "it@lilleby.example")
    assert code == 1
    assert "PEJLING_MAIL_SERVER" in said
