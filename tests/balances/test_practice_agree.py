from app.balances.models import Reader
from app.organisation.models import Function, Mandate, Side
from app.organisation.operations import add_seat
from app.organisation.viewers import with_standing
from tests import litany
from tests.balances.answers import PLACED, practice, readings, told
from tests.cast import speak_danish


def path(committee):
    return f"/committees/{committee.id}/practice/agree"


def test_what_is_agreed_stands_beside_the_sides(page, cast):
    answer = page(cast.trine).post(path(cast.local), PLACED)
    assert answer.location == f"/committees/{cast.local.id}/practice"
    (reading,) = readings()
    assert (reading.goal_id, reading.committee_id, reading.reader) == (None, cast.local.id, Reader.AGREED)
    assert told(cast.karin) == ["balances.practice_agreed"]


def test_it_begins_empty_with_both_sides_beside_it(page, cast):
    assert "Neither side has read the practice yet." in page(cast.karin).get(path(cast.local)).words
    practice(cast, Reader.MANAGEMENT, focus=1)
    practice(cast, Reader.EMPLOYEES, focus=-1, reasons={"focus": "Telefonen fylder det meste."})
    form = page(cast.karin).get(path(cast.local))
    assert set(form.doc.xpath("//input[@type='radio'][@checked]/@value")) == {""}
    assert "Telefonen fylder det meste." in form.words
    assert "The sides are 2 steps apart on Focus." in form.words


def test_it_begins_with_what_was_agreed_last(page, cast):
    practice(cast, Reader.AGREED, days=400, focus=2)
    form = page(cast.karin).get(path(cast.local))
    assert form.doc.xpath("//input[@name='focus_today'][@checked]/@value") == ["2"]


def test_a_plain_member_does_not_record(page, cast):
    add_seat(
        cast.local, mandate=Mandate.SHOP_STEWARD, side=Side.EMPLOYEES, function=Function.MEMBER, user=cast.emma,
        substitute=None, organisation_behind="", from_on=None, vacant_from=None, by=cast.mads,
    )  # fmt: skip
    emma = with_standing(cast.emma)
    litany.forbidden_for(page, path(cast.local), emma)
    assert page(emma).get(f"/committees/{cast.local.id}/practice/side").status_code == 200


def test_an_empty_one_is_refused_and_keeps_what_was_typed(page, cast):
    answer = page(cast.karin).post(path(cast.local), {"use_reason": "Når listen er væk."})
    assert "Place the practice on at least one of the balances" in answer.words
    assert answer.values("use_reason")[0].strip() == "Når listen er væk."
    assert readings() == []


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.trine)
    assert "Ingen af siderne har placeret praksis endnu." in page(cast.trine).get(path(cast.local)).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.local))
    litany.hidden_from(page, "/committees/9999/practice/agree", cast.ida)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.local), cast.ida, cast.mette, cast.emma, cast.mads, method=method)
    litany.refuses(page, path(cast.local), cast.ida, "DELETE")
