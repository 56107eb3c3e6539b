"""Words for units, committees and seats; some follow the kind of organisation."""

from __future__ import annotations

from app.core.languages import lazy
from app.organisation.models import CommitteeKind, Function, Mandate, OrganisationKind, Side, UnitKind

ORGANISATION_KINDS = {
    OrganisationKind.MUNICIPALITY: lazy("Municipality"),
    OrganisationKind.REGION: lazy("Region"),
    OrganisationKind.STATE: lazy("State institution"),
    OrganisationKind.PRIVATE: lazy("Private company"),
}
UNIT_KINDS = {
    UnitKind.ORGANISATION: lazy("Organisation"),
    UnitKind.ADMINISTRATION: lazy("Administration"),
    UnitKind.DEPARTMENT: lazy("Department"),
    UnitKind.TEAM: lazy("Team or workplace"),
}
COMMITTEE_KINDS = {
    CommitteeKind.TOP: lazy("Main MED committee"),
    CommitteeKind.AREA: lazy("Area MED committee"),
    CommitteeKind.LOCAL: lazy("Local MED committee"),
    CommitteeKind.STAFF_MEETING: lazy("Staff meeting with MED status"),
    CommitteeKind.COOPERATION: lazy("Co-operation committee (SU)"),
    CommitteeKind.SAFETY_COMMITTEE: lazy("Work environment committee (AMU)"),
    CommitteeKind.SAFETY_GROUP: lazy("Work environment group"),
}
SIDES = {Side.MANAGEMENT: lazy("Management side"), Side.EMPLOYEES: lazy("Employee side")}
NO_SIDE = lazy("Neither side")
MANDATES = {
    Mandate.LEADER: lazy("Leader"),
    Mandate.SHOP_STEWARD: lazy("Shop steward (TR)"),
    Mandate.JOINT_SHOP_STEWARD: lazy("Joint shop steward (FTR)"),
    Mandate.SAFETY_REPRESENTATIVE: lazy("Health and safety representative (AMR)"),
    Mandate.MANAGEMENT_REPRESENTATIVE: lazy("Management representative"),
    Mandate.EMPLOYEE_REPRESENTATIVE: lazy("Employee representative"),
    Mandate.ADVISER: lazy("Adviser"),
}
FUNCTIONS = {
    Function.CHAIR: lazy("Chair"),
    Function.VICE_CHAIR: lazy("Vice chair"),
    Function.SECRETARY: lazy("Secretary"),
    Function.MEMBER: lazy("Member"),
}

ORGANISATION_FIELDS = {
    "name": lazy("Name"),
    "kind": lazy("Kind of organisation"),
    "definition": lazy("Our definition"),
}
UNIT_FIELDS = {
    "name": lazy("Name"),
    "kind": lazy("Kind of unit"),
    "parent": lazy("Above it"),
    "headcount": lazy("Head count"),
    "core_task": lazy("Core task"),
    "closed_on": lazy("Closed on"),
}
COMMITTEE_FIELDS = {
    "name": lazy("Name"),
    "areas": lazy("Which units it covers"),
    "kind": lazy("Kind of committee"),
    "parent": lazy("Above it"),
    "closed_on": lazy("Closed on"),
}
SEAT_FIELDS = {
    "committee": lazy("Committee"),
    "side": lazy("Side"),
    "mandate": lazy("Mandate"),
    "function": lazy("Function"),
    "organisation_behind": lazy("Union or organisation"),
    "user": lazy("Who sits here"),
    "substitute": lazy("Substitute"),
    "from_on": lazy("From"),
    "to_on": lazy("Until"),
    "vacant_from": lazy("Vacant from"),
}
