from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from app.actions.models import ActionStatus, Worked
from app.core.audit import Event
from app.core.clock import today
from app.core.db import session
from app.core.notices import Notice
from app.core.operation import Stale
from app.goals.models import Aspect, RiskLevel, Strain
from app.goals.reviews import months_later
from app.goals.substance import digest
from app.risks.content import content_of, gaps
from app.risks.lines import Flaw, Gone, LineGap
from app.risks.models import Mark, Verdict
from app.risks.operations import Finished, Unfinished, finish_assessment, revise_assessment, start_assessment
from app.risks.queries import finished_before, latest_finished, lines_of, newest_finished, strains_of
from app.risks.settings import bands
from tests.risks.answers import content, drafted, finished, strain, treated


def codes():
    return list(session().scalars(sa.select(Event.code).order_by(Event.id)))


def test_a_finished_assessment_gives_the_goal_its_level_and_draws_the_review_nearer(cast):
    was = cast.goal.next_review_on
    assessment = finished(cast, strain(today=(4, 4)), strain("Uro", (1, 2)))
    assert cast.goal.risk_level is RiskLevel.HIGH
    assert cast.goal.next_review_on == months_later(today(), 3) < was
    assert assessment.verdict is Verdict.INSUFFICIENT
    assert assessment.substance == digest(cast.goal)
    assert latest_finished(cast.goal) is assessment
    assert codes()[-2:] == ["assessment.finished", "goal.risk_set"]


def test_an_earlier_review_stays(cast):
    finished(cast, strain(today=(1, 1)))
    assert cast.goal.risk_level is RiskLevel.LOW
    assert cast.goal.next_review_on == today() + timedelta(days=200)


def test_what_is_kept_is_what_was_said(cast):
    said = content(cast, strain(words="Det fylder.", before=(4, 4), expected=(2, 2)), extent="26", nature="Hast")
    assessment = start_assessment(cast.goal, by=cast.karin)
    revise_assessment(assessment, content=said, by=cast.karin)
    kept = content_of(assessment, bands())
    assert replace(kept, lines=()) == replace(said, lines=())
    assert [replace(line, strain_id=None) for line in kept.lines] == list(said.lines)


def test_the_next_one_begins_with_the_lines_of_the_last(cast):
    first = finished(cast, strain("Kø og hast"), strain("Uro", aspect=Aspect.TRUST), days=200)
    second = start_assessment(cast.goal, by=cast.trine)
    assert [(line.title, line.strain_id) for line in content_of(second, bands()).lines] == [
        (rating.strain.title, rating.strain_id) for rating in first.ratings
    ]
    assert content_of(second, bands()).gains == content_of(first, bands()).gains
    assert second.participants == []
    assert finished_before(second) is first
    assert finished_before(first) is None


def test_a_line_that_says_the_same_is_the_same_strain(cast):
    finished(cast, strain("Kø og hast"), days=200)
    second = drafted(cast, strain("kø og HAST", (2, 2)))
    (known,) = strains_of(cast.goal)
    assert [rating.strain_id for rating in second.ratings] == [known.id]
    assert known.title == "Kø og hast"


def test_a_new_title_leaves_a_finished_assessment_as_it_was(cast):
    first = finished(cast, strain("Kø og hast"), days=200)
    key = first.ratings[0].strain_id
    second = drafted(cast, strain("Køen", strain_id=key))
    assert first.ratings[0].strain.title == "Kø og hast"
    assert second.ratings[0].strain_id != key


def test_a_draft_can_take_a_new_title_and_drop_a_line(cast):
    draft = drafted(cast, strain("Kø"), strain("Uro"))
    key = draft.ratings[0].strain_id
    revise_assessment(draft, content=content(cast, strain("Køen", strain_id=key)), by=cast.karin)
    assert [(one.id, one.title) for one in session().scalars(sa.select(Strain))] == [(key, "Køen")]


def test_the_strain_of_another_goal_is_not_taken(cast):
    elsewhere = drafted(cast, strain("Kø"), goal=cast.draft).ratings[0].strain_id
    mine = drafted(cast, strain("Køen", strain_id=elsewhere))
    assert mine.ratings[0].strain_id != elsewhere
    assert session().get(Strain, elsewhere).title == "Kø"


def test_lines_alone_move_the_version(cast):
    draft = drafted(cast, strain(today=(3, 3)))
    seen = draft.version
    revise_assessment(draft, content=content(cast, strain(today=(3, 4))), by=cast.karin, version=seen)
    assert draft.version > seen
    with pytest.raises(Stale):
        revise_assessment(draft, content=content(cast), by=cast.karin, version=seen)


def test_there_is_one_draft_at_a_time(cast):
    start_assessment(cast.goal, by=cast.karin)
    with pytest.raises(Stale):
        start_assessment(cast.goal, by=cast.trine)


def test_what_is_missing_keeps_it_open(cast):
    draft = start_assessment(cast.goal, by=cast.karin)
    with pytest.raises(Unfinished) as refused:
        finish_assessment(draft, by=cast.karin)
    assert refused.value.gaps == gaps(content_of(draft, bands()))
    assert len(refused.value.gaps) == 2 + len(Aspect)
    assert cast.goal.risk_level is None


def test_a_finished_one_is_never_changed(cast):
    assessment = finished(cast)
    with pytest.raises(Finished):
        revise_assessment(assessment, content=content(cast, strain()), by=cast.karin)
    with pytest.raises(Finished):
        finish_assessment(assessment, by=cast.karin)


def test_an_older_one_finished_late_leaves_the_level(cast):
    finished(cast, strain(today=(4, 4)))
    finished(cast, strain(today=(1, 1)), days=30)
    assert cast.goal.risk_level is RiskLevel.HIGH


