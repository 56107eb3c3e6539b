from app.core.db import session
from app.overview.queries import following_of, is_followed
from app.people.models import FollowedKind
from app.people.operations import set_follow
from tests import litany


def path(goal):
    return f"/following/goal/{goal.id}/follow"


def test_a_goal_is_followed_from_its_page(page, cast):
    assert path(cast.goal) in page(cast.bo).get(f"/goals/{cast.goal.id}").text
    page(cast.bo).post(path(cast.goal))
    session().rollback()
    assert following_of(cast.bo).follows(FollowedKind.GOAL, cast.goal.id)
    assert f"/following/goal/{cast.goal.id}/unfollow" in page(cast.bo).get(f"/goals/{cast.goal.id}").text


def test_units_and_committees_are_followed_in_the_same_way(page, cast):
    page(cast.bo).post(f"/following/unit/{cast.service.id}/follow")
    page(cast.bo).post(f"/following/committee/{cast.local.id}/follow")
    session().rollback()
    found = following_of(cast.bo)
    assert found.follows(FollowedKind.UNIT, cast.service.id)
    assert found.follows(FollowedKind.COMMITTEE, cast.local.id)


def test_choosing_again_changes_the_same_choice(cast):
    for is_on in (True, False, True):
        set_follow(cast.bo, kind=FollowedKind.GOAL, thing_id=cast.goal.id, is_on=is_on)
    assert following_of(cast.bo).follows(FollowedKind.GOAL, cast.goal.id)


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal), "POST")
    litany.hidden_from(page, path(cast.draft), cast.bo, method="POST")
    litany.hidden_from(page, "/following/person/1/follow", cast.bo, method="POST")
    litany.refuses(page, path(cast.goal), cast.bo, "GET")


def test_a_goal_is_followed_through_its_unit_until_one_says_otherwise(cast):
    assert not is_followed(cast.bo, FollowedKind.GOAL, cast.goal)
    set_follow(cast.bo, kind=FollowedKind.COMMITTEE, thing_id=cast.top.id, is_on=True)
    assert is_followed(cast.bo, FollowedKind.GOAL, cast.goal)
    set_follow(cast.bo, kind=FollowedKind.GOAL, thing_id=cast.goal.id, is_on=False)
    assert not is_followed(cast.bo, FollowedKind.GOAL, cast.goal)
