from app.strategy.operations import add_objective, close_objective
from tests import litany


def path(cast):
    return f"/objectives/{cast.objective.id}"


def test_it_says_why_and_leads_to_the_goals_that_serve_it(page, cast):
    below = add_objective(title="Ingen venter over fem dage", parent=cast.objective, by=cast.ida)
    answer = page(cast.bo).get(path(cast))
    assert "Ventetid koster tillid." in answer.words
    hrefs = answer.doc.xpath("//main//a/@href")
    assert f"/goals?objective={cast.objective.id}" in hrefs
    assert f"/objectives/{below.id}" in hrefs
    goals = page(cast.bo).get(f"/goals?objective={cast.objective.id}")
    assert "Kortere vej fra henvendelse til svar" in goals.words


def test_a_closed_one_says_so(page, cast):
    close_objective(cast.objective, by=cast.ida)
    answer = page(cast.ida).get(path(cast))
    assert "The objective was closed on" in answer.words
    assert "Open again" in answer.words


def test_a_long_title_and_no_more_than_that(page, cast):
    bare = add_objective(title="Æ" * 200, by=cast.ida)
    assert page(cast.bo).get(f"/objectives/{bare.id}").status_code == 200


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast))
    litany.hidden_from(page, "/objectives/9999", cast.ida)
    litany.refuses(page, path(cast), cast.ida, "POST")
