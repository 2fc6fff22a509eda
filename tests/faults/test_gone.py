"""What is taken away while something goes on: a stick pulled out, a folder removed."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from storage.errors import Refused
from storage.files import atomic
from storage.progress import Stopped
from storage.store import Store
from storage.views.change import Change
from tests.faults.moments import At, at_every_step, told
from tests.faults.places import Stick
from tests.storage.small import BOOST, VHTO, refusal


def test_the_folder_of_an_export_is_removed_at_any_moment(ann: Store, tmp_path: Path) -> None:
    folder = tmp_path / "stick"

    def export(at: At) -> None:
        folder.mkdir(exist_ok=True)
        ann.snapshots.export(folder / "uit.json", watch=at)

    found = at_every_step(export, lambda: shutil.rmtree(folder, ignore_errors=True))
    assert found
    assert all("bestaat niet" in one or "is er niet" in one for one in found)
    folder.mkdir(exist_ok=True)
    ann.snapshots.export(folder / "uit.json")
    assert [one.name for one in folder.iterdir()] == ["uit.json"]


def test_a_stick_fills_up_at_any_moment(ann: Store, small_stick: Stick) -> None:
    file = small_stick.path / "uit.json"
    left: list[list[str]] = []

    def export(at: At) -> None:
        (small_stick.path / "vakantie.mp4").unlink(missing_ok=True)
        file.unlink(missing_ok=True)
        try:
            ann.snapshots.export(file, watch=at)
        except Refused:
            left.append([one.name for one in small_stick.path.iterdir()])
            raise

    found = at_every_step(export, lambda: small_stick.fill(leaving=0))
    assert found
    assert all("schijf is vol" in one for one in found)
    assert left == [["vakantie.mp4"]] * len(found)


def test_a_stick_is_pulled_out_while_it_is_read(ann: Store, bob: Store, small_stick: Stick) -> None:
    bob.edit(VHTO, {"title": "van bob"})
    file = small_stick.path / "in.json"
    bob.snapshots.export(file)
    before = ann.path.read_bytes()
    small_stick.pull_out()
    assert refusal(ann.snapshots.import_, file).key in ("no_file", "no_folder")
    assert ann.path.read_bytes() == before


def test_the_folder_of_the_file_itself_is_removed(ann: Store, tmp_path: Path) -> None:
    title = ann.page(VHTO).row.title
    ann.path.parent.rename(kept := tmp_path / "weg")
    assert refusal(Store.open, ann.path).key == "no_folder"
    assert refusal(ann.edit, VHTO, {"title": "x"}).key == "moved"
    kept.rename(ann.path.parent)
    with closing(Store.open(ann.path, by="ann")) as again:
        assert again.check() == []
        assert again.page(VHTO).row.title == title
        again.edit(VHTO, {"title": "x"})


def test_another_file_is_put_in_its_place(ann: Store, bob: Store) -> None:
    """What was written into a file that no one finds any more would be lost."""
    ann.page(VHTO)
    bob.edit(VHTO, {"title": "van bob"})
    bob.close()
    ann.path.unlink()
    shutil.copy(bob.path, ann.path)
    before = ann.path.read_bytes()
    assert refusal(ann.edit, VHTO, {"title": "x"}).key == "moved"
    assert ann.path.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="no limits of a process")
def test_a_disk_that_takes_no_more_of_a_file(ann: Store, bob: Store) -> None:
    """As a stick does with a file of 4 GB: an error that is not that it is full."""
    import resource

    fields = ("title", "text", "goal", "condition", "reading")
    bob.apply(Change((VHTO, BOOST), sets=dict.fromkeys(fields, "lang " * 10_000)))
    bob.snapshots.export(file := bob.path.with_name("in.json"))
    before = ann.path.read_bytes()
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, usual[1]))
    try:
        assert refusal(ann.snapshots.import_, file).key == "failing"
        assert told(refusal(bob.snapshots.export, file)).endswith(
            "zo groot mag een bestand daar niet zijn."
        )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert ann.path.read_bytes() == before
    assert ann.snapshots.import_(file).new_acts == 2


def test_what_a_killed_program_left_half_is_gone_the_next_day(
    ann: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)  # as who is killed cleans nothing

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(atomic, "move", killed)
        with pytest.raises(KeyboardInterrupt):
            ann.snapshots.export(folder / "uit.json")
    (left,) = folder.iterdir()
    others = [folder / ".van-een-ander.1a2b3c4d", folder / ".map.1a2b3c4d.half"]
    others[0].touch()
    others[1].mkdir()
    ann.snapshots.export(folder / "anders.json")
    assert left.exists(), "someone may still be writing it"
    for one in (left, *others):
        os.utime(one, (0, 0))
    ann.snapshots.export(folder / "uit.json")
    names = {one.name for one in folder.iterdir()}
    assert names == {"anders.json", "uit.json", *(one.name for one in others)}


def test_stopping_an_import_at_any_moment_leaves_nothing(ann: Store, bob: Store) -> None:
    bob.edit(VHTO, {"title": "van bob"})
    file = bob.path.with_name("in.json")
    bob.snapshots.export(file)
    before = ann.path.read_bytes()

    def stop() -> None:
        raise Stopped

    n = 0
    while True:
        at = At(n, stop)
        try:
            ann.snapshots.import_(file, watch=at)
        except Stopped:
            assert ann.path.read_bytes() == before
            n += 1
            continue
        break
    assert n > 3
    assert ann.check() == []
