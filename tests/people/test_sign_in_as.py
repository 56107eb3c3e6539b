def test_outside_the_demo_it_does_not_exist(page, cast):
    assert page().post(f"/sign-in/{cast.ida.id}").status_code == 404


def test_in_the_demo_one_button_signs_in(app, page, cast, monkeypatch):
    monkeypatch.setitem(app.config, "DEMO", True)
    browser = page()
    assert browser.post(f"/sign-in/{cast.trine.id}").location == "/"
    assert browser.get("/profile").status_code == 200


def test_a_closed_person_stays_out(app, page, cast, monkeypatch):
    from app.people.operations import close_user

    monkeypatch.setitem(app.config, "DEMO", True)
    close_user(cast.emma, by=cast.mads)
    assert page().post(f"/sign-in/{cast.emma.id}").status_code == 404
    assert page().post("/sign-in/9999").status_code == 404


def test_it_takes_a_form(page, cast):
    assert page().get(f"/sign-in/{cast.ida.id}").status_code == 405
