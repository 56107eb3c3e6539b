from app.core.clock import today
from app.minutes.operations import add_addendum
from tests import litany
from tests.minutes.answers import SECRET, approved, held, hidden_item, out
from tests.papers import text_of


def path(cast, year=None, form="docx"):
    return f"/committees/{cast.local.id}/minutes/{year or today().year}.{form}"


def test_many_meetings_cost_as_many_queries_as_few(page, cast):
    for made in (approved, out):
        made(cast)
    browser = page(cast.emma)
    browser.get(path(cast))
    before = browser.get(path(cast)).queries
    for made in (approved, out, approved, out):
        made(cast)
    assert browser.get(path(cast)).queries == before


def test_a_years_minutes_in_one_file(page, cast):
    for made in (approved, out):
        made(cast, tell_colleagues="Der kommer gardiner.")
    held(cast)
    text = text_of(page(cast.karin).get(path(cast)).data)
    assert text.count("Der kommer gardiner op.") == 2
    assert text.count(SECRET) == 2
    for user in (cast.emma, cast.ida):
        text = text_of(page(user).get(path(cast)).data)
        assert text.count("Der kommer gardiner op.") == 2
        assert "Hemmelig" not in text


def test_what_was_added_later_stands_under_its_meeting(page, cast):
    meeting = approved(cast)
    add_addendum(meeting, by=cast.karin, words="Datoen skal være den 3.")
    add_addendum(meeting, by=cast.karin, words="Hemmeligt tillæg", item=hidden_item(meeting))
    for user, hidden in ((cast.karin, True), (cast.emma, False)):
        text = text_of(page(user).get(path(cast)).data)
        assert "Datoen skal være den 3." in text
        assert ("Hemmeligt tillæg" in text) is hidden


def test_a_year_without_any_says_so(page, cast):
    assert "No minutes were sent out that year." in text_of(page(cast.emma).get(path(cast, 1999)).data)


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast))
    litany.refuses(page, path(cast), cast.karin, "POST")
    litany.hidden_from(page, path(cast, 2), cast.karin)
    assert page(cast.karin).get(path(cast, form="xlsx")).status_code == 404
