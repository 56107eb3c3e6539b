from app.meetings.models import Presence, Stage
from tests import litany
from tests.cast import speak_danish
from tests.decisions.answers import fresh
from tests.meetings.answers import met, private


def path(meeting):
    return f"/meetings/{meeting.id}/attendance"


def typed(meeting, *rows):
    """What is typed for each who was called, in their order."""
    said = {"version": str(meeting.version)}
    for row, answers in zip(meeting.attendances, rows, strict=True):
        said |= {f"row-{row.id}-{name}": value for name, value in answers.items()}
    return said


def test_who_was_there_who_part_of_it_and_who_stood_in(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    page(cast.karin).post(path(meeting), typed(
        meeting, {"presence": "part", "part_words": "Fra punkt 3"},
        {"presence": "absent", "substitute_id": str(cast.emma.id)},
    ))  # fmt: skip
    first, second = fresh(meeting).attendances
    assert (first.presence, first.part_words) == (Presence.PART, "Fra punkt 3")
    assert (second.presence, second.substitute_id, second.substitute_name) == (
        Presence.ABSENT, cast.emma.id, "Emma Håkansson",
    )  # fmt: skip
    words = page(cast.bo).get(f"/meetings/{meeting.id}").words
    assert "Fra punkt 3" in words
    assert "substitute: Emma Håkansson" in words


def test_those_who_sent_no_regrets_are_taken_to_be_there_until_it_is_said(page, cast):
    form = page(cast.karin).get(path(met(cast, stage=Stage.CALLED)))
    assert [one.get("value") for one in form.doc.xpath("//input[@type='radio'][@checked]")] == ["present", "present"]


def test_the_history_says_it_in_the_readers_language(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    said = {"presence": "absent", "substitute_name": "Poul"}
    page(cast.karin).post(path(meeting), typed(meeting, {"presence": "present"}, said))
    name = f"{meeting.attendances[1].name} · Poul"
    speak_danish(cast.bo)
    for user, labels in ((cast.emma, ("Present", "Absent")), (cast.bo, ("Til stede", "Fraværende"))):
        history = page(user).get(f"/meetings/{meeting.id}").doc.xpath("//section[@id='history']")[0]
        words = " ".join(history.text_content().split())
        assert all(one in words for one in (*labels, name)), words
        assert "absent" not in words


def test_a_substitute_without_an_account_has_a_name(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    said = {"presence": "absent", "substitute_name": "Poul"}
    page(cast.karin).post(path(meeting), typed(meeting, said, {"presence": "present"}))
    assert fresh(meeting).attendances[0].substitute_name == "Poul"


def test_what_is_no_answer_is_refused_and_what_changed_is_shown(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    answer = page(cast.karin).post(path(meeting), typed(meeting, {"presence": "x"}, {"presence": "present"}))
    assert "Choose one of the answers." in answer.words
    said = typed(meeting, {"presence": "present"}, {"presence": "present"}) | {"version": "9"}
    assert page(cast.karin).post(path(meeting), said).status_code == 409
    assert fresh(meeting).attendances[0].part_words == ""


def test_before_anybody_is_called_there_is_nobody(page, cast):
    assert "Nobody is called yet." in page(cast.karin).get(path(met(cast))).words


def test_litany(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(meeting), cast.ida, cast.mette, cast.emma, cast.mads, method=method)
        litany.forbidden_for(page, path(met(cast, stage=Stage.APPROVED)), cast.karin, method=method)
        litany.hidden_from(page, path(private(cast)), cast.karin, cast.ida, method=method)
