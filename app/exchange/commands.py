"""`flask goals import FILE`: the same import as on the screen, for those who sit at the server."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import with_appcontext

from app.core.history import as_shown
from app.core.languages import gettext as _
from app.exchange import plan as planning
from app.exchange import queries
from app.exchange.labels import FATES, UNREADABLE, told
from app.exchange.operations import import_goals
from app.exchange.recognise import FIELDS
from app.exchange.sheet import Unreadable
from app.goals.labels import FIELDS as FIELD_LABELS

goals = click.Group("goals", help="Goals from and to files.")


@goals.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--commit", is_flag=True, help="Import for real; without it nothing is saved.")
@click.option(
    "--by", "email", help="The e-mail of the person in whose name; otherwise the first of the safety organisation."
)
@click.option(
    "--column", "columns", multiple=True, metavar="LETTER=FIELD", help=f"What a column holds: {', '.join(FIELDS)}."
)
@with_appcontext
def import_command(file: Path, commit: bool, email: str | None, columns: tuple[str, ...]) -> None:
    """Say row by row what a spreadsheet of goals would bring; with --commit, bring it: all of it or nothing."""
    try:
        plan = planning.make(
            file.name, file.read_bytes(), _by_hand(columns), queries.known_names(), queries.goals_by_name()
        )
    except Unreadable as error:
        raise click.ClickException(str(UNREADABLE[error.code])) from error
    for planned in plan.rows:
        click.echo(f"{planned.row.number:>5}  {FATES[planned.fate]}  {planned.row.unit_name}: {planned.row.title}")
        for change in planned.changes:
            click.echo(f"       {_change(change)}")
        for issue in planned.row.issues:
            click.echo(f"       {issue.cell}: {told(issue)}")
    click.echo(", ".join(f"{FATES[fate]}: {len(plan.having(fate))}" for fate in planning.Fate))
    if not commit:
        click.echo(_("Nothing is saved. Add --commit to import."))
        return
    by = queries.someone_to_import(email)
    if by is None:
        raise click.ClickException(_("There is no such person to import for. Name one with --by."))
    new, changed = import_goals(plan, by=by)
    click.echo(_("Imported: %(new)s new goals and %(changed)s changed.", new=new, changed=changed))


def _change(change: planning.Change) -> str:
    """A field, what it says and what it would say; references by their keys."""
    label = FIELD_LABELS.get(change.field.removesuffix("_id"), change.field)
    old, new = (as_shown("goal", change.field, value) or "–" for value in (change.old, change.new))
    return f"{label}: {old} → {new}"


def _by_hand(columns: tuple[str, ...]) -> dict[int, str]:
    """{column index: field} from LETTER=FIELD."""
    found = {}
    for column in columns:
        letters, _sign, name = column.partition("=")
        if not letters.isalpha() or name not in FIELDS:
            raise click.BadParameter(column)
        index = 0
        for sign in letters.upper():
            index = index * 26 + ord(sign) - 64
        found[index - 1] = name
    return found
