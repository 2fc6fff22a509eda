"""One change in many records: one act, taken back as one, checked for each."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.errors import Refused
from storage.store import Store
from storage.views.change import Change
from storage.views.field_change import FieldChange
from tests.storage.conftest import Laptops
from tests.storage.small import BOOST, VHTO, refusal, swap, value

BOTH = (VHTO, BOOST)
LEAD = "parties/lead"


def acts(store: Store) -> int:
    return int(store.connection.execute("SELECT count(*) FROM acts").fetchone()[0])


@pytest.fixture
def named(ann: Store) -> Store:
    """Ann has written before, so that her name is no act of what follows."""
    ann.edit(VHTO, {"goal": "meer meisjes"})
    return ann


def test_one_act_one_undo_one_redo(named: Store):
    before, count = named.records("agreements"), acts(named)
    change = Change(BOTH, sets={"status": "in_progress"}, reason="besproken")
    (done,) = named.apply(change).acts
    assert acts(named) == count + 1
    assert [value(named, record, "status") for record in BOTH] == ["in_progress"] * 2
    (act,) = [act for act in named.history(None) if act.id == done]
    assert act.why == "besproken"
    assert {change.record for change in act.changes} == set(BOTH)
    assert named.undo().id == done
    assert named.records("agreements") == before
    named.redo()
    assert [value(named, record, "status") for record in BOTH] == ["in_progress"] * 2
    assert named.check() == []


def test_a_bulk_change_is_taken_back_after_a_restart(named: Store, laptops: Laptops):
    before = named.records("agreements")
    named.apply(Change(BOTH, sets={"signal": {"colour": "red", "reason": "stil"}}))
    named.close()
    again = laptops.store("ann")
    again.undo()
    assert again.records("agreements") == before


def test_notes_on_several_are_one_act_each_with_its_own(named: Store):
    count = acts(named)
    named.apply(Change(BOTH, entry={"kind": "remark", "text": "gebeld"}))
    assert acts(named) == count + 1
    for record in BOTH:
        assert [(one.text, one.kind) for one in named.page(record).entries] == [
            ("gebeld", "remark")
        ]
    named.undo()
    assert all(not named.page(record).entries for record in BOTH)


def test_own_notes_stay_here(named: Store):
    named.apply(Change(BOTH, entry={"kind": "remark", "text": "intern"}, own=True))
    assert b"intern" not in named.snapshots.make()
    assert b"intern" in named.snapshots.make("internal")


def test_another_lead_takes_the_place_of_all_that_were(named: Store):
    named.edit(VHTO, {f"{LEAD}/vhto": True})
    named.apply(Change(BOTH, whole={LEAD: ("vhto",)}))
    for record in BOTH:
        assert value(named, record, "parties") == [{"organisation": "vhto", "role": "lead"}]
    named.apply(Change(BOTH, whole={LEAD: ()}))
    assert [value(named, record, "parties") for record in BOTH] == [[], []]


def test_deleted_and_restored_together(named: Store):
    named.note(VHTO, "gebeld")
    named.apply(Change(BOTH, sets={"life": "deleted"}, reason="dubbel"))
    assert [value(named, record, "life") for record in BOTH] == ["deleted"] * 2
    named.apply(Change(BOTH, sets={"life": "live"}))
    assert [value(named, record, "life") for record in BOTH] == ["live"] * 2
    named.undo()
    named.undo()
    assert [value(named, record, "life") for record in BOTH] == ["live"] * 2
    assert named.check() == []


def test_a_deletion_of_several_has_seen_what_was_known_of_each(named: Store, bob: Store):
    bob.note(BOOST, "nog bezig")
    named.note(VHTO, "gebeld")
    named.apply(Change(BOTH, sets={"life": "deleted"}))
    swap(named, bob)
    for store in (named, bob):
        assert value(store, VHTO, "life") == "deleted"
        assert value(store, BOOST, "life") == "contested"


def test_what_it_would_do_is_told_and_nothing_is_written(named: Store):
    named.edit(BOOST, {"status": "on_hold"})
    gone = named.add("agreements", {"title": "Weg", "kind": "request"})
    named.delete(gone)
    before = named.path.read_bytes()
    found = named.changes.preview(Change((VHTO, BOOST, gone), sets={"status": "on_hold"}))
    assert found.touched == {VHTO: (FieldChange(VHTO, "", "status", "open", "on_hold"),)}
    assert [(one.record, one.refused.key) for one in found.skipped] == [
        (BOOST, "nothing_changed"), (gone, "deleted"),
    ]  # fmt: skip
    assert named.path.read_bytes() == before


def test_the_parts_of_a_set_are_told_as_they_go_and_come(named: Store):
    found = named.changes.preview(Change(BOTH, whole={LEAD: ("vhto",)}))
    told = {record: [(one.field, one.before, one.value) for one in changes]
            for record, changes in found.touched.items()}  # fmt: skip
    assert told == {
        VHTO: [(f"{LEAD}/vhto", None, True), (f"{LEAD}/platform", True, False)],
        BOOST: [(f"{LEAD}/vhto", None, True)],
    }


def test_where_it_cannot_be_done_in_one_nothing_changes(named: Store):
    named.delete(BOOST)
    before = named.records("agreements"), acts(named)
    refused = refusal(named.apply, Change(BOTH, sets={"status": "on_hold"}))
    assert (refused.key, refused.details["n"], refused.details["total"]) == ("not_in_all", 1, 2)
    assert "TWE-02" in str(refused.details["codes"]) or BOOST in str(refused.details["codes"])
    assert (named.records("agreements"), acts(named)) == before


def test_met_asks_evidence_of_those_that_have_none(named: Store):
    named.note(VHTO, "verslag", kind="evidence")
    found = named.changes.preview(Change(BOTH, sets={"status": "met"}))
    assert [*found.touched] == [VHTO]
    assert [(one.record, one.refused.key) for one in found.skipped] == [(BOOST, "evidence_needed")]
    evidence = {"kind": "evidence", "text": "verslag"}
    assert not named.changes.preview(Change(BOTH, sets={"status": "met"}, entry=evidence)).skipped


def test_an_agreement_does_not_take_its_own_place(named: Store):
    takes_place = {"status": "superseded", "related/replaced_by/klein-2-twe-02": True}
    found = named.changes.preview(Change(BOTH, sets=takes_place))
    assert [(one.record, one.refused.key) for one in found.skipped] == [(BOOST, "itself")]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (Change(sets={"status": "klaar"}), "unknown_status"),
        (Change(sets={"status": "lapsed"}), "reason_needed"),
        (Change(sets={"signal": {"colour": "red", "reason": None}}), "reason_needed"),
        (Change(sets={"regions/nergens": True}), "unknown_reference"),
        (Change(whole={LEAD: ("nergens",)}), "unknown_reference"),
        (Change(sets={"onzin": 1}), "unknown_field"),
        (Change(sets={"status": "open"}), "nothing_changed"),
        (Change(sets={"life": "live"}), "not_deleted"),
        (Change(entry={"kind": "onzin", "text": "x"}), "unknown_value"),
    ],
)
def test_what_holds_for_none_is_refused_as_for_one(named: Store, change: Change, key: str):
    change, before = change._replace(records=BOTH), named.path.read_bytes()
    assert refusal(named.changes.preview, change).key == key
    assert refusal(named.apply, change).key == key
    assert named.path.read_bytes() == before


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["open", "in_progress", "on_hold", "met", None]),
        "goal": st.sampled_from(["meer", "minder", None]),
        "signal": st.sampled_from([{"colour": "green", "reason": None}, None]),
        "term": st.sampled_from([{"phrase": "voor de zomer"}, None]),
        "regions/twente": st.booleans(),
        "programmes/jet-net": st.booleans(),
        f"{LEAD}/vhto": st.booleans(),
        f"{LEAD}/platform": st.booleans(),
    },
)
ENTRIES = st.sampled_from([None, {"kind": "evidence", "text": "verslag"}])
CHOSEN = st.lists(st.sampled_from(BOTH), unique=True, min_size=1)


@settings(max_examples=15, deadline=None)
@given(steps=st.lists(st.tuples(CHOSEN, VALUES, ENTRIES), min_size=1, max_size=4))
def test_the_same_as_each_by_itself(template: Path, tmp_path_factory, steps):
    """Whatever was said before; where one of them is refused the others are done apart."""
    folder = tmp_path_factory.mktemp("many")
    stores = []
    for name in ("one", "many"):
        (folder / name).mkdir()
        stores.append(Store(Path(shutil.copy(template, folder / name / "klein.db")), by="ann"))
    one, many = stores
    for records, sets, entry in steps:
        change = Change(tuple(records), sets=sets, entry=entry)
        done = [record for record in records if _applied(one, change._replace(records=(record,)))]
        try:
            told = many.changes.preview(change)
        except Refused:
            assert done == []
            continue
        assert [*told.touched] == done
        if done:
            many.apply(change._replace(records=tuple(done)))
    assert one.records("agreements") == many.records("agreements")
    assert _entries(one) == _entries(many)
    assert many.check() == []
    for store in stores:
        store.close()


def _applied(store: Store, change: Change) -> bool:
    try:
        store.apply(change)
    except Refused:
        return False
    return True


def _entries(store: Store) -> list[tuple[object, ...]]:
    found = store.records("entries")
    return sorted((one["about"], one["kind"], one["text"], one["life"]) for one in found)
