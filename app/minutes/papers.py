"""Minutes, agendas and briefing packs as papers. Pure: content in, a paper out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from app.core.formats import day
from app.core.languages import gettext as _
from app.core.languages import language
from app.core.paper import Block, Facts, Paper, Points, Section, Table, Words
from app.dialogue.guide import said as asked_in
from app.meetings.labels import ITEM_KINDS, KINDS
from app.meetings.models import Meeting
from app.meetings.naming import reasons_of, title_of
from app.meetings.points import HEADINGS
from app.meetings.sight import Line
from app.minutes.briefing import case_of
from app.minutes.content import Content, by_heading, says_something
from app.people.models import User


def minutes_paper(content: Content, *, organisation: str, staff: bool, mark: str, addenda: Sequence[str]) -> Paper:
    """The minutes of one meeting. `mark` is the checksum of locked ones, '' for others."""
    title = _("Minutes: %(committee)s", committee=content["committee"])
    return Paper(
        title=title, subtitle=when(content), language=language(), facts=_facts(content, organisation, mark),
        sections=[*_told(content, staff=staff), *_body(content), *_after(addenda, staff=staff, mark=mark)],
    )  # fmt: skip


def when(content: Content) -> str:
    """'24 September 2026, 9.00 to 12.00'."""
    begins, ends = (_clock(content[name]) for name in ("begins", "ends"))
    return _("%(day)s, %(begins)s to %(ends)s", day=day(date.fromisoformat(content["day"])), begins=begins, ends=ends)


def _clock(text: str) -> str:
    hour, minute = text.split(":")
    return f"{int(hour)}{'.' if language() == 'da' else ':'}{minute}"


def _facts(content: Content, organisation: str, mark: str) -> Facts:
    return Facts([
        (_("Organisation"), organisation), (_("Kind of meeting"), content["kind"]), (_("Place"), content["place"]),
        (_("Checksum (SHA-256)"), mark),
    ])  # fmt: skip


def _told(content: Content, *, staff: bool) -> list[Section]:
    told = Section(_("What we tell our colleagues"), [Words(content["tell"])]) if content["tell"] else None
    people = Section(_("Who was there"), [_people(content)])
    if told is None:
        return [people]
    return [told, people] if staff else [people, told]


def _people(content: Content) -> Table:
    rows = [
        (one["name"] or _("Vacant seat"), ", ".join(word for word in (one["as"], one["function"]) if word), one["side"],
         "; ".join(word for word in (one["presence"], one["part"], _stand_in(one)) if word))
        for one in content["people"]
    ]  # fmt: skip
    heads = (_("Name"), _("As"), _("Side"), _("Was there"))
    return Table(_("Who was there"), heads, rows, (26, 28, 20, 26), empty=_("Nobody is noted."))


def _stand_in(one: Content) -> str:
    return _("substitute: %(name)s", name=one["substitute"]) if one["substitute"] else ""


def _body(content: Content) -> list[Section]:
    return [_item(item) for item in content["items"]]


def _item(item: Content) -> Section:
    level = 2 if "." in item["number"] else 1
    heading = f"{item['number']}. {item['title']}" if level == 1 else f"{item['number']} {item['title']}"
    return Section(heading, list(_said(item)), level=level)


def _said(item: Content) -> Iterable[Block]:
    notes = [item["kind"], item["state"], _("Confidential") if item["is_confidential"] else ""]
    yield Words(" · ".join(note for note in notes if note), soft=True)
    for label, text in (
        (_("The case"), item["case"]), (_("Recommendation"), item["recommendation"]),
        (_("What was said"), item["discussion"]),
    ):  # fmt: skip
        if text:
            yield Facts([(label, text)])
    if item["dialogue"]:
        yield from _dialogue(item["dialogue"])
    if item["questions"]:
        yield Facts([(one["asked"], one["answer"]) for one in item["questions"]])
    if item["outcomes"]:
        yield Words(_("What was decided"))
        yield Points(item["outcomes"])
    for one in item["statements"]:
        yield Facts([(_statement(one), one["words"])])
    if item["annexes"]:
        yield Words(_("Annexes: %(names)s", names=", ".join(item["annexes"])), soft=True)


def _dialogue(one: Content) -> Iterable[Block]:
    yield Words(_("The dialogue of %(day)s", day=day(date.fromisoformat(one["day"]))))
    if one["summary"]:
        yield Words(one["summary"])
    pairs = [*one["agreed"], *((asked["asked"], asked["answer"]) for asked in one["questions"])]
    if pairs:
        yield Facts([(name, words) for name, words in pairs])
    if one["moves"]:
        yield Points([_move(move) for move in one["moves"]])


def _move(move: Content) -> str:
    """'The list is taken down (Nadia Rahimi, 3 March 2026)'."""
    notes = [move["who"], day(date.fromisoformat(move["by"])) if move["by"] else ""]
    return f"{move['title']} ({', '.join(note for note in notes if note)})"


def _statement(one: Content) -> str:
    return _("Statement, %(who)s", who=one["for"] or one["by"])


def _after(addenda: Sequence[str], *, staff: bool, mark: str = "") -> list[Section]:
    sections = [Section(_("Added later"), [Points(addenda)])] if addenda else []
    notes = [_("Confidential items are left out.")] if staff else []
    notes += [how_to_check()] if mark else []
    if notes:
        sections.append(Section(_("About this version"), [Words(note, soft=True) for note in notes]))
    return sections


def how_to_check() -> str:
    """How anybody sees that the minutes are still those that were locked."""
    return _(
        "To check them, save the file “Locked minutes (JSON)” from the page of the minutes and let sha256sum, or any "
        "program for checksums, read it: the number must be the checksum given here."
    )


def proof_paper(content: Content, *, organisation: str, mark: str, hidden: Collection[int]) -> Paper:
    """What shows that the yearly work-environment discussion was held: the law's five headings, with what was said and
    decided under each. Under those that are `hidden` something confidential was recorded: that is said, and no more."""
    found = by_heading(content)
    return Paper(
        title=_("The yearly work-environment discussion"),
        subtitle=f"{content['committee']}, {when(content)}",
        language=language(),
        facts=_facts(content, organisation, mark),
        sections=[
            Section(_("About this document"), [Words(_(
                "The employer must be able to show in writing that the yearly discussion was held "
                "(the Working Environment Act and order no. 65 of 22 January 2024). This is taken from the minutes."
            ))]),
            Section(_("Who was there"), [_people(content)]),
            *(_heading(number, items, is_hidden=number in hidden) for number, items in found.items()),
        ],
    )  # fmt: skip


def _heading(number: int, items: Sequence[Content], *, is_hidden: bool) -> Section:
    blocks: list[Block] = []
    for item in items:
        if says_something(item):
            blocks.append(Words(_("Item %(number)s: %(title)s", number=item["number"], title=item["title"]), soft=True))
            blocks += [block for block in _said(item) if not (isinstance(block, Words) and block.soft)]
    if note := _left_out(has_more=bool(blocks), is_hidden=is_hidden):
        blocks.append(Words(note, soft=True))
    return Section(f"{number}. {HEADINGS[number]}", blocks)


def _left_out(*, has_more: bool, is_hidden: bool) -> str:
    """What is said of a heading besides what stands under it; nothing where that is all."""
    if is_hidden and has_more:
        return _("Something more was recorded here. It is confidential and stands in the committee's own minutes.")
    if is_hidden:
        return _("What was recorded under this heading is confidential. It stands in the committee's own minutes.")
    return "" if has_more else _("Nothing was recorded under this heading.")


def year_paper(
    contents: Sequence[tuple[Content, str, Sequence[str]]], *, title: str, organisation: str, staff: bool
) -> Paper:  # fmt: skip
    """A committee's minutes of a year, one after the other, each with its checksum and what was added to it later."""
    sections: list[Section] = []
    for content, mark, added in contents:
        facts = [
            (_("Kind of meeting"), content["kind"]),
            (_("Place"), content["place"]),
            (_("Checksum (SHA-256)"), mark),
        ]
        sections.append(Section(when(content), [Facts(facts)]))
        inner = [*_told(content, staff=staff), *_body(content), *_after(added, staff=False)]
        sections += [Section(one.heading, one.blocks, level=min(one.level + 1, 3)) for one in inner]
    if staff and sections:
        sections += _after((), staff=True)
    empty = [Section(_("No minutes"), [Words(_("No minutes were sent out that year."))])]
    return Paper(title=title, language=language(), facts=Facts([(_("Organisation"), organisation)]),
                 sections=sections or empty)  # fmt: skip


