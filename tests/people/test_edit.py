import sqlalchemy as sa

from app.core.audit import Event
from app.core.db import session
from tests import litany


def answers(user, **changed):
    return {"name": user.name, "email": user.email, "role": user.role.value, "language": user.language, "job_title": "",
            "version": user.version} | changed  # fmt: skip


def test_a_change_is_saved_and_recorded_without_the_password(page, cast):
    path = f"/people/{cast.emma.id}/edit"
    assert (
        page(cast.mads)
        .post(path, answers(cast.emma, role="representative", password="et nyt langt kodeord"))
        .status_code
        == 302
    )
    event = session().scalars(sa.select(Event).where(Event.code == "user.revised")).one()
    assert event.changes == {"role": ["reader", "representative"]}
    assert "kodeord" not in str(event.data)


def test_the_last_administrator_stays_one(page, cast):
    answer = page(cast.mads).post(f"/people/{cast.mads.id}/edit", answers(cast.mads, role="reader"))
    assert "last administrator" in answer.words


def test_two_at_once_do_not_overwrite(page, cast):
    path, first = f"/people/{cast.emma.id}/edit", answers(cast.emma, job_title="Førstekommende")
    second = answers(cast.emma, job_title="Anden")
    page(cast.mads).post(path, first)
    answer = page(cast.mads).post(path, second)
    assert answer.status_code == 409
    assert answer.values("job_title") == ["Anden"]
    session().refresh(cast.emma)
    assert cast.emma.job_title == "Førstekommende"


def test_litany(page, cast):
    path = f"/people/{cast.emma.id}/edit"
    litany.asks_strangers_to_sign_in(page, path)
    litany.forbidden_for(page, path, cast.emma, cast.ida, cast.karin)
    litany.hidden_from(page, "/people/9999/edit", cast.mads)
    litany.refuses(page, path, cast.mads, "DELETE")


def test_who_gets_a_new_password_from_somebody_else_is_told(page, cast):
    page(cast.mads).post(f"/people/{cast.emma.id}/edit", answers(cast.emma, password="et helt nyt kodeord"))
    session().expire_all()
    assert "Mads Æbelø set a new password" in page(cast.emma).get("/notices").words
