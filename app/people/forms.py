"""Signing in, one's own profile, and accounts."""

from __future__ import annotations

from typing import Any

import wtforms as w
from wtforms.validators import ValidationError

from app.core.forms import BaseForm, ChoiceField, TextField, VersionedForm, required, stripped, words_as_choices
from app.core.languages import LANGUAGES, lazy
from app.core.languages import gettext as _
from app.people.labels import CONTRASTS, ROLES, THEMES
from app.people.models import Contrast, Role, Theme
from app.people.passwords import LONGEST, SHORTEST


def email_like(_form: Any, field: w.Field) -> None:
    name, at, host = (field.data or "").partition("@")
    if field.data and not (name and at and "." in host and " " not in field.data):
        raise ValidationError(_("Write a whole e-mail address, such as name@example.dk."))


def long_enough(_form: Any, field: w.Field) -> None:
    if field.data and not SHORTEST <= len(field.data) <= LONGEST:
        raise ValidationError(
            _("Choose a password of at least %(shortest)s characters. A sentence is fine.", shortest=SHORTEST)
        )


class SecretField(w.PasswordField):
    """A password: never shown again, never stripped."""


class SignInForm(BaseForm):
    email = w.EmailField(lazy("E-mail"), [required(lazy("Write your e-mail address."))], filters=[stripped])
    password = SecretField(lazy("Password"), [required(lazy("Write your password."))])


class ProfileForm(BaseForm):
    name = TextField(lazy("Name"), limit=120, validators=[required(lazy("Write your name."))])
    language = w.SelectField(lazy("Language"), choices=words_as_choices(LANGUAGES))
    theme = ChoiceField(lazy("Light or dark"), Theme, THEMES)
    contrast = ChoiceField(lazy("Contrast"), Contrast, CONTRASTS)


class PasswordForm(BaseForm):
    current = SecretField(lazy("Your password now"), [required(lazy("Write the password you have now."))])
    password = SecretField(
        lazy("New password"), [required(lazy("Write a new password.")), long_enough],
        description=lazy("At least 12 characters. A sentence is fine."),
    )  # fmt: skip
    again = SecretField(lazy("New password once more"))

    def validate_again(self, field: w.Field) -> None:
        if field.data != self.password.data:
            raise ValidationError(_("The two new passwords are not the same."))


class FirstAdministratorForm(BaseForm):
    name = TextField(lazy("Name"), limit=120, validators=[required(lazy("Write your name."))])
    email = w.EmailField(lazy("E-mail"), [required(lazy("Write your e-mail address.")), email_like], filters=[stripped])
    password = SecretField(
        lazy("Password"), [required(lazy("Choose a password.")), long_enough],
        description=lazy("At least 12 characters. A sentence is fine."),
    )  # fmt: skip


class UserForm(VersionedForm):
    name = TextField(lazy("Name"), limit=120, validators=[required(lazy("Write the person's name."))])
    email = w.EmailField(
        lazy("E-mail"), [required(lazy("Write the person's e-mail address.")), email_like], filters=[stripped],
        description=lazy("They sign in with it."),
    )  # fmt: skip
    job_title = TextField(lazy("Job title"), limit=120)
    role = ChoiceField(lazy("Role"), Role, ROLES, description=lazy("What the person may do in the register."))
    language = w.SelectField(lazy("Language"), choices=words_as_choices(LANGUAGES))
    password = SecretField(
        lazy("Password"), [long_enough],
        description=lazy("Hand it over in person. Leave it empty to keep the one they have."),
    )  # fmt: skip
