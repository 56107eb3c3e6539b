from app.core.clock import at
from app.mail import jobs
from tests import litany
from tests.mail.conftest import moment
from tests.mail.test_deliver import queue
from tests.people.test_notices import nudge


def test_without_a_server_it_says_what_that_means(page, cast):
    words = page(cast.mads).get("/mail").words
    assert "No mail server is set up" in words
    assert "Nothing is lost" in words


def test_it_shows_what_became_of_each_mail_and_not_what_it_says(page, cast, post):
    with at(moment(23, 10)):
        nudge(cast.draft, to=cast.karin, by=cast.ida)
        nudge(cast.draft, to=cast.mette, by=cast.ida)
    post.refuses["karin@lilleby.example"] = "550 no such user"
    with at(moment(24)):
        jobs.digest()
        jobs.deliver()
        queue(cast.trine, 5)
    shown = page(cast.mads).get("/mail")
    table = " ".join(shown.doc.xpath("//table")[0].text_content().split())
    for words in (
        "Karin Nørgård",
        "Given up",
        "The mail server refused the recipient (550)",
        "Mette Hjortshøj",
        "Sent",
        "Waits",
    ):
        assert words in table
    assert cast.draft.title not in shown.text
    assert cast.draft.code not in shown.text
    assert sorted(b.get("aria-label") for b in shown.doc.xpath("//table//button")) == [
        "Give up the mail to Trine Løvenskjold", "Try the mail to Karin Nørgård again",
    ]  # fmt: skip


def test_it_can_be_narrowed_to_what_was_given_up(page, cast, post):
    for number in range(3):
        queue(cast.karin, number)
    for state, words in (("waiting", "3 results"), ("given_up", "0 results"), ("sent", "0 results")):
        assert words in page(cast.mads).get(f"/mail?state={state}").words


def test_the_same_number_of_queries_however_many_mails(page, cast, post):
    queue(cast.karin, 0)
    few = page(cast.mads).get("/mail").queries
    for number in range(1, 40):
        queue(cast.otto, number)
    assert page(cast.mads).get("/mail").queries == few


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, "/mail")
    litany.forbidden_for(page, "/mail", cast.ida, cast.karin, cast.emma)
    litany.refuses(page, "/mail", cast.mads, "POST")
