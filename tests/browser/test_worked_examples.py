"""Worked examples 2 to 5 of the demo, played by the people of the cast as they would do it, in Danish: local plans,
an experiment, goals that pull against each other, and what must not be compared."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from app.core.db import session
from app.goals.models import Answer, Direction, MeasuredLevel, Rhythm
from tests.browser import played as p
from tests.browser.played import rewritten
from tests.load.answers import measured

# ------------------------------------------------------------------- 2: absence that falls because people feel better


@pytest.fixture
def absence(cast: Any) -> str:
    return rewritten(
        cast, cast.goal, title="Et sygefravær, der falder, fordi vi trives", measure="Sygefravær i pct.", baseline=6.1,
        proposed_target=5.5, decided_target=5.5, direction=Direction.LOWER, measured_level=MeasuredLevel.ORGANISATION,
        measured_whom="Alle ansatte", identifiable=Answer.NO,
    )  # fmt: skip


PAIRS = "Faste makkerpar i weekender"
TALKS = "Samtaler kan føles som kontrol, hvis tallet kommer først"


def test_2_a_local_plan_is_tried_out_and_tells_what_was_learned(danes, cast, absence):
    ida, karin, trine, emma = danes("ida", "karin", "trine", "emma")
    ida.goto(f"{absence}/risks/assess")
    p.takes_part(ida, cast.karin, cast.trine)
    p.gives(ida, motivation=2)
    p.wears(ida, "fairness", "Enheder med influenza kan ikke sammenlignes med kontorer", 3, 3)
    p.wears(ida, "trust", TALKS, 3, 3)
    ida.locator("[name=measures-support]").fill("Lederen begynder med at spørge, hvad der gør folk trætte.")
    p.finishes(ida)
    expect(ida.locator("main")).to_contain_text("Tipper", use_inner_text=True)
    p.says(trine, absence, "Støtte", "Sidste gang fik vi bare et minustal. Denne gang spurgte lederen først.")

    tried = p.acts(
        karin, absence, PAIRS, by=cast.karin, due=0, look=0, step="Flyt det til teamet", strains=(TALKS,),
        hypothesis="Ved man, hvem man er på vagt med, må færre bytte i sidste øjeblik.", from_on=p.day(-180),
        to_on=p.day(0), measure="Akutte vagtbyt", measure_unit="pr. måned", value_before="31",
    )  # fmt: skip
    p.is_done(karin, tried, on=0, look=0)
    p.looks_whether_it_worked(
        karin, tried, "Ja, det virkede", "Vagtplanen viser færre akutte byt.", value_after="18",
        learned="Makkerpar skal kende hinandens ruter på forhånd.",
    )  # fmt: skip

    emma.goto(absence)
    emma.locator("#actions").get_by_role("link", name=PAIRS).click()
    words = emma.locator("main").inner_text()
    for said in ("31", "18", "pr. måned", "Makkerpar skal kende hinandens ruter på forhånd.", TALKS):
        assert said in words
    emma.goto(f"/apv/{cast.service.id}")
    expect(emma.get_by_text(PAIRS).first).to_be_visible()


# --------------------------------------------------------------------------------- 3: from a number to a local plan


@pytest.fixture
def accidents(cast: Any) -> str:
    return rewritten(
        cast, cast.goal, title="Færre arbejdsulykker med fravær", measure="Antal pr. år", baseline=96,
        proposed_target=77, decided_target=77, direction=Direction.LOWER, rhythm=Rhythm.YEARLY,
        measured_level=MeasuredLevel.ORGANISATION, measured_whom="Alle ansatte",
    )  # fmt: skip


def test_3_a_number_becomes_a_local_plan_with_actions(danes, cast, accidents):
    otto, karin, bo = danes("otto", "karin", "bo")
    plan = _writes_a_local_plan(otto, cast)
    for title, due in (("Afmærkning sættes op før stop, også ved små opgaver", 30), ("Førstehjælp øves", 150)):
        p.acts(otto, plan, title, by=cast.otto, due=due, look=due + 30, step="Giv tid og støtte",
               why="Opgaverne skal løses, så målet kan ikke droppes.")  # fmt: skip
    two = p.acts(
        otto, plan, "To mand ved træfældning hele vinteren", by=cast.otto, due=120, look=130,
        step="Flyt det til teamet", hypothesis="Når vi er to, er der ingen, der fælder alene i mørke.",
        from_on=p.day(-1), to_on=p.day(120), measure="Nærved-hændelser ved træfældning", measure_unit="pr. måned",
        value_before="4",
    )  # fmt: skip
    _takes_effect(otto, plan)

    karin.goto(accidents)
    expect(karin.locator(".chain").get_by_text("Lokal plan")).to_be_visible()
    karin.locator(".chain").get_by_role("link", name="Sikker hjem fra arbejde").click()
    expect(karin.locator("#actions")).to_contain_text("0 af 3 handlinger er lukket", use_inner_text=True)
    expect(karin.locator(".targets")).to_have_count(0)

    bo.goto(f"/actions?unit={cast.roads.id}")
    expect(bo.get_by_role("link", name="Førstehjælp øves")).to_be_visible()
    bo.goto(two)
    expect(bo.locator("main")).to_contain_text("Sikker hjem fra arbejde", use_inner_text=True)


def _writes_a_local_plan(otto, cast):
    otto.goto("/goals/add")
    otto.get_by_label("Hvad er målet?").fill("Sikker hjem fra arbejde")
    otto.get_by_label("Hvorfor har vi det?").fill("Alle skal komme hele hjem.")
    otto.get_by_label("Enhed", exact=True).select_option("Vej og Park")
    otto.get_by_label("Overordnet mål").fill(cast.goal.code)
    otto.get_by_label("Strategisk mål").first.select_option("Borgere får et klart svar")
    otto.get_by_label("Hvem måles?", exact=True).select_option("Teamet")
    otto.get_by_label("Gruppen, med ord").fill("Holdene i Vej og Park")
    otto.get_by_label("Hvad slags mål er det?").select_option("Lokal plan")
    otto.get_by_role("button", name="Gem som kladde").click()
    otto.get_by_role("heading", name="Sikker hjem fra arbejde").wait_for()
    expect(otto.get_by_text("Lokal plan").first).to_be_visible()
    return "/" + otto.url.split("/", 3)[3]


def _takes_effect(otto, goal):
    """The gate is passed over with a reason that everybody sees."""
    otto.goto(f"{goal}/start")
    otto.locator("[name=passed_over]").fill(
        "Planen er drøftet i Hoved-MED og begynder nu; resten følger i næste måned."
    )
    otto.get_by_role("button", name="Sæt i kraft").click()
    otto.get_by_text("Målet er i kraft fra den dag, du valgte.").wait_for()


# ------------------------------------------------------------------------- 4: a course without needless changing hands


@pytest.fixture
def course(cast: Any) -> str:
    return rewritten(
        cast, cast.goal, title="Kortere vej fra henvendelse til svar", measure="Median dage til afsluttet sag",
        baseline=9, proposed_target=5, decided_target=5, direction=Direction.LOWER,
    )  # fmt: skip


@pytest.fixture
def calls(cast: Any) -> Any:
    """The other goal of the same people: the telephone within three minutes."""
    goal = measured(cast.service, owner_id=cast.karin.id, title="Telefonen bliver taget inden 3 minutter")
    rewritten(cast, goal, measure="Andel opkald inden 3 minutter", baseline=71, proposed_target=80, decided_target=80)
    return goal


def test_4_an_experiment_is_closed_with_what_it_showed_and_a_tension_is_solved(danes, cast, course, calls):
    karin, trine, emma = danes("karin", "trine", "emma")
    _tries_to_call(karin, course, cast)
    p.says(trine, course, "Støtte", "Det er første gang i flere år, at jeg selv følger sagen til ende.")
    _marks_the_tension(trine, course, calls)
    _becomes_a_background_measure(karin, f"/goals/{calls.id}")

    p.says(emma, f"/goals/{calls.id}", "Spørgsmål", "Hvorfor tæller vi stadig opkald pr. time?")
    p.answers(karin, f"/goals/{calls.id}", "Emma Håkansson", "Det gør vi ikke længere til styring. Kun til vagtplanen.")
    emma.goto(f"/goals/{calls.id}/comments")
    expect(emma.get_by_text("Kun til vagtplanen.")).to_be_visible()


def _tries_to_call(karin, goal, cast):
    tried = p.acts(
        karin, goal, "Ring i stedet for at skrive, når der mangler én oplysning", by=cast.karin, due=0, look=0,
        step="Ret måltallet eller måden at måle på", hypothesis="Så bliver sagen afsluttet før.", from_on=p.day(-35),
        to_on=p.day(0), measure="Dage fra henvendelse til svar, median", measure_unit="dage", value_before="9",
    )  # fmt: skip
    p.is_done(karin, tried, on=0, look=0)
    karin.get_by_role("link", name="Lav effekttjek").click()
    karin.get_by_label("Ja, det virkede", exact=True).check()
    karin.locator("[name=check_words]").fill("Sagsbehandlerne har talt dage i fem uger.")
    karin.get_by_role("button", name="Luk handlingen").click()
    wrong = karin.locator("#errors").inner_text()
    assert "Skriv tallet efter, eller hvorfor det ikke findes." in wrong
    assert "Et forsøg bliver lukket med det, I lærte. Skriv det." in wrong
    expect(karin.locator("[name=check_words]")).to_have_value("Sagsbehandlerne har talt dage i fem uger.")
    karin.locator("[name=value_after]").fill("6")
    karin.locator("[name=learned]").fill("Fortsæt, men lav en kort liste over, hvad man må spørge om i telefonen.")
    karin.get_by_role("button", name="Luk handlingen").click()
    karin.get_by_text("Handlingen er lukket.").wait_for()
    assert [one.inner_text().split()[0] for one in karin.locator(".targets .figure").all()] == ["9", "6"]


def _marks_the_tension(trine, goal, calls):
    trine.goto(goal)
    trine.get_by_role("link", name="Markér et mål, der trækker den anden vej").click()
    trine.get_by_label("Hvilket mål trækker den anden vej?").fill(calls.code)
    trine.get_by_label("Hvordan trækker de?").fill("Skal telefonen tages straks, bliver sagen ikke talt færdig.")
    trine.get_by_role("button", name="Markér").click()
    trine.get_by_text("Skal telefonen tages straks").wait_for()
    for one in (goal, f"/goals/{calls.id}"):
        assert "tension" in p.found(trine, one)


def _becomes_a_background_measure(karin, goal):
    karin.goto(f"{goal}/edit")
    karin.get_by_label("Styrer I efter det?").select_option("Følgetal")
    karin.get_by_label("Besluttet måltal").fill("")
    karin.get_by_label("Foreslået måltal").fill("")
    karin.get_by_role("button", name="Gem målet").click()
    karin.get_by_text("Målet er gemt.").wait_for()
    expect(karin.locator("main")).to_contain_text("Følgetal", use_inner_text=True)
    karin.get_by_role("link", name="Afslut spændingen").click()
    karin.get_by_label("Hvorfor trækker de ikke længere").fill("Telefonen er et følgetal uden måltal.")
    karin.get_by_role("button", name="Afslut den").click()
    karin.get_by_text("Spændingen er afsluttet.").wait_for()
    assert "tension" not in p.found(karin, goal)


# ----------------------------------------------------------------- 5: what must not be held against one another


NORTH = "Nord dækker byen, Syd landområdet med dobbelt så lange afstande. Sammenlign kun med jer selv."


def test_5_two_units_say_why_they_must_not_be_compared(danes, cast):
    measure = "Antal forskellige hjælpere pr. borger på 14 dage"
    north = rewritten(cast, cast.goal, title="Færre forskellige hjælpere i hjemmet (Nord)", measure=measure)
    other = measured(
        cast.roads, owner_id=cast.otto.id, title="Færre forskellige hjælpere i hjemmet (Syd)", measure=measure
    )
    session().commit()
    south = f"/goals/{other.id}"
    karin, otto, trine = danes("karin", "otto", "trine")
    for goal in (north, south):
        assert "same_measure" in p.found(karin, goal)

    p.says(trine, north, "Bekymring", "I oplægget stod Syd som nummer to af to. Det er ikke en konkurrence.")
    p.answers(karin, north, "Trine Løvenskjold", "Enig. Vi viser to kurver hver for sig.")
    trine.goto(f"{north}/comments")
    trine.get_by_role("button", name="Godtag svaret").click()
    expect(trine.get_by_text("Svaret er godtaget").first).to_be_visible()

    _says_the_conditions(karin, north)
    assert "same_measure" not in p.found(karin, north)
    assert "same_measure" in p.found(otto, south)
    _says_the_conditions(otto, south)
    trine.goto(south)
    expect(trine.get_by_text(NORTH).first).to_be_visible()
    trine.goto("/service-check")
    assert not trine.locator("a[href*=same_measure]").count()


def _says_the_conditions(page, goal):
    page.goto(goal)
    page.get_by_role("link", name="Ret målet").first.click()
    page.get_by_label("På hvilke vilkår?").fill(NORTH)
    page.get_by_role("button", name="Gem målet").click()
    page.get_by_text("Målet er gemt.").wait_for()
