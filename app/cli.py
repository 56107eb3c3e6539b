"""What is done from the command line."""

from __future__ import annotations

import secrets

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from app.core.db import db
from app.core.jobs import run_all
from app.core.languages import LANGUAGES
from app.core.letters import is_on
from app.core.migrations import alembic
from app.core.smtp import NotSent, Parcel, Server
from app.demo.cast import the_cast
from app.demo.loading import fill_demo
from app.exchange.commands import goals
from app.mail.writing import test_letter
from app.people.queries import has_users
from app.people.views import first_token


def init_app(app: Flask) -> None:
    for command in (migrate, first_administrator, run_due, send_test_mail, demo, cast, goals):
        app.cli.add_command(command)
    app.extensions["cast"] = the_cast


@click.command()
@with_appcontext
def migrate() -> None:
    """Bring the database to the newest structure, keeping what is in it."""
    alembic.upgrade()
    click.echo(f"The database {db.engine.url.render_as_string(hide_password=True)} is up to date.")
    if not has_users():
        _print_first_link()


@click.command("first-administrator")
@with_appcontext
def first_administrator() -> None:
    """Print the one-time link that makes the first administrator."""
    if has_users():
        raise click.ClickException("There are accounts already. An administrator can add more under Accounts.")
    _print_first_link()


def _print_first_link() -> None:
    click.echo("Open this address on your server within 24 hours to make the first administrator:")
    click.echo(f"  /first/{first_token()}")


@click.command("run-due")
@with_appcontext
def run_due() -> None:
    """Do all that is due: close what has run out, remind, put the news into mails, hand the mails in.

    To be started every few minutes, by cron or a systemd timer. It does nothing twice, however often it runs."""
    if not run_all(click.echo):
        raise SystemExit(1)


@click.command("send-test-mail")
@click.argument("address")
@click.option("--language", type=click.Choice(sorted(LANGUAGES)), default="da", show_default=True)
@with_appcontext
def send_test_mail(address: str, language: str) -> None:
    """Send a mail to ADDRESS at once, past the outbox, to see whether the mail server takes it."""
    if not is_on():
        raise click.ClickException("No mail server is set up: set PEJLING_MAIL_SERVER (see the README).")
    letter = test_letter(language)
    parcel = Parcel(address, "", letter.subject, letter.text, letter.html, secrets.token_hex(16), language)
    try:
        with Server.configured() as server:
            server.send(parcel)
    except NotSent as error:
        cause = f" ({error.__cause__})" if error.__cause__ else ""
        raise click.ClickException(f"The mail was not sent: {error.reason}{cause}") from error
    click.echo(f"The mail server took the mail to {address}.")


@click.command()
@click.option("--if-missing", is_flag=True, help="Change nothing when there are accounts already.")
@click.option("--reset", is_flag=True, help="Throw away everything in the database first.")
@with_appcontext
def demo(if_missing: bool, reset: bool) -> None:
    """Fill the database with Solbæk Kommune, the invented municipality of the demo."""
    if current_app.config["ENVIRONMENT"] == "production":
        raise click.ClickException("This is a real installation. Set PEJLING_ENV=demo to try the demo beside it.")
    if reset:
        alembic.downgrade("base")
    alembic.upgrade()
    if not has_users():
        fill_demo()
        click.echo("Solbæk Kommune is in place.")
    elif not if_missing:
        raise click.ClickException("There are accounts already. Use --reset to throw them away and begin anew.")


@click.command()
@with_appcontext
def cast() -> None:
    """Tell whom one can be in the demo."""
    for member in the_cast():
        click.echo(f"  {member.name:<20} {member.role!s:<24} {member.email}")
    if current_app.config["DEMO"]:
        click.echo("In the demo you sign in with one button per person; there are no passwords.")