def agenda_paper(meeting: Meeting, lines: Sequence[Line], *, user: User, organisation: str) -> Paper:
    """The agenda, as one reader may read it."""
    rows = [
        (line.number, title_of(line.item, user), str(ITEM_KINDS[line.item.kind]), line.item.minutes_planned or "")
        for line in lines
    ]
    heads = (_("No."), _("Item"), _("Type"), _("Minutes"))
    return Paper(
        title=_("Agenda: %(committee)s", committee=meeting.committee.name), subtitle=_when(meeting),
        language=language(), facts=_meeting_facts(meeting, organisation),
        sections=[
            Section(_("Overview"), [Table(_("Overview"), heads, rows, (8, 56, 22, 14), empty=_("No items yet."))]),
            *(_agenda_item(line, user) for line in lines if _tells(line)),
        ],
    )  # fmt: skip


def _when(meeting: Meeting) -> str:
    begins, ends = (_clock(f"{one:%H:%M}") for one in (meeting.begins, meeting.ends))
    return _("%(day)s, %(begins)s to %(ends)s", day=day(meeting.held_on), begins=begins, ends=ends)


def _meeting_facts(meeting: Meeting, organisation: str) -> Facts:
    return Facts([
        (_("Organisation"), organisation), (_("Kind of meeting"), str(KINDS[meeting.kind])),
        (_("Place"), meeting.place), (_("Note"), meeting.note),
    ])  # fmt: skip


def _tells(line: Line) -> bool:
    item = line.item
    return bool(item.case_text or item.recommendation or item.annexes or item.reasons or item.questions)


def _agenda_item(line: Line, user: User) -> Section:
    item = line.item
    blocks: list[Block] = [Points(reasons)] if (reasons := reasons_of(item)) else []
    blocks += case_of(item)
    if item.questions:
        blocks += [Words(_("Talk about")), Points([asked_in(one) for one in item.questions])]
    if item.annexes:
        names = ", ".join(annex.name for annex in item.annexes)
        blocks.append(Words(_("Annexes: %(names)s", names=names), soft=True))
    return Section(f"{line.number} {title_of(item, user)}", blocks, level=2)


def briefing_paper(
    meeting: Meeting, lines: Sequence[Line], pages: Mapping[int, Section], *, user: User, organisation: str
) -> Paper:  # fmt: skip
    """What participants read beforehand: the agenda, what is told of items without a page of their own, then the
    `pages` of goals, by item."""
    agenda = agenda_paper(meeting, lines, user=user, organisation=organisation)
    others = [_agenda_item(line, user) for line in lines if line.item.id not in pages and _tells(line)]
    return Paper(
        title=_("Briefing: %(committee)s", committee=meeting.committee.name), subtitle=_when(meeting),
        language=language(), facts=_meeting_facts(meeting, organisation),
        sections=[*agenda.sections[:1], *others, *pages.values()],
    )  # fmt: skip
