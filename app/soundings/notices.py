"""Who is told that a round has opened or closed: all who were asked, whether they take part or not."""

from __future__ import annotations

from app.core.operation import tell
from app.people.models import User
from app.soundings.models import Sounding


def tell_invitees(sounding: Sounding, code: str, *, by: User | None) -> None:
    about = sounding if sounding.is_on_draft else sounding.about  # a draft's title is not for all who were asked
    for one in sounding.invitees:
        tell(
            one.user_id, code, thing=sounding, about=about, by=by, committee=sounding.committee.name,
            endpoint="soundings.show", url={"committee_id": sounding.committee_id, "sounding_id": sounding.id},
        )  # fmt: skip
