"""Soundings that wait for a person's ballot."""

from __future__ import annotations

from datetime import date

from app.core.duties import Duty, Source, Words
from app.core.languages import lazy
from app.people.models import User
from app.soundings.models import Sounding
from app.soundings.queries import invitations

# Said to all who were asked, also to those who have taken part: a reminder that knew the difference would tell.
WORDS = {
    "sounding": Words(lazy("A sounding is open in %(committee)s."), lazy("To the ballot"), "sound"),
}


def ballots(user: User | None, day: date) -> list[Duty]:
    return [_duty(sounding, key) for sounding, key in invitations(user, day)]


def _duty(sounding: Sounding, user_id: int) -> Duty:
    about = sounding.committee if sounding.is_on_draft else sounding.about  # not everybody can open a draft's page
    return Duty(
        user_id=user_id, code="sounding", subject=("sounding", sounding.id), about=(about.__event_name__, about.id),
        about_label=str(sounding), endpoint="soundings.cast",
        url={"committee_id": sounding.committee_id, "sounding_id": sounding.id}, due_on=sounding.closes_on,
        since=sounding.opened_on, data={"committee": sounding.committee.name},
    )  # fmt: skip


SOURCES: tuple[Source, ...] = (ballots,)
