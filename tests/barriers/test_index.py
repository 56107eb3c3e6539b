from app.barriers.queries import barriers_of
from app.core.clock import today
from tests import litany
from tests.barriers.answers import assigned, removed, reported
from tests.cast import speak_danish


def path(goal):
    return f"/goals/{goal.id}/barriers"


def test_what_nobody_takes_away_stands_first_then_by_date_then_what_is_settled(page, cast):
    removed(cast, words="Den fjernede")
    assigned(cast, words="Den sene", days=40)
    assigned(cast, words="Den snarlige", days=2)
    reported(cast, words="Den herreløse")
    words = page(cast.bo).get(path(cast.goal)).words
    order = [words.index(text) for text in ("Den herreløse", "Den snarlige", "Den sene", "Den fjernede")]
    assert order == sorted(order)
    assert "Nobody takes it away yet" in words


def test_what_is_past_its_date_says_so(page, cast):
    assigned(cast, days=-3)
    assert "3 days overdue" in page(cast.bo).get(path(cast.goal)).words


def test_the_goals_page_shows_three_and_leads_to_the_rest(page, cast):
    for number in range(4):
        reported(cast, words=f"Nummer {number}")
    shown = page(cast.bo).get(f"/goals/{cast.goal.id}")
    assert "Nummer 2" in shown.words
    assert "Nummer 3" not in shown.words
    assert shown.doc.xpath(f"//section[@id='barriers']//a[@href='{path(cast.goal)}']/text()") == ["See all 4"]


def test_each_is_shown_what_they_can_do(page, cast):
    assigned(cast), removed(cast)

    def ways(user):
        doc = page(user).get(path(cast.goal)).doc
        links = [*doc.xpath("//main//a/@href"), *doc.xpath("//main//form/@action")]
        return {link.split("/")[-1] for link in links} & {"report", "assign", "remove", "keep", "reopen"}

    assert ways(cast.karin) == ways(cast.ida) == {"report", "assign", "remove", "keep", "reopen"}
    assert ways(cast.trine) == {"report", "remove", "keep", "reopen"}
    assert ways(cast.emma) == {"report", "reopen"}
    assert ways(cast.bo) == {"report"}
    assert ways(cast.mads) == set()


def test_before_anything_is_reported(page, cast):
    assert "Nobody has reported that something stands in the way." in page(cast.bo).get(path(cast.goal)).words


def test_markdown_is_tamed(page, cast):
    reported(cast, words="**Fed** <img src=x onerror=alert(1)>")
    doc = page(cast.bo).get(path(cast.goal)).doc
    assert doc.xpath("//main//strong[text()='Fed']")
    assert not doc.xpath("//main//img")


def test_many_cost_no_more_queries(page, cast):
    assigned(cast), removed(cast)
    few = page(cast.karin).get(path(cast.goal)).queries
    for number in range(10):
        (assigned if number % 2 else removed)(cast, by=(cast.emma, cast.trine, cast.bo)[number % 3])
    assert page(cast.karin).get(path(cast.goal)).queries == few


def test_what_is_settled_lies_on_pages_and_what_is_open_never(page, cast, monkeypatch):
    monkeypatch.setattr(barriers_of, "__kwdefaults__", {"before": None, "most": 3})
    reported(cast, words="Står i vejen")
    for number in range(7):
        removed(cast, words=f"Nummer {number}.")
    address, seen = path(cast.goal), []
    while address:
        shown = page(cast.bo).get(address)
        assert ("Står i vejen" in shown.words) == (address == path(cast.goal))
        seen.append([number for number in range(7) if f"Nummer {number}." in shown.words])
        address = next(iter(shown.doc.xpath("//main//a[text()='Older barriers']/@href")), None)
    assert seen == [[4, 5, 6], [1, 2, 3], [0]]


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    barrier = assigned(cast)
    assert barrier.due_on > today()
    removed(cast)
    assert "Forhindringer ved M-0001" in page(cast.karin).get(path(cast.goal)).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.otto, cast.emma, cast.bo, cast.mads)
    litany.refuses(page, path(cast.goal), cast.ida, "POST")
