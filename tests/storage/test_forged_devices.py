"""Acts that claim to be of this laptop, of a time to come, or of the highest number there is."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.identity.device_identity import load
from storage.store import Store
from tests.asof import past
from tests.forged import Forged, act, put_segment, snapshot
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, Laptops, refusal, send, value

HIGHEST = 2**53 - 1


def forged(store: Store, **keys: object) -> Forged:
    """An act that claims to be written by whoever writes here, on this laptop."""
    return act(**{"by": store.author, "device": store.device, "seq": HIGHEST, **keys})


def titled(store: Store, title: str, record: str = VHTO, **keys: object) -> Forged:
    """The same, giving a title on top of what stands."""
    seen = store.log.seen(record)["title"].heads
    return forged(store, set=[[record, "title", title, sorted(seen)]], **keys)


def titled_at(store: Store, when: str, *, known: bool = False) -> str:
    return past(store, when, known=known).page(VHTO).row.title


def brought(store: Store, tmp_path: Path, *acts: Forged) -> None:
    """Taken in from a file and, what is left of them, from a folder."""
    half = len(acts) // 2
    (tmp_path / "bestand.json").write_bytes(snapshot(ARRANGEMENT, acts[half:]))
    store.snapshots.import_(tmp_path / "bestand.json")
    if half:
        put_segment(tmp_path / "map", ARRANGEMENT, acts[:half])
        store.exchange.sync(tmp_path / "map")


def test_a_number_near_the_highest_stops_nobody(ann: Store, tmp_path: Path):
    ann.edit(BOOST, {"title": "van mij"})
    brought(ann, tmp_path, titled(ann, "vals"), titled(ann, "ook", record=BOOST))
    ann.edit(VHTO, {"title": "hersteld"})
    assert value(ann, VHTO, "title") == "hersteld"
    ann.undo()
    assert [row.seq for row in ann.history(None) if row.here][:2] == [2, 1]
    assert ann.check() == []


def test_this_laptop_goes_on_under_another_id_from_its_next_write(ann: Store, tmp_path: Path):
    ann.edit(BOOST, {"title": "een"})
    before, who = ann.device, ann.author
    brought(ann, tmp_path, titled(ann, "vals"))
    assert ann.device == before  # nothing was written yet
    assert [one.details["device"] for one in ann.problems.all() if one.kind == "clone"] == [before]
    ann.edit(BOOST, {"title": "twee"})
    after = ann.device
    assert after not in (None, before)
    assert ann.author == who  # the same person
    ann.edit(BOOST, {"title": "drie"})
    assert ann.device == after
    assert [one.details["device"] for one in ann.problems.all() if one.kind == "clone"] == [before]
    with closing(Store.open(ann.path)) as again:
        again.edit(BOOST, {"title": "vier"})
        assert again.device == after
    assert ann.check() == []


def test_another_process_notices_it_too(ann: Store, tmp_path: Path):
    ann.edit(BOOST, {"title": "een"})
    before = ann.device
    with closing(Store.open(ann.path, by="ann")) as beside:
        brought(beside, tmp_path, titled(ann, "vals"))
    ann.edit(BOOST, {"title": "twee"})
    assert ann.device != before
    assert len({(row.device, row.seq) for row in ann.history(None) if row.here}) == 3


def test_undo_takes_back_only_what_was_written_here(ann: Store, tmp_path: Path):
    ann.edit(BOOST, {"title": "van mij"})
    late = datetime.now(UTC) + timedelta(days=400)
    brought(ann, tmp_path, titled(ann, "vals", at=late.strftime("%Y-%m-%dT%H:%M:%S.000Z")))
    assert ann.undo().changes[0].value == "van mij"
    assert refusal(ann.undo).key == "nothing_to_undo"
    assert value(ann, VHTO, "title") == "vals"
    (row,) = [row for row in ann.history(VHTO) if not row.seed]
    assert not row.here
    assert refusal(ann.undo, row.id).key == "reason_needed"


def test_a_forged_undo_is_not_done_again(ann: Store, tmp_path: Path):
    mine = ann.edit(VHTO, {"title": "van mij"})
    brought(ann, tmp_path, forged(ann, undo=[mine]))
    assert value(ann, VHTO, "title") == "VHTO: schakel"
    assert refusal(ann.redo).key == "nothing_to_redo"
    (row,) = [row for row in ann.history(None) if row.undoes]
    ann.undo(row.id, "nagemaakt")
    assert value(ann, VHTO, "title") == "van mij"


def test_an_add_on_which_a_forged_act_rests_is_deleted_instead(ann: Store, tmp_path: Path):
    record = ann.add("agreements", {"title": "Nieuw", "kind": "request"})
    brought(ann, tmp_path, titled(ann, "vals", record=record))
    ann.undo()
    assert value(ann, record, "life") == "deleted"


def test_undo_goes_on_over_a_new_device_id(ann: Store, tmp_path: Path):
    ann.edit(VHTO, {"title": "een"})
    brought(ann, tmp_path, forged(ann, set=[]))
    ann.edit(VHTO, {"title": "twee"})
    ann.undo(), ann.undo()
    assert value(ann, VHTO, "title") == "VHTO: schakel"
    ann.redo(), ann.redo()
    assert value(ann, VHTO, "title") == "twee"


def test_a_laptop_cloned_with_its_settings_goes_on_under_an_id_of_its_own(
    laptops: Laptops, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """Both disks have one file and one configuration; then both write, and exchange."""
    with closing(laptops.store("ann")) as ann:
        ann.edit(VHTO, {"title": "voor"})
        path, file = ann.path, ann.path.read_bytes()
    device = load(path).device
    configuration = next(path.parent.parent.rglob("devices/*.json"))
    saved = configuration.read_bytes()

    def here() -> None:
        path.write_bytes(other_file), configuration.write_bytes(other_saved)

    with closing(Store.open(path)) as one:
        one.edit(VHTO, {"title": "hier"})
        one.snapshots.export(tmp_path / "een.json")
    other_file, other_saved = path.read_bytes(), configuration.read_bytes()
    path.write_bytes(file), configuration.write_bytes(saved)
    with closing(Store.open(path)) as two:
        two.edit(BOOST, {"title": "daar"})
        two.snapshots.export(tmp_path / "twee.json")
        two.snapshots.import_(tmp_path / "een.json")
        two.edit(BOOST, {"title": "daar weer"})
        assert two.device != device
        two.undo()
        assert value(two, BOOST, "title") == "daar"
    here()
    with closing(Store.open(path)) as one:
        one.snapshots.import_(tmp_path / "twee.json")
        one.edit(VHTO, {"title": "hier weer"})
        assert one.device != device
        assert [problem.kind for problem in one.problems.all()] == ["clone"]
        own = [(row.device, row.seq) for row in one.history(None) if row.here]
        assert len({*own}) == len(own)


def test_an_act_from_the_future_changes_no_day_before_its_arrival(ann: Store, tmp_path: Path):
    ahead = "2999-01-01T00:00:00.000Z"
    brought(ann, tmp_path, titled(ann, "vals", by="b" * 16, device="d" * 16, at=ahead))
    today = datetime.now(UTC).date()
    before, after = ((today + timedelta(days=n)).isoformat() for n in (-1, 1))
    assert titled_at(ann, after) == "vals"
    assert titled_at(ann, before) == "VHTO: schakel"
    (problem,) = [one for one in ann.problems.all() if one.kind == "ahead"]
    assert (problem.details["count"], problem.details["to"]) == (1, "2999-01-01")


def test_since_goes_by_arrival_whatever_an_act_claims(ann: Store, bob: Store):
    bob.edit(VHTO, {"title": "van bob"})
    mark = f"#{ann.log.last_arrival()}"
    send(bob, ann)
    assert [row.author for row in ann.history(VHTO, mark)] == ["bob"]
    assert len(ann.log.arrived_since(mark)) == 2  # with the naming of bob
    assert ann.history(VHTO, f"#{ann.log.last_arrival()}") == []


def test_a_clock_that_was_put_back_here_changes_no_order(
    laptops: Laptops, monkeypatch: pytest.MonkeyPatch
):
    with closing(laptops.store("ann")) as ann:
        ann.edit(VHTO, {"title": "een"})
        between = ann.log.last_arrival()
        monkeypatch.setattr("storage.clock.now", lambda: "1970-01-01T00:00:00.000Z")
        ann.edit(VHTO, {"title": "twee"})
        arrived = {row.at: row.arrived for row in ann.history(VHTO)}
        assert arrived["1970-01-01T00:00:00.000Z"] == max(arrived.values())
        assert value(ann, VHTO, "title") == "twee"
        assert titled_at(ann, f"#{between}", known=True) == "een"
        yesterday = (datetime.now(UTC).date() - timedelta(days=1)).isoformat()
        assert titled_at(ann, yesterday) == "VHTO: schakel"


def test_many_acts_of_one_laptop_are_looked_through_once(ann: Store, tmp_path: Path):
    def steps() -> int:
        """How long the database works to find clones, in its own steps."""
        taken = [0]

        def count() -> None:
            taken[0] += 1

        ann.connection.set_progress_handler(count, 100)
        assert ann.log.clones() == []
        ann.connection.set_progress_handler(None, 100)
        return taken[0]

    worked = []
    for round_ in range(2):
        acts = [act(seq=1_000 * round_ + n) for n in range(1, 1_001)]
        (tmp_path / "veel.json").write_bytes(snapshot(ARRANGEMENT, acts))
        ann.snapshots.import_(tmp_path / "veel.json")
        worked.append(steps())
    assert worked[1] < 3 * worked[0]
