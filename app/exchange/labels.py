"""Words about files: what went wrong, in which cell, and what to do."""

from __future__ import annotations

from typing import Any

from app.balances.labels import NAMES
from app.core.languages import lazy
from app.exchange.plan import Fate
from app.exchange.rows import Issue
from app.goals.labels import FIELDS

FATES = {
    Fate.NEW: lazy("New"),
    Fate.CHANGED: lazy("Changed"),
    Fate.SAME: lazy("The same"),
    Fate.WRONG: lazy("Can't be used"),
}
FATE_LOOKS = {
    Fate.NEW: ("good", "plus"),
    Fate.CHANGED: ("info", "pencil"),
    Fate.SAME: ("", "check"),
    Fate.WRONG: ("bad", "stop"),
}
UNREADABLE = {
    "wrong_type": lazy("This is not a spreadsheet. Send an XLSX or a CSV file."),
    "broken": lazy("The file is broken and can't be opened. Open it in your spreadsheet program and save it again."),
    "too_large": lazy("The file unpacks to more than it should. Save it again without pictures and empty sheets."),
    "too_far": lazy("A cell stands far outside of the others. Delete empty rows and columns, and save it again."),
    "too_many_rows": lazy("The sheet has more than 5,000 rows. Divide it into several files."),
    "no_headings": lazy("No line of headings was found. One line must name at least the unit and the goal."),
    "columns_missing": lazy("There must be a column for the unit and one for the goal. Choose them below."),
}
ISSUES = {
    "total": lazy("This is a total, not a goal."),
    "no_title": lazy("The goal has no name."),
    "no_unit": lazy("No unit is given."),
    "unknown_unit": lazy("There is no unit called »%(text)s«."),
    "repeats": lazy("It says the same goal as row %(hint)s."),
    "too_long": lazy("The text is too long."),
    "taken_for": lazy("»%(text)s« is taken for %(hint)s."),
    "unknown_person": lazy("Nobody is called »%(text)s«. The goal gets no owner."),
    "unknown_objective": lazy("There is no objective like »%(hint)s«. The link is left out."),
    "not_a_number": lazy("»%(text)s« is not a number. It is left out."),
    "too_many_minutes": lazy("»%(text)s« is more than a week's work. It is left out."),
    "month_as_week": lazy("»%(text)s« is shared out over the weeks of a month."),
    "day_as_week": lazy("»%(text)s« is counted for five days a week."),
    "resembles": lazy("It resembles %(hint)s. Is it the same goal? Then give it that title in the sheet."),
    "was_retired": lazy("%(hint)s had this title and is retired. The import makes a new goal."),
    "was_agreed": lazy("The committee agreed on another place on the balances. The sheet's places are left out."),
    "review_drawn_nearer": lazy("The risk asks for an earlier review: it stays at or becomes %(hint)s."),
    "share_as_percent": lazy("%(text)s is read as a percentage."),
    "hours_as_minutes": lazy("»%(text)s« is counted in minutes."),
    "year_as_week": lazy("»%(text)s« is shared out over 45 weeks."),
    "not_a_date": lazy("»%(text)s« is not a date. It is left out."),
    "no_such_day": lazy("»%(text)s« is a day that does not exist. It is left out."),
    "year_missing": lazy("»%(text)s« lacks the year. It is left out."),
    "month_as_first_day": lazy("»%(text)s« is taken as the first of the month."),
    "month_as_last_day": lazy("»%(text)s« is taken as the last of the month."),
    "not_a_place": lazy("»%(text)s« is no place between -2 and 2. It is left out."),
    "not_a_reward": lazy("It is unclear what »%(text)s« means. It is left out."),
    "unclear": lazy("It is unclear whether anything hangs on it. It is left out."),
    "all_as_unit": lazy("»%(text)s« is taken as the whole unit."),
}
MAYBE = lazy("Perhaps: %(hint)s.")
COLUMNS: dict[str, Any] = {
    "unit": FIELDS["unit"],
    "title": lazy("Goal"),
    "purpose": FIELDS["purpose"],
    "measure": FIELDS["measure"],
    "baseline": FIELDS["baseline"],
    "decided_target": FIELDS["decided_target"],
    "owner": FIELDS["owner"],
    "objectives": lazy("Strategic objectives"),
    "measured_whom": FIELDS["measured_whom"],
    "hangs_on": FIELDS["hangs_on"],
    "registration_minutes": FIELDS["registration_minutes"],
    "next_review_on": FIELDS["next_review_on"],
    "note": FIELDS["note"],
    **NAMES,
}


def told(issue: Issue) -> str:
    """An issue as a sentence."""
    text = str(ISSUES[issue.code]) % {"text": issue.text, "hint": issue.hint}
    maybe = issue.hint and issue.code in {"unknown_unit", "unknown_person"}
    return f"{text} {str(MAYBE) % {'hint': issue.hint}}" if maybe else text
