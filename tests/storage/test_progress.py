"""How far something long is, and stopping it at every step: nothing has changed then."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import progress
from storage.files import atomic, open_file
from storage.progress import Progress, Stopped
from storage.store import Store
from storage.views.import_preview import Preview
from tests.storage.small import BOOST, VHTO, edited, refusal, value

Job = Callable[[Store, Path, progress.Watch], object]


class StopAt:
    """Watches, and stops at the nth step."""

    def __init__(self, n: int) -> None:
        self.left = n

    def __call__(self, part: str, share: float) -> None:
        assert part in ("read", "compare", "take", "collect", "write")
        assert 0 <= share <= 1
        self.left -= 1
        if self.left < 0:
            raise Stopped


@pytest.fixture(autouse=True)
def fine_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps so small that a small file has many."""
    monkeypatch.setattr(progress, "EVERY", 3)
    monkeypatch.setattr(atomic, "CHUNK", 1000)
    monkeypatch.setattr(open_file, "PIECE", 1000)


def whole(bob: Store) -> bytes:
    bob.edit(VHTO, {"title": "van bob"})
    undone = bob.edit(BOOST, {"title": "ook van bob"})
    bob.note(VHTO, "gebeld")
    bob.undo(undone)
    return bob.snapshots.make()


def by_hand(bob: Store) -> bytes:
    return edited(whole(bob), VHTO, title="met de hand")


def spoilt(bob: Store) -> bytes:
    return whole(bob).replace(b'"seq":2', b'"seq":-2', 1)


def records_only(bob: Store) -> bytes:
    records = [{"id": VHTO, "title": "los"}, {"id": "agreements/" + "1" * 16, "title": "nieuw"}]
    return json.dumps({"records": {"agreements": records}}).encode()


JOBS: dict[str, tuple[Callable[[Store], bytes], Job]] = {
    "import": (whole, lambda ann, file, w: ann.snapshots.import_(file, watch=w)),
    "preview": (whole, lambda ann, file, w: ann.snapshots.preview(file, watch=w)),
    "edits": (
        by_hand,
        lambda ann, file, w: ann.snapshots.import_(file, edits=True, why="x", watch=w),
    ),
    "without edits": (
        by_hand,
        lambda ann, file, w: ann.snapshots.import_(file, edits=False, watch=w),
    ),
    "preview edits": (by_hand, lambda ann, file, w: ann.snapshots.preview(file, watch=w)),
    "skip bad": (spoilt, lambda ann, file, w: ann.snapshots.import_(file, skip_bad=True, watch=w)),
    "preview bad": (
        spoilt,
        lambda ann, file, w: ann.snapshots.preview(file, skip_bad=True, watch=w),
    ),
    "records": (
        records_only,
        lambda ann, file, w: ann.snapshots.import_(file, edits=True, watch=w),
    ),
    "export": (whole, lambda ann, file, w: ann.snapshots.export(file, "internal", watch=w)),
    "export packed": (
        whole,
        lambda ann, file, w: ann.snapshots.export(file.with_suffix(".json.gz"), watch=w),
    ),
}


def everything(*folders: Path) -> dict[Path, bytes]:
    """Every file in these folders."""
    found = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return {file: file.read_bytes() for file in found}


@pytest.mark.parametrize("name", JOBS)
def test_stopped_at_any_step_it_leaves_every_byte_the_same(
    ann: Store, bob: Store, home: Path, name: str
) -> None:
    ann.edit(VHTO, {"text": "van ann"})
    make, job = JOBS[name]
    file = ann.path.parent / "binnen.json"
    file.write_bytes(make(bob))
    before = everything(ann.path.parent, home)
    stopped = 0
    while True:
        try:
            job(ann, file, StopAt(stopped))
            break
        except Stopped:
            assert everything(ann.path.parent, home) == before
            assert not ann.connection.in_transaction
            stopped += 1
    assert stopped > 5
    assert [one for one in ann.check() if one.kind != "set_apart"] == []
    ann.note(VHTO, "en het werkt nog")


@pytest.mark.parametrize("name", JOBS)
def test_what_is_done_only_grows(ann: Store, bob: Store, name: str) -> None:
    make, job = JOBS[name]
    file = ann.path.parent / "binnen.json"
    file.write_bytes(make(bob))
    shares: list[float] = []
    job(ann, file, lambda part, share: shares.append(share))
    if name not in ("skip bad", "preview bad"):  # read again, line by line, from its beginning
        assert shares == sorted(shares)
    assert len(set(shares)) > 5


def test_leaving_the_edits_by_hand_takes_the_acts(ann: Store, bob: Store) -> None:
    file = ann.path.parent / "binnen.json"
    file.write_bytes(by_hand(bob))
    assert refusal(ann.snapshots.import_, file).key == "edited_by_hand"
    taken = ann.snapshots.import_(file, edits=False)
    assert isinstance(taken, Preview)
    assert taken.edits == ()
    assert value(ann, VHTO, "title") == "van bob"
    assert (
        refusal(ann.snapshots.import_, file).key == "edited_by_hand"
    )  # it still holds something else
    file.write_bytes(records_only(bob))
    assert refusal(ann.snapshots.import_, file, edits=False).key == "records_only"


def test_a_preview_of_a_spoilt_file_tells_what_would_be_taken(ann: Store, bob: Store) -> None:
    file = ann.path.parent / "binnen.json"
    file.write_bytes(spoilt(bob))
    assert refusal(ann.snapshots.preview, file).key == "spoilt"
    seen = ann.snapshots.preview(file, skip_bad=True)
    assert seen.set_apart == 1
    assert seen.new_acts > 0
    done = ann.snapshots.import_(file, skip_bad=True)
    assert (done.set_apart, done.new_acts) == (seen.set_apart, seen.new_acts)


def test_parts_follow_each_other_within_the_whole() -> None:
    told: list[tuple[str, float]] = []
    whole = Progress(lambda part, share: told.append((part, share)))
    assert list(whole.part(0, 0.5, "read").over("abcd", 4)) == [*"abcd"]
    whole.part(0.5, 1, "take").part(0, 1).step(0, 0)
    assert told == [("read", 0), ("read", 0.375), ("read", 0.5), ("take", 1)]
