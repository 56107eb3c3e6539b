import pytest
import sqlalchemy as sa

from app.core.db import Base, session
from app.organisation.models import OrganisationKind, Unit, UnitKind
from app.organisation.operations import AlreadySetUp, set_up_organisation
from app.organisation.viewers import the_organisation
from app.people.models import User
from app.people.views import first_token
from tests import litany

PATH = "/organisation/set-up"
FIRST = {"name": "Mads Æbelø", "email": "mads@ny.example", "password": "et meget langt kodeord"}


@pytest.fixture
def nothing(app):
    """An installation that was just made: its tables, and no row in any of them."""
    with session().get_bind().begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for table in Base.metadata.sorted_tables:
                connection.execute(sa.delete(table))
        else:
            names = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
            # The database refuses to empty an urn; only its owner can tell it to look away.
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            connection.exec_driver_sql(f"TRUNCATE {names} CASCADE")


def test_a_new_installation_is_set_up_from_nothing(nothing, app, page):
    with app.test_request_context():
        link = f"/first/{first_token()}"
    assert page().post(link, FIRST).location == "/"
    mads = session().scalars(sa.select(User)).one()
    browser = page(mads, language="en")
    for path in ("/", "/goals", "/goals/due", "/objectives", "/organisation", "/organisation/committees",
                 "/organisation/definition", "/people", "/profile", "/notices", PATH):  # fmt: skip
        assert browser.get(path).status_code == 200, path
    assert browser.get("/").doc.xpath(f"//main//a[@href='{PATH}']")
    browser.post(PATH, {"name": "Ny Kommune", "kind": "municipality"})
    assert (the_organisation().name, the_organisation().kind) == ("Ny Kommune", OrganisationKind.MUNICIPALITY)
    top = session().scalars(sa.select(Unit)).one()
    assert (top.name, top.kind, top.path) == ("Ny Kommune", UnitKind.ORGANISATION, f"/{top.id}/")
    assert "Ny Kommune" in browser.get("/").words
    with pytest.raises(AlreadySetUp):
        set_up_organisation(name="En til", kind=OrganisationKind.STATE, by=mads)


def test_name_and_kind_can_be_changed(page, cast):
    browser = page(cast.mads)
    said = {"name": "Storeby Region", "kind": "region", "version": the_organisation().version}
    assert "is saved" in browser.follow(browser.post(PATH, said)).words
    assert browser.post(PATH, said | {"name": "Forældet"}).status_code == 409
    session().refresh(the_organisation())
    assert the_organisation().kind is OrganisationKind.REGION


def test_a_name_is_asked_for(page, cast):
    answer = page(cast.mads).post(PATH, {"name": " ", "kind": "region", "version": the_organisation().version})
    assert "Write the name of your organisation." in answer.words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.emma, method=method)
    litany.refuses(page, PATH, cast.mads, "DELETE")
