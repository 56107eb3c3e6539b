"""Accessibility of every page, with the whole demo in it: axe finds nothing, none scrolls sideways or logs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from app.core.db import db

AXE = Axe().axe_script
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],  # else every node that is in order is described and sent too
}
LOOKS = {
    "light desktop": {"color_scheme": "light", "viewport": {"width": 1360, "height": 900}, "language": "da"},
    "dark desktop": {"color_scheme": "dark", "viewport": {"width": 1360, "height": 900}, "language": "en"},
    "light phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}, "language": "en"},
    "dark phone": {"color_scheme": "dark", "viewport": {"width": 390, "height": 844}, "language": "da"},
}
# A page is loaded in the first look, and then turned into the second: each page is loaded in both widths.
TURNED = {"da": ("light desktop", "dark phone"), "en": ("light phone", "dark desktop")}

# Every page that is shown on GET. Goal 9 is the richest, 11 a draft, 30 retired.
PAGES = {
    "people.sign_in": ["/sign-in"],
    "overview.desk": ["/"],
    "overview.following": ["/following"],
    "dossier.index": ["/goals", "/goals?q=findes+ikke", "/goals?focus=left&columns=balances&columns=purpose"],
    "dossier.due": ["/goals/due"],
    "dossier.show": ["/goals/9", "/goals/11", "/goals/30", "/goals/13", "/goals/19"],
    "dossier.history": ["/goals/9/history"],
    "dossier.start": ["/goals/11/start"],
    "goals.add": ["/goals/add"],
    "goals.edit": ["/goals/9/edit"],
    "goals.retire": ["/goals/9/retire"],
    "goals.review": ["/goals/9/review"],
    "meetings.index": ["/meetings", "/meetings?committee=mine"],
    "meetings.show": ["/meetings/{coming}", "/meetings/{out}"],
    "meetings.committee": ["/committees/1/meetings"],
    "meetings.plan": ["/committees/1/meetings/plan"],
    "meetings.plan_year": ["/committees/1/meetings/plan-year"],
    "meetings.copy_year": ["/committees/1/meetings/{year}/copy"],
    "meetings.edit": ["/meetings/{coming}/edit"],
    "meetings.call": ["/meetings/{coming}/call"],
    "meetings.cancel": ["/meetings/{coming}/cancel"],
    "meetings.add_guest": ["/meetings/{coming}/guests/add"],
    "meetings.attendance": ["/meetings/{out}/attendance"],
    "decisions.log": ["/decisions", "/decisions?q=findes+ikke"],
    "decisions.changed": ["/decisions/changed"],
    "decisions.reword": ["/meetings/{out}/items/{decided}/outcomes/{outcome}/reword"],
    "minutes.show": ["/meetings/{out}/minutes", "/meetings/{out}/minutes?version=staff", "/meetings/1/minutes"],
    "minutes.tell": ["/meetings/{out}/minutes/tell"],
    "minutes.state": ["/meetings/{out}/minutes/state"],
    "minutes.remark": ["/meetings/{out}/minutes/remark"],
    "agenda.prepare": ["/meetings/{coming}/agenda"],
    "agenda.item": ["/meetings/{coming}/items/{drawn}"],
    "agenda.add": ["/meetings/{coming}/items/add"],
    "agenda.edit": ["/meetings/{coming}/items/{drawn}/edit"],
    "agenda.move": ["/meetings/{coming}/items/{drawn}/move"],
    "agenda.attach": ["/meetings/{coming}/items/{drawn}/attach"],
    "agenda.propose": ["/committees/1/proposals/add"],
    "agenda.backlog": ["/committees/1/backlog"],
    "balances.index": ["/goals/9/balances", "/goals/1/balances", "/goals/35/balances"],
    "balances.read": ["/goals/9/balances/read"],
    "balances.side": ["/goals/35/balances/side"],
    "balances.agree": ["/goals/35/balances/agree"],
    "balances.practice": ["/committees/1/practice", "/committees/10/practice"],
    "balances.practice_side": ["/committees/1/practice/side"],
    "balances.practice_agree": ["/committees/1/practice/agree"],
    "apv.index": ["/apv", "/apv?unit=8"],
    "apv.show": ["/apv/11", "/apv/8?below=1", "/apv/2"],
    "apv.note": ["/apv/9/note"],
    "risks.index": ["/goals/9/risks"],
    "risks.assess": ["/goals/9/risks/assess"],
    "risks.accept": ["/goals/9/risks/strains/{strain}/accept"],
    "risks.show": ["/goals/9/risks/{assessment}", "/goals/9/risks/{assessment}?picture=ahead"],
    "actions.index": ["/actions", "/actions?overdue=work", "/actions?q=findes+ikke"],
    "actions.board": ["/actions/board"],
    "actions.show": ["/actions/{experiment}", "/actions/{underway}", "/actions/{done}"],
    "actions.add": ["/actions/add?goal=9"],
    "actions.edit": ["/actions/{underway}/edit"],
    "actions.progress": ["/actions/{underway}/progress"],
    "actions.finish": ["/actions/{underway}/finish"],
    "actions.check": ["/actions/{done}/check"],
    "actions.drop": ["/actions/{underway}/drop"],
    "hearings.index": ["/goals/13/hearings", "/goals/3/hearings", "/goals/9/hearings"],
    "hearings.open": ["/goals/9/hearings/open"],
    "hearings.skip": ["/goals/9/hearings/skip"],
    "hearings.show": ["/goals/9/hearings/{outdated}", "/goals/11/hearings/{running}"],
    "hearings.withdraw": ["/goals/11/hearings/{unanswered}/withdraw"],
    "hearings.add_briefing": ["/goals/9/briefings/add"],
    "hearings.revise_briefing": ["/goals/15/briefings/{briefing}/revise"],
    "hearings.give_notice": ["/goals/13/notices/give"],
    "hearings.notice": ["/goals/13/notices/1"],
    "comments.index": ["/goals/9/comments"],
    "comments.reply": ["/goals/9/comments/{comment}/reply"],
    "comments.times": ["/answer-times", "/answer-times?unit=5"],
    "checks.index": ["/service-check", "/service-check?unit=5"],
    "checks.show": [
        "/service-check/far_without_reason",
        "/service-check/thin_objective",
        "/service-check/pay_unassessed",
    ],
    "checks.set_aside": ["/service-check/identifiable/7/set-aside"],
    "effects.index": ["/goals/9/effects", "/goals/1/effects"],
    "effects.report": ["/goals/9/effects/report"],
    "effects.answer": ["/goals/9/effects/{effect}/answer"],
    "barriers.register": ["/barriers", "/barriers?status=open&overdue=yes"],
    "barriers.index": ["/goals/1/barriers", "/goals/15/barriers", "/goals/20/barriers", "/goals/2/barriers"],
    "barriers.report": ["/goals/9/barriers/report"],
    "barriers.assign": ["/goals/15/barriers/{barrier}/assign"],
    "barriers.remove": ["/goals/15/barriers/{barrier}/remove"],
    "barriers.keep": ["/goals/15/barriers/{barrier}/keep"],
    "wheel.show": ["/wheel", "/wheel?committee=all", "/wheel?committee=all&kind=review&month=12"],
    "wheel.duties": ["/wheel/duties"],
    "wheel.add_duty": ["/wheel/duties/add"],
    "wheel.edit_duty": ["/wheel/duties/budget/edit"],
    "wheel.links": ["/wheel/links"],
    "load.index": ["/load", "/load?much=hours"],
    "load.show": ["/load/9", "/load/1"],
    "load.mark": ["/goals/2/tensions/mark"],
    "load.end": ["/load/tensions/{tension}/end"],
    "soundings.index": ["/committees/2/soundings", "/committees/8/soundings"],
    "soundings.open": ["/committees/2/soundings/open"],
    "soundings.show": ["/committees/2/soundings/1", "/committees/2/soundings/2"],
    "soundings.cast": ["/committees/2/soundings/2/cast"],
    "soundings.close": ["/committees/2/soundings/2/close"],
    "soundings.projector": ["/committees/2/soundings/2/projector", "/committees/2/soundings/1/projector"],
    "soundings.agree": ["/committees/2/soundings/1/agree"],
    "strategy.index": ["/objectives"],
    "strategy.show": ["/objectives/1"],
    "strategy.add": ["/objectives/add"],
    "strategy.edit": ["/objectives/1/edit"],
    "organisation.index": ["/organisation", "/organisation?closed=1"],
    "organisation.show": ["/organisation/units/5"],
    "organisation.add": ["/organisation/units/add"],
    "organisation.edit": ["/organisation/units/5/edit"],
    "organisation.committees": ["/organisation/committees"],
    "organisation.committee": ["/organisation/committees/1", "/organisation/committees/10"],
    "organisation.add_committee": ["/organisation/committees/add"],
    "organisation.edit_committee": ["/organisation/committees/1/edit"],
    "organisation.add_seat": ["/organisation/committees/1/seats/add"],
    "organisation.edit_seat": ["/organisation/committees/1/seats/{seat}/edit"],
    "organisation.definition": ["/organisation/definition"],
    "organisation.settings": ["/organisation/settings"],
    "organisation.edit_settings": ["/organisation/settings/edit"],
    "dialogue.index": ["/dialogue", "/dialogue?q=findes+ikke", "/dialogue?only=ours"],
    "dialogue.add": ["/dialogue/add"],
    "dialogue.edit": ["/dialogue/focus.4/edit", "/dialogue/use.1/edit"],
    "dialogue.sessions": ["/committees/2/dialogues", "/committees/8/dialogues"],
    "dialogue.start": ["/committees/2/dialogues/start"],
    "dialogue.show": ["/committees/2/dialogues/1", "/committees/1/dialogues/2"],
    "dialogue.choose": ["/committees/1/dialogues/2/choose"],
    "dialogue.answer": ["/committees/1/dialogues/2/questions/{asked}/answer"],
    "dialogue.decide": ["/committees/1/dialogues/2/decide"],
    "dialogue.end": ["/committees/1/dialogues/2/end"],
    "dialogue.projector": ["/committees/2/dialogues/1/projector"],
    "agenda.take_up": ["/committees/2/dialogues/1/take-up"],
    "agenda.questions": ["/meetings/{coming}/items/{drawn}/questions"],
    "library.index": ["/library", "/library?only=ours", "/library?q=findes+ikke"],
    "library.add": ["/library/add"],
    "library.edit": ["/library/shown.board/edit", "/library/registration.evenings/edit", "/library/1/edit"],
    "organisation.set_up": ["/organisation/set-up"],
    "organisation.edit_definition": ["/organisation/definition/edit"],
    "exchange.goals": ["/import/goals"],
    "people.profile": ["/profile"],
    "people.password": ["/profile/password"],
    "people.notices": ["/notices"],
    "mail.choices": ["/profile/notices"],
    "mail.index": ["/mail"],
    "people.index": ["/people"],
    "people.add": ["/people/add"],
    "people.edit": ["/people/1/edit"],
    "error pages": ["/no-such-page", "/goals/9999"],
}
NOT_HERE = {
    "meetings.export": "a file",
    "meetings.calendar_entry": "a file",
    "meetings.plan_pre_meeting": "for the employees' side; shown in test_meeting",
    "decisions.export": "a file",
    "live.show": "needs a meeting in session; shown in test_meeting",
    "live.follow": "needs a meeting in session; shown in test_meeting",
    "live.now": "a part of a page",
    "minutes.send_out": "needs a meeting in session; shown in test_meeting",
    "minutes.settle": "needs a remark; it is a form of one field",
    "minutes.add": "needs approved minutes that one keeps; shown in test_meeting",
    "minutes.paper": "a file",
    "minutes.agenda": "a file",
    "minutes.locked": "a file",
    "minutes.briefing": "a file",
    "minutes.proof": "a file",
    "minutes.year": "a file",
    "agenda.annex": "a file",
    "dialogue.paper": "a file",
    "dialogue.record": "a file",
    "agenda.put": "needs what waits in a backlog; it is a form of one field",
    "comments.answer": "for the other side only; shown in test_other_pages",
    "comments.take_up": "for the asker only; shown in test_other_pages",
    "comments.edit": "needs a comment of the last 15 minutes; shown in test_other_pages",
    "exchange.plan": "needs a file; shown in test_other_pages",
    "checks.export": "a file",
    "exchange.template": "a file",
    "dossier.export": "a file",
    "actions.export": "a file",
    "apv.plan": "a file",
    "wheel.paper": "a file",
    "wheel.feed": "a calendar",
    "actions.reopen": "needs one that did not work; shown in test_other_pages",
    "barriers.export": "a file",
    "hearings.answer": "for those who sit on a side; shown in test_hearing",
    "hearings.record": "for those who keep the committee; shown in test_hearing",
    "hearings.close": "for those who keep the committee; shown in test_hearing",
    "mail.stop": "needs a signed link; shown in test_other_pages",
    "soundings.count": "two numbers for the projector",
    "people.first": "only while there are no accounts; it is the sign-in page with one more field",
}
ADMINISTRATORS = {"/people/add", "/people/1/edit", "/mail"}
CHAIRS = {path for view in ("side", "agree", "practice_side", "practice_agree") for path in PAGES[f"balances.{view}"]}
OF_MEETINGS = ("agenda.", "meetings.", "minutes.", "decisions.reword")
CHAIRS |= {path for view, paths in PAGES.items() if view.startswith(OF_MEETINGS) for path in paths}
CHAIRS |= {path for paths in PAGES.values() for path in paths if path.startswith("/committees/1/dialogues/")}
CHAIRS -= set(PAGES["agenda.take_up"])  # the other committee's dialogue is the one that is ended


def test_every_page_is_looked_at(one_app) -> None:
    shown = {
        r.endpoint
        for r in one_app.url_map.iter_rules()
        if "GET" in r.methods and r.endpoint not in {"static", "readyz"}
    }
    assert shown == (PAGES.keys() - {"error pages"}) | NOT_HERE.keys()


@pytest.fixture(scope="session")
def ids(demo_app) -> dict[str, Any]:
    """Keys that the paths need, from the demo's database."""
    wanted = {
        "strain": "SELECT max(strain_id) FROM rating WHERE assessment_id = (SELECT max(id) FROM assessment "
        "WHERE goal_id = 9 AND finished_at IS NOT NULL)",
        "assessment": "SELECT max(id) FROM assessment WHERE goal_id = 9 AND finished_at IS NOT NULL",
        "comment": "SELECT id FROM comment WHERE goal_id = 9 AND visibility = 'all' AND parent_id IS NULL LIMIT 1",
        "outdated": "SELECT max(id) FROM hearing WHERE goal_id = 9",
        "running": "SELECT min(id) FROM hearing WHERE goal_id = 11",
        "unanswered": "SELECT max(id) FROM hearing WHERE goal_id = 11",
        "briefing": "SELECT max(id) FROM briefing WHERE goal_id = 15",
        "effect": "SELECT max(id) FROM effect WHERE goal_id = 9",
        "experiment": "SELECT max(id) FROM action WHERE kind = 'experiment' AND status = 'closed'",
        "underway": "SELECT min(id) FROM action WHERE status = 'underway'",
        "done": "SELECT min(id) FROM action WHERE status = 'done'",
        "barrier": "SELECT id FROM barrier WHERE goal_id = 15 AND status = 'open'",
        "tension": "SELECT id FROM tension WHERE goal_id = 2 AND ended_on IS NULL",
        "coming": "SELECT min(id) FROM meeting WHERE committee_id = 1 AND stage = 'planned'",
        "drawn": "SELECT min(id) FROM meeting_item WHERE drawn_key IS NOT NULL AND meeting_id = "
        "(SELECT min(id) FROM meeting WHERE committee_id = 1 AND stage = 'planned')",
        "out": "SELECT min(id) FROM meeting WHERE committee_id = 1 AND stage = 'minutes_out'",
        "year": "SELECT strftime('%Y', max(held_on)) FROM meeting WHERE committee_id = 1 AND stage = 'minutes_out'",
        "outcome": "SELECT min(id) FROM outcome WHERE committee_id = 1",
        "decided": "SELECT item_id FROM outcome WHERE committee_id = 1 ORDER BY id LIMIT 1",
        "asked": "SELECT min(id) FROM dialogue_session_question WHERE session_id = 2",
        "seat": "SELECT id FROM seat WHERE committee_id = 1 LIMIT 1",
        "leader": "SELECT id FROM account WHERE name = 'Nadia Rahimi'",
        "safety": "SELECT id FROM account WHERE role = 'safety' ORDER BY id LIMIT 1",
        "chair": "SELECT user_id FROM seat WHERE committee_id = 1 AND function = 'chair'",
        "administrator": "SELECT id FROM account WHERE role = 'administrator' LIMIT 1",
    }
    with demo_app.app_context(), db.engine.connect() as connection:
        return {name: connection.exec_driver_sql(query).scalar_one() for name, query in wanted.items()}


