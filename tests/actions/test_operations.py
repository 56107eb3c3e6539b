from datetime import timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from app.actions import operations as does
from app.actions.models import ActionKind, ActionStatus, Step, Worked
from app.core import clock
from app.core.audit import Event
from app.core.clock import now, today
from app.core.db import session
from app.core.notices import Notice
from app.core.operation import Stale, operation, record
from tests.actions.answers import acted, due
from tests.risks import answers as risks


def add(cast, **more):
    said = {"title": "Tag listen ned", "unit_id": cast.service.id, "responsible_id": cast.trine.id, "step": Step.ADJUST}
    return does.add_action(by=cast.karin, **{"goals": [cast.goal]} | said | more)


def events(code):
    return session().scalars(sa.select(Event).where(Event.code == code).order_by(Event.id)).all()


def test_the_goal_of_a_strain_is_among_its_goals(cast):
    strain = risks.finished(cast, risks.strain()).ratings[0].strain
    assert add(cast, goals=[cast.draft], strains=[strain]).goals == [cast.draft, cast.goal]


def test_each_goal_that_it_treats_or_treated_tells_of_it(cast):
    action = add(cast, goals=[cast.goal, cast.draft])
    does.revise_action(action, by=cast.karin, goals=[cast.draft], strains=[], how="Fredag")
    told = events("action.revised")
    assert [(one.about_type, one.about_id) for one in told] == [
        ("action", action.id), ("goal", cast.draft.id), ("goal", cast.goal.id),
    ]  # fmt: skip
    assert {one.subject_id for one in told} == {action.id}
    for one in told:
        assert one.changes == {"how": ["", "Fredag"], "goals": [["M-0001", "M-0002"], ["M-0002"]]}


def test_the_history_names_goals_by_number_and_strains_not_at_all(cast):
    strain = risks.drafted(cast, risks.strain(), goal=cast.draft).ratings[0].strain
    action = add(cast)
    does.revise_action(action, by=cast.karin, goals=[cast.goal, cast.draft], strains=[strain])
    kept = str([one.changes for one in events("action.revised")])
    assert "M-0002" in kept
    assert strain.title not in kept
    assert cast.draft.title not in kept


def test_who_does_not_see_it_is_not_told(cast):
    def told():
        return {(one.code, one.user_id) for one in session().scalars(sa.select(Notice))}

    action = add(cast, goals=[cast.draft], responsible_id=cast.bo.id)
    assert told() == {("action.given", cast.bo.id)}  # it is his to do, so he sees it
    does.revise_action(action, by=cast.karin, goals=[cast.draft], strains=[], responsible_id=cast.trine.id)
    assert told() == {("action.given", cast.bo.id), ("action.given", cast.trine.id)}


def test_the_day_of_the_check_follows_from_the_settings_where_nobody_said_one(cast):
    for said, planned, expected in ((None, None, due(90)), (None, due(5), due(5)), (due(3), due(5), due(3))):
        action = add(cast, check_on=planned)
        does.finish_action(action, by=cast.karin, check_on=said)
        assert action.check_on == expected


def test_nothing_is_closed_but_by_its_check(cast):
    action = add(cast)
    with pytest.raises(does.NotNow):
        does.check_effect(action, by=cast.karin, worked=Worked.YES, check_words="Ja")
    with pytest.raises(does.NotNow):
        does.report_progress(action, by=cast.karin, status=ActionStatus.CLOSED)
    does.finish_action(action, by=cast.karin)
    with pytest.raises(does.NotNow):
        does.drop_action(action, by=cast.karin, reason="Nej")
    with pytest.raises(does.Unsaid) as unsaid:
        does.check_effect(action, by=cast.karin, worked=Worked.YES, check_words=" ")
    assert unsaid.value.fields == ["check_words"]
    does.check_effect(action, by=cast.karin, worked=Worked.YES, check_words="Ja")
    for do in (does.finish_action, lambda one, **by: does.reopen_action(one, due_on=today(), **by)):
        with pytest.raises(does.NotNow):
            do(action, by=cast.karin)
    with pytest.raises(does.NotNow):
        does.revise_action(action, by=cast.karin, goals=[], strains=[])


def test_the_database_holds_it_too(cast):
    @operation("test.acted")
    def close(action):
        action.status = ActionStatus.CLOSED
        record("test.acted", action, by=cast.karin)

    with pytest.raises(IntegrityError):
        close(acted(cast))


def test_an_experiment_is_not_closed_without_figures_or_words_and_what_was_learned(cast):
    action = add(cast, kind=ActionKind.EXPERIMENT, value_before=Decimal(31))
    does.finish_action(action, by=cast.karin)
    said = {"worked": Worked.YES, "check_words": "Vagtplanen", "by": cast.karin}
    for more, missing in (
        ({}, ["value_after", "learned"]), ({"value_after": Decimal(18)}, ["learned"]),
        ({"no_figure": "Væk"}, ["learned"]), ({"learned": "Ruter"}, ["value_after"]),
    ):  # fmt: skip
        with pytest.raises(does.Unsaid) as unsaid:
            does.check_effect(action, **said, **more)
        assert unsaid.value.fields == missing
    does.check_effect(action, **said, value_after=Decimal(18), learned="Ruter")
    assert (action.value_before, action.value_after, action.status) == (31, 18, ActionStatus.CLOSED)


def test_progress_that_says_nothing_new_is_no_event(cast):
    action = add(cast)
    does.report_progress(action, by=cast.karin, status=ActionStatus.PLANNED)
    assert events("action.moved") == []


def test_dates_of_work_and_check_are_kept_for_the_rooms_above(cast):
    action = add(cast)
    with clock.at(now() - timedelta(days=5)):
        does.finish_action(action, by=cast.karin)
    assert action.done_on == due(-5)
    does.check_effect(action, by=cast.ida, worked=Worked.NO, check_words="Nej")
    assert (action.checked_on, action.checked_by_id) == (today(), cast.ida.id)
    does.reopen_action(action, by=cast.ida, due_on=due(9))
    assert (action.done_on, action.checked_on) == (None, None)
    assert events("action.checked")[0].changes["check_words"][1] == "Nej"


@pytest.mark.parametrize(
    "do",
    [
        lambda a, **k: does.revise_action(a, goals=[], strains=[], **k),
        lambda a, **k: does.report_progress(a, status=ActionStatus.UNDERWAY, **k),
        does.finish_action,
        lambda a, **k: does.drop_action(a, reason="Nej", **k),
    ],
)
def test_an_old_version_is_refused(cast, do):
    action = add(cast)
    with pytest.raises(Stale):
        do(action, by=cast.karin, version=7)


def test_a_strain_that_its_draft_drops_leaves_the_action(cast):
    from app.risks.operations import revise_assessment

    draft = risks.drafted(cast, risks.strain())
    action = add(cast, strains=[draft.ratings[0].strain])
    revise_assessment(draft, content=risks.content(cast), by=cast.karin)
    session().expire_all()
    assert (action.strains, action.goals) == ([], [cast.goal])
