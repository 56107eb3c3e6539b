import json

from app.core.audit import history_of
from app.core.db import session
from tests import litany
from tests.decisions.answers import at, fresh, on_goal

WORDS = "Nadia sagde, at ingen er imod at komme ud."


def test_what_was_said_is_kept(page, cast):
    one = on_goal(cast)
    answer = page(cast.karin).post(
        at(one, "discuss"), {"discussion": WORDS, "version": str(one.version)}, headers={"X-Outbox": "1"}
    )
    assert json.loads(answer.data) == {"ok": True}
    assert fresh(one).discussion == WORDS


def test_two_at_once_do_not_overwrite_each_other(page, cast):
    one = on_goal(cast)
    for words in ("Først", "Sidst"):
        answer = page(cast.karin).post(
            at(one, "discuss"), {"discussion": words, "version": "1"}, headers={"X-Outbox": "1"}
        )
    assert answer.status_code == 422
    said = json.loads(answer.data)
    assert "Somebody else has written here" in said["errors"]["discussion"][0]
    assert "“Først”" in said["errors"]["discussion"][0]
    assert fresh(one).discussion == "Først"
    both = {"discussion": "Først og sidst", "version": said["version"]}
    assert page(cast.karin).post(at(one, "discuss"), both, headers={"X-Outbox": "1"}).status_code == 200
    assert fresh(one).discussion == "Først og sidst"


def test_what_is_sent_twice_is_kept_once(page, cast):
    one = on_goal(cast)
    for _time in range(2):
        answer = page(cast.karin).post(
            at(one, "discuss"), {"discussion": WORDS, "version": "1"}, headers={"X-Outbox": "1"}
        )
        assert answer.status_code == 200
    assert len([one for one in session().scalars(history_of(one.meeting, cast.karin.standing.audiences))
                if one.code == "meeting_item.discussed"]) == 1  # fmt: skip


def test_of_a_confidential_item_the_history_tells_the_committee_alone(page, cast):
    one = on_goal(cast, is_confidential=True, title="En sag om en kollega")
    page(cast.karin).post(at(one, "discuss"), {"discussion": WORDS, "version": "1"})
    for user, count in ((cast.karin, 1), (cast.trine, 1), (cast.emma, 0), (cast.mette, 0)):
        found = list(session().scalars(history_of(one.meeting, user.standing.audiences)))
        assert len([event for event in found if event.code == "meeting_item.discussed"]) == count, user.name


def test_litany(page, cast):
    one = on_goal(cast)
    path = at(one, "discuss")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    others = (cast.ida, cast.mette, cast.otto, cast.emma, cast.mads)
    litany.forbidden_for(page, path, *others, method="POST")
    litany.hidden_from(
        page, at(on_goal(cast, is_confidential=True), "discuss"), cast.ida, cast.mette, cast.emma, method="POST"
    )
    litany.refuses(page, path, cast.karin, "GET")
