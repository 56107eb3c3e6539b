from app.core.db import session
from app.overview.queries import following_of
from app.people.models import FollowedKind
from tests import litany


def test_ones_own_is_followed_until_one_says_otherwise(page, cast):
    found = following_of(cast.karin)
    assert found.follows(FollowedKind.GOAL, cast.goal.id)
    assert found.follows(FollowedKind.UNIT, cast.service.id)
    assert found.follows(FollowedKind.COMMITTEE, cast.local.id)
    page(cast.karin).post(f"/following/goal/{cast.goal.id}/unfollow")
    session().rollback()
    assert not following_of(cast.karin).follows(FollowedKind.GOAL, cast.goal.id)


def test_litany(page, cast):
    path = f"/following/goal/{cast.goal.id}/unfollow"
    litany.asks_strangers_to_sign_in(page, path, "POST")
    litany.hidden_from(page, f"/following/goal/{cast.draft.id}/unfollow", cast.bo, method="POST")
    litany.refuses(page, path, cast.bo, "GET")
