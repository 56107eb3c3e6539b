from app.goals.operations import revise_goal
from tests import litany


def test_what_changed_in_plain_sentences(page, cast):
    revise_goal(cast.goal, by=cast.karin, purpose="Ingen skal vente på svar.", measured_count=27)
    words = page(cast.emma).get(f"/goals/{cast.goal.id}/history").words
    assert "Karin Nørgård revised the goal." in words
    assert "How many people" in words
    for text in ("26", "27", "unødigt"):
        assert text in words


def test_older_events_are_one_click_away(page, cast):
    for n in range(60):
        revise_goal(cast.goal, by=cast.karin, measured_count=n)
    first = page(cast.emma).get(f"/goals/{cast.goal.id}/history")
    assert len(first.doc.xpath("//ol[@class='history']/li")) == 50
    older = first.doc.xpath("//a[contains(@href,'before=')]/@href")[0]
    assert len(page(cast.emma).get(older).doc.xpath("//ol[@class='history']/li")) == 10


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, f"/goals/{cast.goal.id}/history")
    litany.hidden_from(page, f"/goals/{cast.draft.id}/history", cast.bo, cast.emma)
    litany.refuses(page, f"/goals/{cast.goal.id}/history", cast.ida, "POST")
