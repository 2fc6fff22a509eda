"""Lists narrowed, grouped and sorted in every way, held against what the records say."""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.errors import Refused
from storage.queries.agreements.bitset import BitPlaces, bits_of, count_before, with_room, without
from storage.store import Store
from storage.views.agreement_list import Filter, Group
from tests.forged import act, snapshot
from tests.storage.listing import (
    AGREEMENT,
    FILTER,
    ORDERS,
    TREE,
    VIEWS,
    fields,
    followed,
    keys,
    made,
    number,
    passes,
    place,
    rank,
    scopes,
)  # fmt: skip
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, send


def told(groups: list[Group]) -> list[tuple]:
    return [(group.key, group.via, group.name, list(group.rows)) for group in groups]


@settings(deadline=None, max_examples=30)
@given(st.lists(AGREEMENT, max_size=9), st.lists(FILTER, min_size=8, max_size=8))
def test_what_passes_stands_once_in_each_of_its_groups_and_in_order(
    drawn: list[dict], asked: list[Filter]
):
    with TemporaryDirectory() as folder, closing(made(folder, drawn)) as store:
        records = {str(one["id"]): one for one in store.records("agreements")}
        for filter in asked:
            groups = store.agreements(filter)
            listed = Counter((group.key, one.id) for group in groups for one in group.rows)
            inside = [one for one in records.values() if passes(one, filter)]
            wanted = [(key, one["id"]) for one in inside for key in keys(one, filter)]
            assert listed == Counter(wanted)
            whole = [records[one] for one in store.lists.passing(filter).ids()]
            assert sorted(whole, key=number) == sorted(inside, key=number)
            for group in groups:
                found = [records[one.id] for one in group.rows]
                assert len(group.rows) == len(found)
                by = filter.sort
                assert found == sorted(found, key=lambda one: (place(one, by), number(one)))
                assert [group.rows.find(str(one["id"])) for one in found] == [*range(len(found))]
                others = records.keys() - {one["id"] for one in found}
                assert {group.rows.find(other) for other in others} <= {None}
            if filter.heads == "number":
                chosen = scopes(filter.region) if filter.region else [None]
                assert [group.key for group in groups] == [
                    key for n, key in enumerate(chosen) if n == 0 or key in {k for k, _ in listed}
                ]
            else:
                order = [rank(group.key, filter.heads) for group in groups]
                assert order == sorted(order)
                assert all(len(group.rows) for group in groups)
            applying = store.lists.applying(filter)
            if filter.region is None:
                assert applying is None
            else:
                assert applying is not None
                assert sum(applying) == len(inside)
                assert applying.own == sum(filter.region in one["regions"] for one in inside)


_what = st.tuples(
    st.integers(0, 5), st.sampled_from(["edit", "delete", "restore", "undo", "add", "repeat"]),
    AGREEMENT,
)  # fmt: skip


def alike(store: Store, filters: Iterable[Filter]) -> None:
    """What this store has kept and brought up to date is what one reads that opens the file, and
    what one reads in which nothing is kept."""
    whole = shutil.copy(store.path, store.path.with_name("whole.db"))
    with closing(sqlite3.connect(whole)) as connection, connection:
        connection.execute("DELETE FROM kept_index")
    for path in (store.path, Path(whole)):
        _alike(store, path, filters)


def _alike(store: Store, path: Path, filters: Iterable[Filter]) -> None:
    with closing(Store(path)) as anew:
        assert store.totals() == anew.totals()
        assert store.lists.organisations() == anew.lists.organisations()
        for filter in filters:
            assert told(store.agreements(filter)) == told(anew.agreements(filter))
            assert store.lists.regions(filter) == anew.lists.regions(filter)
            assert store.lists.programmes(filter) == anew.lists.programmes(filter)


