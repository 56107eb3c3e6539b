from app.core.audit import Event, history_of
from app.core.db import session
from app.core.notices import Notice
from app.decisions.models import OutcomeKind
from app.decisions.queries import outcomes_on
from app.goals.models import RiskLevel, Status
from app.goals.operations import set_risk_level
from app.hearings.queries import hearings_of
from app.meetings.models import Stage
from app.organisation.standing import audience_key
from tests import litany
from tests.cast import meet
from tests.decisions.answers import ahead, at, fresh, on_goal
from tests.meetings.answers import item, met

WORDS = "Opgørelsen pr. person stopper."


def decide(page, cast, one, kind, **more):
    return page(cast.karin).post(at(one, "decide"), {"kind": kind, "words": WORDS, "key": kind} | more)


def test_a_goal_is_kept_with_a_new_review(page, cast):
    one = on_goal(cast)
    decide(page, cast, one, "keep", next_review_on=ahead(60))
    (outcome,) = outcomes_on(one)
    assert (outcome.kind, outcome.goal_id) == (OutcomeKind.KEEP, cast.goal.id)
    assert fresh(cast.goal).next_review_on == outcome.next_review_on


def test_it_stands_in_the_goals_history_and_the_owner_is_told(page, cast):
    meeting = met(cast, stage=Stage.IN_SESSION, committee=cast.top)
    one = item(cast, meeting, title="", goal=cast.goal)
    page(cast.mette).post(at(one, "decide"), {"kind": "adjust", "words": WORDS, "key": "k"})
    for circle, is_told in (({audience_key(cast.top.id)}, True), (set(), False)):
        events = [event.code for event in session().scalars(history_of(cast.goal, circle))]
        assert ("outcome.recorded" in events) == is_told, "the words are the committee's until the minutes are out"
    told = {notice.user_id for notice in session().query(Notice).filter_by(code="outcome.recorded")}
    assert told == {cast.karin.id}


def test_a_goal_is_retired_and_says_where(page, cast):
    one = on_goal(cast)
    decide(page, cast, one, "retire")
    goal = fresh(cast.goal)
    assert goal.status is Status.RETIRED
    assert "Besluttet i Lokal-MED Borgerservice" in goal.retired_reason


def test_a_goal_is_heard_again(page, cast):
    one = on_goal(cast)
    answer = decide(page, cast, one, "hear_again")
    assert "Write by when the sides answer." in answer.words
    decide(page, cast, one, "hear_again", deadline=ahead(20))
    (hearing,) = hearings_of(cast.goal)
    assert (hearing.committee_id, hearing.question) == (cast.local.id, WORDS)
    assert (
        "in hearing in this committee already"
        in decide(page, cast, one, "hear_again", deadline=ahead(20), key="again").words
    )
    assert len(outcomes_on(one)) == 1


def test_a_review_later_than_the_risk_allows_keeps_nothing(page, cast):
    set_risk_level(cast.goal, by=cast.ida, risk_level=RiskLevel.HIGH)
    one = on_goal(cast)
    before = session().query(Event).count()
    answer = decide(page, cast, one, "keep", next_review_on=ahead(600))
    assert "Its risk asks for a review by" in answer.words
    assert outcomes_on(one) == []
    assert session().query(Event).count() == before


def test_only_goals_of_the_area_on_open_items_can_be_decided_on(page, cast):
    far = on_goal(cast, goal=None, title="Grøfter")
    litany.forbidden_for(page, at(far, "decide"), cast.karin, method="POST")
    hidden = on_goal(cast, is_confidential=True)
    litany.forbidden_for(page, at(hidden, "decide"), cast.karin, method="POST")
    one = on_goal(cast)
    decide(page, cast, one, "retire")
    litany.forbidden_for(page, at(one, "decide"), meet().karin, method="POST")


def test_not_before_the_meeting_nor_after_its_minutes_are_approved(page, cast):
    for stage in (Stage.CALLED, Stage.APPROVED):
        one = item(cast, met(cast, stage=stage), title="", goal=cast.goal)
        litany.forbidden_for(page, at(one, "decide"), cast.karin, method="POST")


def test_litany(page, cast):
    one = on_goal(cast)
    path = at(one, "decide")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    others = (cast.ida, cast.mette, cast.otto, cast.emma, cast.mads)
    litany.forbidden_for(page, path, *others, method="POST")
    litany.hidden_from(
        page, at(on_goal(cast, is_confidential=True), "decide"), cast.ida, cast.mette, cast.emma, method="POST"
    )
    litany.refuses(page, path, cast.karin, "GET")
