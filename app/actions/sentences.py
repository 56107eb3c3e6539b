"""How the history and the inbox tell of actions."""

from __future__ import annotations

from app.actions import labels
from app.core.languages import lazy

SENTENCES = {
    "action.added": lazy("%(actor)s added the action “%(subject)s”."),
    "action.revised": lazy("%(actor)s revised the action “%(subject)s”."),
    "action.moved": lazy("%(actor)s told how the action “%(subject)s” goes."),
    "action.finished": lazy("%(actor)s finished the action “%(subject)s”. Its effect is still to be checked."),
    "action.checked": lazy("%(actor)s checked the effect of the action “%(subject)s” and closed it."),
    "action.reopened": lazy("%(actor)s took the action “%(subject)s” up again, since it had not worked."),
    "action.dropped": lazy("%(actor)s dropped the action “%(subject)s”."),
}
LABELS = {"action": labels.FIELDS}
VALUES = {"action": labels.VALUES}
NOTICES = {
    "action.given": lazy("%(actor)s made you responsible for this action."),
    "action.taken": lazy("%(actor)s made somebody else responsible for this action."),
    "action.finished": lazy("%(actor)s finished this action. Its effect is still to be checked."),
    "action.checked": lazy("%(actor)s checked whether this action worked, and closed it."),
    "action.reopened": lazy("%(actor)s took this action up again, since it had not worked."),
    "action.dropped": lazy("%(actor)s dropped this action."),
}
ADDRESSES = {"action": ("actions.show", "action_id")}
