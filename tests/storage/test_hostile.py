"""Acts that name anything, also each other in circles, in files that come in any order."""

import itertools
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.acts import Act, Setting, Stub, decode, make_act, read_act
from storage.merge import project
from storage.merge.merged_as_json import records_json
from storage.store import Store
from tests.asof import past
from tests.depth import examples
from tests.storage.small import ARRANGEMENT, VHTO, swap
from tests.storage.written import file_of
from tests.worlds import Bag, act, hostile_worlds


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "leeg.db"
    Store.create(path, ARRANGEMENT)
    return path


def take(store: Store, acts: list[Act], stubs: list[Stub]) -> None:
    file = store.path.parent / "binnen.json"
    file.write_bytes(file_of(acts, stubs))
    store.snapshots.import_(file)
    store.quarantine.accept(
        [one.n for one in store.quarantine.all()]
    )  # those in the name of the seed


def records(store: Store) -> dict:
    return {
        type_: found
        for type_ in ("agreements", "entries", "regions", "authors")
        if (found := store.records(type_))
    }


def expected(acts: Iterable[Act], stubs: Iterable[Stub]) -> dict:
    return {
        type_: group
        for type_, group in records_json(project(acts, stubs).values()).items()
        if group
    }


def read_all(store: Store) -> None:
    (
        store.totals(),
        store.lists.regions(),
        store.problems.all(),
        store.conflicts(),
        store.history(None),
    )
    for record in store.records("agreements"):
        store.page(str(record["id"])), store.history(str(record["id"]))
    store.search("a", 10), store.snapshots.make("internal"), past(store, "2014-10-07")


@examples(20)
@given(hostile_worlds(), st.randoms(use_true_random=False))
def test_any_acts_in_any_parts_give_what_they_give_at_once(empty: Path, bag: Bag, dice):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty, Path(folder) / "klein.db"))
        with closing(Store.open(path)) as store:
            waiting: list[Act | Stub] = [*bag.acts, *bag.came]
            dice.shuffle(waiting)
            while waiting:
                some = [waiting.pop() for _ in range(min(len(waiting), dice.randint(1, 3)))]
                acts = {one.id: one for one in (*some, *bag.acts[:1]) if isinstance(one, Act)}
                stubs = {one.id: one for one in some if isinstance(one, Stub)}
                take(store, [*acts.values()], [*stubs.values()])
                for one in some:  # a file holds no two of one act
                    if isinstance(one, Stub) and one is not stubs[one.id]:
                        waiting.append(one)
                assert store.check() == []
            assert records(store) == expected(bag.acts, bag.came)
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
        take(ann, [one], [])
    assert ann.check() == []
    read_all(ann)
    swap(ann, bob)
    assert bob.check() == []
    assert ann.snapshots.make().split(b"\n")[1:] == bob.snapshots.make().split(b"\n")[1:]
    assert b'"nieuw":[{}]' in bob.snapshots.make()


def test_an_entry_about_nothing_changes_no_other_record(ann: Store):
    before = ann.log.touched_since("2014-01-01")
    take(ann, [act({("entries/n", "life"): "live", ("entries/n", "about"): None})], [])
    assert ann.log.touched_since("2014-01-01") - before == {"entries/n"}


def test_a_record_whose_life_was_no_text_can_be_deleted(ann: Store):
    odd = act({(VHTO, "life"): {"a": {}}})
    gone = make_act(
        at="2014-10-08T00:00:00.000Z", by="x", device="y", seq=9,
        set=[Setting(VHTO, "life", "deleted", (odd.id,))],
    )  # fmt: skip
    take(ann, [odd], [])
    take(ann, [gone], [])
    assert ann.check() == []
