import pytest
import sqlalchemy as sa

from app.core.clock import at, now
from app.core.db import session
from app.people.models import SignInAttempt
from app.people.throttle import PER_ACCOUNT, WINDOW
from tests.cast import PASSWORD


def sign_in(browser, email="ida@lilleby.example", password=PASSWORD, path="/sign-in"):
    return browser.post(path, {"email": email, "password": password})


def test_a_person_signs_in_and_sees_the_desk(page, cast):
    browser = page()
    answer = sign_in(browser)
    assert (answer.status_code, answer.location) == (302, "/")
    assert "Ida Møllegård" in browser.follow(answer).text


def test_case_and_spaces_in_the_address_do_not_matter(page, cast):
    assert sign_in(page(), email="  IDA@Lilleby.example ").status_code == 302


@pytest.mark.parametrize(
    ("email", "password"), [("ida@lilleby.example", "wrong"), ("nobody@lilleby.example", PASSWORD)]
)
def test_the_answer_does_not_tell_whether_the_account_exists(page, cast, email, password):
    answer = sign_in(page(), email, password)
    assert answer.status_code == 200
    assert "do not go together" in answer.words or "passer ikke sammen" in answer.words
    assert answer.values("email") == [email]
    assert answer.values("password") == [""]


def test_empty_fields_say_what_to_write(page, cast):
    answer = sign_in(page(language="en"), "", "")
    assert "Write your e-mail address." in answer.words
    assert "Write your password." in answer.words


def test_a_closed_account_can_not_sign_in(page, cast):
    from app.people.operations import close_user

    close_user(cast.emma, by=cast.mads)
    assert sign_in(page(), "emma@lilleby.example").status_code == 200


def test_a_session_ends_when_the_account_is_closed(page, cast):
    from app.people.operations import close_user

    browser = page(cast.emma)
    assert browser.get("/profile").status_code == 200
    close_user(cast.emma, by=cast.mads)
    assert browser.get("/profile").status_code == 302


def test_too_many_tries_are_stopped_and_let_go_again(page, cast):
    for _ in range(PER_ACCOUNT):
        sign_in(page(), password="wrong")
    assert sign_in(page()).status_code == 429
    assert sign_in(page(), "karin@lilleby.example").status_code == 302
    with at(now() + WINDOW + WINDOW):
        assert sign_in(page()).status_code == 302


def test_a_success_forgets_the_failures(page, cast):
    sign_in(page(), password="wrong")
    sign_in(page())
    assert session().scalar(sa.select(sa.func.count()).select_from(SignInAttempt)) == 0


def test_what_was_typed_is_not_kept(page, cast):
    sign_in(page(), "hemmelig@lilleby.example", "wrong")
    attempt = session().scalars(sa.select(SignInAttempt)).one()
    assert "hemmelig" not in attempt.account


@pytest.mark.parametrize(
    ("wish", "goes_to"),
    [
        ("/goals", "/goals"),
        ("/goals?q=svar", "/goals?q=svar"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
        ("/\\evil.example", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_it_leads_back_only_to_our_own_pages(page, cast, wish, goes_to):
    from urllib.parse import quote

    assert sign_in(page(), path=f"/sign-in?next={quote(wish)}").location == goes_to


def test_one_who_is_signed_in_goes_on(page, cast):
    assert page(cast.ida).get("/sign-in").location == "/"


def test_the_cast_is_not_shown_outside_the_demo(page, cast):
    assert "Ida Møllegård" not in page().get("/sign-in").text


def test_the_session_cookie_is_closed_to_scripts(page, cast):
    cookie = sign_in(page()).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
