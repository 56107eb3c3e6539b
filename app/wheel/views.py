"""The year wheel on the screen and on paper, the yearly duties, and the calendars that people subscribe to."""

from __future__ import annotations

import hashlib
import logging
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from app.core import documents
from app.core.access import guard, public, viewer
from app.core.calendars import MEDIA_TYPE, Entry, calendar
from app.core.clock import today
from app.core.formats import month as month_name
from app.core.holidays import public_holidays
from app.core.keys import is_key
from app.core.languages import gettext as _
from app.core.languages import speaking
from app.core.operation import Stale
from app.core.paper_pdf import Unmade
from app.core.settings import setting
from app.organisation.models import Committee
from app.organisation.queries import committee_options, find_committee
from app.organisation.standing import KEEPING, standing_of
from app.organisation.viewers import the_organisation, with_standing
from app.people.models import Role
from app.wheel import entries, geometry, operations, queries
from app.wheel.forms import DutyForm, LinkForm, NewDutyForm
from app.wheel.labels import KINDS, MANY
from app.wheel.marks import Kind
from app.wheel.models import CalendarLink
from app.wheel.papers import paper_of
from app.wheel.policy import may_add_duty, may_edit_duty, may_end_duty, may_resume_duty
from app.wheel.queries import Asked
from app.wheel.yearly import Duty, how_often

log = logging.getLogger("pejling")
bp = Blueprint("wheel", __name__)

FIRST, LAST = 2000, 2100  # the years that there are
REGISTERS = {"meeting": "meetings.index", "review": "dossier.index", "action": "actions.index"}
EVERYBODY = "all"  # in place of a committee's number


@bp.get("/wheel")
@guard()
def show() -> str:
    asked = _asked()
    year = queries.year_for(viewer(), asked)
    return render_template(
        "wheel/show.html", options=committee_options(), whole=EVERYBODY, registers=REGISTERS, **_drawn(asked, year),
        own={seat.committee_id: seat.committee_name for seat in standing_of(viewer()).seats},
    )  # fmt: skip


def _drawn(asked: Asked, year: Any) -> dict[str, Any]:
    """What the drawing needs."""
    return {
        "year": year, "kinds": KINDS, "many": MANY, "places": list(geometry.placed(year.months)), "geometry": geometry,
        "month_name": month_name, "holidays": public_holidays(asked.year), "pause": int(setting("quiet_month") or 0),
        "is_now": asked.year == today().year, "asked": asked, "url": _url(asked),
    }  # fmt: skip


def _asked() -> Asked:
    """What the address asks for; where it says nothing, this year of one's own first committee, or of all."""
    given = request.args
    year, month = given.get("year", today().year, type=int), given.get("month", type=int)
    kinds = tuple(kind for kind in Kind if kind.value in given.getlist("kind")) or tuple(Kind)
    return Asked(
        year=min(LAST, max(FIRST, year)), committee=_committee(given.get("committee", "")), kinds=kinds,
        month=month if month in range(1, 13) else None,
    )  # fmt: skip


def _committee(given: str) -> Committee | None:
    own = [seat.committee_id for seat in standing_of(viewer()).seats]
    key = int(given) if is_key(given) else own[0] if own and given != EVERYBODY else None
    return find_committee(viewer(), committee_id=key) if key is not None else None


def _url(asked: Asked) -> Any:
    """A function that gives the address of the same wheel with something else chosen."""
    now_chosen: dict[str, Any] = {
        "year": asked.year, "committee": asked.committee.id if asked.committee else EVERYBODY,
        "kind": [kind.value for kind in asked.kinds] if len(asked.kinds) < len(Kind) else None, "month": asked.month,
    }  # fmt: skip
    return lambda endpoint=".show", **other: url_for(endpoint, **(now_chosen | other))


@bp.get("/wheel/paper.pdf")
@guard()
def paper() -> Response:
    """The wheel and its list as a sheet of A3."""
    asked = _asked()
    year = queries.year_for(viewer(), asked)
    drawing = render_template("wheel/_wheel.html", on_paper=True, **_drawn(asked, year))
    whose = asked.committee.name if asked.committee else str(the_organisation() or "")
    try:
        file = documents.made(paper_of(year, whose=whose, drawing=drawing), "pdf")
    except Unmade as error:
        log.error("The year wheel could not be made as PDF: %s", error)
        flash(_("The file could not be made this time. Print the page instead."), "bad")
        return redirect(_url(asked)())
    name = f"{_('year-wheel')}-{asked.year}.pdf"
    return send_file(file, documents.FORMS["pdf"], as_attachment=True, download_name=name)


