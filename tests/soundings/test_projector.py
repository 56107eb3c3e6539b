from tests import litany
from tests.soundings.answers import opened, run_out, votes


def path(sounding):
    return f"/committees/{sounding.committee_id}/soundings/{sounding.id}/projector"


def test_it_shows_the_number_and_nothing_of_the_answers(page, cast):
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine, cast.bo, focus=-2)
    shown = page(cast.otto).get(path(sounding))
    assert shown.doc.xpath("string(//*[@data-held])") == "3"
    assert "of 5" in shown.words
    assert "right at" not in shown.words
    assert shown.doc.xpath("//*[@data-count]/@data-count") == [path(sounding).replace("projector", "count")]
    assert not shown.doc.xpath("//nav")


def test_when_it_is_closed_it_says_so_and_still_shows_nothing(page, cast):
    sounding = opened(cast)
    votes(sounding, cast.otto, cast.trine, cast.bo, focus=-2)
    run_out(sounding, by=cast.otto)
    shown = page(cast.otto).get(path(sounding))
    assert "Closed on" in shown.words
    assert "right at" not in shown.words
    assert not shown.doc.xpath("//*[@data-held]")


def test_litany(page, cast):
    sounding = opened(cast)
    litany.asks_strangers_to_sign_in(page, path(sounding))
    litany.hidden_from(page, path(sounding), cast.ida, cast.karin, cast.mads)
    litany.refuses(page, path(sounding), cast.otto, "POST")
