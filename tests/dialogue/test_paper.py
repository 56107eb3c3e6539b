from tests import litany
from tests.papers import text_of

PATH = "/dialogue/guide."


def test_the_questions_on_paper_as_filtered(page, cast):
    for form in ("pdf", "docx"):
        text = text_of(page(cast.trine).get(f"{PATH}{form}?theme=use").data)
        assert "Do both managers and staff find the rewards sensible and fair?" in text
        assert "Do the goals pull us closer" not in text


def test_other_kinds_of_file_are_not_there(page, cast):
    litany.hidden_from(page, f"{PATH}exe", cast.trine)


def test_litany(page, cast):
    litany.asks_strangers_to_sign_in(page, f"{PATH}pdf")
    litany.refuses(page, f"{PATH}pdf", cast.ida, "POST")
