from app.dialogue.operations import hide_question
from tests import litany
from tests.cast import speak_danish
from tests.dialogue.answers import own, the_question

PATH = "/dialogue"


def shown(answer):
    return answer.doc.xpath("//ul[contains(@class, 'question-list')]/li")


def test_everybody_reads_all_of_them(page, cast):
    for user in (cast.emma, cast.karin, cast.mads):
        assert len(shown(page(user).get(PATH))) == 31


def test_by_theme_and_for_whom(page, cast):
    browser = page(cast.trine)
    assert len(shown(browser.get(f"{PATH}?theme=use"))) == 5
    local, strategic = (len(shown(browser.get(f"{PATH}?audience={one}"))) for one in ("local", "strategic"))
    assert local < 31
    assert strategic < 31
    assert "No question fits" in browser.get(f"{PATH}?q=findesikke").words


def test_in_the_readers_language(page, cast):
    speak_danish(cast.bo)
    assert "Trækker målene os tættere på kerneopgaven?" in page(cast.bo).get(PATH).words
    assert "Do the goals pull us closer to the core task?" in page(cast.emma).get(PATH).words


def test_own_ones_are_marked_and_those_put_aside_left_out(page, cast):
    own(cast, en="")
    hide_question(the_question(cast), by=cast.ida)
    answer = page(cast.emma).get(PATH)
    assert len(shown(answer)) == 31
    assert "Our own" in answer.words
    assert "Only in Danish" in answer.words
    assert "One is put aside" in answer.words
    assert len(shown(page(cast.emma).get(f"{PATH}?only=hidden"))) == 1


def test_only_those_who_keep_it_are_led_to_change_it(page, cast):
    assert page(cast.ida).get(PATH).doc.xpath("//a[@href='/dialogue/level.2/edit']")
    assert not page(cast.karin).get(PATH).doc.xpath("//a[@href='/dialogue/level.2/edit']")


def test_many_cost_as_many_queries_as_few(page, cast):
    browser = page(cast.ida)
    browser.get(PATH)
    before = browser.get(PATH).queries
    for number in range(30):
        own(cast, da=f"Spørgsmål {number}?")
    assert browser.get(PATH).queries == before


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.refuses(page, PATH, cast.ida, "POST")
