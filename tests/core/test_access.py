import pytest

from app.core.access import RULES, can, guard, rule_name
from app.people.policy import may_add_user


def test_a_rule_has_a_name_of_room_and_function():
    assert rule_name(may_add_user) == "people.may_add_user"
    assert RULES["people.may_add_user"] is may_add_user


def test_a_stranger_may_nothing(app):
    with app.app_context(), app.test_request_context():
        assert not can("people.may_add_user")


def test_an_unknown_rule_is_a_mistake_not_a_yes(page, app, cast):
    with app.app_context(), app.test_request_context():
        from flask_login import login_user

        login_user(cast.mads)
        assert can("people.may_add_user")
        with pytest.raises(KeyError):
            can("people.may_fly")


def test_the_mark_names_finder_and_rules():
    def find(user, **url):
        return None

    @guard(find, may_add_user)
    def view(thing):
        return thing

    assert view.mark.find is find
    assert view.mark.rules == (may_add_user,)
