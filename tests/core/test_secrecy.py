import pytest

from app.core.secrecy import Unreadable, mark, seal, unseal


def test_what_is_sealed_can_be_read_in_its_place(app):
    sealed = seal("letters", b"Hej", place="1")
    assert b"Hej" not in sealed
    assert unseal("letters", sealed, place="1") == b"Hej"
    assert sealed != seal("letters", b"Hej", place="1")


@pytest.mark.parametrize(("purpose", "place"), [("letters", "2"), ("notes", "1")])
def test_it_can_be_read_nowhere_else(app, purpose, place):
    with pytest.raises(Unreadable):
        unseal(purpose, seal("letters", b"Hej", place="1"), place=place)


def test_what_was_changed_can_not_be_read(app):
    sealed = bytearray(seal("letters", b"Hej", place="1"))
    sealed[-1] ^= 1
    with pytest.raises(Unreadable):
        unseal("letters", bytes(sealed), place="1")


def test_a_mark_is_the_same_for_the_same_and_for_nothing_else(app):
    assert mark("letters", 1, 2) == mark("letters", 1, 2)
    assert len({mark("letters", 1, 2), mark("letters", 12), mark("letters", 2, 1), mark("notes", 1, 2)}) == 4
