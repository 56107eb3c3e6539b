import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from app.core.audit import Event
from app.core.history import as_shown, marked, told


def test_the_difference_word_by_word():
    assert (
        str(marked("Vi måler dage", "Vi tæller dage nu")) == "Vi <del>måler</del><ins>tæller</ins> dage<ins> nu</ins>"
    )


def test_what_people_typed_is_escaped():
    assert "<script>" not in str(marked("<b>a</b>", "<script>b</script>"))


@given(st.text(alphabet="abc <&\n", max_size=40), st.text(alphabet="abc <&\n", max_size=40))
def test_nothing_of_the_new_text_is_lost(old, new):
    tree = html.fragment_fromstring(f"<div>{marked(old, new)}</div>")
    for gone in tree.xpath("//del"):
        gone.drop_tree()
    assert "".join(tree.text_content().split()) == "".join(new.split())


def event(**kwargs):
    return Event(code="user.revised", actor_label="Ida", subject_type="user", subject_label="Emma", data={}, **kwargs)


def test_moments_are_told_in_danish_time(app):
    changes = {"closed_on": [None, "2026-10-07T06:36:00+00:00"]}
    with app.app_context(), app.test_request_context(headers={"Cookie": "language=en"}):
        (one,) = told([event(changes=changes)])
        assert as_shown("user", "name", "2026-13-07T06:36:00+00:00") == "2026-13-07T06:36:00+00:00"
    assert one.differences[0].new == "7 October 2026 at 8:36"


def test_values_are_shown_in_the_readers_language(app):
    with app.app_context(), app.test_request_context(headers={"Cookie": "language=en"}):
        (one,) = told([event(changes={"role": ["reader", "safety"], "closed_on": [None, "2026-03-01"]})])
    assert one.sentence == "Ida changed the account of Emma."
    assert [(d.label, d.old, d.new) for d in one.differences] == [
        ("Role", "Reader", "Safety organisation"), ("Closed on", "", "1 March 2026"),
    ]  # fmt: skip
    with app.app_context(), app.test_request_context():
        (one,) = told([event(changes={"role": ["reader", "safety"]})])
    assert one.sentence == "Ida ændrede brugeren Emma."


def test_an_unknown_field_is_left_out(app):
    with app.app_context(), app.test_request_context():
        assert told([event(changes={"shoe_size": [1, 2]})])[0].differences == []


@pytest.mark.parametrize("text", ["2024-13-45", "２０２４-０１-０１", "1" * 40 + ".5", "9" * 300, "1.2.3"])
def test_what_only_looks_like_a_day_or_a_figure_is_shown_as_it_was_written(one_app, text):
    with one_app.test_request_context():
        assert as_shown("goal", "title", text) == text
