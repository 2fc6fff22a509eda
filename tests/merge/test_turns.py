"""Which act `u` takes back and which undo is done again (rule 7)."""

import pytest

from storage.merge.undo_order import OwnAct, to_do_again, to_take_back


def again(*turns: OwnAct) -> str | None:
    """The undo that is done again, of what was written in this order."""
    found = to_do_again(reversed(turns))
    return found.id if found else None


def back(*turns: OwnAct) -> str | None:
    """What is taken back, of what was written in this order."""
    found = to_take_back(reversed(turns))
    return found.id if found else None


def edit(seq: int, *, void: bool = False) -> OwnAct:
    return OwnAct(f"e{seq}", void)


def undo(seq: int, *of: str, void: bool = False) -> OwnAct:
    return OwnAct(f"u{seq}", void, of, redoes=any(act.startswith("u") for act in of))


def test_what_was_written_last_is_taken_back_first():
    assert back(edit(1), edit(9), edit(10)) == "e10"
    assert back() is None


@pytest.mark.parametrize(
    "skipped",
    [
        edit(2, void=True),
        undo(2, "x"),
        OwnAct("x", False, erases=True),
        OwnAct("x", False, names_author=True),
    ],
)
def test_what_is_void_an_undo_an_erasure_or_the_naming_is_skipped(skipped: OwnAct):
    assert back(edit(1), skipped) == "e1"
    assert back(skipped) is None


def test_redo_takes_the_newest_undo_first_then_the_one_before():
    edits = [edit(1, void=True), edit(2, void=True)]
    first, second = undo(3, "e2"), undo(4, "e1")
    assert again(*edits, first, second) == "u4"
    voided = undo(4, "e1", void=True)
    assert again(edit(1), edits[1], first, voided, undo(5, "u4")) == "u3"


def test_a_redo_is_not_done_again():
    assert again(edit(1), undo(2, "e1", void=True), undo(3, "u2")) is None


def test_a_redo_that_was_voided_gives_its_undo_back_to_redo():
    redo = undo(3, "u2", void=True)
    assert again(edit(1, void=True), undo(2, "e1"), redo) == "u2"


@pytest.mark.parametrize("since", [edit(3), edit(3, void=True), OwnAct("x", False, erases=True)])
def test_anything_else_made_since_ends_redo(since: OwnAct):
    assert again(edit(1, void=True), undo(2, "e1"), since) is None


def test_an_erasure_is_not_done_again():
    erasing = OwnAct("x", False, ("e1",), erases=True)
    assert again(edit(1, void=True), undo(2, "e1"), erasing) == "u2"


def test_without_an_undo_there_is_nothing_to_do_again():
    assert again() is None
    assert again(edit(1)) is None
