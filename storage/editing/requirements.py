"""What must come with a change (design §2): a reason, evidence, a successor."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence

from storage.errors import Refused
from storage.journal.writer import Statement
from storage.merge import Outcome
from storage.queries.joins import joins
from storage.records.fields import FIELDS, field_of
from storage.records.ids import tail_of, type_of


def check_needs(
    connection: sqlite3.Connection, record: str, words: Sequence[Statement], why: str | None
) -> None:
    """Refuse what lacks the reason, the evidence or the successor that its value asks for; the
    last two may be there already."""
    said = {field: value for about, field, value in words if about == record}
    for name, value in said.items():
        field = field_of(record, name)
        need = field.need(value) if field is not None else None
        if need == "reason":
            reason = value.get("reason") if isinstance(value, Mapping) else why
            if not (reason or "").strip():
                raise Refused("reason_needed")
        elif need == "evidence":
            now = any(one[1:] == ("kind", "evidence") for one in words)
            if not now and not _has_evidence(connection, record):
                raise Refused("evidence_needed")
        elif need == "successor":
            if said.get(f"{_REPLACED_BY}{tail_of(record)}"):
                raise Refused("itself")
            now = any(one.startswith(_REPLACED_BY) for one in said)
            if not now and not _has(connection, _SUCCESSOR, tail_of(record)):
                raise Refused("successor_needed")


def check_settled(record: str, outcomes: Mapping[str, Outcome], fields: Iterable[str]) -> None:
    """Refuse to say something of a field in conflict: whoever does so on all that is known here
    settles it, and that is done on purpose."""
    for field in fields:
        if field in outcomes and outcomes[field].conflict:
            count = len(outcomes[field].claims)
            raise Refused("in_conflict", record=record, field=field, count=count)


def check_one_type(record: str, into: str) -> None:
    """Raises Refused unless the two are of one type, of which records may be joined."""
    type_ = type_of(record)
    if type_ != type_of(into):
        raise Refused("other_type", code=into, type=type_of(into), wanted=type_)
    if "joined" not in FIELDS.get(type_, ()):
        raise Refused("never_joined", type=type_)


def check_join(connection: sqlite3.Connection, words: Sequence[Statement]) -> None:
    """Refuse a join to what is not here, was deleted, or leads back to the record itself."""
    for record, field, value in words:
        if field != "joined" or value is None:
            continue
        type_, tail = type_of(record), str(value)
        life = life_in(connection, f"{type_}/{tail}")
        if life is None:
            near = _nearest(connection, f"{type_}/{tail}")
            raise Refused("unknown_reference", field=field, value=tail, nearest=near)
        if life == "deleted":
            raise Refused("join_to_deleted", code=f"{type_}/{tail}")
        passed: set[str] = set()
        while tail and tail not in passed:
            if tail == tail_of(record):
                raise Refused("join_ring", code=f"{type_}/{value}")
            passed.add(tail)
            query = f"SELECT joined FROM [{type_}] WHERE tail = ?"
            tail = str((connection.execute(query, (tail,)).fetchone() or ("",))[0] or "")


def check_alive(connection: sqlite3.Connection, record: str) -> None:
    """Refuse to edit, or to write a note about, what is deleted or not known here."""
    life = life_in(connection, record)
    if life is None:
        raise Refused("unknown_code", code=record, nearest="")
    if life == "deleted":
        raise Refused("deleted", code=record)


def life_in(connection: sqlite3.Connection, record: str) -> str | None:
    """What the table says of a record's life; None where it has no such record."""
    if type_of(record) not in FIELDS:
        return None
    query = f"SELECT life FROM [{type_of(record)}] WHERE tail = ?"
    row = connection.execute(query, (tail_of(record),)).fetchone()
    return str(row[0]) if row else None


def check_references(
    connection: sqlite3.Connection, words: Sequence[Statement], beside: Collection[str] = ()
) -> None:
    """Refuse a reference to what is not known here, with the nearest that is; known is also what
    the words add, and what is added ``beside`` them."""
    added = {record for record, field, value in words if field == "life" and value == "live"}
    for record, field, value in words:
        for target in _referred(record, field, value):
            if target in added or target in beside:
                continue
            if life_in(connection, target) is None:
                raise Refused(
                    "unknown_reference",
                    field=field.partition("/")[0],
                    value=tail_of(target),
                    nearest=_nearest(connection, target),
                )


def _referred(record: str, field: str, value: object) -> list[str]:
    described = field_of(record, field)
    if described is None or not value:
        return []
    if described.refers == "any":
        return [str(value)]
    if described.refers:
        return [f"{described.refers}/{value}"]
    texts = field.split("/", len(described.parts))[1:]
    return [
        f"{part.refers}/{text}"
        for part, text in zip(described.parts, texts, strict=False)
        if part.refers
    ]


def _nearest(connection: sqlite3.Connection, target: str) -> str:
    from storage.records.validation import nearest

    rows = connection.execute(f"SELECT tail FROM [{type_of(target)}] WHERE life <> 'deleted'")
    return nearest(tail_of(target), [tail for (tail,) in rows.fetchall()])


def _has_evidence(connection: sqlite3.Connection, record: str) -> bool:
    """Also an entry about a record that gives way to this one."""
    type_, tail = type_of(record), tail_of(record)
    about = (f"{type_}/{one}" for one in joins(connection, type_).all_of(tail))
    return any(_has(connection, _EVIDENCE, one) for one in about)


def _has(connection: sqlite3.Connection, query: str, value: str) -> bool:
    return connection.execute(query, (value,)).fetchone() is not None


_REPLACED_BY = "related/replaced_by/"
_EVIDENCE = "SELECT 1 FROM entries WHERE about = ? AND kind = 'evidence' AND life <> 'deleted'"
_SUCCESSOR = "SELECT 1 FROM agreements_related WHERE tail = ? AND relation = 'replaced_by'"
