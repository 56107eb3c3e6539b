from app.decisions.operations import note_outcome
from tests import litany
from tests.meetings.answers import item
from tests.minutes.answers import held, out, send_out_minutes
from tests.minutes.read import text_of


def path(meeting, form="docx"):
    return f"/meetings/{meeting.id}/proof.{form}"


def test_the_five_headings_with_what_was_decided_under_each(page, cast):
    meeting = held(cast, is_discussion=True)
    one = item(cast, meeting, title="", point="review.7")
    note_outcome(one, by=cast.karin, words="Alle nye mål er drøftet seks uger før.", is_decision=True)
    hidden = item(cast, meeting, title="Noget helt andet", point="review.8", is_confidential=True)
    note_outcome(hidden, by=cast.karin, words="Hemmelig uddannelse", is_decision=True)
    send_out_minutes(meeting, by=cast.karin)
    text = text_of(page(cast.emma).get(path(meeting)).data)
    assert "Alle nye mål er drøftet seks uger før." in text
    assert text.index("4. Goals for the coming year") < text.index("Alle nye mål er drøftet") < text.index("5. ")
    assert text.count("Nothing was recorded under this heading.") == 4
    assert "Hemmelig uddannelse" not in text
    assert "Karin Nørgård" in text


def test_only_of_a_meeting_that_was_one_and_whose_minutes_are_out(page, cast):
    litany.hidden_from(page, path(out(cast)), cast.karin)
    litany.hidden_from(page, path(held(cast, is_discussion=True)), cast.karin)
    assert page(cast.karin).get(path(out(cast, is_discussion=True), "pdf")).data.startswith(b"%PDF")


def test_litany(page, cast):
    meeting = out(cast, is_discussion=True)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.refuses(page, path(meeting), cast.karin, "POST")
