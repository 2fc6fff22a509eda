"""One act: reading and making it, with every rule of validity where it is enforced."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import ModuleType
from typing import NamedTuple

from storage.acts.canonical import DEEPEST, LONGEST, NotAnAct, check_value, decode, digest, encode
from storage.records.ids import scope_of

SEED = "seed"
DEPTH_OF_ENTRY = 3
NUL = b"\\u0000"

# Hour 24 is refused here because only some Pythons' calendars know it.
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?!24)[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
_ID = re.compile(r"[0-9a-f]{64}")


class Setting(NamedTuple):
    """What an act says of one field of one record, and which acts it saw there."""

    record: str
    field: str
    value: object
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """A valid act. ``data`` holds its canonical bytes, of which ``id`` is the SHA-256.

    Keys that this version does not know stay in ``data`` and travel on unchanged.
    """

    id: str
    data: bytes
    at: str
    by: str
    device: str
    seq: int
    set: tuple[Setting, ...]
    why: str | None
    meeting: str | None
    undo: tuple[str, ...]
    saw: tuple[str, ...]
    erase: tuple[str, ...]
    scope: str | None

    @property
    def is_seed(self) -> bool:
        return self.by == SEED and self.device == SEED

    @property
    def in_seeds_name(self) -> bool:
        """Whether it says of itself, in whatever way, that it is the seed's."""
        return SEED in (self.by, self.device)


def read_act(body: object, data: bytes | None = None) -> Act:
    """The act that this JSON object is; ``data`` are its canonical bytes where they are at hand.

    Raises NotAnAct, with the reason, if it is none.
    """
    if not isinstance(body, dict):
        raise NotAnAct("is not an object")
    check_value({key: part for key, part in body.items() if key != "set"})
    _need_whole(body, "v")
    seq = _need_whole(body, "seq")
    at, by, device = (_need_text(body, key) for key in ("at", "by", "device"))
    check_time(at)
    settings = tuple(_settings(body.get("set")))
    if settings and "undo" in body:
        raise NotAnAct("has undo beside a set that is not empty")
    scope = body.get("scope")
    scope = scope if scope is None or isinstance(scope, str) else encode(scope).decode()
    check_scope({said.record for said in settings}, scope)
    data = data or encode(body)
    if NUL in data:  # as an escape; or a backslash before "u0000", which is all right
        check_value(body)
    if len(data) > LONGEST:
        raise NotAnAct("is larger than 16 MiB")
    undo, saw, erase = (read_ids(body.get(key, []), key) for key in ("undo", "saw", "erase"))
    why, meeting = (_text_or_none(body.get(key)) for key in ("why", "meeting"))
    return Act(
        digest(data), data, at, by, device, seq, settings, why, meeting, undo, saw, erase, scope
    )


def act_from(data: bytes) -> Act:
    """The act of which these are the canonical bytes. Raises NotAnAct for any others."""
    quick = _quick()
    if quick is not None:
        try:
            body = quick.from_json(data, allow_inf_nan=False)
            if quick.to_json(body) == data and _in_order(body):  # nor did a key stand there twice
                return read_act(body, data)
        except ValueError:
            pass  # below it is told what is wrong
    act = read_act(decode(data))
    if act.data != data:
        raise NotAnAct("is not written as its canonical bytes")
    return act


@cache
def _quick() -> ModuleType | None:
    """A quick reader and writer of JSON, less strict than ours; it writes what it reads as our own
    does, but for the order of keys. It costs too much at start to be loaded there."""
    try:
        import pydantic_core
    except ImportError:  # compiled, and a policy may let none start: then our own reads, slower
        return None
    return pydantic_core


def _in_order(body: object) -> bool:
    """Whether the keys of every object in it are sorted."""
    waiting = [body] if isinstance(body, (dict, list)) else []
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict) and [*one] != sorted(one):
            return False
        parts = one.values() if isinstance(one, dict) else one
        waiting += [part for part in parts if part and isinstance(part, (dict, list))]
    return True


def make_act(
    *,
    at: str,
    by: str,
    device: str,
    seq: int,
    set: Iterable[Setting] = (),
    scope: str | None = None,
    **optional: str | Sequence[str] | None,
) -> Act:
    """A new act from its parts; ``optional`` may hold why, meeting, undo, saw and erase.

    Sorts what the bytes need sorted. Raises NotAnAct for what cannot be an act.
    """
    ordered = sorted(set, key=lambda said: (said.record, said.field))
    body: dict[str, object] = {
        "v": 1,
        "at": at,
        "by": by,
        "device": device,
        "seq": seq,
        "set": [[said.record, said.field, said.value, sorted(said.parents)] for said in ordered],
    }
    for key, value in {**optional, "scope": scope}.items():
        if value:
            body[key] = value if isinstance(value, str) else sorted({*value})
    return read_act(body)


def check_time(at: str) -> None:
    """Refuse a time that is not written as acts write it, or that no calendar knows."""
    try:
        if not _TIME.fullmatch(at):
            raise ValueError
        datetime.fromisoformat(at)
    except ValueError as error:
        raise NotAnAct("has an impossible time") from error


def read_ids(ids: object, where: str) -> tuple[str, ...]:
    """A sorted list of different act ids; raises NotAnAct for anything else."""
    if ids == []:
        return ()
    if not isinstance(ids, list) or not all(isinstance(i, str) and _ID.fullmatch(i) for i in ids):
        raise NotAnAct(f"has no list of act ids as {where}")
    if ids != sorted({*ids}):
        raise NotAnAct(f"has act ids in {where} that are not sorted and unique")
    return tuple(ids)


def check_order(pairs: list[tuple[str, str]]) -> None:
    """Each record and field once, sorted by code points."""
    if pairs != sorted({*pairs}):
        raise NotAnAct("has a set that is not sorted, or sets a field twice")


def _settings(entries: object) -> Sequence[Setting]:
    """The entries of a set. Most acts in the world pass here, so the usual ones pass quickly."""
    if not isinstance(entries, list):
        raise NotAnAct("lacks set")
    found = []
    for entry in entries:
        if not isinstance(entry, list) or len(entry) != 4:
            raise NotAnAct("has an entry in set that is not [record, field, value, parents]")
        record, field, value, parents = entry
        if not isinstance(record, str) or not isinstance(field, str):
            raise NotAnAct("has an entry in set whose record or field is no text")
        if not isinstance(value, str) and value is not None and value is not True:
            check_value(value, DEEPEST - DEPTH_OF_ENTRY)
        seen = read_ids(parents, "parents") if parents != [] else ()
        found.append(Setting(record, field, value, seen))
    check_order([(said.record, said.field) for said in found])
    return found


def check_scope(records: Collection[str], scope: str | None) -> None:
    """Raises NotAnAct where what sets these records has not the scope that they ask for."""
    needed = {scope_of(record) for record in records}
    if len(needed) > 1:
        raise NotAnAct("sets records of different scopes")
    if needed - {None, scope}:
        raise NotAnAct("sets an own record or a passage without its scope")


def _need_whole(body: Mapping[str, object], key: str) -> int:
    value = body.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise NotAnAct(f"lacks {key}")
    return value


def _need_text(body: Mapping[str, object], key: str) -> str:
    value = body.get(key)
    if not isinstance(value, str) or not value:
        raise NotAnAct(f"lacks {key}")
    return value


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None
