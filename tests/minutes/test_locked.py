"""The locked minutes as the file of which the checksum is: anybody's own sha256sum of it gives the same."""

import hashlib
import json

from app.minutes.queries import locked_of
from tests import litany
from tests.decisions.answers import fresh
from tests.minutes.answers import SECRET, approved, at, out
from tests.papers import text_of


def path(meeting, version=""):
    return f"{at(meeting)}/locked.json{version}"


def sum_of(answer):
    return hashlib.sha256(answer.data).hexdigest()


def test_the_committees_own_gives_the_checksum_that_was_locked(page, cast):
    meeting = approved(cast)
    answer = page(cast.trine).get(path(meeting))
    assert sum_of(answer) == locked_of(fresh(meeting)).digest
    assert SECRET in answer.data.decode()
    assert answer.headers["Content-Type"] == "application/json"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "private, no-store"
    for address in (at(meeting), f"/meetings/{meeting.id}/minutes.docx"):
        shown = page(cast.trine).get(address)
        assert sum_of(answer) in (shown.words if shown.is_page else text_of(shown.data)), address


def test_the_staffs_version_has_a_checksum_of_its_own_that_everybody_can_make(page, cast):
    meeting = approved(cast, is_discussion=True)
    for user, version in ((cast.emma, ""), (cast.ida, ""), (cast.bo, "?version=staff"), (cast.trine, "?version=staff")):
        answer = page(user).get(path(meeting, version))
        assert SECRET not in answer.data.decode()
        assert not [one for one in json.loads(answer.data)["items"] if one["is_confidential"]]
        year = f"/committees/{meeting.committee_id}/minutes/{meeting.held_on.year}.docx"
        for address in (
            at(meeting),
            f"/meetings/{meeting.id}/minutes.docx",
            f"/meetings/{meeting.id}/proof.docx",
            year,
        ):
            shown = page(user).get(f"{address}{version}")
            text = shown.words if shown.is_page else text_of(shown.data)
            if (user, address) != (cast.trine, year):  # she reads the committee's own there
                assert sum_of(answer) in text, (user.name, address)
                assert locked_of(meeting).digest not in text, (user.name, address)
        assert path(meeting) in page(user).get(f"{at(meeting)}{version}").text


def test_how_to_check_it_is_said_where_it_stands(page, cast):
    meeting = approved(cast)
    for user in (cast.emma, cast.karin):
        assert "sha256sum" in page(user).get(at(meeting)).words
        assert "sha256sum" in text_of(page(user).get(f"/meetings/{meeting.id}/minutes.docx").data)
    assert "sha256sum" not in page(cast.karin).get(at(out(cast))).words


def test_litany(page, cast):
    meeting = approved(cast)
    litany.asks_strangers_to_sign_in(page, path(meeting))
    litany.hidden_from(page, path(out(cast)), cast.karin, cast.emma)
    litany.refuses(page, path(meeting), cast.karin, "POST")
