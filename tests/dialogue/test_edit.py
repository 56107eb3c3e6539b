from app.core.db import session
from app.dialogue.models import Audience, Theme
from app.dialogue.operations import revise_question
from tests import litany
from tests.dialogue.answers import KEY, own, talk, the_question, typed
from tests.organisation.answers import last_event

PATH = f"/dialogue/{KEY}/edit"


def test_a_shipped_question_in_our_own_words(page, cast):
    before = the_question(cast)
    said = typed(before, da="Vil vi kappes?", audience="local")
    assert page(cast.ida).post(PATH, said).location == "/dialogue#level"
    one = the_question(cast)
    assert (one.da, one.en, one.audience, one.theme) == ("Vil vi kappes?", before.en, Audience.LOCAL, Theme.LEVEL)
    assert one.is_reworded
    assert last_event().changes["da"] == [before.da, "Vil vi kappes?"]
    answer = page(cast.ida).get(PATH)
    assert before.da in answer.words, "what it is shipped as"
    assert "Ida Møllegård reworded the question »Vil vi kappes?«." in answer.words


def test_what_says_the_same_as_the_shipped_one_follows_it_again(page, cast):
    one = the_question(cast)
    revise_question(one, theme=one.theme, audience=one.audience, da="Vores?", en="Ours?", by=cast.ida)
    page(cast.ida).post(PATH, typed(the_question(cast), da=one.da, en=one.en))
    session().expire_all()
    assert (the_question(cast).row.da, the_question(cast).is_reworded) == ("", False)


def test_an_own_one_can_change_its_theme(page, cast):
    key = own(cast).key
    said = typed(the_question(cast, key), theme="use")
    assert page(cast.ida).post(f"/dialogue/{key}/edit", said).location == "/dialogue#use"
    session().expire_all()
    assert the_question(cast, key).theme is Theme.USE


def test_where_it_is_chosen_it_keeps_its_words(page, cast):
    one, before = talk(cast), the_question(cast)
    page(cast.ida).post(PATH, typed(before, en="Something else?"))
    answer = page(cast.otto).get(f"/committees/{one.committee_id}/dialogues/{one.id}")
    assert before.en in answer.words
    assert "Something else?" not in answer.words


def test_two_at_once_do_not_overwrite(page, cast):
    first, second = typed(the_question(cast), da="Den første?"), typed(the_question(cast), da="Den anden?")
    page(cast.ida).post(PATH, first)
    answer = page(cast.ida).post(PATH, second)
    assert answer.status_code == 409
    assert answer.values("da") == ["Den anden?"]
    assert the_question(cast).da == "Den første?"
    assert page(cast.ida).post(PATH, second | {"version": answer.values("version")[0]}).status_code == 302


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, PATH)
    for method in ("GET", "POST"):
        litany.forbidden_for(page, PATH, cast.karin, cast.trine, cast.mads, cast.bo, method=method)
        litany.hidden_from(page, "/dialogue/no.such/edit", cast.ida, method=method)
    litany.refuses(page, PATH, cast.ida, "DELETE")
