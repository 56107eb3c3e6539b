import pytest

from app.actions.models import ActionKind, ActionStatus, Step
from app.core.operation import operation, record
from tests import litany
from tests.actions.answers import acted, due
from tests.risks import answers as risks


def titles(answer):
    return [one.text_content() for one in answer.doc.xpath("//tbody//a[contains(@class, 'title-link')]")]


@operation("test.acted")
def many(cast, count):
    for number in range(count):
        acted(cast, title=f"Handling {number}", goals=[cast.goal, cast.draft])
    record("test.acted", cast.goal, by=cast.ida)


def test_everybody_reads_what_is_done_about_goals_that_they_see(page, cast):
    acted(cast)
    for user in (cast.ida, cast.emma, cast.bo, cast.mads):
        answer = page(user).get("/actions")
        assert titles(answer) == ["Tag listen ned"]
        assert "M-0001" in answer.words


def test_a_draft_hides_its_actions_and_its_number(page, cast):
    acted(cast, title="Til kladden", goals=[cast.draft])
    acted(cast, title="Til begge", goals=[cast.goal, cast.draft])
    acted(cast, title="Til ingen", goals=[])
    for user in (cast.ida, cast.karin, cast.mette, cast.trine, cast.frederik):
        assert set(titles(page(user).get("/actions"))) == {"Til kladden", "Til begge", "Til ingen"}, user.name
    for user in (cast.otto, cast.emma, cast.bo, cast.mads):
        answer = page(user).get("/actions?columns=goals")
        assert set(titles(answer)) == {"Til begge", "Til ingen"}, user.name
        assert "M-0002" not in answer.text


def test_who_is_responsible_sees_it_whatever_it_treats(page, cast):
    acted(cast, goals=[cast.draft], responsible=cast.bo)
    assert titles(page(cast.bo).get("/actions")) == ["Tag listen ned"]
    assert "M-0002" not in page(cast.bo).get("/actions").text


def test_who_leads_the_unit_sees_it_whatever_it_treats(page, cast):
    acted(cast, goals=[cast.draft], unit=cast.roads)
    assert titles(page(cast.otto).get("/actions")) == ["Tag listen ned"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=planned", "ABCD"), ("status=open", "ABCD"), ("status=done", "E"), ("status=unchecked", "ABCDE"),
        ("status=dropped", "F"), ("unit={roads}", "B"), ("unit={root}", "ABCDEF"), ("responsible=me", "C"),
        ("responsible={karin}", "ABEF"), ("responsible=none", "D"), ("overdue=work", "A"), ("overdue=check", "E"),
        ("kind=experiment", "B"), ("step=train", "C"), ("goal={goal}", "ACDEF"), ("goal=none", "B"), ("q=asfalt", "B"),
        ("status=sludder", "ABCDEF"),
    ],
)  # fmt: skip
def test_it_is_narrowed(page, cast, query, found):
    acted(cast, title="A", due_on=due(-1))
    acted(cast, title="B", kind=ActionKind.EXPERIMENT, unit=cast.roads, goals=[], how="Ny asfalt")
    acted(cast, title="C", step=Step.TRAIN, responsible=cast.trine)
    acted(cast, title="D", responsible=None)
    acted(cast, title="E", status=ActionStatus.DONE, due_on=due(-9), check_on=due(-1))
    acted(cast, title="F", status=ActionStatus.DROPPED, due_on=due(-9))
    said = query.format(roads=cast.roads.id, root=cast.root.id, karin=cast.karin.id, goal=cast.goal.id)
    answer = page(cast.trine).get(f"/actions?{said}")
    assert "".join(sorted(titles(answer))) == found


def test_overdue_is_said_in_words(page, cast):
    acted(cast, due_on=due(-3))
    acted(cast, status=ActionStatus.DONE, check_on=due(-2))
    answer = page(cast.emma).get("/actions")
    assert "3 days overdue" in answer.words
    assert "2 days overdue" in answer.words


def test_strains_are_shown_to_those_who_may_read_of_them(page, cast):
    strain = risks.drafted(cast, risks.strain()).ratings[0].strain
    acted(cast, strains=[strain])
    for user, shown in ((cast.karin, True), (cast.trine, True), (cast.emma, False), (cast.otto, False)):
        answer = page(user).get("/actions?columns=strains&columns=title")
        assert ("Kø og hast" in answer.text) is shown, user.name


def test_many_cost_as_many_queries_as_few(page, cast):
    risks.finished(cast, risks.strain())
    many(cast, 2)
    few = page(cast.karin).get("/actions?columns=strains&columns=goals&columns=responsible").queries
    many(cast, 60)
    answer = page(cast.karin).get("/actions?columns=strains&columns=goals&columns=responsible")
    assert answer.queries == few
    assert len(titles(answer)) == 50


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/actions")
    litany.refuses(page, "/actions", cast.ida, "POST")
