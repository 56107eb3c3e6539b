from app.organisation.operations import add_manager
from app.strategy.operations import add_objective, close_objective
from tests import litany

PATH = "/objectives"


def titles(answer):
    return [text.strip() for text in answer.doc.xpath(f"//main//a[starts-with(@href, '{PATH}/')]/text()")]


def test_the_tree_with_its_owners(page, cast):
    below = add_objective(title="Ingen venter over fem dage", parent=cast.objective, owner=cast.karin, by=cast.ida)
    answer = page(cast.bo).get(PATH)
    found = titles(answer)
    assert found.index("Borgere får et klart svar") < found.index("Ingen venter over fem dage")
    assert "Mette Hjortshøj" in answer.words
    assert "Karin Nørgård" in answer.words
    assert answer.doc.xpath(f"//li//li//a[@href='{PATH}/{below.id}']"), "what lies below stands inside what is above"


def test_a_closed_one_says_so_in_words(page, cast):
    close_objective(cast.objective, by=cast.ida)
    assert "Closed" in page(cast.bo).get(PATH).words


def test_who_keeps_them_can_add_one_from_here(page, cast):
    add_manager(cast.root, user=cast.mette, by=cast.ida)
    for user, shown in ((cast.ida, True), (cast.mette, True), (cast.otto, False), (cast.bo, False)):
        assert bool(page(user).get(PATH).doc.xpath(f"//a[@href='{PATH}/add']")) is shown, user.name


def test_fifty_more_cost_no_more_queries(page, cast):
    few = page(cast.bo).get(PATH).queries
    for number in range(50):
        add_objective(title=f"Mål {number}", parent=cast.objective, owner=cast.otto, by=cast.ida)
    assert page(cast.bo).get(PATH).queries == few


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.refuses(page, PATH, cast.ida, "POST")
