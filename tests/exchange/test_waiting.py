"""What a folder holds that was not taken in yet, looked at before a sync."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.acts import act_from
from storage.store import Store
from tests.exchange.test_spoilt import one_of
from tests.exchange.test_sync import segments
from tests.forged import act, put_segment
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, ids, refusal, value


@pytest.fixture
def ann(ann: Store, place: Path) -> Store:
    """Who has put two changes into the folder, and says where she works."""
    ann.edit(VHTO, {"title": "van ann"})
    ann.introduce("ann", "vhto")
    ann.exchange.sync(place)
    return ann


def test_it_says_who_brought_how_many_and_when(ann: Store, bob: Store, place: Path):
    found = bob.exchange.waiting(place)
    (one,) = found.bringers
    assert (one.device, one.by, one.acts) == (ann.device, ann.author, 3)
    assert (one.name, one.organisation) == ("ann", "VHTO")
    assert one.last == max(row.at for row in ann.history(None))
    assert (found.place, found.acts, found.spoilt) == (place, 3, ())
    assert ids(bob) < ids(ann)  # nothing came in yet
    assert bob.exchange.folders() == ()


def test_what_was_taken_in_or_written_here_waits_no_longer(ann: Store, bob: Store, place: Path):
    bob.edit(BOOST, {"title": "van bob"})
    bob.exchange.sync(place)
    assert bob.exchange.waiting(place).acts == 0
    assert [one.name for one in ann.exchange.waiting(place).bringers] == ["bob"]
    ann.exchange.sync(place)
    assert ann.exchange.waiting(place).acts == 0


def test_the_newest_bringer_comes_first(laptops, ann: Store, bob: Store, place: Path):
    bob.edit(BOOST, {"title": "van bob"})
    bob.exchange.sync(place)
    eva = laptops.store("eva")
    assert [one.name for one in eva.exchange.waiting(place).bringers] == ["bob", "ann"]


def test_a_change_that_stands_in_two_files_waits_once(ann: Store, bob: Store, place: Path):
    (file,) = segments(place)
    acts = [act_from(line) for line in file.read_bytes().splitlines()[1:]]
    (place / "deel.acts.jsonl").write_bytes(one_of(*acts[-2:]))
    assert bob.exchange.waiting(place).acts == 3
    assert bob.exchange.sync(place).new_acts == 3


def test_what_a_sync_sets_apart_brings_nothing(ann: Store, bob: Store, place: Path):
    """Nobody is told that the source has something new who only claims to speak for it."""
    forged = act(by="seed", device="seed", set=[[BOOST, "title", "van de bron", []]])
    put_segment(place, ARRANGEMENT, [forged])
    assert bob.exchange.waiting(place).acts == 3
    assert {one.by for one in bob.exchange.waiting(place).bringers} == {ann.author}
    assert bob.exchange.sync(place).held == 1
    assert bob.exchange.waiting(place).acts == 0


def test_nothing_is_read_again_while_nothing_changes(
    ann: Store, bob: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    first = bob.exchange.waiting(place)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("a file was read"))
    assert bob.exchange.waiting(place) is first


def test_what_this_laptop_put_there_is_not_read_to_see_what_waits(
    ann: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    ann.edit(BOOST, {"title": "hier"})
    with closing(Store(ann.path, today=date.today() + timedelta(1))) as tomorrow:
        monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("a file was read"))
        assert tomorrow.exchange.waiting(place).acts == ann.exchange.waiting(place).acts == 0


def test_what_is_spoilt_is_named(ann: Store, bob: Store, place: Path):
    (file,) = segments(place)
    file.write_bytes(file.read_bytes()[:-9])
    found = bob.exchange.waiting(place)
    assert [(one.path, one.why.key) for one in found.spoilt] == [(file, "spoilt")]
    assert found.acts == 0


def test_a_folder_that_is_gone_is_refused(ann: Store, place: Path):
    assert refusal(ann.exchange.waiting, place / "weg").key == "no_folder"
    assert refusal(ann.exchange.look_into, place.with_name("weg")).key == "no_folder"


def test_a_look_first_shows_what_a_sync_would_change_and_changes_nothing(
    ann: Store, bob: Store, place: Path
):
    bob.edit(VHTO, {"title": "van bob"})
    before = ids(bob)
    found = bob.exchange.look_into(place).preview
    assert (found.new_acts, found.senders, found.conflicts) == (3, (("ann", 3),), 1)
    changed = {(one.record, one.field): one.value for one in found.changes}
    assert changed[f"authors/{ann.author}", "name"] == "ann"
    assert ids(bob) == before
    assert value(bob, VHTO, "title") == "van bob"
    assert len(segments(place)) == 1
    assert bob.exchange.sync(place).conflicts == 1


def test_a_look_says_what_is_waited_for(ann: Store, bob: Store, place: Path):
    (first,) = segments(place)
    on = [act_from(line) for line in first.read_bytes().splitlines()[1:]]
    ann.edit(VHTO, {"title": "van ann, later"})
    ann.exchange.sync(place)
    first.unlink()
    before = next(act.id for act in on for said in act.set if said.value == "van ann")
    assert bob.exchange.look_into(place).preview.missing == (before,)
    assert bob.exchange.sync(place).missing == (before,)
    assert bob.exchange.sync(place).missing == ()  # told once
    ann.exchange.sync(place)
    assert bob.exchange.sync(place).missing == ()
