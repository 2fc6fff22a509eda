"""Two windows on one file: what a form saw is what its act stands on."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.store import Store
from storage.views.change import Change
from tests.storage.small import BOOST, VHTO, Laptops, refusal, value


@pytest.fixture
def other(laptops: Laptops, ann: Store) -> Iterator[Store]:
    """A second window on ann's file, in which bob writes."""
    with closing(Store.open(ann.path, by="bob")) as store:
        yield store


def test_what_changed_underneath_is_told_with_who(ann: Store, other: Store):
    seen = ann.log.seen(VHTO)
    assert ann.log.meanwhile(VHTO, seen) == []
    other.edit(VHTO, {"title": "van bob", "programmes/jet-net": True})
    found = ann.log.meanwhile(VHTO, seen)
    assert [(one.field, one.who, one.value) for one in found] == [
        ("programmes/jet-net", "bob", True),
        ("title", "bob", "van bob"),
    ]
    known = {**seen, **{one.field: one.now for one in found}}
    assert ann.log.meanwhile(VHTO, known) == []


def test_what_was_taken_back_underneath_is_told_with_who(ann: Store, other: Store):
    ann.edit(VHTO, {"title": "van ann"})
    other.edit(BOOST, {"title": "van bob"})
    seen = ann.log.seen(VHTO)
    other.undo(next(row.id for row in ann.history(VHTO) if row.author == "ann"), "was fout")
    (one,) = ann.log.meanwhile(VHTO, seen)
    assert (one.field, one.who, one.value) == ("title", "bob", "VHTO: schakel")


def test_saving_over_it_is_a_conflict_and_overwrites_nothing(ann: Store, other: Store):
    seen = ann.log.seen(VHTO)
    other.edit(VHTO, {"title": "van bob"})
    ann.edit(VHTO, {"title": "van ann"}, seen=seen)
    (conflict,) = ann.conflicts(VHTO)
    assert conflict.field == "title"
    assert {claim.value for claim in conflict.claims} == {"van ann", "van bob"}
    assert ann.check() == []


def test_without_what_was_seen_it_stands_on_what_is_there(ann: Store, other: Store):
    other.edit(VHTO, {"title": "van bob"})
    ann.edit(VHTO, {"title": "van ann"})
    assert ann.conflicts() == []


def test_a_status_and_its_evidence_stand_on_what_was_seen(ann: Store, other: Store):
    seen = ann.log.seen(VHTO)
    other.status(VHTO, "on_hold")
    evidence = {"kind": "evidence", "text": "verslag"}
    ann.apply(Change((VHTO,), sets={"status": "met"}, entry=evidence, seen=seen))
    (conflict,) = ann.conflicts(VHTO)
    assert {claim.value for claim in conflict.claims} == {"on_hold", "met"}
    assert [entry.text for entry in ann.page(VHTO).entries] == ["verslag"]


def test_the_same_said_twice_is_no_conflict(ann: Store, other: Store):
    seen = ann.log.seen(VHTO)
    other.edit(VHTO, {"title": "gelijk", "goal": "doel"})
    ann.edit(VHTO, {"title": "gelijk", "text": "tekst"}, seen=seen)
    assert ann.conflicts() == []
    assert value(ann, VHTO, "goal") == "doel"


def test_deleted_underneath_is_refused(ann: Store, other: Store):
    seen = ann.log.seen(VHTO)
    other.delete(VHTO)
    (one,) = ann.log.meanwhile(VHTO, seen)
    assert (one.field, one.who, one.value) == ("life", "bob", "deleted")
    assert refusal(ann.edit, VHTO, {"title": "x"}, seen=seen).key == "deleted"


SAID = st.tuples(
    st.sampled_from(["title", "goal", "programmes/jet-net"]), st.sampled_from(["a", "b", "c"])
)


def _changes(said: list[tuple[str, str]]) -> dict[str, object]:
    return {field: value == "a" if "/" in field else value for field, value in said}


def _say(store: Store, said: list[tuple[str, str]], **how: object) -> None:
    try:
        store.edit(VHTO, _changes(said), **how)  # type: ignore[arg-type]
    except Exception as refused:
        assert getattr(refused, "key", "") == "nothing_changed"  # noqa: PT017 - any order will do


@settings(max_examples=40, deadline=None)
@given(
    before=st.lists(SAID, max_size=2),
    theirs=st.lists(st.lists(SAID, min_size=1, max_size=2), max_size=3),
    undone=st.booleans(),
    mine=st.lists(SAID, min_size=1, max_size=3),
)
def test_nothing_that_another_said_meanwhile_is_lost(template: Path, before, theirs, undone, mine):
    """What was not seen is no ancestor of what was said on what was seen: it stands, unless the
    other said something after it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(template, Path(folder) / "klein.db"))
        with closing(Store.open(path, "ann")) as ann, closing(Store.open(path, "bob")) as bob:
            _say(ann, before)
            seen = ann.log.seen(VHTO)
            for said in theirs:
                _say(bob, said)
            if undone and theirs:
                _say(bob, [("title", "d")])
                bob.undo()
            standing = bob.log.seen(VHTO)
            _say(ann, mine, seen=seen)
            now = ann.log.seen(VHTO)
            for field, there in standing.items():
                unseen = set(there.heads) - set(seen[field].heads if field in seen else ())
                assert unseen <= set(now[field].heads)
            assert ann.check() == []
