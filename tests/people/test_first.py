import pytest
import sqlalchemy as sa

from app.core.audit import Event
from app.core.db import session
from app.people.models import Role, User
from app.people.operations import NotFirst, add_first_administrator
from app.people.views import first_token

ANSWERS = {"name": "Mads Æbelø", "email": "mads@ny.example", "password": "et meget langt kodeord"}


@pytest.fixture
def nobody(monkeypatch):
    """An installation in which nobody has an account yet."""
    monkeypatch.setattr("app.people.queries.has_users", lambda: False)
    monkeypatch.setattr("app.people.operations.has_users", lambda: False)


@pytest.fixture
def token(app):
    with app.test_request_context():
        return first_token()


def test_the_link_makes_the_first_administrator(page, nobody, token):
    browser = page()
    assert "administrator" in browser.get(f"/first/{token}").text
    assert browser.post(f"/first/{token}", ANSWERS).location == "/"
    user = session().scalars(sa.select(User).where(User.email == "mads@ny.example")).one()
    assert user.role is Role.ADMINISTRATOR
    assert browser.get("/people").status_code == 200


def test_once_there_are_accounts_the_link_is_dead(page, token):
    assert page().get(f"/first/{token}").status_code == 404
    assert page().post(f"/first/{token}", ANSWERS).status_code == 404
    with pytest.raises(NotFirst):
        add_first_administrator(**ANSWERS)


def test_a_made_up_link_is_dead(page, nobody):
    assert page().get("/first/made-up").status_code == 404


def test_a_short_password_is_refused_and_the_rest_kept(page, nobody, token):
    answer = page(language="en").post(f"/first/{token}", ANSWERS | {"password": "kort"})
    assert "at least 12 characters" in answer.words
    assert answer.values("name") == ["Mads Æbelø"]
    assert session().scalar(sa.select(sa.func.count()).where(Event.code == "user.added")) == 0
