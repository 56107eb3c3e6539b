import pytest
import sqlalchemy as sa

from app.core.db import session
from app.people.models import Role, User
from tests import litany

ANSWERS = {
    "name": "Åse Kjær",
    "email": "Aase@lilleby.example",
    "role": "reader",
    "language": "da",
    "job_title": "Sekretær",
    "password": "et langt kodeord her",
}


def test_a_new_person_can_sign_in(page, cast):
    assert page(cast.mads).post("/people/add", ANSWERS).location == "/people"
    user = session().scalars(sa.select(User).where(User.name == "Åse Kjær")).one()
    assert (user.email, user.role) == ("aase@lilleby.example", Role.READER)
    assert page().post("/sign-in", ANSWERS).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"name": ""}, "Write the person's name."),
        ({"email": "aase"}, "whole e-mail address"),
        ({"email": "ida@lilleby.example"}, "Another account has this address."),
        ({"role": "king"}, "Choose one of the answers."),
        ({"password": "kort"}, "at least 12"),
    ],
)
def test_a_wrong_answer_keeps_what_was_typed(page, cast, wrong, message):
    answer = page(cast.mads).post("/people/add", ANSWERS | wrong)
    assert message in answer.words
    assert answer.values("job_title") == ["Sekretær"]


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/people/add")
    litany.forbidden_for(page, "/people/add", cast.emma, cast.ida, cast.karin)
    litany.refuses(page, "/people/add", cast.mads, "PUT")
