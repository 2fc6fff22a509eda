"""A next release of the seed: offered to an existing file, and taken in when a person says so."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.acts import Act
from storage.store import Store
from storage.views.release_offer import Offer
from tests.forged import Forged, act, snapshot
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, refusal, small, take, value

AT = "2026-12-01T00:00:00.000Z"
NEW = "agreements/klein-2-twe-03"


def second() -> list[Act]:
    """The release after the first: a title and a text differ, VHTO is of no region any more,
    there is a new agreement, and no programme."""
    records = {act.set[0].record: {said.field: said.value for said in act.set} for act in small()}
    records[VHTO] |= {"title": "VHTO: beter gezegd", "text": "nieuw"}
    del records[VHTO]["regions/twente"], records["programmes/jet-net"]
    records[NEW] = {"code": "KLEIN-2-TWE-03", "title": "Erbij", "kind": "request"}
    return acts([Seeded(id_, words) for id_, words in records.items()], AT, small())


def brings(arrangement: str) -> Sequence[bytes]:
    every = [*small(), *second()]
    return [act.data for act in every] if arrangement == ARRANGEMENT else []


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    made = tmp_path / "klein.db"
    made.write_bytes(template.read_bytes())
    return made


def test_opening_only_offers_it(path: Path):
    with closing(Store.open(path, "Ann", brings)) as store:
        assert store.snapshots.offered() == Offer(len(second()), AT)
        store.totals(), store.page(VHTO)
    with closing(Store.open(path, "Ann", brings)) as store:
        before = store.log.last_arrival()
        found = store.snapshots.preview_offered()
        assert (found.new_acts, found.conflicts, found.held) == (len(second()), 0, 0)
        changes = {(one.record, one.field): one.value for one in found.changes}
        assert changes[VHTO, "title"] == "VHTO: beter gezegd"
        assert changes[VHTO, "regions"] == []
        assert changes[NEW, "title"] == "Erbij"
        assert store.log.last_arrival() == before
        assert value(store, VHTO, "title") == "VHTO: schakel"


def test_taken_in_it_is_all_there(path: Path):
    with closing(Store.open(path, "Ann", brings)) as store:
        assert store.snapshots.take_offered().new_acts == len(second())
        assert store.snapshots.offered() is None
        assert value(store, VHTO, "title") == "VHTO: beter gezegd"
        assert value(store, VHTO, "regions") == []
        assert value(store, NEW, "title") == "Erbij"
        assert store.record("programmes/jet-net")["life"] == "deleted"
        assert store.check() == []
        assert {row.file for row in store.history(VHTO)} == {None}
        assert store.snapshots.take_offered().new_acts == 0


def test_what_a_person_said_stands(path: Path):
    with closing(Store.open(path, "Ann", brings)) as store:
        store.edit(VHTO, {"title": "VHTO: van Ann"})
        store.edit("programmes/jet-net", {"description": "van Ann"})
        store.delete(BOOST)
        found = store.snapshots.preview_offered()
        assert (VHTO, "title") not in {(one.record, one.field) for one in found.changes}
        store.snapshots.take_offered()
        assert value(store, VHTO, "title") == "VHTO: van Ann"
        assert value(store, VHTO, "text") == "nieuw"
        assert store.record("programmes/jet-net")["life"] == "contested"
        assert store.record(BOOST)["life"] == "deleted"
        assert store.conflicts(VHTO) == []


def test_where_the_source_has_another_value_it_is_shown_and_taken_on_request(path: Path):
    with closing(Store.open(path, "Ann", brings)) as store:
        store.edit(VHTO, {"title": "VHTO: van Ann", "regions/twente": True, "goal": "van Ann"})
        store.edit(BOOST, {"goal": "van Ann"})
        assert store.page(VHTO).sourced == ()
        differs = [("title", "VHTO: van Ann", "VHTO: beter gezegd")]
        found = store.snapshots.preview_offered()
        assert [(one.record, *one[2:5]) for one in found.kept] == [(VHTO, *differs[0])]
        store.snapshots.take_offered()
        assert [one[2:5] for one in store.page(VHTO).sourced] == differs
        assert store.page(BOOST).sourced == ()
        assert store.page("regions/twente").sourced == ()
        assert [one[2:5] for one in store.page(VHTO).sourced] == differs

        store.changes.take_source(VHTO)
        assert value(store, VHTO, "title") == "VHTO: beter gezegd"
        assert value(store, VHTO, "goal") == "van Ann"
        assert store.page(VHTO).sourced == ()
        assert refusal(store.changes.take_source, VHTO).key == "nothing_of_source"
        store.undo()
        assert [one[2:5] for one in store.page(VHTO).sourced] == differs
        store.edit(VHTO, {"title": "VHTO: toch van Ann"})
        assert store.page(VHTO).sourced == ()  # a person saw both and chose


def test_of_a_field_in_conflict_the_conflict_comes_first(path: Path, tmp_path: Path):
    with closing(Store.open(path, "Ann", brings)) as store:
        store.edit(VHTO, {"title": "VHTO: van Ann"})
        (made,) = [one for one in small() if one.set[0].record == VHTO]
        bobs = act(set=[[VHTO, "title", "VHTO: van Bob", [made.id]]])
        take(store, snapshot(ARRANGEMENT, [bobs]))
        store.snapshots.take_offered()
        assert [one.field for one in store.conflicts(VHTO)] == ["title"]
        assert store.page(VHTO).sourced == ()


def test_a_colleague_may_bring_it(path: Path):
    with closing(Store.open(path, "Ann", brings)) as store:
        some = [Forged(one.id, one.data) for one in second()]
        take(store, snapshot(ARRANGEMENT, some))
        assert (store.snapshots.offered(), store.quarantine.all()) == (None, [])
        assert value(store, VHTO, "title") == "VHTO: beter gezegd"


def test_what_was_set_apart_before_the_app_brought_it_is_so_no_longer(path: Path):
    some = [Forged(one.id, one.data) for one in second()]
    with closing(Store.open(path, "Ann")) as older:
        assert take(older, snapshot(ARRANGEMENT, some)).held == len(some)
        (one,) = older.quarantine.all()
        assert older.quarantine.retry([one.n]).left == (one,)
    with closing(Store.open(path, "Ann", brings)) as store:
        assert store.snapshots.offered() == Offer(len(some), AT)
        store.snapshots.take_offered()
        assert (store.quarantine.all(), store.snapshots.offered()) == ([], None)


def test_trying_again_takes_in_what_the_app_brings_by_now(path: Path):
    some = [Forged(one.id, one.data) for one in second()]
    with closing(Store.open(path, "Ann")) as older:
        take(older, snapshot(ARRANGEMENT, some))
    with closing(Store.open(path, "Ann", brings)) as store:
        tried = store.quarantine.retry([one.n for one in store.quarantine.all()])
        assert (tried.new, tried.left) == (len(some), ())
        assert value(store, VHTO, "title") == "VHTO: beter gezegd"


def test_to_a_file_of_another_arrangement_nothing_is_offered(tmp_path: Path):
    Store.create(tmp_path / "ander.db", "ander-2014", small())
    with closing(Store.open(tmp_path / "ander.db", "Ann", brings)) as store:
        assert store.snapshots.offered() is None
