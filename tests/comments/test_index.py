from datetime import timedelta

from app.comments.models import CommentKind
from app.comments.operations import add_comment, edit_comment, reply_to
from app.core import clock
from app.core.clock import now
from tests import litany
from tests.cast import speak_danish
from tests.comments.answers import said, to_committee


def path(goal):
    return f"/goals/{goal.id}/comments"


def test_threads_stand_newest_first_with_their_replies_oldest_first(page, cast):
    first, second = said(cast, body="Den første"), said(cast, body="Den anden")
    for body in ("Svar et", "Svar to"):
        reply_to(first, by=cast.karin, body=body)
    words = page(cast.bo).get(path(cast.goal)).words
    order = [words.index(body) for body in ("Den anden", "Den første", "Svar et", "Svar to")]
    assert order == sorted(order)
    assert second.parent_id is None


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
        reply_to(said(cast, body=f"Ord {number}"), by=cast.karin, body="Svar")
    assert page(cast.karin).get(path(cast.goal)).queries == few


def test_a_long_comment_without_a_space(page, cast):
    add_comment(cast.goal, by=cast.trine, kind=CommentKind.NOTE, body="æ" * 5000)
    assert page(cast.bo).get(path(cast.goal)).status_code == 200


def test_it_is_whole_in_danish(page, cast):
    speak_danish(cast.karin)
    to_committee(cast)
    assert "Lokal-MED Borgerservice" in page(cast.karin).get(path(cast.goal)).words


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, path(cast.goal))
    litany.hidden_from(page, path(cast.draft), cast.otto, cast.emma, cast.bo, cast.mads)
    litany.hidden_from(page, "/goals/9999/comments", cast.ida)
    litany.refuses(page, path(cast.goal), cast.ida, "POST")
