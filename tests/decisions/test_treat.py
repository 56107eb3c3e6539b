from app.meetings.models import ItemState
from tests import litany
from tests.decisions.answers import at, fresh, on_goal


def test_the_committee_is_through_with_it(page, cast):
    one, browser = on_goal(cast), page(cast.karin)
    pulse = fresh(one.meeting).pulse
    for _time in range(2):
        browser.post(at(one, "treat"))
    again = fresh(one)
    assert (again.state, again.meeting.pulse) == (ItemState.TREATED, pulse + 1)
    assert again.treated_at is not None


def test_litany(page, cast):
    one = on_goal(cast)
    path = at(one, "treat")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    others = (cast.ida, cast.mette, cast.otto, cast.emma, cast.mads)
    litany.forbidden_for(page, path, *others, method="POST")
    litany.hidden_from(
        page, at(on_goal(cast, is_confidential=True), "treat"), cast.ida, cast.mette, cast.emma, method="POST"
    )
    litany.refuses(page, path, cast.karin, "GET")
