from app.core.clock import today
from app.meetings.models import Stage
from tests import litany
from tests.meetings.answers import item, met, private


def path(meeting):
    return f"/meetings/{meeting.id}"


def test_before_the_call_the_agenda_is_the_committees(page, cast):
    meeting = met(cast)
    item(cast, meeting)
    assert "Støj i kantinen" in page(cast.trine).get(path(meeting)).words
    for user in (cast.emma, cast.ida, cast.mette, cast.mads):
        answer = page(user).get(path(meeting))
        assert "The committee is still working on the agenda." in answer.words
        assert "Støj" not in answer.text


def test_afterwards_everybodys_but_for_what_is_confidential(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    item(cast, meeting, title="En sag om en kollega", is_confidential=True)
    item(cast, meeting)
    for user, secret in ((cast.trine, True), (cast.emma, False), (cast.ida, False), (cast.mads, False)):
        answer = page(user).get(path(meeting))
        assert "Støj i kantinen" in answer.words
        assert ("En sag om en kollega" in answer.text) is secret, user.name
        assert ("Confidential items are left out." in answer.words) is not secret
    numbers = page(cast.emma).get(path(meeting)).doc.xpath("//*[@class='agenda-no']/text()")
    assert numbers == ["2"], "the numbers are those of the whole agenda"


def test_the_minutes_are_held_against_the_length(page, cast):
    meeting = met(cast)
    item(cast, meeting, minutes_planned=90)
    assert "90 of 120 minutes" in page(cast.karin).get(path(meeting)).words


def test_how_far_it_has_come_stands_as_steps(page, cast):
    for stage, done in ((Stage.PLANNED, 0), (Stage.IN_SESSION, 2), (Stage.APPROVED, 4)):
        doc = page(cast.emma).get(path(met(cast, stage=stage))).doc
        assert len(doc.xpath("//ol[contains(@class, 'stepper')]/li")) == 5
        assert len(doc.xpath("//ol[contains(@class, 'stepper')]/li[@class='done']")) == done
        assert len(doc.xpath("//li[@aria-current='step']")) == 1
    assert not page(cast.emma).get(path(met(cast, stage=Stage.CANCELLED))).doc.xpath("//li[@aria-current='step']")


def test_opening_one_that_was_never_called_is_warned_about(page, cast):
    said = "This meeting was never called."
    assert said in page(cast.karin).get(path(met(cast, held_on=today()))).words
    assert said not in page(cast.emma).get(path(met(cast, held_on=today()))).words
    assert said not in page(cast.karin).get(path(met(cast))).words
    assert said not in page(cast.karin).get(path(met(cast, stage=Stage.CALLED, held_on=today()))).words


def test_many_items_cost_as_many_queries_as_few(page, cast):
    meeting = met(cast, stage=Stage.CALLED)
    item(cast, meeting, title="", goal=cast.goal)
    few = page(cast.karin).get(path(meeting)).queries
    for number in range(40):
        item(cast, meeting, title="", goal=cast.goal if number % 2 else cast.draft)
    assert page(cast.karin).get(path(meeting)).queries == few


def test_litany(page, cast):
    meeting = met(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.hidden_from(page, path(private(cast)), cast.karin, cast.ida, cast.emma, cast.mads, cast.frederik)
    litany.hidden_from(page, "/meetings/9999", cast.ida)
    litany.refuses(page, path(meeting), cast.karin, "POST")
