"""Whether the acts and stubs in a file, snapshot or segment, are what its head says they are."""

from collections.abc import Iterable

from storage.acts import Act, IdSet, NotAnAct, Stub, act_from
from storage.errors import Refused


class Unfit(Refused):
    """A file from which nothing can be taken; it says why."""


def spoilt(line: int, reason: object) -> Unfit:
    """The refusal for what stands on a line and should not; 0 where the line is not known."""
    return Unfit("spoilt", line=line, reason=str(reason))


def check_version(version: object, newest: int) -> None:
    """Raises Unfit for a file of a version that this app does not read yet."""
    if isinstance(version, int) and version > newest:
        raise Unfit("newer_snapshot")


def check_arrangement(theirs: str, ours: str) -> None:
    """Raises Unfit for a file of another arrangement."""
    if theirs != ours:
        raise Unfit("wrong_arrangement", theirs=theirs, ours=ours)


def act_in(data: bytes, line: int) -> Act:
    """The act of which these are the canonical bytes. Raises Unfit where they are none."""
    try:
        return act_from(data)
    except NotAnAct as error:
        raise spoilt(line, error) from error


class Verifier:
    """Counts and digests acts while they pass; at the end the head of their file is right."""

    def __init__(self, count: int, acts_digest: str) -> None:
        self.acts = IdSet()
        self._count = count
        self._digest = acts_digest

    def add(self, act: str) -> None:
        """An act with this id stands in the file. Raises Unfit for one too many."""
        self.acts.add(act)
        if len(self.acts) > self._count:
            self._miscounted()

    def finish(self, stubs: Iterable[Stub]) -> None:
        """No more acts follow, and these are all stubs. Raises Unfit where count or digest in the
        head are others, or an act or a stub stands there twice."""
        stubs = list(stubs)
        if len(self.acts) < self._count:
            self._miscounted()
        if self.acts.double is not None or len({stub.id for stub in stubs}) < len(stubs):
            raise spoilt(1, "an act stands there twice")
        if self.acts.digest([stub.as_json() for stub in stubs]) != self._digest:
            raise spoilt(1, "acts_digest")

    def _miscounted(self) -> None:
        raise spoilt(1, f"count {self._count}, acts {len(self.acts)}")