TAIL = VHTO.partition("/")[2]
CHANGES: dict[str, Callable[[Store], object]] = {
    "title": lambda ann: ann.edit(VHTO, {"title": "anders"}),
    "code": lambda ann: ann.edit(VHTO, {"code": "KLEIN-2-TWE-99"}),
    "no code": lambda ann: ann.edit(VHTO, {"code": None}),
    "status": lambda ann: ann.status(VHTO, "lapsed", "omdat"),
    "term": lambda ann: ann.edit(
        VHTO, {"term": {"phrase": "in 2014", "to": "2014-12-31", "precision": "year"}}
    ),
    "region": lambda ann: ann.edit(VHTO, {"regions/twente": False}),
    "programme": lambda ann: ann.edit(VHTO, {"programmes/jet-net": True}),
    "party": lambda ann: ann.edit(
        VHTO, {"parties/lead/platform": False, "parties/executor/vhto": True}
    ),
    "gone": lambda ann: ann.delete(VHTO),
    "repeats": lambda ann: ann.edit(BOOST, {f"related/repeats/{TAIL}": True}),
    "repeated": lambda ann: ann.status(VHTO, "on_hold"),
    "new": lambda ann: ann.add("agreements", {"title": "Nieuw", "kind": "request"}),
    "organisation": lambda ann: ann.edit("organisations/platform", {"name": "Anders"}),
    "tree": lambda ann: ann.add("regions", {"name": "Oost", "short": "OOS", "kind": "province"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_changed_and_taken_back_is_brought_up_to_date(ann: Store, bob: Store, change: str):
    filters = [Filter(view=view, heads=order, sort=order) for view in VIEWS for order in ORDERS]
    if change == "repeated":
        for store in (ann, bob):
            CHANGES["repeats"](store)
    alike(ann, filters)
    CHANGES[change](ann)
    alike(ann, filters)
    ann.undo()
    alike(ann, filters)
    CHANGES[change](bob)
    send(bob, ann)
    alike(ann, filters)


def test_what_others_write_is_read_anew(ann: Store):
    alike(ann, [Filter()])
    with closing(Store(ann.path, by="bob")) as other:
        other.status(VHTO, "on_hold")
    alike(ann, [Filter(heads="status")])


@settings(deadline=None, max_examples=15)
@given(
    st.lists(AGREEMENT, min_size=3, max_size=6),
    st.lists(_what, min_size=2, max_size=6),
    st.lists(FILTER, min_size=4, max_size=4),
)
def test_whatever_is_done_is_brought_up_to_date(
    drawn: list[dict], done: list[tuple], asked: list[Filter]
):
    with TemporaryDirectory() as folder, closing(made(folder, drawn)) as store:
        store.totals()
        for which, what, other in done:
            with suppress(Refused):
                do(store, f"agreements/{which % len(drawn)}", what, other)
            alike(store, asked)


def do(store: Store, record: str, what: str, drawn: dict) -> None:
    """One thing that a person does."""
    said = {name: value for name, value in fields(drawn, 9).items() if name != "life"}
    if what == "edit":
        said |= {f"regions/{one}": False for one in TREE if one not in drawn["regions"]}
        store.edit(record, {name: said[name] for name in said if "weg" not in name}, "omdat")
    elif what == "delete":
        store.delete(record)
    elif what == "restore":
        store.restore(record)
    elif what == "undo":
        store.undo()
    elif what == "add":
        store.add("agreements", {"title": "Nieuw", "kind": "request", "regions/twente": True})
    else:
        store.edit(record, {f"related/repeats/{drawn['number']}": True})


@settings(deadline=None, max_examples=20)
@given(
    st.lists(st.sampled_from(["open", "on_hold", None]), min_size=2, max_size=7),
    st.dictionaries(st.integers(0, 6), st.integers(0, 6), max_size=7),
)
def test_statuses_follow_chains_and_rings_to_their_end(
    statuses: list[str | None], links: dict[int, int]
):
    records = {
        f"agreements/{n}": {
            "title": str(n), "status": status,
            **({f"related/repeats/{links[n]}": True} if n in links else {}),
        }
        for n, status in enumerate(statuses)
    }  # fmt: skip
    with TemporaryDirectory() as folder:
        path = Path(folder) / "klein.db"
        Store.create(path, ARRANGEMENT, acts([Seeded(*one) for one in records.items()]))
        with closing(Store(path)) as store:
            (group,) = store.agreements(Filter(view="all"))
            assert [one.status for one in group.rows] == followed(statuses, links)


def test_a_long_chain_of_repeats_is_followed(tmp_path: Path):
    count = 3000
    records = {
        f"agreements/{n}": {"title": str(n), f"related/repeats/{n + 1}": True} for n in range(count)
    }
    records[f"agreements/{count}"] = {"title": "laatste", "status": "met"}
    Store.create(tmp_path / "k.db", ARRANGEMENT, acts([Seeded(*one) for one in records.items()]))
    with closing(Store(tmp_path / "k.db")) as store:
        (group,) = store.agreements(Filter(view="done"))
        assert len(group.rows) == count + 1
        assert {one.status for one in group.rows} == {"met"}


def test_what_is_deleted_stands_only_in_its_own_view(ann: Store):
    ann.delete(BOOST, "dubbel")
    assert [one.id for one in ann.agreements(Filter(view="all"))[0].rows] == [VHTO]
    assert [one.id for one in ann.agreements(Filter(view="deleted"))[0].rows] == [BOOST]
    assert ann.lists.applying(Filter("twente", view="deleted")) == (1, 0, 0)
    assert (ann.totals().open, ann.lists.regions()[0].count, ann.lists.programmes()[-1].count) == (
        1,
        1,
        1,
    )
    ann.restore(BOOST)
    assert len(ann.agreements(Filter(view="deleted"))[0].rows) == 0


def test_a_party_is_trekker_or_uitvoerder(ann: Store):
    ann.edit(BOOST, {"parties/executor/vhto": True, "parties/recipient/platform": True})
    assert [(one.name, one.count) for one in ann.lists.organisations()] == [
        ("Platform", 1),
        ("VHTO", 1),
    ]
    assert ann.lists.organisations()[0].short_forms == ("PBT",)
    asked = Filter(party="vhto")
    assert [one.id for one in ann.agreements(asked)[0].rows] == [BOOST]
    assert (ann.lists.regions(asked)[0].count, ann.lists.programmes(asked)[-1].count) == (1, 1)
    assert ann.totals().open == 2


def test_a_landsdeel_without_regions_shows_when_it_is_ones_own(tmp_path: Path):
    own = {"regions/noord": {"name": "Noord", "kind": "landsdeel"}}
    named = {"regions/zuid": {"name": "Zuid", "kind": "landsdeel"}}
    place = {"regions/kust": {"name": "Kust", "kind": "subregion"}}
    for n, (seeded, shown) in enumerate([(own, ["noord"]), (named | place, ["kust"])]):
        Store.create(tmp_path / f"{n}.db", "noord", acts([Seeded(*one) for one in seeded.items()]))
        with closing(Store.open(tmp_path / f"{n}.db", "Anna")) as store:
            assert [one.tail for one in store.lists.regions()] == shown
    with closing(Store.open(tmp_path / "1.db", "Anna")) as store:
        made = store.add("regions", {"name": "West", "short": "WES", "kind": "landsdeel"})
        said = {"title": "A", "kind": "request", "regions/zuid": True}
        store.add("agreements", said)
        west = made.partition("/")[2]
        assert [one.tail for one in store.lists.regions()] == ["kust", west, "zuid"]


def test_rows_that_went_while_they_were_listed_show_nothing(ann: Store):
    added = ann.add("agreements", {"title": "Nieuw", "kind": "request", "regions/twente": True})
    (group,) = ann.agreements(Filter(view="all"))
    where = group.rows.find(added)
    assert where is not None
    ann.undo()
    assert (group.rows[where].id, group.rows[where].title) == (added, "")
    assert len(ann.agreements(Filter(view="all"))[0].rows) == 2


@pytest.mark.parametrize("size", [1, 8, 1023, 1024, 1025, 5000])
def test_places_of_a_set(size: int):
    wanted = [n for n in range(size) if n * n % 7 < 3]
    bits = bits_of(wanted, size)
    assert list(BitPlaces(bits)) == wanted
    assert BitPlaces(bits)[-1] == wanted[-1]
    assert [count_before(bits, n) for n in (0, size)] == [0, len(wanted)]
    for gap in (0, size // 2, size - 1):
        moved = [n + (n >= gap) for n in wanted]
        assert list(BitPlaces(with_room(bits, gap))) == moved
        assert without(with_room(bits, gap), gap) == bits
        fewer = [n - (n > gap) for n in wanted if n != gap]
        assert list(BitPlaces(without(bits, gap))) == fewer


def test_the_header_tells_of_this_arrangement_and_of_no_other(ann: Store, tmp_path: Path):
    said = {"title": "Ander", "from": "2001-01-01", "to": "2002-12-31", "life": "live"}
    before = ann.totals()
    other = [["arrangement/ander", name, value, []] for name, value in sorted(said.items())]
    (tmp_path / "ander.json").write_bytes(snapshot(ARRANGEMENT, [act(set=other)]))
    ann.snapshots.import_(tmp_path / "ander.json")
    ann.edit(f"arrangement/{ARRANGEMENT}", {"purpose": "een doel"})
    assert ann.totals()._replace(unsent=0) == before._replace(unsent=0)
    empty = tmp_path / "leeg.db"
    Store.create(empty, ARRANGEMENT)
    with closing(Store(empty, by="ann")) as store:
        store.snapshots.import_(tmp_path / "ander.json")
        assert store.totals()[:3] == ("", "", "")
        assert store.lists.last_year == ""
