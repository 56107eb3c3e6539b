"""News in one mail: when it goes out, what stands in it, and that nothing stands in two."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.core.clock import at
from app.core.db import session
from app.core.jobs import run_all
from app.core.mailbox import Mail
from app.core.notices import Notice
from app.core.operation import operation, record, tell
from app.core.settings import keep
from app.mail import jobs, writing
from app.mail.operations import choose, queue_digest, stop
from app.mail.rhythm import USUAL, Rhythm
from app.organisation.models import Function, Mandate, Organisation, Seat, Side
from app.people.operations import close_user, read_notices
from tests.cast import speak_danish
from tests.comments.answers import said, to_side
from tests.core.test_operation import rename
from tests.mail.conftest import moment
from tests.mail.post import html_of, text_of, whole
from tests.people.test_notices import nudge


@operation("organisation.revised")
def decide(**settings):
    for name, value in settings.items():
        keep(name, value)
    record("organisation.revised", session().scalars(sa.select(Organisation)).one(), by=None)


def mails() -> list[Mail]:
    return list(session().scalars(sa.select(Mail).order_by(Mail.id)))


def news(cast, when, *, to=None, goal=None):
    with at(when):
        nudge(goal or cast.goal, to=to or cast.karin, by=cast.ida)


def run(when) -> int:
    with at(when):
        made = jobs.digest()
        jobs.deliver()
    return made


def test_a_day_s_news_goes_out_the_next_morning_once(cast, post):
    news(cast, moment(23, 10))
    news(cast, moment(23, 16), goal=cast.draft)
    assert run(moment(23, 18)) == 0
    assert run(moment(24, 6, 59)) == 0
    assert run(moment(24, 7)) == 1
    assert run(moment(24, 7, 5)) == 0
    assert run(moment(25, 9)) == 0
    (letter,) = post.letters
    assert letter["To"] == "Karin Nørgård <karin@lilleby.example>"
    words = text_of(letter)
    assert words.index(str(cast.draft)) < words.index(str(cast.goal)), "the newest stands first"
    assert f"https://pejling.lilleby.example/goals/{cast.goal.id}" in words
    assert "Ida Møllegård revised the goal." in words


def test_a_missed_morning_is_made_up_for(cast, post):
    news(cast, moment(23, 10))
    assert run(moment(26, 3)) == 1


@pytest.mark.parametrize(("rhythm", "due"), [(Rhythm.AT_ONCE, moment(23, 10)), (Rhythm.WEEKLY, moment(28, 7))])
def test_each_person_decides_when(cast, post, rhythm, due):
    choose(cast.karin, rhythm=rhythm, reminders=True)
    news(cast, moment(23, 10))
    news(cast, moment(23, 10), to=cast.otto)
    if rhythm is Rhythm.WEEKLY:
        assert run(moment(27, 23)) == 1, "Otto gets his daily mail, Karin nothing before Monday"
        assert post.to == ["otto@lilleby.example"]
    run(due)
    assert "karin@lilleby.example" in post.to


def test_who_wants_none_gets_none_even_after_changing_their_mind(cast, post):
    choose(cast.karin, rhythm=Rhythm.NEVER, reminders=False)
    news(cast, moment(23, 10))
    assert run(moment(24)) == 0
    choose(cast.karin, rhythm=Rhythm.DAILY, reminders=True)
    assert run(moment(25)) == 0
    news(cast, moment(25, 10))
    assert run(moment(26)) == 1
    assert len(post.raw) == 1


def test_what_was_read_and_whose_account_is_closed_is_left_out(cast, post):
    news(cast, moment(23, 10))
    news(cast, moment(23, 10), to=cast.otto)
    read_notices(cast.karin)
    close_user(cast.otto, by=cast.mads)
    assert run(moment(24)) == 0


def test_without_a_mail_server_all_waits_and_goes_out_when_there_is_one(cast, app, monkeypatch):
    news(cast, moment(23, 10))
    assert run(moment(24)) == 0
    assert mails() == []
    monkeypatch.setitem(app.config, "MAIL_SERVER", "127.0.0.1")
    monkeypatch.setitem(app.config, "URL", "https://pejling.lilleby.example")
    with at(moment(25)):
        assert jobs.digest() == 1


def test_in_the_quiet_month_nothing_goes_out_and_afterwards_one_mail(cast, post):
    choose(cast.otto, rhythm=Rhythm.AT_ONCE, reminders=True)
    for day in (3, 10, 20):
        news(cast, moment(day, month=7))
        news(cast, moment(day, month=7), to=cast.otto)
        assert run(moment(day, 12, month=7)) == 0
    assert run(moment(1, 0, 5, month=8)) == 1
    assert post.to == ["otto@lilleby.example"]
    assert run(moment(1, 7, 0, month=8)) == 1
    assert len(post.raw) == 2


def test_mail_made_before_the_quiet_month_waits_through_it(cast, post):
    news(cast, moment(29, month=6))
    with at(moment(30, month=6)):
        jobs.digest()
    with at(moment(1, month=7)):
        assert jobs.deliver() == 0
    with at(moment(1, month=8)):
        assert jobs.deliver() == 1


def test_hour_and_quiet_month_are_settings(cast, post):
    decide(digest_hour=15, quiet_month="0")
    news(cast, moment(10, 10, month=7))
    assert run(moment(10, 14, month=7)) == 0
    assert run(moment(10, 15, month=7)) == 1


def test_the_same_said_often_is_said_once(cast, post):
    for minute in range(20):
        news(cast, moment(23, 10, minute))
    with at(moment(23, 11)):
        nudge(cast.goal, to=cast.karin, by=cast.otto)
    run(moment(24))
    words = text_of(post.letters[0])
    assert words.count("revised the goal.") == 1
    assert "Otto Ærø and Ida Møllegård revised the goal. (21 times)" in words


def test_more_than_a_mail_holds_is_counted(cast, post):
    with at(moment(23, 10)):
        for number in range(12):
            differ(cast, number)
    run(moment(24))
    assert "4 more notices stand in the register." in text_of(post.letters[0])


@operation("goal.revised")
def differ(cast, number):
    """Twelve notices of which none says the same."""
    cast.goal.note = f"Rettelse {number}"
    record("goal.revised", cast.goal, by=cast.ida)
    tell(cast.karin.id, "goal.revised", thing=cast.goal, about=cast.goal, by=cast.ida, number=number)


def test_a_letter_is_in_its_reader_s_language_and_names_all_links(cast, post):
    speak_danish(cast.karin)
    news(cast, moment(23, 10))
    run(moment(24))
    (letter,) = post.letters
    assert letter["Subject"].startswith("Nyt om M-0001")
    assert "Ida Møllegård" in text_of(letter)
    assert "Stop al mail" in html_of(letter)
    assert 'lang="da"' in html_of(letter)
    for link in ("/notices", "/profile/notices", "/mail/stop/"):
        assert f"https://pejling.lilleby.example{link}" in text_of(letter)
        assert f'href="https://pejling.lilleby.example{link}' in html_of(letter)


def test_a_letter_says_what_it_is_to_robots(cast, post):
    news(cast, moment(23, 10))
    run(moment(24))
    (letter,) = post.letters
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert letter["List-Unsubscribe"].strip("<>").startswith("https://pejling.lilleby.example/mail/stop/")
    assert letter["Message-ID"].endswith("@pejling.lilleby.example>")
    assert letter["Date"].datetime == moment(24)
    html = html_of(letter)
    assert "<img" not in html
    assert "<link" not in html


def test_titles_are_escaped_in_html_and_plain_in_text(cast, post):
    with at(moment(23, 10)):
        rename(cast.goal, "<b>Svar & ro</b>", by=cast.ida, tells=cast.karin)
    run(moment(24))
    assert "<b>Svar & ro</b>" in text_of(post.letters[0])
    assert "&lt;b&gt;Svar &amp; ro&lt;/b&gt;" in html_of(post.letters[0])


@operation("goal.revised")
def sit_beside_trine(cast):
    """Frederik owns the goal and sits on the employee side of the local committee, so he is told of what it says."""
    seat = {"side": Side.EMPLOYEES, "mandate": Mandate.SHOP_STEWARD, "function": Function.MEMBER}
    session().add(Seat(committee_id=cast.local.id, user_id=cast.frederik.id, **seat))
    cast.goal.owner_id = cast.frederik.id
    record("goal.revised", cast.goal, by=None)


def test_what_is_said_to_one_side_stands_in_no_mail(cast, post):
    """The word of the one side is looked for in every byte that goes out, and in what waits."""
    with at(moment(23, 10)):
        for person in (cast.ida, cast.mette, cast.karin, cast.trine, cast.frederik, cast.mads):
            choose(person, rhythm=Rhythm.AT_ONCE, reminders=True)
        sit_beside_trine(cast)
        to_side(cast, "Hemmeligt ord blandt medarbejderne")
        said(cast, body="Til alle")
        jobs.remind()
        jobs.digest()
        waiting = [mail.subject + mail.text + mail.html for mail in mails()]
        jobs.deliver()
    assert sorted(set(post.to)) == ["frederik@lilleby.example", "karin@lilleby.example"], "they are told that, not what"
    everything = [*waiting, *map(whole, post.letters), *(raw.decode("latin-1") for raw in post.raw)]
    assert not [text for text in everything if "emmelig" in text or "Til alle" in text]


def test_a_mail_and_its_marks_are_saved_together_or_not_at_all(cast, post, monkeypatch):
    news(cast, moment(23, 10))
    monkeypatch.setattr("app.mail.writing.digest", lambda *a, **k: 1 / 0)
    with at(moment(24)), pytest.raises(jobs.Failed):
        jobs.digest()
    assert mails() == []
    assert session().scalar(sa.select(sa.func.count()).where(Notice.digested_at.is_not(None))) == 0


def test_one_whose_mail_breaks_keeps_nobody_else_from_theirs(app, cast, post, monkeypatch, caplog):
    whole_letter = writing.digest

    def breaks(name, *args, **more):
        if name == cast.karin.name:
            raise ValueError(" ".join(["what", "somebody", "wrote"]))
        return whole_letter(name, *args, **more)

    for person in (cast.karin, cast.trine):
        news(cast, moment(23, 10), to=person)
    monkeypatch.setattr("app.mail.writing.digest", breaks)
    with at(moment(24)):
        assert not run_all(lambda _line: None)
        jobs.deliver()
    assert post.to == ["trine@lilleby.example"]
    assert "what somebody wrote" not in caplog.text
    assert "reference" in caplog.text


def test_who_stops_while_the_mail_is_made_gets_none(cast, post):
    news(cast, moment(23, 10))
    stop(cast.karin)
    with at(moment(24)):
        assert not queue_digest(cast.karin, USUAL, news=moment(24), reminders=moment(24))
    assert mails() == []
