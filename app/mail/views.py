"""What one chooses about mail, the link that stops it, and the outbox."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.core.access import guard, public, viewer
from app.core.languages import gettext as _
from app.core.languages import speaking
from app.core.letters import is_on
from app.core.mailbox import Mail
from app.core.signed import signed
from app.mail import operations, queries
from app.mail.forms import ChoicesForm
from app.mail.lists import MAILS
from app.mail.policy import may_handle_mail, may_see_mail
from app.mail.rhythm import Rhythm
from app.mail.writing import STOP

bp = Blueprint("mail", __name__)


@bp.route("/profile/notices", methods=["GET", "POST"])
@guard()
def choices() -> Any:
    form = ChoicesForm(obj=queries.choice_of(viewer().id), data={"rhythm": Rhythm.DAILY, "reminders": True})
    if form.validate_on_submit():
        operations.choose(viewer(), **form.answers)
        flash(_("Your choice is saved."), "good")
        return redirect(url_for(".choices"))
    return render_template("mail/choices.html", form=form, is_on=is_on())


@bp.route("/mail/stop/<token>", methods=["GET", "POST"])
@public
def stop(token: str) -> str:
    """The link in every mail. Mail programs may POST to it on their own (RFC 8058); looking at it changes nothing."""
    key = signed(STOP, token)
    user = queries.find_person(key) if isinstance(key, int) else None
    if user is None:
        abort(404)
    if request.method == "POST":
        operations.stop(user)
    with speaking(user.language):
        return render_template("mail/stop.html", done=request.method == "POST")


@bp.get("/mail")
@guard(None, may_see_mail)
def index() -> str:
    page = MAILS.read(queries.all_mail(viewer()), request.args, path=request.path)
    config = current_app.config
    return render_template("mail/index.html", listing=page, server=config["MAIL_SERVER"], sender=config["MAIL_FROM"])


@bp.post("/mail/<int:mail_id>/retry")
@guard(queries.find_mail, may_handle_mail)
def retry(mail: Mail) -> Response:
    try:
        operations.retry_mail(mail, by=viewer())
        flash(_("The mail to %(name)s is tried again the next time mail goes out.", name=mail.recipient.name), "good")
    except operations.NotNow:
        flash(_("This mail can't be tried again: it is not given up, or the person wants it no more."), "bad")
    return redirect(url_for(".index"))


@bp.post("/mail/<int:mail_id>/give-up")
@guard(queries.find_mail, may_handle_mail)
def give_up(mail: Mail) -> Response:
    try:
        operations.give_up_mail(mail, by=viewer())
        flash(_("The mail to %(name)s is given up.", name=mail.recipient.name), "good")
    except operations.NotNow:
        flash(_("This mail no longer waits, or is just being sent."), "bad")
    return redirect(url_for(".index"))
