from app.core.operation import operation, record
from tests import litany
from tests.cast import speak_danish
from tests.risks.answers import drafted, finished, strain


def path(goal):
    return f"/goals/{goal.id}/risks"


def test_the_newest_stands_with_matrix_and_list_and_all_are_listed(page, cast):
    first = finished(cast, strain(today=(4, 4)), days=200)
    second = finished(cast, strain(today=(2, 3), reason="Skærmen er slukket."))
    shown = page(cast.emma).get(path(cast.goal))
    assert "Medium, 6" in shown.words
    assert "Changed from High, 16: often · serious." in shown.words
    assert "Why: Skærmen er slukket." in shown.words
    assert shown.doc.xpath("//*[@class='matrix-wrap']/@aria-hidden") == ["true"]
    assert len(shown.doc.xpath("//*[@class='m-then']")) == len(shown.doc.xpath("//*[@class='m-arrow']")) == 1
    hrefs = shown.doc.xpath("//table[contains(@class, 'folds')]//a/@href")
    assert hrefs == [f"{path(cast.goal)}/{one.id}" for one in (second, first)]


def test_a_high_risk_leads_to_an_action_on_it_for_those_who_may_add_one(page, cast):
    [rating] = finished(cast, strain(today=(4, 5))).ratings
    address = f"/actions/add?goal={cast.goal.id}&strain={rating.strain_id}"
    for user, shown in ((cast.karin, 1), (cast.trine, 1), (cast.emma, 0)):
        assert len(page(user).get(path(cast.goal)).doc.xpath("//a[@href=$a]", a=address)) == shown, user.name


def test_before_the_first_it_says_what_an_assessment_is(page, cast):
    assert "Nobody has assessed it yet" in page(cast.emma).get(path(cast.goal)).words
    assert "Assess the work environment" in page(cast.trine).get(path(cast.goal)).words
    assert "Assess the work environment" not in page(cast.emma).get(path(cast.goal)).words


def test_a_draft_is_shown_only_to_those_who_may_assess(page, cast):
    drafted(cast, strain())
    assert "A draft is waiting" in page(cast.trine).get(path(cast.goal)).words
    for user in (cast.emma, cast.mads, cast.bo):
        words = page(user).get(path(cast.goal)).words
        assert "draft" not in words.lower()
        assert "Kø og hast" not in words


def test_it_says_when_the_goal_has_changed_since(page, cast):
    finished(cast, strain())
    assert "The assessment is outdated" not in page(cast.emma).get(path(cast.goal)).words
    _change_substance(cast.goal)
    assert "The assessment is outdated" in page(cast.emma).get(path(cast.goal)).words


@operation("test.changed")
def _change_substance(goal):
    goal.measured_count = 14
    record("test.changed", goal, by=None)


def test_ten_assessments_take_as_many_queries_as_two(page, cast):
    finished(cast, strain(), strain("Uro"), days=400)
    same = (strain(confirmed=True), strain("Uro", confirmed=True))
    finished(cast, *same, days=300)
    page(cast.emma).get(path(cast.goal))
    few = page(cast.emma).get(path(cast.goal)).queries
    for days in range(8):
        finished(cast, *same, days=days)
    assert page(cast.emma).get(path(cast.goal)).queries == few


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.emma)
    page(cast.emma).get(path(cast.goal))
    finished(cast, strain(today=(4, 4)), days=100)
    shown = page(cast.emma).get(path(cast.goal))
    assert "Høj, 16" in shown.words
    assert "ofte · alvorlig" in shown.words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.bo, cast.otto)
    litany.refuses(page, path(cast.goal), cast.ida, "POST")
