"""What is no valid act is kept aside with its bytes, and is tried again or dropped when asked."""

from collections.abc import Callable

import pytest

from storage.acts import Act, NotAnAct, read_act
from storage.snapshot import salvage
from storage.snapshot.quarantine_store import Quarantine
from storage.store import Store
from tests.storage.small import BOOST, VHTO, refusal, send, take, value


def without_number(data: bytes, said: bytes) -> bytes:
    """A file in which the act that says this has no sequence number that an act can have."""
    lines = data.split(b"\n")
    (at,) = (n for n, line in enumerate(lines) if said in line and b'"set":[' in line)
    lines[at] = lines[at].replace(b'"seq":', b'"seq":-')
    return b"\n".join(lines)


@pytest.fixture
def spoilt(bob: Store) -> bytes:
    """A file of bob's in which the second of two changes, of BOOST, is no valid act."""
    bob.edit(VHTO, {"title": "van bob"})
    bob.edit(BOOST, {"title": "ook van bob"})
    return without_number(bob.snapshots.make(), b"ook van bob")


@pytest.fixture
def newer(bob: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[[Store], None]:
    """Takes a file in as a version that does not know one of its two acts yet; only now is it
    known."""
    bob.edit(VHTO, {"title": "van bob"})
    bob.edit(BOOST, {"title": "ook van bob"})
    data = bob.snapshots.make()[:-4]  # cut: only then it is taken in line by line

    def strict(body: object) -> Act:
        act = read_act(body)
        if any(said.value == "ook van bob" for said in act.set):
            raise NotAnAct("not known yet")
        return act

    def taken(store: Store) -> None:
        with monkeypatch.context() as older:
            older.setattr(salvage, "read_act", strict)
            take(store, data, skip_bad=True)

    return taken


def test_it_is_listed_with_where_it_stood_and_why(ann: Store, spoilt: bytes):
    take(ann, spoilt, skip_bad=True)
    (one,) = ann.quarantine.all()
    lines = spoilt.split(b"\n")
    assert (one.file, one.reason) == ("binnen.json", "lacks seq")
    assert ann.quarantine.show(one.n) == (one, lines[one.line - 1])
    assert one.size == len(lines[one.line - 1])
    assert refusal(ann.quarantine.show, one.n + 1).key == "not_set_apart"


def test_the_same_file_sets_nothing_apart_twice(ann: Store, spoilt: bytes):
    for _ in range(3):
        assert take(ann, spoilt, skip_bad=True).set_apart == 1
    assert len(ann.quarantine.all()) == 1


def test_check_and_problems_name_it(ann: Store, spoilt: bytes):
    take(ann, spoilt, skip_bad=True)
    (one,) = ann.quarantine.all()
    (checked,) = ann.check()
    assert (checked.kind, checked.title) == ("set_apart", "binnen.json")
    assert checked.details == {
        "n": one.n, "file": "binnen.json", "line": one.line, "reason": "lacks seq",
    }  # fmt: skip
    (problem,) = ann.problems.all()
    assert (problem.kind, problem.title) == ("set_apart", "binnen.json")
    assert problem.details == {"file": "binnen.json", "count": 1}


def test_what_is_still_no_act_stays(ann: Store, spoilt: bytes):
    take(ann, spoilt, skip_bad=True)
    before = ann.quarantine.all()
    tried = ann.quarantine.retry([one.n for one in before])
    assert (tried.new, tried.known, list(tried.left)) == (0, 0, before)
    assert ann.quarantine.all() == before


def test_what_is_valid_now_comes_in_through_its_file(
    ann: Store, bob: Store, newer: Callable[[Store], None]
):
    newer(ann)
    assert value(ann, BOOST, "title") != "ook van bob"
    (one,) = ann.quarantine.all()
    tried = ann.quarantine.retry([one.n])
    assert (tried.new, tried.known, tried.conflicts, tried.left) == (1, 0, 0, ())
    assert value(ann, BOOST, "title") == "ook van bob"
    assert (ann.quarantine.all(), ann.check()) == ([], [])
    assert [(one.file, one.acts) for one in ann.log.imports()] == [
        ("binnen.json", 1), ("binnen.json", 2),
    ]  # fmt: skip
    send(bob, ann)
    assert ann.check() == []


def test_what_came_another_way_meanwhile_only_leaves(
    ann: Store, bob: Store, newer: Callable[[Store], None]
):
    newer(ann)
    send(bob, ann)
    tried = ann.quarantine.retry([one.n for one in ann.quarantine.all()])
    assert (tried.new, tried.known, tried.left) == (0, 1, ())
    assert ann.quarantine.all() == []


def test_trying_again_tells_the_conflicts_it_brings(ann: Store, newer: Callable[[Store], None]):
    newer(ann)
    ann.edit(BOOST, {"title": "van ann"})
    assert ann.quarantine.retry([one.n for one in ann.quarantine.all()]).conflicts == 1
    assert len(ann.conflicts(BOOST)) == 1


def test_a_file_with_lines_missing_keeps_its_reason_however_often_it_is_tried(
    ann: Store, bob: Store
):
    bob.edit(VHTO, {"title": "van bob"})
    lines = bob.snapshots.make().split(b"\n")
    (at,) = (n for n, line in enumerate(lines) if b"van bob" in line and b'"set":[' in line)
    missing = b"\n".join(lines[: at - 1] + lines[at:])
    take(ann, missing, skip_bad=True)
    (one,) = ann.quarantine.all()
    assert one.size == 0
    assert ann.quarantine.retry([one.n]).left == (one,)
    assert ann.quarantine.all() == [one]
    take(ann, missing, skip_bad=True)
    assert ann.quarantine.all() == [one]


def test_only_what_is_dropped_goes(ann: Store, spoilt: bytes):
    take(ann, spoilt, skip_bad=True)
    take(ann, without_number(spoilt, b'"van bob"'), skip_bad=True)
    first, second = ann.quarantine.all()
    ann.quarantine.drop([first.n])
    assert ann.quarantine.all() == [second]


@pytest.mark.parametrize("what", [Quarantine.retry, Quarantine.drop])
def test_a_wrong_number_among_right_ones_changes_nothing(
    ann: Store, newer: Callable[[Store], None], what: Callable[[Quarantine, list[int]], object]
):
    newer(ann)
    before = ann.quarantine.all()
    assert refusal(what, ann.quarantine, [before[0].n, 99]).key == "not_set_apart"
    assert ann.quarantine.all() == before
    assert value(ann, BOOST, "title") != "ook van bob"
