import sqlalchemy as sa

from app.comments import operations
from app.comments.models import Answer, Comment, CommentKind, Visibility
from app.core.db import session
from app.organisation.models import Mandate, Side
from app.organisation.operations import add_seat
from app.organisation.viewers import with_standing
from app.people.models import User
from tests import litany
from tests.comments.answers import answered, said, to_committee, to_side


def path(comment):
    return f"/goals/{comment.goal_id}/comments/{comment.id}/answer"


def newest():
    return session().scalars(sa.select(Comment).order_by(Comment.id.desc())).first()


def test_an_answer_settles_it_and_stands_in_the_thread(page, cast):
    comment = said(cast)
    browser = page(cast.karin)
    shown = browser.get(path(comment)).words
    assert "Hvem måler vi egentlig?" in shown
    assert "Waiting for an answer since today" in shown
    sent = browser.post(path(comment), {"body": "Hele holdet."})
    words = newest()
    assert sent.location == f"/goals/{cast.goal.id}/comments#comment-{words.id}"
    assert (words.kind, words.parent_id, words.visibility) == (CommentKind.ANSWER, comment.id, Visibility.ALL)
    session().refresh(comment)
    assert comment.open_since is None
    told = browser.follow(sent).words
    assert "The one who asked is told" in told
    assert "Answer from Karin Nørgård" in told
    assert "Waiting for an answer" not in told


def test_an_answer_is_for_exactly_those_who_read_the_question(page, cast):
    page(cast.karin).post(path(to_committee(cast)), {"body": "Enig."})
    words = newest()
    assert (words.visibility, words.committee_id) == (Visibility.COMMITTEE, cast.local.id)
    assert "Enig." not in page(cast.ida).get(f"/goals/{cast.goal.id}/comments").text


def test_who_comes_second_keeps_what_they_wrote_and_can_put_it_in_the_thread(page, cast):
    comment = said(cast)
    answered(cast, comment)
    late = page(cast.mette).post(path(comment), {"body": "Jeg ville sige det samme."})
    assert late.status_code == 200
    assert "It has been answered already" in late.words
    assert late.values("body")[0].strip() == "Jeg ville sige det samme."
    (form,) = late.doc.xpath("//main//form[@data-autosave]")
    assert form.get("action") == f"/goals/{cast.goal.id}/comments/{comment.id}/reply"
    assert session().scalar(sa.select(sa.func.count(Answer.id))) == 1


def test_two_who_answer_in_the_same_moment(page, cast, monkeypatch):
    comment, real = said(cast), operations.answer_comment

    def both(asked, *, by, body):
        real(asked, by=with_standing(session().get(User, cast.mette.id)), body="Jeg var først.")
        return real(asked, by=by, body=body)

    monkeypatch.setattr(operations, "answer_comment", both)
    late = page(cast.karin).post(path(comment), {"body": "Jeg var næsten først."})
    assert "It has been answered already" in late.words
    assert late.values("body")[0].strip() == "Jeg var næsten først."
    assert [
        words.body for words in session().scalars(sa.select(Comment).where(Comment.kind == CommentKind.ANSWER))
    ] == ["Jeg var først."]


def test_who_has_changed_sides_still_does_not_answer_themselves(page, cast):
    comment = said(cast, cast.ida)
    add_seat(cast.local, user=cast.ida, side=Side.MANAGEMENT, mandate=Mandate.LEADER, by=cast.mads)
    litany.forbidden_for(page, path(comment), cast.ida)
    assert page(cast.ida).get(path(said(cast))).status_code == 200


def test_an_empty_answer_is_not_given(page, cast):
    comment = said(cast)
    assert "Write your answer." in page(cast.karin).post(path(comment), {"body": " "}).words
    session().refresh(comment)
    assert comment.open_since is not None


def test_what_asks_for_nothing_can_not_be_answered(page, cast):
    comment = said(cast)
    answer = answered(cast, comment)
    litany.forbidden_for(page, path(answer.words), cast.trine, cast.karin)


def test_litany(page, cast):
    comment = said(cast)
    litany.asks_strangers_to_sign_in(page, path(comment))
    for method in ("GET", "POST"):
        # the asker's own side, those on neither, and administrators
        same_side = (cast.trine, cast.frederik, cast.emma, cast.bo, cast.ida, cast.mads)
        litany.forbidden_for(page, path(comment), *same_side, method=method)
        others = (cast.karin, cast.mette, cast.ida, cast.frederik, cast.otto, cast.emma, cast.bo, cast.mads)
        litany.hidden_from(page, path(to_side(cast)), *others, method=method)
        outside = (cast.ida, cast.frederik, cast.mette, cast.mads)
        litany.hidden_from(page, path(to_committee(cast)), *outside, method=method)
    for user in (cast.karin, cast.mette, cast.otto):
        assert page(user).get(path(comment)).status_code == 200
    litany.forbidden_for(page, path(to_side(cast)), cast.trine)
    litany.refuses(page, path(comment), cast.karin, "DELETE")
