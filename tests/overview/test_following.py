from tests import litany


def test_what_one_follows_with_a_way_out_of_each(page, cast):
    shown = page(cast.karin).get("/following")
    for name in (cast.goal.title, cast.service.name, cast.local.name):
        assert name in shown.words
    assert shown.doc.xpath(f"//form[@action='/following/unit/{cast.service.id}/unfollow']")


def test_nothing_followed_says_how_to(page, cast):
    assert "You follow nothing yet" in page(cast.mads).get("/following").words


def test_a_goal_that_one_no_longer_sees_is_not_there(page, cast):
    page(cast.trine).post(f"/following/goal/{cast.draft.id}/follow")
    assert cast.draft.title in page(cast.trine).get("/following").words
    page(cast.karin).post(f"/organisation/committees/{cast.local.id}/close")
    page(cast.ida).post(f"/organisation/committees/{cast.local.id}/close")
    assert cast.draft.title not in page(cast.trine).get("/following").words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/following")
    litany.refuses(page, "/following", cast.bo, "POST")
