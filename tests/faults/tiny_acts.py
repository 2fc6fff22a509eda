"""Files with very many very small acts, written without holding them."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from storage.acts import IdSet, Setting, encode, make_act
from storage.formats.snapshot_layout import snapshot_pieces
from tests.storage.small import ARRANGEMENT, VHTO

AT = "2014-10-07T09:12:03.120Z"
Say = Callable[[int], list[Setting]]
SHAPES: dict[str, Say] = {
    "say nothing": lambda n: [],
    "each a record": lambda n: [Setting(f"glossary/{n:x}", "life", "live", ())],
    "all on one field": lambda n: [Setting(VHTO, "goal", str(n), ())],
    "a field each": lambda n: [Setting(VHTO, f"regions/r{n}", True, ())],
}


def bodies(count: int, say: Say) -> Iterator[bytes]:
    for n in range(count):
        yield make_act(at=AT, by="b", device="d", seq=n + 1, set=say(n)).data


def snapshot(path: Path, count: int, say: Say) -> None:
    """As ``export --since`` writes it: acts, and no records."""
    ids = IdSet()
    for body in bodies(count, say):
        ids.add(hashlib.sha256(body).hexdigest())
    head = {
        "arrangement": ARRANGEMENT, "profile": "partners", "exported_at": AT,
        "exported_by": None, "device": None, "count": count, "acts_digest": ids.digest([]),
        "records_digest": hashlib.sha256(b"{}").hexdigest(),
    }  # fmt: skip
    with path.open("wb") as file:
        for piece in snapshot_pieces(head, [b"{}"], bodies(count, say), ()):
            file.write(piece)


def segment(path: Path, count: int, say: Say) -> None:
    """The same for an exchange folder."""
    ids = IdSet()
    for body in bodies(count, say):
        ids.add(hashlib.sha256(body).hexdigest())
    head = {
        "format": "arrangement-acts", "version": 1, "arrangement": ARRANGEMENT, "count": count,
        "acts_digest": ids.digest([]), "erased": [], "replaces": [],
    }  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(encode(head) + b"\n")
        for body in bodies(count, say):
            file.write(body + b"\n")