@bp.get("/wheel/duties")
@guard()
def duties() -> str:
    found = queries.all_duties()
    return render_template(
        "wheel/duties.html", duties=[one for one in found if one.ended_on is None], how_often=how_often,
        ended=[one for one in found if one.ended_on is not None], month_name=month_name,
    )  # fmt: skip


@bp.route("/wheel/duties/add", methods=["GET", "POST"])
@guard(None, may_add_duty)
def add_duty() -> Any:
    form = NewDutyForm(data={"every_years": 1, "month": today().month})
    form.offer_months()
    if viewer().role is Role.SAFETY:
        form.committee_id.blank = _("Everybody's")
    kept = [seat for seat in standing_of(viewer()).seats if seat.function in KEEPING]
    form.committee_id.offer((seat.committee_id, seat.committee_name) for seat in kept)
    if form.validate_on_submit():
        operations.add_duty(by=viewer(), **form.answers)
        flash(_("The duty stands on the wheel."), "good")
        return redirect(url_for(".duties"))
    return render_template("wheel/add_duty.html", form=form)


@bp.route("/wheel/duties/<name>/edit", methods=["GET", "POST"])
@guard(queries.find_duty, may_edit_duty)
def edit_duty(duty: Duty) -> Any:
    said = {name: getattr(duty, name) for name in ("month", "day", "every_years", "first_year", "version")}
    form = DutyForm(data=said | {"title": str(duty.title), "note": str(duty.note)})
    form.offer_months()
    if form.validate_on_submit():
        try:
            operations.revise_duty(duty, by=viewer(), version=form.seen_version, **form.answers)
        except Stale:
            form.say_stale(duty)
        else:
            flash(_("The duty is saved."), "good")
            return redirect(url_for(".duties"))
    return render_template("wheel/edit_duty.html", form=form, duty=duty), form.status


@bp.post("/wheel/duties/<name>/end")
@guard(queries.find_duty, may_end_duty)
def end_duty(duty: Duty) -> Response:
    operations.end_duty(duty, by=viewer())
    flash(_("The duty has ended. It stands below, and can be taken up again."), "good")
    return redirect(url_for(".duties"))


@bp.post("/wheel/duties/<name>/resume")
@guard(queries.find_duty, may_resume_duty)
def resume_duty(duty: Duty) -> Response:
    operations.resume_duty(duty, by=viewer())
    flash(_("The duty stands on the wheel again."), "good")
    return redirect(url_for(".duties"))


@bp.get("/wheel/links")
@guard()
def links() -> str:
    return _links(LinkForm(data={"committee_id": request.args.get("committee")}))


def _links(form: LinkForm, made: str = "") -> str:
    form.committee_id.offer(committee_options())
    return render_template("wheel/links.html", form=form, links=queries.links_of(viewer()), made=made)


@bp.post("/wheel/link")
@guard()
def link() -> str:
    """Make a link. Its secret stands on the page that answers, and nowhere else: no other page can show it again."""
    form = LinkForm()
    form.committee_id.offer(committee_options())
    if not form.validate_on_submit():
        return _links(form)
    chosen = form.committee_id.data
    committee = find_committee(viewer(), committee_id=chosen) if chosen else None
    _link, secret = operations.make_link(by=viewer(), committee=committee)
    return _links(LinkForm(formdata=None), made=url_for(".feed", token=secret, _external=True))


@bp.post("/wheel/links/<int:link_id>/revoke")
@guard(queries.find_link)
def revoke(link: CalendarLink) -> Response:
    operations.revoke_link(link, by=viewer())
    flash(_("The link is closed. Calendars that used it get nothing more."), "good")
    return redirect(url_for(".links"))


@bp.get("/calendar/<token>.ics")
@public
def feed(token: str) -> Response:
    """The calendar of a secret link, as its person may see it now. No other answer than 404 where there is none, and
    not by our page for it, which would tell the log of the address."""
    link = queries.link_of(token)
    if link is None:
        return Response("", 404, content_type="text/plain", headers=_PRIVATE)
    with speaking(link.user.language):
        whose = link.committee.name if link.committee else _("All that is mine")
        made = calendar(_entries(link), name=f"Pejling: {whose}")
    answer = Response(made, content_type=MEDIA_TYPE, headers=_PRIVATE)
    answer.set_etag(hashlib.sha256(made).hexdigest())
    return answer.make_conditional(request.environ)


_PRIVATE = {"Cache-Control": "private, no-cache", "Referrer-Policy": "no-referrer"}


def _entries(link: CalendarLink) -> list[Entry]:
    found = queries.subscribed(with_standing(link.user), link.committee)
    return entries.all_of(found, address=lambda endpoint, values: url_for(endpoint, **values, _external=True))