def test_the_rule_can_be_overruled_with_a_reason(cast):
    said = {"verdict": Verdict.TIPPING, "verdict_reason": "Det kommer sjældnere nu."}
    assert finished(cast, strain(today=(4, 4)), **said).verdict is Verdict.TIPPING


def test_those_who_took_part_and_those_who_answer_for_the_goal_are_told(cast):
    finished(cast, strain())
    told = session().scalars(sa.select(Notice.user_id).where(Notice.code == "assessment.finished"))
    assert set(told) == {cast.trine.id}  # Karin did it herself


def test_nothing_of_a_draft_stands_in_the_history_of_the_goal(cast):
    drafted(cast, strain())
    shown = sa.select(Event.code).where(Event.about_type == "goal", Event.about_id == cast.goal.id)
    assert not any(code.startswith("assessment") for code in session().scalars(shown))


def test_a_line_knows_how_it_stands_to_the_last_one(cast):
    first = finished(cast, strain("Kø"), strain("Uro"), days=200)
    lines = (strain("Kø", confirmed=True), strain("Uro", (4, 4), confirmed=True), strain("Hast"))
    second = finished(cast, *lines)
    assert {rating.mark for rating in first.ratings} == {Mark.NEW}
    assert {rating.strain.title: (rating.mark, rating.confirmed) for rating in second.ratings} == {
        "Kø": (Mark.UNCHANGED, True), "Uro": (Mark.CHANGED, False), "Hast": (Mark.NEW, False),
    }  # fmt: skip


def test_the_next_one_begins_with_nothing_confirmed(cast):
    finished(cast, strain(reason="Skærmen er slukket."), days=200)
    second = start_assessment(cast.goal, by=cast.trine)
    (rating,) = second.ratings
    assert (rating.mark, rating.confirmed, rating.reason) == (Mark.UNCHANGED, False, "")
    with pytest.raises(Unfinished) as refused:
        finish_assessment(second, by=cast.trine)
    assert [gap.flaw for gap in refused.value.gaps if isinstance(gap, LineGap)] == [Flaw.UNTOUCHED]


def test_a_strain_may_be_gone_with_a_reason(cast):
    first = finished(cast, strain(), days=200)
    key = first.ratings[0].strain_id
    gone = Gone(key, "", Aspect.MOTIVATION, "Kø og hast")
    second = drafted(cast, gone=(gone,))
    with pytest.raises(Unfinished):
        finish_assessment(second, by=cast.karin)
    revise_assessment(second, content=content(cast, gone=(replace(gone, reason="Væk."),)), by=cast.karin)
    finish_assessment(second, by=cast.karin)
    assert [(one.strain_id, one.reason) for one in second.reliefs] == [(key, "Væk.")]
    assert content_of(second, bands()).gone == (replace(gone, reason="Væk."),)
    third = start_assessment(cast.goal, by=cast.karin)
    assert content_of(third, bands()).lines == (), "what is gone is not carried over"


def test_only_what_the_last_one_rated_and_this_one_does_not_can_be_gone(cast):
    key = finished(cast, strain(), days=200).ratings[0].strain_id
    elsewhere = finished(cast, strain(), goal=cast.draft).ratings[0].strain_id
    gone = tuple(Gone(one, "Væk.", Aspect.MOTIVATION, "Kø og hast") for one in (key, elsewhere))
    assert drafted(cast, strain(strain_id=key), gone=gone).reliefs == []


@pytest.mark.parametrize(
    ("action", "falls"),
    [
        ({}, True),
        ({"days": 200}, True),
        ({"days": 201}, False),
        ({"worked": Worked.PARTLY}, True),
        ({"worked": Worked.NO}, False),
        ({"status": ActionStatus.DONE}, True),
        ({"status": ActionStatus.UNDERWAY}, False),
        ({"status": ActionStatus.DROPPED}, False),
    ],
)
def test_a_rating_falls_when_a_measure_is_in_place_since_the_last_one(cast, action, falls):
    first = finished(cast, strain(today=(4, 4)), days=200)
    treated(cast, first.ratings[0].strain, **action)
    second = drafted(cast, strain(today=(2, 2)))
    if falls:
        finish_assessment(second, by=cast.karin)
    else:
        with pytest.raises(Unfinished):
            finish_assessment(second, by=cast.karin)


def test_the_action_on_a_strain_that_only_a_draft_spoke_of_stays_without_it(cast):
    draft = drafted(cast, strain("Kø"), strain("Uro"))
    action = treated(cast, draft.ratings[0].strain, status=ActionStatus.PLANNED)
    revise_assessment(draft, content=content(cast), by=cast.karin)
    assert strains_of(cast.goal) == []
    session().refresh(action)
    assert action.strains == []


def test_the_newest_finished_one_counts_for_those_who_ask_for_many_goals(cast):
    finished(cast, strain("Kø"), days=200)
    newest = finished(cast, strain("Kø", confirmed=True), strain("Uro"))
    finished(cast, strain("Andet"), goal=cast.draft)
    drafted(cast, strain("Kladde"), goal=cast.draft)
    found = lines_of([cast.goal.id, cast.draft.id, 999])
    assert {key: [one.strain.title for one in ratings] for key, ratings in found.items()} == {
        cast.goal.id: ["Kø", "Uro"], cast.draft.id: ["Andet"], 999: [],
    }  # fmt: skip
    table = newest_finished()
    wanted = sa.select(table.c.assessment_id, table.c.assessed_on).where(table.c.goal_id == cast.goal.id)
    assert session().execute(wanted).all() == [(newest.id, today())]
