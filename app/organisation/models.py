"""Units, committees and seats. Nothing here is deleted; units, committees and seats are closed on a day."""

from __future__ import annotations

import enum
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.db import Base, code
from app.people.models import User


class OrganisationKind(enum.StrEnum):
    """Decides the words: MED in municipalities and regions, SU in the state, SU and AMO in private firms."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    STATE = "state"
    PRIVATE = "private"


class UnitKind(enum.StrEnum):
    ORGANISATION = "organisation"
    ADMINISTRATION = "administration"
    DEPARTMENT = "department"
    TEAM = "team"


class CommitteeKind(enum.StrEnum):
    TOP = "top"
    AREA = "area"
    LOCAL = "local"
    STAFF_MEETING = "staff_meeting"
    COOPERATION = "cooperation"
    SAFETY_COMMITTEE = "safety_committee"
    SAFETY_GROUP = "safety_group"


class Side(enum.StrEnum):
    MANAGEMENT = "management"
    EMPLOYEES = "employees"


class Mandate(enum.StrEnum):
    LEADER = "leader"
    SHOP_STEWARD = "shop_steward"
    JOINT_SHOP_STEWARD = "joint_shop_steward"
    SAFETY_REPRESENTATIVE = "safety_representative"
    MANAGEMENT_REPRESENTATIVE = "management_representative"
    EMPLOYEE_REPRESENTATIVE = "employee_representative"
    ADVISER = "adviser"


class Function(enum.StrEnum):
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    MEMBER = "member"


class Organisation(Base):
    """The one organisation of an installation: its name, its kind and what it calls a performance goal."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(sa.String(120))
    kind: Mapped[OrganisationKind] = mapped_column(code(OrganisationKind), default=OrganisationKind.MUNICIPALITY)
    definition: Mapped[str] = mapped_column(sa.Text, default="")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "organisation"

    def __str__(self) -> str:
        return self.name


class Unit(Base):
    __tablename__ = "unit"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(sa.String(120))
    kind: Mapped[UnitKind] = mapped_column(code(UnitKind))
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("unit.id"), index=True)
    # The ids from the root down, "/1/6/7/": a subtree is one prefix, on either database, without recursion.
    path: Mapped[str] = mapped_column(sa.String(255), index=True, default="")
    headcount: Mapped[int | None]
    core_task: Mapped[str] = mapped_column(sa.Text, default="")
    closed_on: Mapped[date | None]

    parent: Mapped[Unit | None] = relationship(remote_side=[id])
    managers: Mapped[list[UnitManager]] = relationship(back_populates="unit")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __table_args__ = (sa.CheckConstraint("headcount IS NULL OR headcount >= 0", name="headcount_not_negative"),)
    __event_name__ = "unit"

    def lies_under(self, path: str) -> bool:
        """Whether the unit is the one with that path or below it."""
        return self.path.startswith(path)

    def __str__(self) -> str:
        return self.name


class UnitManager(Base):
    """Who leads a unit, and so all units below it."""

    __tablename__ = "unit_manager"

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("unit.id"), index=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), index=True)

    unit: Mapped[Unit] = relationship(back_populates="managers")
    user: Mapped[User] = relationship(lazy="joined", innerjoin=True)  # who asks for managers asks for people

    __table_args__ = (sa.UniqueConstraint("unit_id", "user_id"),)
    __event_name__ = "unit_manager"

    def __str__(self) -> str:
        return f"{self.user}"


class Employment(Base):
    """The unit in which a person works."""

    __tablename__ = "employment"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(sa.ForeignKey("account.id"), unique=True)
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("unit.id"), index=True)

    user: Mapped[User] = relationship()
    unit: Mapped[Unit] = relationship()

    __event_name__ = "employment"


class Committee(Base):
    __tablename__ = "committee"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(sa.String(120))
    kind: Mapped[CommitteeKind] = mapped_column(code(CommitteeKind))
    parent_id: Mapped[int | None] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    closed_on: Mapped[date | None]

    parent: Mapped[Committee | None] = relationship(remote_side=[id])
    areas: Mapped[list[CommitteeArea]] = relationship(back_populates="committee", cascade="all, delete-orphan")
    seats: Mapped[list[Seat]] = relationship(back_populates="committee", order_by="Seat.id")

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "committee"

    def __str__(self) -> str:
        return self.name


class CommitteeArea(Base):
    """A unit whose whole subtree a committee covers; a committee may cover several that stand side by side."""

    __tablename__ = "committee_area"

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    unit_id: Mapped[int] = mapped_column(sa.ForeignKey("unit.id"), index=True)

    committee: Mapped[Committee] = relationship(back_populates="areas")
    unit: Mapped[Unit] = relationship()

    __table_args__ = (sa.UniqueConstraint("committee_id", "unit_id"),)
    __event_name__ = "committee_area"


class Seat(Base):
    """A place in a committee. Vacant while nobody holds it; the side is empty for one who only keeps the minutes."""

    __tablename__ = "seat"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(default=1)
    committee_id: Mapped[int] = mapped_column(sa.ForeignKey("committee.id"), index=True)
    side: Mapped[Side | None] = mapped_column(code(Side))
    mandate: Mapped[Mandate] = mapped_column(code(Mandate))
    function: Mapped[Function] = mapped_column(code(Function), default=Function.MEMBER)
    organisation_behind: Mapped[str] = mapped_column(sa.String(60), default="")
    user_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    substitute_id: Mapped[int | None] = mapped_column(sa.ForeignKey("account.id"), index=True)
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    vacant_from: Mapped[date | None]

    committee: Mapped[Committee] = relationship(back_populates="seats")
    user: Mapped[User | None] = relationship(foreign_keys=[user_id])
    substitute: Mapped[User | None] = relationship(foreign_keys=[substitute_id])

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012
    __event_name__ = "seat"

    def is_current(self, day: date) -> bool:
        """Whether the seat is there on that day, held or vacant."""
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or self.to_on >= day)

    def __str__(self) -> str:
        return str(self.user) if self.user else ""
