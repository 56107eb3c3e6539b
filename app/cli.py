"""What is done from the command line."""

from __future__ import annotations

import click
from flask import Flask

from app.core.db import db
from app.core.migrations import alembic
from app.people.queries import has_users
from app.people.views import first_token


def init_app(app: Flask) -> None:
    for command in (migrate, first_administrator):
        app.cli.add_command(command)


@click.command()
def migrate() -> None:
    """Bring the database to the newest structure, keeping what is in it."""
    alembic.upgrade()
    click.echo(f"The database {db.engine.url.render_as_string(hide_password=True)} is up to date.")
    if not has_users():
        _print_first_link()


@click.command("first-administrator")
def first_administrator() -> None:
    """Print the one-time link that makes the first administrator."""
    if has_users():
        raise click.ClickException("There are accounts already. An administrator can add more under Accounts.")
    _print_first_link()


def _print_first_link() -> None:
    click.echo("Open this address on your server within 24 hours to make the first administrator:")
    click.echo(f"  /first/{first_token()}")
