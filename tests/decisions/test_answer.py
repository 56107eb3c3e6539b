from app.core.audit import history_of
from app.core.db import session
from app.core.notices import Notice
from app.core.operation import operation, record
from app.decisions.operations import answer_item, carry_over, lift_item
from app.decisions.queries import outcomes_on
from app.goals.notices import people_of
from app.meetings.models import ItemKind, Origin, Stage
from app.meetings.naming import reasons_of
from app.meetings.queries import whole_agenda, whole_backlog
from tests import litany
from tests.decisions.answers import at, between, on_goal
from tests.meetings.answers import item, met, moved

SAID = {"words": "Ja, fra nytår.", "key": "s"}


def lifted_to(cast, committee, one):
    """The item as it lies on a meeting of the committee above, in session."""
    lift_item(one, by=cast.karin, words="Må vi?")
    (waiting,) = whole_backlog(committee.id)
    return moved(cast, waiting, met(cast, committee=committee, stage=Stage.IN_SESSION))


def test_the_answer_comes_to_the_next_agenda_of_who_asked_and_to_the_goal(page, cast):
    coming = met(cast)
    asked = lifted_to(cast, cast.top, on_goal(cast))
    page(cast.mette).post(at(asked, "answer"), SAID)
    (line,) = whole_agenda(coming)
    assert (line.item.origin, line.item.case_text, line.item.goal_id) == (Origin.ANSWER, SAID["words"], cast.goal.id)
    assert reasons_of(line.item) == ["Et svar fra Hoved-MED."]
    assert outcomes_on(asked)[0].other_item_id == line.item.id
    events = {event.code: event for event in session().scalars(history_of(cast.goal, cast.karin.standing.audiences))}
    assert events["meeting_item.answered"].data["words"] == SAID["words"]
    assert "has answered what your committee asked" in page(cast.trine).get("/notices").words


def test_without_a_planned_meeting_it_waits(page, cast):
    asked = lifted_to(cast, cast.top, on_goal(cast))
    page(cast.mette).post(at(asked, "answer"), SAID)
    (waiting,) = whole_backlog(cast.local.id)
    assert waiting.origin is Origin.ANSWER


def test_it_travels_up_three_levels_and_all_the_way_back(cast):
    area = between(cast)
    first = on_goal(cast)
    second = lifted_to(cast, area, first)
    third_asked = lift_item(second, by=cast.mette, words="Må de?").other_item
    third = moved(cast, third_asked, met(cast, committee=cast.top, stage=Stage.IN_SESSION))
    answer_item(third, by=cast.mette, words="Ja.")
    for committee in (area, cast.local):
        (answer,) = whole_backlog(committee.id)
        assert (answer.origin, answer.case_text, answer.kind) == (Origin.ANSWER, "Ja.", ItemKind.INFORMATION)
        assert answer.answers_id == third.id


def test_only_what_was_lifted_can_be_answered(page, cast):
    litany.forbidden_for(page, at(on_goal(cast), "answer"), cast.karin, method="POST")


@operation("test.kept_back")
def kept_back(cast, one):
    one.is_confidential = True
    record("test.kept_back", one, by=cast.mette, about=cast.mette)


def words_told(thing):
    return [event.data.get("words") for event in session().scalars(history_of(thing, frozenset()))]


def test_what_the_committee_above_made_confidential_is_answered_in_confidence(page, cast):
    asked = lifted_to(cast, cast.top, on_goal(cast))
    kept_back(cast, asked)
    answer_item(asked, by=cast.mette, words="Hemmeligt svar.")
    (answer,) = whole_backlog(cast.local.id)
    assert answer.is_confidential
    assert "Hemmeligt svar." not in words_told(cast.goal) + words_told(cast.local)
    assert not session().query(Notice).filter_by(code="outcome.recorded").count()
    for path in (f"/goals/{cast.goal.id}", f"/goals/{cast.goal.id}/history", "/notices", "/decisions"):
        assert "Hemmeligt svar." not in page(cast.emma).get(path).text, path


def test_what_is_confidential_on_the_way_stays_so_all_the_way_back(cast):
    second = lifted_to(cast, between(cast), on_goal(cast))
    kept_back(cast, second)
    above = lift_item(second, by=cast.mette, words="Må de?").other_item
    answer_item(moved(cast, above, met(cast, committee=cast.top, stage=Stage.IN_SESSION)), by=cast.mette, words="Ja.")
    (answer,) = whole_backlog(cast.local.id)
    assert answer.is_confidential
    assert "Ja." not in words_told(cast.goal)


def test_who_answers_for_the_goal_is_told(cast):
    asked = lifted_to(cast, cast.top, on_goal(cast))
    answer_item(asked, by=cast.mette, words="Ja.")
    told = {notice.user_id for notice in session().query(Notice).filter_by(code="outcome.recorded")}
    assert told == people_of(cast.goal) - {cast.mette.id} != set()


def test_the_notice_leads_to_where_the_answer_lies(cast):
    coming = met(cast)
    asked = lifted_to(cast, cast.top, on_goal(cast))
    answer_item(asked, by=cast.mette, words="Ja.")
    (notice,) = session().query(Notice).filter_by(code="meeting_item.answered", user_id=cast.trine.id)
    assert (notice.data["endpoint"], notice.data["url"]) == ("meetings.show", {"meeting_id": coming.id})


def test_an_answer_that_is_carried_over_still_says_what_it_answers(cast):
    asked = lifted_to(cast, cast.top, on_goal(cast))
    answer_item(asked, by=cast.mette, words="Ja.")
    (answer,) = whole_backlog(cast.local.id)
    carry_over(moved(cast, answer, met(cast, stage=Stage.IN_SESSION)), by=cast.karin, words="Ingen tid.")
    (later,) = whole_backlog(cast.local.id)
    assert (later.origin, later.answers_id) == (Origin.ANSWER, asked.id)


def test_litany(page, cast):
    asked = lifted_to(cast, cast.top, on_goal(cast))
    path = at(asked, "answer")
    litany.asks_strangers_to_sign_in(page, path, "POST")
    litany.forbidden_for(page, path, cast.ida, cast.karin, cast.otto, cast.emma, cast.mads, method="POST")
    asked_secretly = item(cast, met(cast, stage=Stage.IN_SESSION), is_confidential=True)
    litany.hidden_from(page, at(asked_secretly, "answer"), cast.ida, cast.mette, method="POST")
    litany.refuses(page, path, cast.mette, "GET")
