"""Notices in groups, and the pages that they lead to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.core.inbox import grouped
from app.core.languages import language, speaking
from app.core.notices import ADDRESSES, Notice


def notice(number: int, code: str = "goal.revised", about: int = 1, actor: str = "Ida", **more) -> Notice:
    whole = {"about_type": "goal", "about_label": f"M-000{about}", "data": {}, "subject_type": "goal"} | more
    at = datetime(2026, 9, 23, 12, tzinfo=UTC) + timedelta(minutes=number)
    return Notice(id=number, user_id=1, code=code, at=at, actor_label=actor, about_id=about, subject_id=about, **whole)


def read(notices: list[Notice]) -> list[tuple[str, list[tuple[str, int]]]]:
    with speaking("en"):
        newest_first = sorted(notices, key=lambda n: -n.id)
        return [(g.label, [(line.sentence, line.count) for line in g.lines]) for g in grouped(newest_first)]


def test_the_newest_thing_stands_first_and_what_is_the_same_is_said_once(app):
    told = [notice(1), notice(2, about=2), notice(3), notice(4, "goal.started"), notice(5, actor="Otto")]
    assert read(told) == [
        ("M-0001", [("Otto and Ida revised the goal.", 3), ("Ida put the goal in force.", 1)]),
        ("M-0002", [("Ida revised the goal.", 1)]),
    ]


def test_many_actors_are_not_all_named(app):
    told = [notice(number, actor=name) for number, name in enumerate(["A", "B", "C", "D"])]
    assert read(told)[0][1] == [("D, C, B and others revised the goal.", 4)]


def test_what_was_read_and_what_is_new_stand_apart(app):
    was_read = notice(1, read_at=datetime(2026, 9, 23, tzinfo=UTC))
    assert [count for _sentence, count in read([was_read, notice(2)])[0][1]] == [1, 1]


def test_what_says_different_things_is_not_joined(app):
    told = [notice(number, "seat.held_beside", data={"person": name}) for number, name in enumerate(["Emma", "Bo"])]
    assert len(read(told)[0][1]) == 2


def test_what_nobody_did_was_done_by_the_program(app):
    assert read([notice(1, actor="")])[0][1] == [("Pejling revised the goal.", 1)]


def test_every_kind_of_thing_leads_to_a_page(one_app):
    with one_app.test_request_context():
        for kind, (endpoint, argument) in ADDRESSES.items():
            assert one_app.url_map.bind("x").build(endpoint, {argument: 1} if argument else {}), kind


def test_a_thing_without_a_page_is_told_of_all_the_same(app):
    (group,) = grouped([notice(1, about_type="nothing")])
    assert group.address is None


def test_outside_a_request_the_language_is_the_reader_s(app):
    assert language() == "da"
    with speaking("en"):
        assert language() == "en"
        with speaking("da"):
            assert language() == "da"
        assert language() == "en"
    assert language() == "da"
