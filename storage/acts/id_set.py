"""Ids of acts by the hundred thousand, counted and digested in little memory."""

from collections.abc import Iterator
from heapq import merge

from storage.acts.canonical import encode

RUN = 4096  # ids that are sorted at a time
WIDTH = 32  # bytes of an id


class IdSet:
    """The ids that pass, of which 32 bytes each are kept."""

    def __init__(self) -> None:
        self._runs: list[bytes] = []
        self._latest: list[bytes] = []
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, act: str) -> None:
        self._count += 1
        self._latest.append(bytes.fromhex(act))
        if len(self._latest) == RUN:
            self._close()

    def ids(self) -> Iterator[str]:
        """The ids, sorted."""
        self._close()
        return (one.hex() for one in merge(*map(_parts, self._runs)))

    @property
    def double(self) -> str | None:
        """An id that passed twice, if one did."""
        before = None
        for act in self.ids():
            if act == before:
                return act
            before = act
        return None

    def digest(self, erased: object) -> str:
        """SHA-256 over the sorted ids, then the canonical JSON of ``erased``, a line each
        (contract §3, ``acts_digest``)."""
        from hashlib import sha256

        found = sha256()
        for act in self.ids():
            found.update(f"{act}\n".encode())
        found.update(encode(erased) + b"\n")
        return found.hexdigest()

    def _close(self) -> None:
        if self._latest:
            self._runs.append(b"".join(sorted(self._latest)))
            self._latest = []


def _parts(run: bytes) -> Iterator[bytes]:
    return (run[start : start + WIDTH] for start in range(0, len(run), WIDTH))
