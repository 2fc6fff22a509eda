"""Acts that name anything, also each other in circles, in files that come in any order."""

import itertools
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.acts import Act, Stub, decode, read_act
from storage.errors import Refused
from storage.merge import project
from storage.records.as_json import records_json
from storage.store import Store
from tests.storage.small import ARRANGEMENT, VHTO, swap
from tests.storage.written import file_of
from tests.worlds import Bag, act, hostile_worlds, stub


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "leeg.db"
    Store.create(path, ARRANGEMENT)
    return path


def take(store: Store, acts: list[Act], stubs: list[Stub]) -> bool:
    file = store.path.parent / "binnen.json"
    file.write_bytes(file_of(acts, stubs))
    try:
        store.import_(file)
    except Refused as refused:
        assert refused.key == "stub_does_not_fit"  # noqa: PT017 - many files are not refused
        return False
    return True


def records(store: Store) -> dict:
    return {
        type_: found
        for type_ in ("agreements", "entries", "regions", "authors")
        if (found := store.records(type_))
    }


def expected(acts: list[Act], stubs: list[Stub]) -> dict:
    return {
        type_: group
        for type_, group in records_json(project(acts, stubs).values()).items()
        if group
    }


def read_all(store: Store) -> None:
    store.totals(), store.regions(), store.problems(), store.conflicts(), store.history(None)
    for record in store.records("agreements"):
        store.page(str(record["id"])), store.history(str(record["id"]))
    store.search("a", 10), store.snapshot("internal"), store.records("agreements", "2014-10-07")


@settings(max_examples=150, deadline=None)
@given(hostile_worlds(), st.randoms(use_true_random=False))
def test_any_acts_in_any_parts_give_what_they_give_at_once(empty: Path, bag: Bag, dice):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty, Path(folder) / "klein.db"))
        with closing(Store.open(path)) as store:
            waiting, known, left = list(bag.acts), [], []
            dice.shuffle(waiting)
            stubs = list(bag.stubs) if dice.random() < 0.5 else []
            while waiting or stubs:
                some = [waiting.pop() for _ in range(min(len(waiting), dice.randint(1, 3)))]
                ends = [stubs.pop()] if stubs else []
                if take(store, [*some, *known[:1]], ends):
                    known, left = known + some, left + ends
                assert store.check() == []
            if not left:
                assert records(store) == expected(known, [])
            read_all(store)


ODD = [None, True, 5, 2**53 - 1, "", "1", "é" * 1000, "[/]", "\x1b[2J\u202e", [1, [2]], {"a": {}}]
FIELDS = [
    "title", "code", "kind", "status", "part", "term", "signal", "source", "visions", "joined",
    "regions/", "regions/nergens", "parties/lead", "parties/x/y/z", "parties//", "related/x/y",
    "nieuw", "nieuw/x", "/", "",
]  # fmt: skip
RECORDS = [
    VHTO, "agreements/", "agreements/a/b", "entries/n", "regions/r", "glossary/g", "authors/ann",
    "arrangement/klein-2014", "onbekend/x", "geen-id", "/", "",
]  # fmt: skip


def test_any_value_on_any_field_has_its_row(laptops):
    """What a later version, or a forger, may say: kept, shown, and passed on unchanged."""
    ann, bob = laptops.store("ann"), laptops.store("bob")
    made = [
        act({(record, field): value for field in FIELDS if field or record})
        for record, value in itertools.product(RECORDS, ODD)
    ]
    made.append(act({("entries/n", "done"): "1", ("entries/n", "about"): VHTO}))
    made.append(act({("glossary/g", "expanded_in_source"): "0", ("entries/n", "text"): 5}))
    later = act({(VHTO, "regions"): ["twente"], (VHTO, "life"): "misschien"})
    made.append(read_act({**decode(later.data), "v": 9, "nieuw": [{}]}))
    for one in made:
        assert take(ann, [one], [])
    assert ann.check() == []
    read_all(ann)
    swap(ann, bob)
    assert bob.check() == []
    assert ann.snapshot().split(b"\n")[1:] == bob.snapshot().split(b"\n")[1:]
    assert b'"nieuw":[{}]' in bob.snapshot()


def test_a_stub_keeps_its_body_away_and_a_forged_one_is_refused(laptops):
    ann, bob, eva = (laptops.store(name) for name in ("ann", "bob", "eva"))
    gone = act({(VHTO, "title"): "geheim"})
    its_stub = stub(gone.id, {(VHTO, "title"): []})
    assert take(ann, [], [its_stub])
    assert take(ann, [gone], [])
    assert b"geheim" not in ann.snapshot()
    assert ann.check() == []
    before = bob.path.read_bytes()
    assert not take(bob, [gone], [stub(gone.id, {(VHTO, "text"): []})])
    assert bob.path.read_bytes() == before
    assert take(eva, [gone], [])  # known here: the erasure waits for a person
    assert take(eva, [], [its_stub])
    assert b"geheim" in eva.snapshot()
    assert eva.check() == []
