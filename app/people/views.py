"""Signing in and out, one's own profile, the inbox, and the accounts."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, session, url_for
from flask_login import current_user, login_user, logout_user
from itsdangerous import BadData, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from app.core.access import guard, public, viewer
from app.core.addresses import came_from, own
from app.core.clock import now
from app.core.errors import page as error_page
from app.core.inbox import grouped
from app.core.keys import is_key, key
from app.core.languages import LANGUAGES, lazy
from app.core.languages import gettext as _
from app.core.operation import Stale
from app.people import operations, queries
from app.people.forms import FirstAdministratorForm, PasswordForm, ProfileForm, SignInForm, UserForm
from app.people.lists import PEOPLE
from app.people.models import Role, User
from app.people.passwords import matches
from app.people.policy import may_add_user, may_revise_user, may_see_users
from app.people.throttle import WINDOW, account_digest, is_blocked

bp = Blueprint("people", __name__)

LINK_HOURS = 24


@bp.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> Any:
    if current_user.is_authenticated:
        return redirect(_next())
    form = SignInForm()
    if form.validate_on_submit():
        return _try_to_sign_in(form)
    return _sign_in_page(form)


def _try_to_sign_in(form: SignInForm) -> Any:
    address = request.remote_addr or ""
    tries = queries.failed_tries(account_digest(form.email.data), address, now() - WINDOW)
    if is_blocked(*tries):
        answer, status = error_page(429, _("Signing in failed too often. Wait a quarter of an hour, then try again."))
        return answer, status, {"Retry-After": str(int(WINDOW.total_seconds()))}
    user = queries.find_by_email(form.email.data)
    known = matches(user.password_hash if user else None, form.password.data)
    if user is None or not known or not user.is_active:
        operations.note_failed_sign_in(email=form.email.data, address=address)
        form.password.errors = [_("E-mail and password do not go together. Check both and try again.")]
        return _sign_in_page(form)
    return _let_in(user)


def _sign_in_page(form: SignInForm) -> str:
    cast = current_app.extensions.get("cast", list)() if current_app.config["DEMO"] else []
    return render_template("people/sign_in.html", form=form, cast=cast, next=request.args.get("next", ""))


def _let_in(user: User) -> Response:
    session.clear()
    session.permanent = True
    operations.note_sign_in(user)
    login_user(user)
    return redirect(_next())


def _next() -> str:
    """Where the person was going: a path of our own, or the first page."""
    return own(request.args.get("next", "")) or url_for("overview.desk")


@bp.post("/sign-in/<int:user_id>")
@public
def sign_in_as(user_id: int) -> Any:
    """One button per person: in the demo only."""
    user = queries.get_user(user_id) if current_app.config["DEMO"] else None
    if user is None or not user.is_active:
        abort(404)
    return _let_in(user)


@bp.post("/sign-out")
@public
def sign_out() -> Response:
    logout_user()
    session.clear()
    flash(_("You are signed out."), "good")
    return redirect(url_for(".sign_in"))


@bp.route("/first/<token>", methods=["GET", "POST"])
@public
def first(token: str) -> Any:
    """The one-time link of a new installation: it makes the first administrator."""
    if queries.has_users() or not _is_first_token(token):
        abort(404)
    form = FirstAdministratorForm()
    if form.validate_on_submit():
        return _let_in(operations.add_first_administrator(**form.answers))
    return render_template("people/first.html", form=form)


def first_token() -> str:
    return _signer().dumps("first administrator")


def _is_first_token(token: str) -> bool:
    try:
        return bool(_signer().loads(token, max_age=LINK_HOURS * 3600) == "first administrator")
    except BadData:
        return False


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="first administrator")


@bp.post("/language/<code>")
@public
def choose_language(code: str) -> Response:
    if code not in LANGUAGES:
        abort(404)
    answer = redirect(came_from() or url_for("overview.desk"))
    if current_user.is_authenticated:
        operations.choose_language(viewer(), language=code)
    else:
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        answer.set_cookie("language", code, max_age=31_536_000, samesite="Lax", secure=secure, httponly=True)
    return answer


@bp.route("/profile", methods=["GET", "POST"])
@guard()
def profile() -> Any:
    form = ProfileForm(obj=viewer())
    if form.validate_on_submit():
        operations.revise_profile(viewer(), **form.answers)
        flash(_("Your profile is saved."), "good")
        return redirect(url_for(".profile"))
    return render_template("people/profile.html", form=form)


@bp.route("/profile/password", methods=["GET", "POST"])
@guard()
def password() -> Any:
    form = PasswordForm()
    if form.validate_on_submit() and _knows_current(form):
        operations.change_password(viewer(), password=form.password.data)
        login_user(viewer())
        flash(_("Your password is changed, and all other sessions are ended."), "good")
        return redirect(url_for(".profile"))
    return render_template("people/password.html", form=form)


def _knows_current(form: PasswordForm) -> bool:
    known = matches(viewer().password_hash, form.current.data or "")
    if not known:
        form.current.errors = [_("That is not the password you have now.")]
    return known


@bp.get("/notices")
@guard()
def notices() -> str:
    before = request.args.get("before", "")
    found = queries.notices_of(viewer(), before=key(before) if is_key(before) else None)
    shown = found[: queries.NOTICES_PER_PAGE]
    older = shown[-1].id if len(found) > len(shown) else None
    return render_template(
        "people/notices.html", groups=grouped(shown), older=older, newest=shown[0].id if shown else None,
        is_first=not before,
    )  # fmt: skip


@bp.post("/notices/read")
@guard()
def read_notices() -> Response:
    until = request.form.get("until", "")
    operations.read_notices(viewer(), until=key(until) if is_key(until) else None)
    return redirect(url_for(".notices"))


@bp.get("/people")
@guard(None, may_see_users)
def index() -> str:
    page = PEOPLE.read(queries.all_users(viewer()), request.args, path=request.path)
    return render_template("people/index.html", listing=page)


@bp.route("/people/add", methods=["GET", "POST"])
@guard(None, may_add_user)
def add() -> Any:
    form = UserForm(data={"role": Role.READER})
    form.password.description = lazy("Hand it over in person. Without one, the person can't sign in yet.")
    if form.validate_on_submit():
        try:
            user = operations.add_user(by=viewer(), **form.answers)
        except operations.EmailTaken:
            form.email.errors = [_("Another account has this address.")]
        else:
            flash(_("%(name)s now has an account.", name=user.name), "good")
            return redirect(url_for(".index"))
    return render_template("people/add.html", form=form)


@bp.route("/people/<int:user_id>/edit", methods=["GET", "POST"])
@guard(queries.find_user, may_revise_user)
def edit(user: User) -> Any:
    form = UserForm(obj=user)
    if form.validate_on_submit() and _revised(user, form):
        flash(_("The account of %(name)s is saved.", name=user.name), "good")
        return redirect(url_for(".index"))
    return render_template("people/edit.html", form=form, user=user), form.status


def _revised(user: User, form: UserForm) -> bool:
    try:
        operations.revise_user(user, by=viewer(), version=form.seen_version, **form.answers)
    except operations.EmailTaken:
        form.email.errors = [_("Another account has this address.")]
    except operations.LastAdministrator:
        form.role.errors = [_("This is the last administrator. Make another one first.")]
    except Stale:
        form.say_stale(user)
    return not form.errors


@bp.post("/people/<int:user_id>/close")
@guard(queries.find_user, may_revise_user)
def close(user: User) -> Response:
    try:
        operations.close_user(user, by=viewer())
        flash(_("The account of %(name)s is closed.", name=user.name), "good")
    except operations.LastAdministrator:
        flash(_("This is the last administrator. Make another one first."), "bad")
    return redirect(url_for(".index"))


@bp.post("/people/<int:user_id>/reopen")
@guard(queries.find_user, may_revise_user)
def reopen(user: User) -> Response:
    operations.reopen_user(user, by=viewer())
    flash(_("The account of %(name)s is open again.", name=user.name), "good")
    return redirect(url_for(".index"))
