from datetime import timedelta

from app.comments.models import CommentKind
from app.comments.operations import add_comment, edit_comment, reply_to
from app.comments.queries import threads_of
from app.core import clock
from app.core.clock import now
from tests import litany
from tests.cast import speak_danish
from tests.comments.answers import answered, said, to_committee, to_side


def path(goal):
    return f"/goals/{goal.id}/comments"


def note(cast, body):
    return add_comment(cast.goal, by=cast.trine, kind=CommentKind.NOTE, body=body)


def test_threads_stand_newest_first_with_their_replies_oldest_first(page, cast):
    first, second = note(cast, "Den første"), note(cast, "Den anden")
    for body in ("Svar et", "Svar to"):
        reply_to(first, by=cast.karin, body=body)
    words = page(cast.bo).get(path(cast.goal)).words
    order = [words.index(body) for body in ("Den anden", "Den første", "Svar et", "Svar to")]
    assert order == sorted(order)
    assert second.parent_id is None


def test_what_waits_for_an_answer_stands_first_the_longest_first(page, cast):
    for days, body in ((9, "Ni dage"), (20, "Tyve dage")):
        with clock.at(now() - timedelta(days=days)):
            said(cast, body=body)
    note(cast, "Et notat")
    answered(cast, said(cast, body="Besvaret"))
    words = page(cast.bo).get(path(cast.goal)).words
    order = [words.index(body) for body in ("Tyve dage", "Ni dage", "Besvaret", "Et notat")]
    assert order == sorted(order)
    assert "Waiting for an answer for 20 days" in words
    assert words.count("6 days past the limit") == 1
    assert "The management side has 14 days to answer" in words


def test_answering_and_writing_in_the_thread_are_two_ways(page, cast):
    comment = said(cast)
    ways = {
        name: {link.split("/")[-1] for link in page(getattr(cast, name)).get(path(cast.goal)).doc.xpath(
            f"//a[contains(@href, '/comments/{comment.id}/')]/@href")}
        for name in ("karin", "trine", "frederik", "ida", "mads")
    }  # fmt: skip
    assert ways == {
        "karin": {"answer", "reply"}, "trine": {"reply", "edit"}, "frederik": {"reply"}, "ida": {"reply"},
        "mads": set(),
    }  # fmt: skip
    reply_to(comment, by=cast.karin, body="Jeg vender tilbage.")
    assert "Waiting for an answer" in page(cast.karin).get(path(cast.goal)).words


def test_to_ones_own_side_nobody_owes_an_answer_and_the_page_says_so(page, cast):
    to_side(cast)
    words = page(cast.trine).get(path(cast.goal)).words
    assert "nobody owes it an answer" in words
    assert "Waiting for an answer" not in words


def test_an_answer_can_be_edited_as_a_comment_can(page, cast):
    answer = answered(cast, body="Før")
    page(cast.karin).post(f"/goals/{cast.goal.id}/comments/{answer.words_id}/edit", {"body": "Efter"})
    words = page(cast.trine).get(path(cast.goal)).words
    assert "Efter" in words
    assert "What it said before" in words


def test_who_speaks_from_no_seat_is_named_by_what_they_are(page, cast):
    said(cast, cast.emma)
    said(cast, cast.otto)
    words = page(cast.bo).get(path(cast.goal)).words
    assert "Emma Håkansson Employee" in words
    assert "Otto Ærø Manager" in words


def test_it_says_in_which_seat_one_spoke(page, cast):
    said(cast)
    words = page(cast.bo).get(path(cast.goal)).words
    assert "Trine Løvenskjold" in words
    assert "Employee side, Shop steward (TR)" in words
    assert "Question" in words


def test_an_edited_comment_says_so_and_shows_what_it_said(page, cast):
    edit_comment(said(cast, body="Før"), by=cast.trine, body="Efter")
    words = page(cast.bo).get(path(cast.goal)).words
    assert "Efter" in words
    assert "Før" in words
    assert "dited" in words


def test_markdown_is_tamed(page, cast):
    said(cast, body="**Fed** [side](https://borger.dk) [ond](javascript:alert(1)) <img src=x onerror=alert(1)>")
    doc = page(cast.bo).get(path(cast.goal)).doc
    assert doc.xpath("//article//strong[text()='Fed'] | //main//strong[text()='Fed']")
    assert doc.xpath("//main//a[@href='https://borger.dk']")
    assert not doc.xpath("//main//img | //main//a[starts-with(@href, 'javascript')]")


def test_who_may_speak_is_given_the_form_with_their_circles(page, cast):
    def circles(user):
        return page(user).get(path(cast.goal)).doc.xpath("//select[@name='audience']/option/@value")

    local, top = cast.local.id, cast.top.id
    assert circles(cast.trine) == ["all", f"committee:{local}", f"side:{local}"]
    assert circles(cast.frederik) == ["all", f"committee:{top}", f"side:{top}"]
    assert circles(cast.ida) == ["all"]
    assert circles(cast.emma) == circles(cast.bo) == ["all"]
    assert circles(cast.mads) == []


def test_before_anyone_has_spoken_it_says_what_belongs_here(page, cast):
    assert "Nobody has said anything yet" in page(cast.bo).get(path(cast.goal)).words


def test_after_fifteen_minutes_there_is_no_way_to_edit(page, cast):
    comment = said(cast)
    link = f"//a[@href='{path(cast.goal)}/{comment.id}/edit']"
    assert page(cast.trine).get(path(cast.goal)).doc.xpath(link)
    assert not page(cast.karin).get(path(cast.goal)).doc.xpath(link)
    with clock.at(now() + timedelta(minutes=16)):
        assert not page(cast.trine).get(path(cast.goal)).doc.xpath(link)


def test_fifty_comments_cost_no_more_queries(page, cast):
    to_committee(cast)
    few = page(cast.karin).get(path(cast.goal)).queries
    for number in range(25):
        comment = said(cast, body=f"Ord {number}")
        reply_to(comment, by=cast.karin, body="Svar")
        if number % 2:
            answered(cast, comment)
    assert page(cast.karin).get(path(cast.goal)).queries == few


def test_a_long_comment_without_a_space(page, cast):
    add_comment(cast.goal, by=cast.trine, kind=CommentKind.NOTE, body="æ" * 5000)
    assert page(cast.bo).get(path(cast.goal)).status_code == 200


def test_old_threads_lie_on_pages_of_their_own_and_what_waits_or_is_spoken_in_does_not(page, cast, monkeypatch):
    monkeypatch.setattr(threads_of, "__kwdefaults__", {"before": None, "most": 3})
    said(cast, body="Venter stadig")
    notes = [note(cast, f"Nummer {number}.") for number in range(7)]
    reply_to(notes[0], by=cast.karin, body="Også i dag.")
    address, seen = path(cast.goal), []
    while address:
        shown = page(cast.bo).get(address)
        assert ("Venter stadig" in shown.words) == (address == path(cast.goal))
        seen.append([number for number in range(7) if f"Nummer {number}." in shown.words])
        address = next(iter(shown.doc.xpath("//main//a[text()='Older threads']/@href")), None)
        address = address and address.partition("#")[0]
    assert seen == [[0, 5, 6], [2, 3, 4], [1]]


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    to_committee(cast)
    assert "Lokal-MED Borgerservice" in page(cast.karin).get(path(cast.goal)).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.otto, cast.emma, cast.bo, cast.mads)
    litany.hidden_from(page, "/goals/9999/comments", cast.ida)
    litany.refuses(page, path(cast.goal), cast.ida, "POST")
