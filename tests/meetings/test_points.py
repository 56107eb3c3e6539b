import pytest

from app.meetings.models import MeetingKind
from app.meetings.points import POINTS, heading_of, points_of


def keys(kind, **more):
    return [point.key for point in points_of(kind, **{"is_discussion": False} | more)]


def test_the_review_has_ten_points():
    assert keys(MeetingKind.REVIEW) == [f"review.{number}" for number in range(1, 11)]


@pytest.mark.parametrize("kind", [MeetingKind.DISCUSSION, MeetingKind.REVIEW])
def test_the_yearly_discussion_answers_the_five_headings_of_the_law(kind):
    found = [heading_of(key) for key in keys(kind, is_discussion=True)]
    assert sorted(found_heading for found_heading in found if found_heading) == [1, 2, 3, 4, 5]


def test_the_employees_own_meeting_has_no_template():
    assert keys(MeetingKind.PRE_MEETING) == []


def test_every_point_has_a_place_for_goals_and_for_what_people_propose():
    for kind in (MeetingKind.REVIEW, MeetingKind.ORDINARY, MeetingKind.DISCUSSION):
        for what in ("goals", "last", "others"):
            assert sum(what in POINTS[key].takes for key in keys(kind)) == 1, (kind, what)
