from datetime import timedelta

from app.core import clock
from app.core.clock import now
from app.effects.operations import answer_effect
from app.effects.queries import effects_of
from tests import litany
from tests.cast import speak_danish
from tests.effects.answers import reported


def path(goal):
    return f"/goals/{goal.id}/effects"


def test_what_waits_stands_first_with_its_age(page, cast):
    with clock.at(now() - timedelta(days=20)):
        reported(cast, words="Den gamle")
    answer_effect(reported(cast, words="Den besvarede"), by=cast.karin, answer="Det ser vi på.")
    words = page(cast.bo).get(path(cast.goal)).words
    order = [words.index(text) for text in ("Den gamle", "6 days past the limit", "Den besvarede", "Det ser vi på.")]
    assert order == sorted(order)
    assert "Reported by Emma Håkansson Employee side" in words


def test_the_goals_page_shows_three_and_leads_to_the_rest(page, cast):
    for number in range(4):
        reported(cast, words=f"Nummer {number}")
    shown = page(cast.bo).get(f"/goals/{cast.goal.id}")
    assert "Nummer 1" in shown.words
    assert "Nummer 0" not in shown.words
    assert shown.doc.xpath(f"//section[@id='effects']//a[@href='{path(cast.goal)}']/text()") == ["See all 4"]


def test_who_may_report_and_answer_is_shown_how(page, cast):
    reported(cast)

    def ways(user):
        links = page(user).get(path(cast.goal)).doc.xpath("//main//a/@href")
        return {link.split("/")[-1] for link in links} & {"report", "answer"}

    assert ways(cast.karin) == ways(cast.ida) == {"report", "answer"}
    assert ways(cast.bo) == ways(cast.emma) == {"report"}
    assert ways(cast.mads) == set()


def test_before_anything_is_reported(page, cast):
    assert "Nobody has reported" in page(cast.bo).get(path(cast.goal)).words


def test_markdown_is_tamed(page, cast):
    reported(cast, words="**Fed** <img src=x onerror=alert(1)> [ond](javascript:alert(1))")
    doc = page(cast.bo).get(path(cast.goal)).doc
    assert doc.xpath("//main//strong[text()='Fed']")
    assert not doc.xpath("//main//img | //main//a[starts-with(@href, 'javascript')]")


def test_many_cost_no_more_queries(page, cast):
    reported(cast), reported(cast, by=cast.trine)
    few = page(cast.karin).get(path(cast.goal)).queries
    for number in range(12):
        effect = reported(cast, by=(cast.emma, cast.trine, cast.bo)[number % 3])
        if number % 2:
            answer_effect(effect, by=cast.karin, answer="Det ser vi på.")
    assert page(cast.karin).get(path(cast.goal)).queries == few


def test_what_is_long_past_lies_on_pages_of_its_own_and_what_waits_never(page, cast, monkeypatch):
    monkeypatch.setattr(effects_of, "__kwdefaults__", {"before": None, "most": 3})
    reported(cast, words="Venter stadig")
    for number in range(7):
        answer_effect(reported(cast, words=f"Nummer {number}."), by=cast.karin, answer="Svar")
    address, seen = path(cast.goal), []
    while address:
        shown = page(cast.bo).get(address)
        assert ("Venter stadig" in shown.words) == (address == path(cast.goal))
        seen.append([number for number in range(7) if f"Nummer {number}." in shown.words])
        address = next(iter(shown.doc.xpath("//main//a[text()='Older reports']/@href")), None)
    assert seen == [[4, 5, 6], [1, 2, 3], [0]]


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    reported(cast)
    assert "Utilsigtede virkninger af M-0001" in page(cast.karin).get(path(cast.goal)).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.otto, cast.emma, cast.bo, cast.mads)
    litany.refuses(page, path(cast.goal), cast.ida, "POST")