def checked(page: Any, path: str) -> list[str]:
    """What is wrong with a page, a line each. Whoever pressed a link waits for its address first."""
    page.wait_for_load_state()
    page.evaluate(AXE)
    return looked_at(page, path)


def looked_at(page: Any, path: str) -> list[str]:
    """What is wrong with a page that holds axe, as it looks now."""
    found = []
    # Only what is wrong is sent: all that axe says about a page takes 250 ms longer to come over.
    for violation in page.evaluate("rules => axe.run(rules).then(said => said.violations)", RULES):
        nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
        found.append(f"{path}: {violation['id']}: {violation['help']}: {nodes}")
    if (wide := page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")) > 0:
        found.append(f"{path}: scrolls {wide} px sideways")
    return found


def turned(page: Any, look: str) -> None:
    """The page that is open, in another look. The windows ask for no motion, so that no colour is on its way."""
    page.emulate_media(color_scheme=LOOKS[look]["color_scheme"])
    page.set_viewport_size(LOOKS[look]["viewport"])


def signed_in(new_context, site: str, user_id: int | None, language: str, **look: Any) -> tuple[Any, list[str]]:
    context = new_context(base_url=site, reduced_motion="reduce", **look)
    context.add_cookies([{"name": "language", "value": language, "url": site}])
    page = context.new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.goto("/sign-in")
    if user_id is not None:
        page.locator(f"form[action$='/sign-in/{user_id}'] button").click()
        page.wait_for_load_state()
    return page, noise


def went(page: Any, path: str, language: str) -> int:
    """Go to a page in that language, which an account has once for all its windows; the status of the answer."""
    answer = page.goto(path)
    if page.locator("html").get_attribute("lang") != language:
        page.locator(f"form[action$='/language/{language}'] button").click()
        page.wait_for_load_state()
        answer = page.goto(path)
    return answer.status


def who_looks_at(path: str) -> str | None:
    """Most pages are for the safety organisation too; a committee's soundings are only for those who sit in it."""
    if path == "/sign-in":
        return None
    if path in ADMINISTRATORS | CHAIRS:
        return "administrator" if path in ADMINISTRATORS else "chair"
    return "leader" if path.startswith("/committees/") else "safety"


@pytest.fixture(scope="session")
def windows(chromium, demo_site, ids) -> Iterator[Callable[..., tuple[Any, list[str]]]]:
    """`windows("da", "chair")` is a page in which the chair is signed in, and what it logged; one for all tests."""
    opened = []

    def open_one(**kwargs: Any) -> Any:
        opened.append(chromium.new_context(**kwargs))
        return opened[-1]

    @cache
    def window(language: str, who: str | None) -> tuple[Any, list[str]]:
        look = {key: value for key, value in LOOKS[TURNED[language][0]].items() if key != "language"}
        return signed_in(open_one, demo_site, ids[who] if who else None, language, **look)

    yield window
    for context in opened:
        context.close()


@pytest.mark.parametrize("language", TURNED)
@pytest.mark.parametrize("room", sorted({view.partition(".")[0] for view in PAGES}))
def test_nothing_is_found_on_any_page(windows, ids, room, language) -> None:
    found: list[str] = []
    first, second = TURNED[language]
    for path in (path for view, paths in PAGES.items() if view.partition(".")[0] == room for path in paths):
        page, noise = windows(language, who_looks_at(path))
        turned(page, first)
        status = went(page, path.format(**ids), language)
        expected = 404 if path in PAGES["error pages"] else 200
        assert status == expected, f"{path} answered {status}"
        assert page.locator("html").get_attribute("lang") == language
        found += checked(page, f"{path}, {first}")
        turned(page, second)
        found += looked_at(page, f"{path}, {second}")
        found += [line for line in noise if "404" not in line]
        noise.clear()
    assert not found, "\n".join(found)
