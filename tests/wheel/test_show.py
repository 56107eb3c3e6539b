from datetime import timedelta

import pytest
from lxml import etree

from app.core.clock import today
from app.goals.models import Status
from app.meetings.models import Stage
from tests import litany
from tests.actions.answers import acted
from tests.cast import speak_danish
from tests.hearings import answers as hearings
from tests.meetings.answers import met, private
from tests.wheel.answers import changed, duty, many_goals, this_year


def year_of(day):
    return f"/wheel?committee=all&year={day.year}"


def drawing(answer):
    return answer.doc.xpath("//*[local-name()='svg' and contains(@class, 'wheel')]")[0]


def names(answer):
    return [link.get("aria-label") for link in drawing(answer).iter("a")]


def test_all_that_has_a_date_stands_on_the_wheel_and_in_the_list(page, cast):
    day = today() + timedelta(days=21)
    met(cast, held_on=day)
    acted(cast, title="Hæng en tavle op", due_on=day)
    changed(cast, cast.goal, next_review_on=day)
    hearings.opened(cast, goal=cast.goal, days=21)
    answer = page(cast.bo).get(year_of(day))
    for word in ("Meeting, Lokal-MED", "Action, Hæng en tavle op", "Review, M-0001", "Hearing deadline, M-0001"):
        assert any(word in name for name in names(answer)), (word, names(answer))
    listed = answer.doc.xpath("//section[contains(@class, 'agenda')]")[0].text_content()
    for word in ("Lokal-MED Borgerservice", "Hæng en tavle op", "M-0001", "Yearly work-environment discussion"):
        assert word in listed


def test_the_drawing_is_well_formed_and_each_mark_a_link_with_a_name(page, cast):
    met(cast), duty(cast)
    answer = page(cast.karin).get("/wheel")
    text = answer.text[answer.text.index('<svg class="wheel"') :]
    svg = etree.fromstring(text[: text.index("</svg>") + 6])
    links = [one for one in svg.iter() if one.tag == "a"]
    assert links
    for link in links:
        assert link.get("href")
        assert link.get("aria-label") == link.findtext(".//title")
    assert svg.get("role") == "group"


def test_one_opens_the_wheel_of_ones_own_committee(page, cast):
    met(cast, committee=cast.top, held_on=this_year(12)), met(cast, held_on=this_year(12))
    assert any("Lokal-MED" in name for name in names(page(cast.trine).get("/wheel")))
    assert not any("Hoved-MED" in name for name in names(page(cast.trine).get("/wheel")))
    assert any("Hoved-MED" in name for name in names(page(cast.trine).get("/wheel?committee=all")))
    assert any("Hoved-MED" in name for name in names(page(cast.trine).get(f"/wheel?committee={cast.top.id}")))


def test_a_committee_has_what_lies_in_its_area(page, cast):
    day = this_year(6)
    acted(cast, title="Her", due_on=day), acted(cast, title="Der", unit=cast.roads, goals=[], due_on=day)
    answer = page(cast.bo).get(f"/wheel?committee={cast.local.id}")
    assert any("Action, Her" in name for name in names(answer))
    assert not any("Action, Der" in name for name in names(answer))


def test_kinds_can_be_left_out(page, cast):
    met(cast, held_on=this_year(12))
    found = names(page(cast.karin).get("/wheel?kind=meeting"))
    assert found
    assert all("Meeting" in name for name in found)


def test_the_employees_own_meeting_is_on_nobody_elses_wheel(page, cast):
    private(cast, held_on=this_year(12), place="Kælderen")
    path = "/wheel?committee=all&kind=meeting"
    assert "1 " not in page(cast.karin).get(path).doc.xpath("//*[@class='card-head']/p")[0].text
    for who in (cast.karin, cast.ida, cast.mette, cast.frederik, cast.emma, cast.bo, cast.mads):
        assert names(page(who).get(path)) == [], who.name
    assert len(names(page(cast.trine).get(path))) == 1


def test_drafts_and_what_treats_only_them_are_kept_back(page, cast):
    day = this_year(6)
    changed(cast, cast.draft, next_review_on=day), acted(cast, title="Hemmelig", goals=[cast.draft], due_on=day)
    hearings.opened(cast, goal=cast.draft)
    changed(cast, cast.draft, status=Status.DRAFT)
    for path in ("/wheel?committee=all", f"/wheel?committee=all&year={day.year + 1}"):
        answer = page(cast.bo).get(path)
        assert "Telefonen" not in answer.text
        assert "Hemmelig" not in answer.text
    assert "Hemmelig" in page(cast.ida).get("/wheel?committee=all").text


def test_cancelled_meetings_are_off_the_wheel(page, cast):
    met(cast, held_on=this_year(12), stage=Stage.CANCELLED)
    assert names(page(cast.karin).get("/wheel?kind=meeting")) == []


def test_many_in_one_month_are_one_mark_that_leads_to_the_month(page, cast):
    many_goals(cast, 300, this_year(5))
    answer = page(cast.karin).get("/wheel?kind=review")
    assert [name for name in names(answer) if "300" in name] == ["May: Reviews, 300"]
    (link,) = [one for one in drawing(answer).iter("a") if "300" in one.get("aria-label")]
    assert link.get("href").endswith("#m5")
    assert "and 296 more" in answer.words
    whole = page(cast.karin).get("/wheel?kind=review&month=5")
    assert whole.text.count("Mål ") >= 200
    assert "and 100 more, in the register" in whole.words


def test_a_month_with_nothing_says_so(page, cast):
    answer = page(cast.karin).get("/wheel?kind=meeting")
    assert answer.words.count("Nothing") == 11
    assert "A quiet month: no reminders." in answer.words


@pytest.mark.parametrize("who", ["karin", "bo"])
def test_neither_questions_nor_bytes_grow(page, cast, who):
    browser = page(getattr(cast, who))
    met(cast), acted(cast), hearings.opened(cast), many_goals(cast, 1, this_year(2))
    few = browser.get("/wheel?committee=all")
    for month in range(1, 13):
        many_goals(cast, 85, this_year(month))
        for _ in range(5):
            met(cast, held_on=this_year(month)), acted(cast, due_on=this_year(month))
    many = browser.get("/wheel?committee=all")
    assert many.queries == few.queries <= 25
    assert len(many.data) < 100_000, "before it is compressed"


def test_holidays_and_what_is_overdue_are_said(page, cast):
    changed(cast, cast.goal, next_review_on=this_year(1, 2))
    answer = page(cast.karin).get("/wheel?year=2026")
    assert "5. Easter Sunday" in answer.words
    if today().year == 2026:
        assert "1 overdue" in answer.words


@pytest.mark.parametrize("query", ["year=x", "year=99999999", "committee=x", "committee=99999", "kind=x", "month=13"])
def test_an_address_that_makes_no_sense_shows_a_wheel(page, cast, query):
    assert page(cast.karin).get(f"/wheel?{query}").status_code == 200


def test_a_committee_leads_to_its_wheel(page, cast):
    path = f"/wheel?committee={cast.local.id}"
    assert page(cast.bo).get(f"/organisation/committees/{cast.local.id}").doc.xpath(f"//a[@href='{path}']")


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    met(cast), duty(cast), acted(cast)
    assert "Årshjul" in page(cast.karin).get("/wheel").words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/wheel")
    litany.refuses(page, "/wheel", cast.ida, "POST")
