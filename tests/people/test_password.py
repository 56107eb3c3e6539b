import pytest

from tests import litany
from tests.cast import PASSWORD

NEW = "et helt nyt langt kodeord"


def test_a_new_password_ends_other_sessions(page, cast):
    here, elsewhere = page(cast.trine), page(cast.trine)
    assert here.post("/profile/password", {"current": PASSWORD, "password": NEW, "again": NEW}).status_code == 302
    assert here.get("/profile").status_code == 200
    assert elsewhere.get("/profile").status_code == 302
    assert page().post("/sign-in", {"email": "trine@lilleby.example", "password": NEW}).status_code == 302


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"current": "wrong", "password": NEW, "again": NEW}, "not the password you have now"),
        ({"current": PASSWORD, "password": NEW, "again": "another"}, "not the same"),
        ({"current": PASSWORD, "password": "kort", "again": "kort"}, "at least 12"),
    ],
)
def test_a_wrong_answer_changes_nothing(page, cast, answers, message):
    assert message in page(cast.trine).post("/profile/password", answers).words
    assert page().post("/sign-in", {"email": "trine@lilleby.example", "password": PASSWORD}).status_code == 302


def test_strangers_sign_in(page, cast):
    litany.asks_strangers_to_sign_in(page, "/profile/password")
