from app.mail.queries import choice_of
from app.mail.rhythm import Rhythm
from tests import litany


def test_the_usual_choice_is_shown_and_another_is_kept(page, cast):
    browser = page(cast.karin)
    shown = browser.get("/profile/notices")
    assert shown.doc.xpath("//input[@name='rhythm'][@checked]/@value") == ["daily"]
    assert shown.doc.xpath("//input[@name='reminders'][@checked]")
    again = browser.follow(browser.post("/profile/notices", {"rhythm": "weekly"}))
    assert again.doc.xpath("//input[@name='rhythm'][@checked]/@value") == ["weekly"]
    assert not again.doc.xpath("//input[@name='reminders'][@checked]")
    choice = choice_of(cast.karin.id)
    assert (choice.rhythm, choice.reminders) == (Rhythm.WEEKLY, False)
    browser.post("/profile/notices", {"rhythm": "at_once", "reminders": "y"})
    assert choice_of(cast.karin.id).reminders


def test_a_wrong_answer_is_told_and_the_rest_kept(page, cast):
    for wrong in ("hourly", ""):
        answer = page(cast.karin).post("/profile/notices", {"rhythm": wrong, "reminders": "y"})
        assert answer.status_code == 200
        assert answer.doc.xpath("//*[contains(@class,'error-summary')]")
        assert answer.doc.xpath("//input[@name='reminders'][@checked]")
    assert choice_of(cast.karin.id) is None


def test_without_a_mail_server_it_says_so(page, cast):
    assert "sends no mail yet" in page(cast.emma).get("/profile/notices").words


def test_everybody_chooses_for_themselves(page, cast):
    assert "/profile/notices" in page(cast.emma).get("/profile").text
    litany.asks_strangers_to_sign_in(page, "/profile/notices")
    litany.asks_strangers_to_sign_in(page, "/profile/notices", "POST")
    litany.refuses(page, "/profile/notices", cast.ida, "DELETE")
