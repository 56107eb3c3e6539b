import pytest
from werkzeug.datastructures import MultiDict

from app.people.lists import PEOPLE
from app.people.queries import all_users


def read(app, cast, **args):
    with app.app_context(), app.test_request_context(headers={"Cookie": "language=en"}):
        page = PEOPLE.read(all_users(cast.mads), MultiDict(args), path="/people")
        return page, [str(user) for user in page.rows]


def test_everything_in_danish_order(app, cast):
    page, names = read(app, cast)
    assert page.total == len(names) == 9
    assert names[-1] == "Trine Løvenskjold"


def test_filter_sort_and_chips(app, cast):
    page, names = read(app, cast, role="manager", sort="-name")
    assert names == ["Otto Ærø", "Mette Hjortshøj", "Karin Nørgård"]
    with app.app_context(), app.test_request_context(headers={"Cookie": "language=en"}):
        assert [(label, url) for label, url in page.chips] == [("Role: Manager", "/people?sort=-name")]
        assert page.is_filtered


@pytest.mark.parametrize(
    "args", [{"role": "king"}, {"sort": "shoe"}, {"page": "-3"}, {"page": "x"}, {"page": "999"}, {"columns": "x"}]
)
def test_nonsense_is_ignored(app, cast, args):
    page, names = read(app, cast, **args)
    assert len(names) == 9
    assert page.pages.number == 1


def test_chosen_columns(app, cast):
    page, _names = read(app, cast, columns="email")
    with app.app_context(), app.test_request_context():
        assert [head.name for head in page.columns] == ["name", "email"]


def test_a_file_has_exactly_the_columns_shown(app, cast):
    with app.app_context(), app.test_request_context():
        columns, rows = PEOPLE.export(all_users(cast.mads), MultiDict({"role": "safety", "columns": "email"}))
        assert [c.name for c in columns] == ["name", "email"]
        assert list(rows) == [["Ida Møllegård", "ida@lilleby.example"]]
