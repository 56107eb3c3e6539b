from app.core.operation import operation, record
from app.decisions.operations import note_outcome
from app.goals.operations import revise_goal
from app.meetings.models import ItemState, Stage
from tests import litany
from tests.actions.answers import acted
from tests.comments.answers import said, to_committee, to_side
from tests.decisions.answers import on_goal
from tests.load.answers import marked
from tests.meetings.answers import item, met, private
from tests.risks import answers as risks


def path(meeting, one=None):
    return f"/meetings/{meeting.id}/session" + (f"?item={one.id}" if one else "")


def test_one_item_with_all_there_is_to_know_about_it(page, cast):
    risks.finished(cast, risks.strain())
    said(cast, body="Hvem har valgt tallet?")
    one = on_goal(cast, case_text="Sagen", recommendation="At vi beslutter")
    note_outcome(one, by=cast.karin, words="Målet fortsætter.")
    words = page(cast.karin).get(path(one.meeting)).words
    for told in (cast.goal.title, cast.goal.purpose, "Sagen", "At vi beslutter", "Hvem har valgt tallet?", "Kø og hast",
                 "Målet fortsætter.", "Item 1 of 1"):  # fmt: skip
        assert told in words


def test_what_the_goal_serves_and_what_is_done_about_it(page, cast):
    revise_goal(cast.goal, by=cast.karin, baseline=62, decided_target=40)
    acted(cast, title="Listen kommer ned")
    pair = marked(cast)
    words = page(cast.karin).get(path(on_goal(cast).meeting)).words
    for told in (cast.goal.code, "In force", cast.objective.title, "62", "40", "Listen kommer ned", pair.words,
                 f"Pulls against {pair.facing(cast.goal).code}"):  # fmt: skip
        assert told in words


def test_how_the_meeting_is_doing(page, cast):
    one = on_goal(cast)
    words = page(cast.karin).get(path(one.meeting)).words
    assert "ordinary meeting" in words
    assert "In session · 2 are here" in words
    assert "saved at" not in words
    note_outcome(one, by=cast.karin, words="Målet fortsætter.")
    assert "saved at" in page(cast.karin).get(path(one.meeting)).words


def test_a_point_shows_its_parts(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    point = item(cast, meeting, title="Arbejdsmiljødrøftelsen")
    item(cast, meeting, title="Årets indsats", parent_id=point.id, case_text="Se tilbage på året")
    words = page(cast.karin).get(path(meeting, point)).words
    assert "The parts of this item" in words
    assert "1.1 Årets indsats" in words
    assert "Se tilbage på året" in words


def test_nothing_of_a_side_or_a_circle_stands_on_the_wall(page, cast):
    one = on_goal(cast)
    to_side(cast, "Kun til os")
    to_committee(cast, "Kun i udvalget her")
    risks.drafted(cast, risks.strain())
    for user in (cast.karin, cast.trine):
        for address in (path(one.meeting, one), f"/meetings/{one.meeting_id}/follow"):
            text = page(user).get(address).text
            for secret in ("Kun til os", "Kun i udvalget her", "Kø og hast"):
                assert secret not in text


def test_the_chosen_item_else_the_one_shown_else_the_first_that_waits(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    first, second, third = (item(cast, meeting, title=f"Sag {number}") for number in "ABC")
    treated(cast, first)
    browser = page(cast.karin)
    assert '<h1 id="item-h">Sag B' in browser.get(path(meeting)).text
    browser.post(f"/meetings/{meeting.id}/items/{third.id}/present")
    assert '<h1 id="item-h">Sag C' in browser.get(path(meeting)).text
    assert '<h1 id="item-h">Sag B' in browser.get(path(meeting, second)).text
    assert '<h1 id="item-h">Sag C' in browser.get(f"/meetings/{meeting.id}/session?item=x").text


@operation("test.treated")
def treated(cast, one):
    one.state = ItemState.TREATED
    record("test.treated", one, by=cast.karin, about=cast.karin)


def test_the_strip_is_for_those_who_keep_the_meeting(page, cast):
    seat = met(cast, committee=cast.top, stage=Stage.IN_SESSION)
    one = item(cast, seat, title="", goal=cast.goal)
    assert page(cast.mette).get(path(seat)).doc.xpath("//form[@data-outbox]")
    own = item(cast, private(cast, stage=Stage.IN_SESSION), title="", goal=cast.goal)
    verbs = {
        form.get("data-verb") for form in page(cast.trine).get(path(own.meeting)).doc.xpath("//form[@data-outbox]")
    }
    assert verbs == {"discuss", "note", None}
    verbs = {
        form.get("data-verb") for form in page(cast.mette).get(path(one.meeting)).doc.xpath("//form[@data-outbox]")
    }
    assert verbs == {"discuss", "decide", "place", "act", "note", "review", "carry", None}


def verbs_of(answer):
    return {form.get("data-verb") for form in answer.doc.xpath("//form[@data-outbox]")}


def test_an_empty_agenda_says_so(page, cast):
    assert "Nothing stands on the agenda yet." in page(cast.karin).get(path(met(cast, stage=Stage.IN_SESSION))).words


def test_many_items_cost_as_many_queries_as_few(page, cast):
    one = on_goal(cast)
    few = page(cast.karin).get(path(one.meeting, one)).queries
    for number in range(40):
        item(cast, one.meeting, title="", goal=cast.goal if number % 2 else cast.draft)
    assert page(cast.karin).get(path(one.meeting, one)).queries == few


def test_litany(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.forbidden_for(page, path(meeting), cast.ida, cast.mette, cast.emma, cast.mads)
    litany.forbidden_for(page, path(met(cast, stage=Stage.CALLED)), cast.karin)
    litany.hidden_from(page, path(private(cast, stage=Stage.IN_SESSION)), cast.karin, cast.ida, cast.emma)
    litany.refuses(page, path(meeting), cast.karin, "POST")
