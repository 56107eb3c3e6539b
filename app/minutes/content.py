"""The minutes as plain data: what the page shows, the papers print and the lock keeps, all made from the outcomes.

There are two versions: the committee's own, and one for all staff without its confidential items. Each has a checksum,
that of the file which holds it in Danish, whoever asks; the sides approve and lock the committee's own. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.core.languages import language
from app.decisions.models import Outcome
from app.decisions.wording import said
from app.dialogue.guide import said as asked_in
from app.meetings.labels import ITEM_KINDS, ITEM_STATES, KINDS, PRESENCES
from app.meetings.models import Attendance, ItemState, Meeting
from app.meetings.naming import full_title, title_of
from app.meetings.points import heading_of
from app.meetings.sight import Line
from app.minutes.models import Statement
from app.organisation.labels import FUNCTIONS, MANDATES, SIDES
from app.organisation.models import Function

Content = dict[str, Any]


def content_of(
    meeting: Meeting, lines: Sequence[Line], outcomes: Mapping[int, Sequence[Outcome]],
    statements: Mapping[int, Sequence[Statement]],
) -> Content:  # fmt: skip
    """The committee's own minutes, in the language that is spoken. Whole days as ISO text, times as "09:00"."""
    return {
        "committee": meeting.committee.name,
        "kind": str(KINDS[meeting.kind]),
        "is_discussion": meeting.holds_discussion,
        "day": meeting.held_on.isoformat(),
        "begins": f"{meeting.begins:%H:%M}",
        "ends": f"{meeting.ends:%H:%M}",
        "place": meeting.place,
        "tell": meeting.tell_colleagues,
        "people": [_person(row) for row in meeting.attendances],
        "items": [_item(line, outcomes.get(line.item.id, ()), statements.get(line.item.id, ())) for line in lines],
    }


def _person(row: Attendance) -> Content:
    function = str(FUNCTIONS[row.function]) if row.function not in {None, Function.MEMBER} else ""
    return {
        "name": row.name, "side": str(SIDES[row.side]) if row.side else "", "function": function,
        "as": str(MANDATES[row.mandate]) if row.mandate else row.guest_as,
        "presence": str(PRESENCES[row.presence]) if row.presence else "", "part": row.part_words,
        "substitute": row.substitute_name,
    }  # fmt: skip


def _item(line: Line, outcomes: Iterable[Outcome], statements: Iterable[Statement]) -> Content:
    item = line.item
    return {
        "number": line.number, "title": full_title(item), "open_title": title_of(item, None),
        "kind": str(ITEM_KINDS[item.kind]), "is_confidential": item.is_kept_back or item.waits_for_minutes,
        "heading": heading_of(item.point),
        "state": str(ITEM_STATES[item.state]) if item.state is ItemState.CARRIED else "",
        "case": item.case_text, "recommendation": item.recommendation, "discussion": item.discussion,
        "questions": [{"asked": asked_in(one), "answer": one.answer} for one in item.questions if one.answer],
        "dialogue": (item.brought or {}).get(language()),
        "annexes": [annex.name for annex in item.annexes],
        "outcomes": [said(one) for one in outcomes],
        "statements": [{"by": one.made_by.name, "for": one.on_behalf_of, "words": one.words} for one in statements],
    }  # fmt: skip


def for_staff(content: Content) -> Content:
    """What all staff may read of it: no confidential item in any part of it, nor a part of one, and drafts by their
    numbers alone."""
    hidden = _hidden(content)
    items = [_open(item) for item in content["items"] if item["number"] not in hidden]
    return content | {"items": items}


def _open(item: Content) -> Content:
    is_draft = item["open_title"] != item["title"]
    return item | {"title": item["open_title"], "dialogue": None if is_draft else item.get("dialogue")}


def _hidden(content: Content) -> set[str]:
    """The numbers of the items that only the committee may read."""
    secret = {item["number"] for item in content["items"] if item["is_confidential"]}
    return {item["number"] for item in content["items"] if {item["number"], _point(item)} & secret}


def _point(item: Content) -> str:
    """The number of the point that an item is or is a part of."""
    return str(item["number"]).split(".")[0]


def written(content: Content) -> bytes:
    """The content as the file of which the checksum is: JSON with sorted keys, no spaces, in UTF-8."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(content: Content) -> str:
    """SHA-256 of that file, in hexadecimal digits."""
    return hashlib.sha256(written(content)).hexdigest()


def says_something(item: Content) -> bool:
    """Whether anything was written or recorded on an item."""
    return any(item[name] for name in ("case", "recommendation", "discussion", "outcomes", "statements", "state",
                                         "questions", "dialogue"))  # fmt: skip


def by_heading(content: Content) -> dict[int, list[Content]]:
    """The items that answer each of the law's five headings of the yearly work-environment discussion; the parts of a
    point answer its heading with it."""
    of_point = {item["number"]: item["heading"] for item in content["items"]}
    headed = [(item["heading"] or of_point.get(_point(item), 0), item) for item in content["items"]]
    return {number: [item for heading, item in headed if heading == number] for number in range(1, 6)}


def hidden_under(content: Content) -> set[int]:
    """The headings under which something was recorded that only the committee may read."""
    hidden = _hidden(content)
    return {
        number
        for number, items in by_heading(content).items()
        if any(item["number"] in hidden and says_something(item) for item in items)
    }
