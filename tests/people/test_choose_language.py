from app.core.db import session


def test_a_stranger_gets_a_cookie(page, cast):
    browser = page()
    assert 'lang="da"' in browser.get("/sign-in").text
    browser.post("/language/en")
    assert 'lang="en"' in browser.get("/sign-in").text


def test_a_person_keeps_the_choice(page, cast):
    browser = page(cast.ida)
    browser.post("/language/da")
    assert 'lang="da"' in browser.get("/profile").text
    session().refresh(cast.ida)
    assert cast.ida.language == "da"


def test_it_leads_back_to_the_page_one_came_from(page, cast):
    answer = page(cast.ida).post("/language/da", headers={"Referer": "http://localhost/profile?x=1"})
    assert answer.location == "/profile?x=1"


def test_it_does_not_lead_elsewhere(page, cast):
    assert page(cast.ida).post("/language/da", headers={"Referer": "https://evil.example/x"}).location == "/"


def test_an_unknown_language_does_not_exist(page, cast):
    assert page(cast.ida).post("/language/xx").status_code == 404


def test_it_takes_a_form(page, cast):
    assert page(cast.ida).get("/language/da").status_code == 405
