"""What can still be taken from a spoilt file, when a person asks for it (`--skip-bad`)."""

from storage.acts import Act, NotAnAct, decode, read_act
from storage.errors import Refused
from storage.progress import ALONE, Progress
from storage.records.as_json import Json
from storage.snapshot.read import Bad, Snapshot, check_kind, read_snapshot


def read_or_salvage(data: bytes, progress: Progress = ALONE) -> Snapshot:
    """The snapshot, or of a spoilt one its valid acts, with the other lines to be set apart.

    Raises Refused for what is no snapshot, and for a spoilt one without a line that is an act.
    """
    try:
        return read_snapshot(data, progress)
    except Refused as error:
        if error.key != "spoilt":
            raise
        found = _salvage(data, progress)
        if not found.acts and not found.bad:
            raise
        return found


def _salvage(data: bytes, progress: Progress) -> Snapshot:
    acts: list[Act] = []
    bad = []
    first, *lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    head = _head(first.strip().rstrip(b","))
    for number, line in enumerate(progress.over(lines, len(lines)), start=2):
        text = line.strip().rstrip(b",")
        if text.startswith(b'{"at":') or b'"set":[' in text:
            try:
                acts.append(read_act(decode(text)))
            except NotAnAct as error:
                bad.append(Bad(number, str(error), line))
    check_kind({**head, "acts": []})
    if not isinstance(head.get("arrangement"), str):
        raise Refused("not_a_snapshot")
    return Snapshot(str(head["arrangement"]), None, None, None, acts, [], None, tuple(bad))


def _head(text: bytes) -> Json:
    try:
        found = decode(text + b"}")
    except NotAnAct as error:
        raise Refused("spoilt", line=1, reason=str(error)) from error
    return found if isinstance(found, dict) else {}
