"""Snapshots of any acts and stubs, also those that no file can hold together."""

from collections.abc import Sequence
from io import BytesIO

from storage.acts import Act, IdSet, Stub, encode
from storage.formats.snapshot_layout import records_part, snapshot_pieces
from storage.merge import project
from storage.merge.merged_as_json import records_json
from tests.storage.small import ARRANGEMENT


def file_of(acts: Sequence[Act], stubs: Sequence[Stub] = ()) -> bytes:
    """The snapshot that one with these acts and stubs would write."""
    records = records_json(project(acts, stubs).values())
    part = BytesIO()
    groups = ((type_, map(encode, records[type_])) for type_ in sorted(records))
    records_digest = records_part(groups, part.write)
    ids = IdSet()
    for act in acts:
        ids.add(act.id)
    erased = sorted((stub.as_json() for stub in stubs), key=lambda one: str(one["id"]))
    head = {
        "arrangement": ARRANGEMENT,
        "profile": "internal",
        "exported_at": "2014-10-07T00:00:00.000Z",
        "exported_by": None,
        "device": None,
        "count": len(ids),
        "acts_digest": ids.digest(erased),
        "records_digest": records_digest,
    }
    by_time = sorted(acts, key=lambda act: (act.at, act.id))
    bodies = (act.data for act in by_time)
    return b"".join(snapshot_pieces(head, [part.getvalue()], bodies, map(encode, erased)))
