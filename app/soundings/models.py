"""Soundings, who was asked, and the urn.

The database itself refuses to change a ballot or a result: see the triggers in the migration, and put them back where a
later one rebuilds one of these tables."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.balances.models import Reading
from app.core.db import Base, code
from app.goals.models import Goal, Status
from app.organisation.models import Committee, Side
from app.people.models import User

FEWEST = 3  # below it no setting goes: of two, each knows the other's answer


class Sounding(Base):
    """A round. Casting a ballot never touches this row; closing fills it, and from then on the database freezes it."""

    __tablename__ = "sounding"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    committee_id: Mapped[int] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    # None: how the committee's whole area measures.
    goal_id: Mapped[int | None] = mapped_column(sa.ForeignKey("goal.id"), index=True)
    question: Mapped[str] = mapped_column(sa.Text, default="")
    minimum: Mapped[int]
    opened_by_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"))
    opened_on: Mapped[date]
    closes_on: Mapped[date]
    closed_on: Mapped[date | None]
    closed_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"))
    # None where too few took part: then even their number is gone.
    taken_part: Mapped[int | None]
    # What is shown, and all that is left of the ballots.
    tally: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    agreed_id: Mapped[int | None] = mapped_column(sa.ForeignKey("reading.id"))
    to_move: Mapped[str] = mapped_column(sa.Text, default="")

    committee: Mapped[Committee] = relationship()
    goal: Mapped[Goal | None] = relationship()
    opened_by: Mapped[User] = relationship(foreign_keys=[opened_by_id])
    closed_by: Mapped[User | None] = relationship(foreign_keys=[closed_by_id])
    agreed: Mapped[Reading | None] = relationship()
    invitees: Mapped[list[Invitee]] = relationship(order_by="Invitee.user_id")

    __table_args__ = (
        sa.CheckConstraint(f"minimum >= {FEWEST}", name="minimum_high_enough"),
        sa.CheckConstraint("taken_part IS NULL OR taken_part >= minimum", name="enough_took_part"),
        sa.CheckConstraint("tally IS NULL OR taken_part IS NOT NULL", name="shown_only_of_enough"),
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "sounding"
    __secret__ = frozenset({"tally", "taken_part"})

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    def takes_ballots(self, day: date) -> bool:
        """Whether a ballot can be cast on that day: until the end of the last one."""
        return not self.is_closed and day <= self.closes_on

    @property
    def about(self) -> Goal | Committee:
        """The thing that is placed."""
        return self.goal if self.goal is not None else self.committee

    @property
    def is_on_draft(self) -> bool:
        """Whether its goal has become a draft again, whose title is not for everybody."""
        return self.goal is not None and self.goal.status is Status.DRAFT

    @property
    def needed_to_close(self) -> int:
        """How many must have taken part before it can be closed ahead of time: two thirds, never under the minimum.

        Otherwise two who have taken part could wait for a third, close, and subtract themselves."""
        return max(self.minimum, -(-2 * len(self.invitees) // 3))

    def can_close(self, held: int, day: date) -> bool:
        return day > self.closes_on or held >= self.needed_to_close

    def __str__(self) -> str:
        return self.goal.reference if self.goal is not None and self.is_on_draft else str(self.about)


class Invitee(Base):
    """Who was asked, and for which side: written down when the round opens, and never changed. Not who answered."""

    __tablename__ = "sounding_invitee"

    sounding_id: Mapped[int] = mapped_column(sa.ForeignKey("sounding.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), primary_key=True, index=True)
    side: Mapped[Side] = mapped_column(code(Side))

    __event_name__ = "sounding_invitee"


class Urn(Base):
    """All ballots of an open round in one row: in sorted order, sealed, written anew for each.

    So nothing that the database knows of a row (its key, its place, its transaction) is that of one ballot."""

    __tablename__ = "sounding_urn"

    sounding_id: Mapped[int] = mapped_column(sa.ForeignKey("sounding.id"), primary_key=True)
    held: Mapped[int] = mapped_column(default=0)
    ballots: Mapped[bytes] = mapped_column(sa.LargeBinary)

    __event_name__ = "sounding_urn"


class Turnout(Base):
    """The marks of those who have taken part in an open round, sorted. Only the server's key tells whose they are."""

    __tablename__ = "sounding_turnout"

    sounding_id: Mapped[int] = mapped_column(sa.ForeignKey("sounding.id"), primary_key=True)
    marks: Mapped[list[str]] = mapped_column(default=list)

    __event_name__ = "sounding_turnout"
