import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from app.core.audit import Event
from app.core.db import session
from app.core.notices import Notice
from app.core.operation import operation, record
from app.goals.operations import retire_goal, revise_goal
from app.load.models import Tension
from app.load.operations import AlreadyMarked, WithItself, end_tension, mark_tension
from tests import litany
from tests.load.answers import WORDS, marked, measured


def path(goal):
    return f"/goals/{goal.id}/tensions/mark"


def count():
    return session().scalar(sa.select(sa.func.count(Tension.id)))


def test_whoever_sees_the_goal_marks_what_pulls_against_it(page, cast):
    other, browser = measured(cast.roads), page(cast.emma)
    answer = browser.post(path(cast.goal), {"other_id": other.code, "words": WORDS})
    assert answer.location == f"/goals/{cast.goal.id}#load"
    assert "It is marked." in browser.follow(answer).words
    for goal, against in ((cast.goal, other), (other, cast.goal)):
        words = page(cast.bo).get(f"/goals/{goal.id}").words
        assert f"Pulls against {against.code} {against.title}" in words
        assert WORDS in words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write the number of the other goal."),
        ("M-9999", "No goal has that number."),
        ("hvad som helst", "No goal has that number."),
        ("1", "That is the goal itself."),
        ("M-0002", "No goal has that number."),  # a draft that Emma doesn't see
        ("M-0003", "M-0003 is retired. Choose another goal."),
        ("M-0004", "The two are marked already."),
    ],
)
def test_what_can_not_be_marked_is_said_and_kept(page, cast, typed, said):
    retire_goal(measured(cast.service), by=cast.ida, reason="Ingen brugte det.")
    marked(cast, other=measured(cast.service))
    answer = page(cast.emma).post(path(cast.goal), {"other_id": typed, "words": WORDS})
    assert said in answer.words
    assert answer.values("other_id") == [typed]
    assert answer.values("words")[0].strip() == WORDS
    assert count() == 1


def test_it_is_said_how(page, cast):
    other = measured(cast.roads)
    assert "Write how the two pull." in page(cast.emma).post(path(cast.goal), {"other_id": other.code}).words
    assert count() == 0


def test_near_goals_are_offered(page, cast):
    near, far = measured(cast.service, title="Nær"), measured(cast.roads, title="Fjern")
    offered = page(cast.emma).get(path(cast.goal)).doc.xpath("//datalist/option/@value")
    assert offered == [f"{near.code} Nær"]
    assert far.code not in str(offered)


def test_a_pair_is_open_once_whichever_way_round(cast):
    other = measured(cast.roads)
    mark_tension(cast.goal, other, by=cast.trine, words=WORDS)
    for one, two in ((cast.goal, other), (other, cast.goal)):
        with pytest.raises(AlreadyMarked):
            mark_tension(one, two, by=cast.emma, words=WORDS)
    end_tension(session().scalars(sa.select(Tension)).one(), by=cast.karin, words="Løst")
    mark_tension(other, cast.goal, by=cast.emma, words=WORDS)
    assert count() == 2


def test_never_with_itself(cast):
    with pytest.raises(WithItself):
        mark_tension(cast.goal, cast.goal, by=cast.trine, words=WORDS)


@pytest.mark.parametrize("turned", [False, True])
def test_the_database_holds_it_too(cast, turned):
    tension = marked(cast)

    @operation("test.marked")
    def again():
        pair = (tension.other_id, tension.goal_id) if turned else (tension.goal_id, tension.other_id)
        session().add(Tension(goal_id=pair[0], other_id=pair[1], words=WORDS, marked_by_id=cast.emma.id))
        record("test.marked", cast.goal, by=None)

    with pytest.raises(IntegrityError):
        again()


def test_somebody_else_in_the_same_moment(page, cast, monkeypatch):
    other = measured(cast.roads)
    marked(cast, other=other)
    monkeypatch.setattr("app.load.queries.open_between", lambda _one, _other: None)
    answer = page(cast.emma).post(path(cast.goal), {"other_id": other.code, "words": WORDS})
    assert "The two are marked already." in answer.words
    assert count() == 1


def test_those_who_answer_for_either_are_told_once(cast):
    revise_goal(cast.goal, by=cast.ida, owner_id=cast.mette.id)
    other = measured(cast.roads, owner_id=cast.mette.id)
    tension = marked(cast, other=other)
    told = [(n.user_id, n.about_id) for n in session().scalars(sa.select(Notice)) if n.code == "tension.marked"]
    assert sorted(told) == sorted(
        [(cast.karin.id, cast.goal.id), (cast.mette.id, cast.goal.id), (cast.otto.id, other.id)]
    )
    end_tension(tension, by=cast.mette, words="Løst")
    ended = {n.user_id for n in session().scalars(sa.select(Notice)) if n.code == "tension.ended"}
    assert ended == {cast.karin.id, cast.otto.id, cast.trine.id}


def test_both_histories_tell_it_without_the_words(page, cast):
    other = measured(cast.roads)
    end_tension(marked(cast, other=other), by=cast.karin, words="Hemmelig aftale")
    for goal, against in ((cast.goal, other), (other, cast.goal)):
        words = page(cast.bo).get(f"/goals/{goal.id}/history").words
        assert f"Trine Løvenskjold marked that the goal pulls against {against.code}." in words
        assert f"Karin Nørgård ended the tension with {against.code}." in words
    events = session().scalars(sa.select(Event).where(Event.code.startswith("tension."))).all()
    assert len(events) == 4
    assert all(text not in f"{event.data} {event.changes}" for event in events for text in (WORDS, "Hemmelig aftale"))


def test_a_draft_that_one_does_not_see_is_not_told_of(page, cast):
    marked(cast, cast.goal, cast.draft)
    assert WORDS in page(cast.trine).get(f"/goals/{cast.goal.id}").words
    assert WORDS not in page(cast.bo).get(f"/goals/{cast.goal.id}").words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    for method in ("GET", "POST"):
        litany.forbidden_for(page, path(cast.goal), cast.mads, method=method)
        litany.hidden_from(page, path(cast.draft), cast.otto, cast.emma, cast.bo, cast.mads, method=method)
    for user in (cast.ida, cast.mette, cast.karin, cast.otto, cast.trine, cast.frederik, cast.emma, cast.bo):
        assert page(user).get(path(cast.goal)).status_code == 200, user.name
    litany.refuses(page, path(cast.goal), cast.emma, "DELETE")
    retire_goal(cast.goal, by=cast.ida, reason="Ingen brugte det.")
    litany.forbidden_for(page, path(cast.goal), cast.ida, cast.karin, cast.emma)
