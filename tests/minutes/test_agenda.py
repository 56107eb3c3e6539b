from app.agenda.operations import set_questions
from app.meetings.models import Stage
from tests import litany
from tests.dialogue.answers import asked
from tests.meetings.answers import item, met, private
from tests.papers import text_of


def path(meeting):
    return f"/meetings/{meeting.id}/agenda.pdf"


def test_each_reads_what_is_for_them(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    item(cast, meeting, case_text="Vi kan ikke høre hinanden.")
    item(cast, meeting, title="En sag om en kollega", is_confidential=True)
    item(cast, meeting, title="", goal=cast.draft)
    for user, secret, draft in ((cast.karin, True, True), (cast.emma, False, False), (cast.ida, False, True)):
        text = text_of(page(user).get(path(meeting)).data)
        assert "Støj i kantinen" in text
        assert "Vi kan ikke høre hinanden." in text
        assert ("En sag om en kollega" in text) is secret, user.name
        assert ("Telefonen bliver taget" in text) is draft, user.name


def test_what_is_to_be_talked_about_stands_at_its_item(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    set_questions(item(cast, meeting), asked(cast, "level.2"), by=cast.karin)
    for paper in ("agenda", "briefing"):
        text = text_of(page(cast.emma).get(f"/meetings/{meeting.id}/{paper}.pdf").data)
        assert "Do we want colleagues or teams to compete" in text, paper


def test_before_the_call_it_is_the_committees(page, cast):
    meeting = met(cast)
    assert page(cast.trine).get(path(meeting)).status_code == 200
    litany.hidden_from(page, path(meeting), cast.emma, cast.ida, cast.mette)


def test_litany(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.hidden_from(page, path(private(cast)), cast.karin, cast.ida, cast.emma, cast.mads)
    litany.refuses(page, path(meeting), cast.karin, "POST")
