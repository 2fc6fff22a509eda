"""Files as anyone makes them who has read the contract and nothing else: this imports no line of
the project.

    bad = act(by="seed", device="seed", at="9999-01-01T00:00:00.000Z",
              set=[["agreements/klein-2-twe-01", "title", "Niets", [before]]])
    path.write_bytes(snapshot("klein-2014", [bad]))
    put_segment(folder, "klein-2014", [bad], [stub_of(bad)])

What is left out of an act is filled in; what is given is taken as it is, wrong or right.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

Json = dict[str, object]


class Forged(NamedTuple):
    """An act: its id, and its canonical bytes."""

    id: str
    data: bytes

    @property
    def body(self) -> Json:
        return dict(json.loads(self.data))


def canonical(value: object) -> bytes:
    """The bytes that ids and digests are made of."""
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return text.encode("utf-8", "surrogatepass")


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def act(**keys: object) -> Forged:
    """An act by someone else, elsewhere, in 2014, that sets nothing, but for the keys given."""
    body: Json = {
        "v": 1,
        "at": "2014-10-07T09:12:03.120Z",
        "by": "9f9f9f9f9f9f9f9f",
        "device": "a8a8a8a8a8a8a8a8",
        "seq": 1,
        "set": [],
    }
    data = canonical(body | keys)
    return Forged(sha256(data), data)


def stub_of(one: Forged, **keys: object) -> Json:
    """What is left of an act that is erased; ``keys`` make it say something else."""
    body = one.body
    settings = body["set"]
    assert isinstance(settings, list)
    found: Json = {
        "id": one.id,
        "set": [[record, field, parents] for record, field, _, parents in settings],
        "undo": body.get("undo", []),
    }
    if "scope" in body:
        found["scope"] = body["scope"]
    return found | keys


def acts_digest(acts: Iterable[Forged], erased: Sequence[Json]) -> str:
    lines = [one.encode() for one in sorted(act.id for act in acts)] + [canonical(erased)]
    return sha256(b"".join(line + b"\n" for line in lines))


def snapshot(
    arrangement: str, acts: Iterable[Forged], erased: Iterable[Json] = (), **head: object
) -> bytes:
    """The bytes of a file with some acts and no records, as `export --since` makes it; ``head``
    are keys that it is to have otherwise."""
    acts = sorted(acts, key=lambda one: (str(one.body.get("at")), one.id))
    erased = sorted(erased, key=lambda one: str(one["id"]))
    told: Json = {
        "format": "arrangement-snapshot",
        "version": 1,
        "arrangement": arrangement,
        "profile": "partners",
        "exported_at": "2014-10-08T10:00:00.000Z",
        "exported_by": None,
        "device": None,
        "count": len(acts),
        "acts_digest": acts_digest(acts, erased),
        "records_digest": sha256(b"{}"),
    }
    start = b",".join(canonical(k) + b":" + canonical(v) for k, v in (told | head).items())
    return b"".join(
        [
            b"{" + start + b'\n,"records":{}',
            b'\n,"acts":' + _lines(one.data for one in acts),
            b'\n,"erased":' + _lines(map(canonical, erased)),
            b'\n,"statements":[]}\n',
        ]
    )


def segment(
    arrangement: str, acts: Sequence[Forged], erased: Iterable[Json] = (), **head: object
) -> bytes:
    """The bytes of a file in an exchange folder; ``head`` are keys of its first line."""
    erased = sorted(erased, key=lambda one: str(one["id"]))
    told: Json = {
        "format": "arrangement-acts",
        "version": 1,
        "arrangement": arrangement,
        "count": len(acts),
        "acts_digest": acts_digest(acts, erased),
        "erased": erased,
        "replaces": [],
    }
    return b"".join(line + b"\n" for line in (canonical(told | head), *(a.data for a in acts)))


def put_segment(
    folder: Path,
    arrangement: str,
    acts: Sequence[Forged],
    erased: Iterable[Json] = (),
    month: str = "2014-10",
    **head: object,
) -> Path:
    """Lay such a file in a folder, under the name that its bytes have."""
    data = segment(arrangement, acts, erased, **head)
    path = folder / month / f"{sha256(data)}.acts.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _lines(items: Iterable[bytes]) -> bytes:
    found = list(items)
    return b"[\n" + b",\n".join(found) + b"\n]" if found else b"[]"
