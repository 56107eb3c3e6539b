import pytest

from app.exchange.matching import Names, match, match_all

UNITS = list(
    enumerate(
        [
            "Solbæk Kommune",
            "Økonomi og Løn",
            "HR og Arbejdsmiljø",
            "IT og Digitalisering",
            "Borgerservice",
            "Jobcenter: Virksomhed og Job",
            "Jobcenter: Ungeindsatsen",
            "Hjemmeplejen Nord",
            "Hjemmeplejen Syd",
            "Plejecenter Ellekrogen",
            "Solbæk Skole",
            "Østervang Skole",
            "Byggesag og Plan",
            "Vej og Park",
        ],
        start=1,
    )
)
OBJECTIVES = [
    (1, "Borgere og virksomheder får et klart svar uden omveje"),
    (2, "Flere kommer i job eller uddannelse, som de bliver i"),
    (7, "Sund økonomi og enkel administration"),
]


@pytest.mark.parametrize(
    ("name", "unit", "certainty"),
    [
        ("Borgerservice ", "Borgerservice", "exact"),
        ("Jobcenter Virksomhed & Job", "Jobcenter: Virksomhed og Job", "exact"),
        ("Hj.pleje Nord", "Hjemmeplejen Nord", "near"),
        ("Byggesag og\xa0Plan", "Byggesag og Plan", "exact"),
        ("Vej & Park", "Vej og Park", "exact"),
        ("HR", "HR og Arbejdsmiljø", "near"),
        ("Løn og\xa0økonomi", "Økonomi og Løn", "near"),
        ("Solbæk skole", "Solbæk Skole", "exact"),
        ("borgerservise", "Borgerservice", "near"),
    ],
)
def test_names_as_people_write_them(name, unit, certainty):
    found = match(name, UNITS)
    assert (dict(UNITS)[found.key], found.certainty) == (unit, certainty)


@pytest.mark.parametrize("name", ["Ukendt afdeling X", "Hjemmeplejen", "Jobcenter", "", "&"])
def test_it_never_guesses_between_two_or_out_of_nothing(name):
    assert match(name, UNITS).key is None


def test_it_tells_what_it_might_have_been():
    assert set(match("Hjemmeplejen", UNITS).alternatives) >= {"Hjemmeplejen Nord", "Hjemmeplejen Syd"}


def test_several_objectives_in_one_cell():
    assert match_all("Klart svar uden omveje / Sund økonomi", Names(OBJECTIVES)) == ([1, 7], [], [1, 7])
    assert match_all("Flere i job; Verdensfred", Names(OBJECTIVES)) == ([2], ["Verdensfred"], [2])
    assert match_all("", Names(OBJECTIVES)) == ([], [], [])
