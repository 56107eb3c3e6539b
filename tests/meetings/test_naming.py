from app.core.languages import speaking
from app.meetings.models import Item, ItemKind, Origin
from app.meetings.naming import REASONS, reasons_of, title_of


def named(**more):
    return Item(
        **{"kind": ItemKind.DISCUSSION, "origin": Origin.TEMPLATE, "title": "", "point": "", "reasons": []} | more
    )


def test_a_title_of_its_own_comes_first_then_the_goal_then_the_point(app, cast):
    assert title_of(named(title="Støj", goal=cast.goal), cast.emma) == "Støj"
    assert title_of(named(goal=cast.goal), cast.emma) == str(cast.goal)
    with app.test_request_context(), speaking("en"):
        assert title_of(named(point="review.5"), cast.emma) == "Unintended effects"


def test_a_draft_is_named_by_its_number_to_those_who_do_not_see_it(app, cast):
    assert title_of(named(goal=cast.draft), cast.karin) == str(cast.draft)
    assert title_of(named(goal=cast.draft), cast.bo) == "M-0002"
    assert title_of(named(goal=cast.draft), None) == "M-0002"


def test_every_reason_has_its_sentence_in_both_languages(app):
    said = {"on": "2027-09-24", "count": 2, "committee": "Hoved-MED", "name": "Trine"}
    item = named(reasons=[{"code": code, **said} for code in REASONS])
    for language in ("da", "en"):
        with app.test_request_context(), speaking(language):
            found = reasons_of(item)
            assert len(set(found)) == len(REASONS)
            assert all(sentence.endswith(".") for sentence in found)


def test_a_code_that_nobody_knows_says_nothing():
    assert reasons_of(named(reasons=[{"code": "sludder"}])) == []
