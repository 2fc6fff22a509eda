"""Writing a snapshot: one record and one act a line, the same acts giving the same bytes.

Without its line ends the part with the records is their canonical JSON, of which
`records_digest` is the SHA-256; each line with an act is its canonical bytes and a comma.
"""

from collections.abc import Iterable, Mapping, Sequence

from storage.acts import Act, Stub, digest, encode
from storage.merge import project
from storage.progress import ALONE, Progress
from storage.records.as_json import Json, records_json
from storage.snapshot.mask import names_in
from storage.snapshot.profiles import may_leave, public_records

FORMAT = "arrangement-snapshot"
VERSION = 1


def snapshot(
    acts: Iterable[Act],
    stubs: Iterable[Stub],
    *,
    arrangement: str,
    profile: str,
    exported_at: str,
    exported_by: str | None,
    device: str | None,
    only: set[str] | None = None,
    progress: Progress = ALONE,
) -> bytes:
    """The bytes of a snapshot of these acts under a profile.

    ``only`` restricts a small file to these ids; it then carries no records.
    """
    going = [act for act in acts if may_leave(profile, act.scope)]
    left = [stub for stub in stubs if may_leave(profile, stub.scope)]
    records = _records(going, left, progress.part(0, 0.8)) if only is None else {}
    if profile == "public":
        records = public_records(records, names_in(going))
        going, left, exported_by, device = [], [], None, None
    if only is not None:
        going = [act for act in going if act.id in only]
        left = [stub for stub in left if stub.id in only]
    going.sort(key=lambda act: (act.at, act.id))
    left.sort(key=lambda stub: stub.id)
    encoded = _encoded(records, progress.part(0.8, 1))
    head: Json = {
        "format": FORMAT,
        "version": VERSION,
        "arrangement": arrangement,
        "profile": profile,
        "exported_at": exported_at,
        "exported_by": exported_by,
        "device": device,
        "count": len(going),
        "acts_digest": acts_digest([act.id for act in going], [stub.as_json() for stub in left]),
        "records_digest": digest(_canonical(encoded)),
    }
    lines = [b"{" + b",".join(encode(key) + b":" + encode(value) for key, value in head.items())]
    types = [encode(type_) + b":" + _lines(group) for type_, group in encoded.items()]
    lines.append(b',"records":{' + b",\n".join(types) + b"}")
    lines.append(b',"acts":' + _lines([act.data for act in going]))
    lines.append(b',"erased":' + _lines([encode(stub.as_json()) for stub in left]))
    lines.append(b',"statements":[]}')
    return b"\n".join(lines) + b"\n"


def _records(
    acts: Iterable[Act], stubs: Iterable[Stub], progress: Progress
) -> dict[str, list[Json]]:
    merged = project(acts, stubs, progress.part(0, 0.6))
    return records_json(merged.values(), progress.part(0.6, 1))


def _encoded(records: Mapping[str, list[Json]], progress: Progress) -> dict[str, list[bytes]]:
    """Each record as its canonical JSON, by type in the order in which types are written."""
    encoded: dict[str, list[bytes]] = {type_: [] for type_ in sorted(records)}
    every = [(type_, one) for type_ in encoded for one in records[type_]]
    for type_, one in progress.over(every, len(every)):
        encoded[type_].append(encode(one))
    return encoded


def _canonical(encoded: Mapping[str, Sequence[bytes]]) -> bytes:
    """The canonical JSON of records of which each is encoded already."""
    groups = (encode(key) + b":[" + b",".join(group) + b"]" for key, group in encoded.items())
    return b"{" + b",".join(groups) + b"}"


def acts_digest(ids: Iterable[str], erased: object) -> str:
    """SHA-256 over the sorted ids, then the canonical JSON of ``erased``, a line each."""
    lines = [*(act.encode() for act in sorted(ids)), encode(erased)]
    return digest(b"".join(line + b"\n" for line in lines))


def _lines(items: Sequence[bytes]) -> bytes:
    return b"[\n" + b",\n".join(items) + b"\n]" if items else b"[]"
