"""The main menu and the facts that every page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Flask, request, url_for
from flask_login import current_user

from app.core.access import RULES, viewer
from app.core.languages import LANGUAGES, lazy
from app.organisation.viewers import the_organisation
from app.people.queries import unread_count


@dataclass(frozen=True)
class Item:
    endpoint: str
    label: Any
    icon: str
    group: int = 1
    rule: str = ""  # the rule that must let the person in, where the page is not for everybody
    also: tuple[str, ...] = ()  # blueprints or endpoints whose pages belong under this item
    count: int = 0

    @property
    def url(self) -> str:
        return url_for(self.endpoint)

    @property
    def current(self) -> bool:
        here = request.endpoint or ""
        return here == self.endpoint or here in self.also or here.split(".")[0] in self.also


GROUPS = {1: "", 2: lazy("Work environment"), 3: lazy("The organisation"), 4: lazy("Set up")}

ITEMS = (
    Item("overview.desk", lazy("My desk"), "desk"),
    Item("dossier.index", lazy("Goals"), "goals", also=(
        "goals", "risks", "effects", "load.mark", "hearings",
        "barriers.index", "barriers.report", "barriers.assign", "barriers.remove", "barriers.keep",
        "dossier.show", "dossier.history", "dossier.start",
        "balances.index", "balances.read", "balances.side", "balances.agree",
        "comments.index", "comments.add", "comments.reply", "comments.answer", "comments.take_up", "comments.edit",
    )),
    Item("dossier.due", lazy("Due for review"), "clock"),
    Item("meetings.index", lazy("Meetings"), "meeting", also=("meetings", "agenda", "live", "minutes")),
    Item("decisions.log", lazy("Decisions"), "check", also=("decisions",)),
    Item("wheel.show", lazy("Year wheel"), "wheel", also=("wheel",)),
    Item("dialogue.index", lazy("Dialogue questions"), "question", also=("dialogue.add", "dialogue.edit")),
    Item("strategy.index", lazy("Strategic objectives"), "overview", also=("strategy",)),
    Item("actions.index", lazy("Actions"), "action", group=2, also=("actions",)),
    Item("barriers.register", lazy("Barriers"), "flag", group=2),
    Item("load.index", lazy("Goal load"), "trend", group=2, also=("load.show", "load.end")),
    Item("checks.index", lazy("Service check"), "shield", group=2, also=("checks",)),
    Item("apv.index", lazy("Workplace assessment"), "minutes", group=2, also=("apv",)),
    Item("organisation.index", lazy("Units"), "people", group=3, also=(
        "organisation.show", "organisation.add", "organisation.edit", "organisation.set_up", "comments.times",
    )),
    Item("organisation.committees", lazy("Committees"), "hearing", group=3, also=(
        "organisation.committee", "balances.practice", "balances.practice_side", "balances.practice_agree",
        "soundings", "dialogue.sessions", "dialogue.start", "dialogue.show", "dialogue.choose", "dialogue.answer",
        "dialogue.decide", "dialogue.end", "agenda.take_up",
    )),
    Item("organisation.definition", lazy("Our definition"), "question", group=3),
    Item("organisation.settings", lazy("Settings"), "gear", group=4, also=("organisation.edit_settings", "library")),
    Item("exchange.goals", lazy("Import goals"), "import", group=4, rule="exchange.may_import", also=("exchange",)),
    Item("people.index", lazy("Accounts"), "people", group=4, rule="people.may_see_users",
         also=("people.add", "people.edit")),
    Item("mail.index", lazy("Outgoing mail"), "bell", group=4, rule="mail.may_see_mail", also=("mail.index",)),
)  # fmt: skip


def menu() -> list[Item]:
    """The items that this person may open."""
    if not current_user.is_authenticated:
        return []
    return [item for item in ITEMS if not item.rule or RULES[item.rule](viewer())]


def init_app(app: Flask) -> None:
    @app.context_processor
    def everywhere() -> dict[str, Any]:
        signed_in = bool(current_user and current_user.is_authenticated)
        return {
            "navigation": menu(),
            "navigation_groups": GROUPS,
            "organisation_name": _organisation_name(),
            "unread_notices": unread_count(viewer()) if signed_in else 0,
            "demo": app.config["DEMO"],
            "languages": LANGUAGES,
            "here": request.full_path.rstrip("?"),
        }


def _organisation_name() -> str:
    organisation = the_organisation()
    return organisation.name if organisation else ""
