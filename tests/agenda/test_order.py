from app.agenda.operations import order_items
from app.core.db import session
from app.meetings.models import Stage
from tests import litany
from tests.meetings.answers import item, met


def path(meeting):
    return f"/meetings/{meeting.id}/agenda/order"


def order_of(meeting):
    session().expire_all()
    return [one.id for one in sorted(meeting.items, key=lambda one: (one.place, one.id))]


def test_the_page_says_the_new_place(page, cast):
    meeting = met(cast)
    a, b, c = (item(cast, meeting, title=title) for title in ("A", "B", "C"))
    browser = page(cast.karin)
    sent = browser.post(path(meeting), {"keys": f"{c.id} {a.id} {b.id}", "parent_id": "", "moved": str(c.id)})
    assert sent.location.endswith(f"#item-{c.id}")
    assert "C is now number 1." in browser.follow(sent).words
    assert order_of(meeting) == [c.id, a.id, b.id]


def test_the_buttons_of_the_page_do_the_same(page, cast):
    meeting = met(cast)
    first, second = item(cast, meeting, title="A"), item(cast, meeting, title="B")
    browser = page(cast.karin)
    shown = browser.get(f"/meetings/{meeting.id}/agenda")
    down = next(form for form in shown.doc.forms if form.xpath(".//button[@aria-label='Move down: A']"))
    browser.post(down.action, {name: down.fields[name] for name in ("keys", "parent_id", "moved")})
    assert order_of(meeting) == [second.id, first.id]


def test_only_one_level_is_ordered_and_what_is_not_named_comes_last(cast):
    meeting = met(cast)
    a, b = item(cast, meeting), item(cast, meeting)
    part = item(cast, meeting, parent_id=a.id)
    assert order_items(meeting, [b.id, part.id, 999], by=cast.karin)
    session().expire_all()
    assert (b.place, a.place) == (1, 2)
    assert part.parent_id == a.id
    assert not order_items(meeting, [b.id], by=cast.karin)


def test_nonsense_changes_nothing(page, cast):
    meeting = met(cast)
    a, b = item(cast, meeting), item(cast, meeting)
    for keys in ("", "sludder", f"{a.id}", "-1 0 99999999999999999999"):
        assert page(cast.karin).post(path(meeting), {"keys": keys, "parent_id": "x", "moved": "y"}).status_code == 302
    assert order_of(meeting) == [a.id, b.id]


def test_litany(page, cast):
    meeting = met(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting), "POST")
    litany.hidden_from(page, path(meeting), cast.emma, cast.mads, method="POST")
    litany.forbidden_for(page, path(met(cast, stage=Stage.APPROVED)), cast.karin, cast.emma, method="POST")
    litany.refuses(page, path(meeting), cast.karin, "GET")
