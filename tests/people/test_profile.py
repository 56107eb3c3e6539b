import pytest

from app.core.db import session
from app.people.models import Contrast, Theme
from tests import litany


def test_choices_are_saved_and_shown(page, cast):
    browser = page(cast.trine)
    answer = browser.post("/profile", {"name": "Trine L.", "language": "da", "theme": "dark", "contrast": "more"})
    text = browser.follow(answer).text
    assert 'data-theme="dark"' in text
    assert 'data-contrast="more"' in text
    session().refresh(cast.trine)
    assert (cast.trine.name, cast.trine.theme, cast.trine.contrast) == ("Trine L.", Theme.DARK, Contrast.MORE)


@pytest.mark.parametrize(("field", "value"), [("name", ""), ("theme", "pink"), ("language", "xx")])
def test_a_wrong_answer_is_told_and_the_rest_kept(page, cast, field, value):
    right = {"name": "Ny Trine", "language": "en", "theme": "dark", "contrast": "system"}
    answer = page(cast.trine).post("/profile", right | {field: value})
    assert answer.status_code == 200
    assert answer.doc.xpath("//*[contains(@class,'error-summary')]")
    if field != "name":
        assert answer.values("name") == ["Ny Trine"]


def test_strangers_sign_in(page, cast):
    litany.asks_strangers_to_sign_in(page, "/profile")
    litany.refuses(page, "/profile", cast.ida, "DELETE")
