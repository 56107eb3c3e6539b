import pytest

from app.decisions.models import OutcomeKind
from app.decisions.operations import act_on, decide_on_goal
from app.meetings.models import Stage
from app.minutes.operations import make_statement, tell_colleagues
from app.minutes.queries import digest_now
from tests import litany
from tests.meetings.answers import item, private
from tests.minutes.answers import SECRET, approved, held, hidden_item, open_item, out
from tests.papers import text_of


def path(meeting, form="docx", version=""):
    return f"/meetings/{meeting.id}/minutes.{form}{version}"


def told(cast):
    """Minutes with everything that can stand in them, on open and on confidential items."""
    meeting = held(cast)
    goal = item(cast, meeting, title="", goal=cast.goal)
    decide_on_goal(goal, by=cast.karin, kind=OutcomeKind.ADJUST, words="Vi tæller ikke længere opkald.")
    act_on(
        goal,
        by=cast.karin,
        title="Tag listen ned",
        responsible_id=cast.trine.id,
        due_on=cast.goal.next_review_on,
        unit_id=cast.service.id,
    )
    make_statement(meeting, open_item(meeting), by=cast.trine, words="FOA er uenig.", on_behalf_of="FOA")
    make_statement(meeting, hidden_item(meeting), by=cast.trine, words="Hemmelig uenighed")
    tell_colleagues(meeting, by=cast.karin, words="Der kommer gardiner.")
    return meeting


OPEN = (
    "Støj i kantinen", "Der kommer gardiner op.", "Vi tæller ikke længere opkald.", "Tag listen ned", "FOA er uenig.",
    "Der kommer gardiner.", "Karin Nørgård",
)  # fmt: skip
SECRETS = (SECRET, "Hemmelig sag", "Hemmelig snak", "Hemmelig beslutning", "Hemmelig uenighed")


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_committees_own_holds_everything(page, cast, form):
    text = text_of(page(cast.karin).get(path(told(cast), form)).data)
    for words in (*OPEN, *SECRETS):
        assert words in text


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_that_for_all_staff_nothing_confidential(page, cast, form):
    meeting = told(cast)
    for user, version in ((cast.karin, "?version=staff"), (cast.trine, "?version=staff")):
        text = text_of(page(user).get(path(meeting, form, version)).data)
        for words in OPEN:
            assert words in text
        assert "Hemmelig" not in text
        assert SECRET not in text
        assert text.index("Der kommer gardiner.") < text.index("Karin Nørgård")


def test_who_sits_elsewhere_gets_that_for_all_staff_once_it_is_out(page, cast):
    meeting = told(cast)
    litany.hidden_from(page, path(meeting), cast.emma, cast.ida, cast.mette)
    meeting = out(cast)
    for user in (cast.emma, cast.ida, cast.mette, cast.mads):
        text = text_of(page(user).get(path(meeting)).data)
        assert "Der kommer gardiner op." in text
        assert "Hemmelig" not in text


def test_a_locked_one_carries_its_checksum(page, cast):
    meeting = approved(cast)
    assert digest_now(meeting) in text_of(page(cast.karin).get(path(meeting)).data)


def test_the_employees_own_meeting_has_none_for_others(page, cast):
    meeting = private(cast, stage=Stage.MINUTES_OUT)
    litany.hidden_from(page, path(meeting), cast.karin, cast.ida, cast.emma)


def test_litany(page, cast):
    meeting = out(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.refuses(page, path(meeting), cast.karin, "POST")
    assert page(cast.karin).get(path(meeting, "xlsx")).status_code == 404
    assert page(cast.karin).get(path(meeting)).headers["Cache-Control"] == "private, no-store"
