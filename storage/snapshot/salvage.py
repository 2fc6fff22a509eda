"""What can still be taken from a spoilt file, when a person asks for it (`--skip-bad`)."""

import json
from collections.abc import Iterator
from dataclasses import replace

from storage.acts import NotAnAct, decode, read_act
from storage.errors import Refused
from storage.files.stream import Incoming, Source
from storage.formats.head import check_kind
from storage.progress import ALONE, Progress
from storage.records.record_json import Json
from storage.snapshot.snapshot_lines import RECORDS, ActBytes
from storage.snapshot.snapshot_reader import LARGEST, Snapshot, open_snapshot
from storage.views.set_apart import Bad

_BOM = b"\xef\xbb\xbf"


def read_or_salvage(source: Source, progress: Progress = ALONE) -> Snapshot:
    """The snapshot, or of a spoilt one its valid acts, with the other lines to be set apart.

    Raises Refused for what is no snapshot, and for a spoilt one without a line that is, or was, an
    act.
    """
    whole = False
    try:
        found = open_snapshot(source, progress)
        whole = True
        for body in found.bodies():
            body.act()
    except Refused as error:
        if error.key != "spoilt":
            raise
        try:
            saved = _in_memory(source) or _salvage(source, progress)
        except Refused as head:
            raise (
                Refused("nothing_saved", **error.details) if head.key == "spoilt" else head
            ) from head
        if not saved.count and not saved.bad:
            raise Refused("nothing_saved", **error.details) from error
        bad = saved.bad or (_as_a_whole(error),)
        return replace(saved, bad=bad, fails=None if whole else str(error.details["reason"]))
    return found


def _as_a_whole(error: Refused) -> Bad:
    """What is wrong where every line that is left is right: lines are missing, came twice, or say
    something else than was written."""
    return Bad(int(str(error.details["line"])), str(error.details["reason"]), b"")


def _in_memory(source: Source) -> Snapshot | None:
    """The same of a file in another layout, whose acts stand on no lines of their own; None for one
    as `write` makes it, and for what is not JSON to its end."""
    try:
        with source() as file:
            lines = Incoming(file).lines()
            if next(lines, b"") and next(lines, b"").startswith(RECORDS):
                return None
        with source() as file:
            incoming = Incoming(file)
            data = incoming.whole(LARGEST)
        document = check_kind(json.loads((data or b"").removeprefix(_BOM)))
    except (ValueError, RecursionError):
        return None
    except Refused as error:
        if error.key != "spoilt":
            raise
        return None
    acts, arrangement = document.get("acts"), document.get("arrangement")
    if not isinstance(acts, list) or not isinstance(arrangement, str):
        return None
    found, bad = list[ActBytes](), list[Bad]()
    for one in acts:
        try:
            act = read_act(one)
        except NotAnAct as error:
            bad.append(Bad(0, str(error), json.dumps(one).encode()))
        else:
            found.append(ActBytes(act.id, 0, act.data))
    return Snapshot(
        arrangement, None, None, None, len(found), [], None, incoming.digest, found.__iter__,
        tuple(bad),
    )  # fmt: skip


def _salvage(source: Source, progress: Progress) -> Snapshot:
    count, bad = 0, []
    with source() as file:
        incoming = Incoming(file, progress)
        lines = incoming.lines()
        head = _head(next(lines, b"").removeprefix(_BOM).strip().rstrip(b","))
        for one in _found(incoming, lines):
            if isinstance(one, Bad):
                bad.append(one)
            else:
                count += 1
    check_kind({**head, "acts": []})
    if not isinstance(head.get("arrangement"), str):
        raise Refused("foreign_json", lacks='"arrangement"')

    def bodies() -> Iterator[ActBytes]:
        with source() as file:
            incoming = Incoming(file)
            lines = incoming.lines()
            next(lines, b"")
            yield from (one for one in _found(incoming, lines) if isinstance(one, ActBytes))

    return Snapshot(
        str(head["arrangement"]), None, None, None, count, [], None, incoming.digest, bodies,
        tuple(bad),
    )  # fmt: skip


def _found(file: Incoming, lines: Iterator[bytes]) -> Iterator[ActBytes | Bad]:
    """Every line that is an act or was meant to be one, to where a packed file is whole."""
    while line := _next(lines):
        text = line.strip().rstrip(b",")
        if text.startswith(b'{"at":') or b'"set":[' in text:
            try:
                act = read_act(decode(text))
            except NotAnAct as error:
                yield Bad(file.number, str(error), line.removesuffix(b"\n"))
            else:
                yield ActBytes(act.id, file.number, act.data)


def _next(lines: Iterator[bytes]) -> bytes:
    try:
        return next(lines, b"")
    except Refused as error:
        if error.key != "spoilt":
            raise
        return b""


def _head(text: bytes) -> Json:
    try:
        found = decode(text + b"}")
    except NotAnAct as error:
        raise Refused("spoilt", line=1, reason=str(error)) from error
    return found if isinstance(found, dict) else {}
