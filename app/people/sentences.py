"""How the history tells what happened to accounts."""

from __future__ import annotations

from app.core.languages import lazy
from app.people.labels import CONTRASTS, FIELDS, ROLES, THEMES

SENTENCES = {
    "user.added": lazy("%(actor)s added the account of %(subject)s."),
    "user.revised": lazy("%(actor)s changed the account of %(subject)s."),
    "user.closed": lazy("%(actor)s closed the account of %(subject)s."),
    "user.reopened": lazy("%(actor)s opened the account of %(subject)s again."),
    "user.profile_revised": lazy("%(actor)s changed their own profile."),
    "user.language_chosen": lazy("%(actor)s chose another language."),
    "user.password_changed": lazy("%(actor)s changed their password."),
    "user.signed_in": lazy("%(actor)s signed in."),
    "sign_in_attempt.failed": lazy("Someone tried to sign in and failed."),
    "follow.set": lazy("%(actor)s chose what to follow."),
    "user.notices_read": lazy("%(actor)s read their notices."),
}

NOTICES = {"user.password_set": lazy("%(actor)s set a new password for your account.")}
ADDRESSES = {"user": ("people.profile", "")}
LABELS = {"user": FIELDS}
VALUES = {"user": {"role": ROLES, "theme": THEMES, "contrast": CONTRASTS}}
