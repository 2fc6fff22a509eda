"""Small files that come in any order: what is still to come is told, and waited for."""

import pytest

from storage.snapshot import import_changes
from storage.store import Store
from tests.storage.small import BOOST, VHTO, Laptops, lacking, look, send, take, value


def small_files(bob: Store) -> list[bytes]:
    """Two files, of which the second stands on the first."""
    known = bob.snapshots.make()
    files = []
    for title in ("eerst", "dan"):
        bob.edit(VHTO, {"title": title})
        files.append(bob.snapshots.make(only=lacking(bob, known)))
        known = bob.snapshots.make()
    return files


def test_a_file_that_came_too_early_says_what_it_waits_for(ann: Store, bob: Store) -> None:
    first, second = small_files(bob)
    (earlier,) = (row.id for row in bob.history(VHTO) if row.changes[0].value == "eerst")
    assert look(ann, second).missing == (earlier,)
    assert take(ann, second).missing == (earlier,)
    assert ann.record(VHTO)["incomplete"] == ["title"]
    assert take(ann, first).missing == ()
    assert ann.record(VHTO)["incomplete"] == []
    assert (value(ann, VHTO, "title"), ann.conflicts(), ann.check()) == ("dan", [], [])


def test_what_waits_here_already_is_not_told_of_another_file(
    laptops: Laptops, ann: Store, bob: Store
) -> None:
    _, second = small_files(bob)
    take(ann, second)
    eva = laptops.store("eva")
    eva.edit(BOOST, {"title": "van eva"})
    assert send(eva, ann)[0].missing == ()


def test_a_deletion_waits_for_what_it_saw(ann: Store, bob: Store) -> None:
    known = bob.snapshots.make()
    bob.edit(VHTO, {"goal": "een doel"})
    with_goal = bob.snapshots.make()
    bob.delete(VHTO)
    (seen,) = look(ann, bob.snapshots.make(only=lacking(bob, with_goal))).missing
    assert seen in lacking(bob, known)


def test_a_preview_lists_what_was_there_first_and_counts_the_rest(
    ann: Store, bob: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_changes, "MOST", 3)
    for n in range(4):
        bob.add("programmes", {"name": f"Programma {n}", "kind": "project"})
    bob.edit(VHTO, {"title": "van bob"})
    bob.edit(BOOST, {"title": "ook van bob"})
    seen = look(ann, bob.snapshots.make())
    listed = {change.record for change in seen.changes}
    assert {VHTO, BOOST} < listed
    assert (len(listed), seen.more) == (3, 4)  # four programmes and bob himself, but one
    monkeypatch.setattr(import_changes, "MOST", 7)
    seen = look(ann, bob.snapshots.make())
    assert (len({change.record for change in seen.changes}), seen.more) == (7, 0)
