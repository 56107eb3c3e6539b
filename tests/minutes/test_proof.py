from app.decisions.operations import note_outcome
from tests import litany
from tests.meetings.answers import item
from tests.minutes.answers import held, out, send_out_minutes
from tests.papers import text_of


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
    assert text.count("Nothing was recorded under this heading.") == 3
    assert text.count("What was recorded under this heading is confidential.") == 1
    assert text.index("5. ") < text.index("What was recorded under this heading is confidential.")
    assert "Hemmelig uddannelse" not in text
    assert "Karin Nørgård" in text


def test_it_says_that_more_was_recorded_where_only_some_of_it_is_confidential(page, cast):
    meeting = held(cast, is_discussion=True)
    point = item(cast, meeting, title="", point="discussion.3")
    note_outcome(point, by=cast.karin, words="Ja, de fleste.", is_decision=True)
    hidden = item(cast, meeting, title="Noget andet", parent_id=point.id, is_confidential=True)
    note_outcome(hidden, by=cast.karin, words="Hemmeligt mål", is_decision=True)
    open_part = item(cast, meeting, title="Et mål for sig", parent_id=point.id)
    note_outcome(open_part, by=cast.karin, words="Det blev nået.", is_decision=True)
    send_out_minutes(meeting, by=cast.karin)
    text = text_of(page(cast.emma).get(path(meeting)).data)
    assert "Ja, de fleste." in text
    assert "Det blev nået." in text, "the parts of a point answer its heading with it"
    assert "Something more was recorded here. It is confidential" in text
    assert text.count("Nothing was recorded under this heading.") == 4
    assert "Hemmeligt" not in text


def test_only_of_a_meeting_that_was_one_and_whose_minutes_are_out(page, cast):
    litany.hidden_from(page, path(out(cast)), cast.karin)
    litany.hidden_from(page, path(held(cast, is_discussion=True)), cast.karin)
    assert page(cast.karin).get(path(out(cast, is_discussion=True), "pdf")).data.startswith(b"%PDF")


def test_litany(page, cast):
    meeting = out(cast, is_discussion=True)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.refuses(page, path(meeting), cast.karin, "POST")
