def test_signing_out_ends_the_session(page, cast):
    browser = page(cast.ida)
    assert browser.post("/sign-out").location == "/sign-in"
    assert browser.get("/profile").status_code == 302


def test_a_link_can_not_sign_anybody_out(page, cast):
    assert page(cast.ida).get("/sign-out").status_code == 405


def test_without_the_token_it_does_nothing(page, cast):
    browser = page(cast.ida)
    assert browser.open("POST", "/sign-out").status_code == 400
    assert browser.get("/profile").status_code == 200
