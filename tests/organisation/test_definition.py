from app.organisation.operations import revise_definition
from app.organisation.viewers import the_organisation
from tests import litany

PATH = "/organisation/definition"


def test_everyone_reads_it_and_the_safety_organisation_revises_it(page, cast):
    for user, shown in ((cast.bo, 0), (cast.mads, 0), (cast.karin, 0), (cast.ida, 1)):
        answer = page(user).get(PATH)
        assert "Et mål er et løfte." in answer.words
        assert len(answer.doc.xpath(f"//a[@href='{PATH}/edit']")) == shown, user.name


def test_it_is_written_in_the_safe_subset(page, cast):
    revise_definition(the_organisation(), definition="Et **løfte** <script>alert(1)</script>", by=cast.ida)
    answer = page(cast.bo).get(PATH)
    assert answer.doc.xpath("//main//strong[text()='løfte']")
    assert not answer.doc.xpath("//main//script")


def test_before_it_is_written_it_says_what_to_do(page, cast):
    revise_definition(the_organisation(), definition="", by=cast.ida)
    assert "Nothing written yet" in page(cast.bo).get(PATH).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    litany.refuses(page, PATH, cast.ida, "POST")
