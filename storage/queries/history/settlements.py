"""Whether someone had settled a conflict that is there again."""

from collections.abc import Iterator, Sequence

from storage.merge import Assertion, Outcome, merge_field, merge_records, voided
from storage.merge.ancestry import below
from storage.tables.assertions import load_world
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.void_acts import connected

MOST = 50  # acts of one field that are looked at, the newest first


def was_settled(
    connection: Connection, record: str, field: str, before: Sequence[Assertion], now: Outcome
) -> bool:
    """Whether an act that stood ``before`` settled a conflict on this field, and what stands there
    ``now`` does not all rest on it: it was taken back, or someone had not seen it."""
    parents = {one.act: one.parents for one in now.said}
    for one in _in_force(before):
        above = [head for head in now.counting if one.act in below(parents, [head.act])]
        if len(above) < len(now.counting) or not now.counting:
            if field == "life":
                if _was_contested(connection, record, one.act):
                    return True
            elif _differed(before, below(parents, [one.act]) - {one.act}):
                return True
    return False


def _in_force(said: Sequence[Assertion]) -> Iterator[Assertion]:
    """What may have settled something: it stood on something else; the newest to arrive first."""
    found = [one for one in said if one.parents and not one.void]
    return reversed(found[-MOST:])


def _differed(said: Sequence[Assertion], acts: set[str]) -> bool:
    return merge_field([one for one in said if one.act in acts], lambda _: True).conflict


def _was_contested(connection: Connection, record: str, act: str) -> bool:
    """Whether a record was both deleted and changed just before this act came."""
    (n,) = connection.execute("SELECT n FROM acts WHERE id = ?", (act,)).fetchone()
    query = "SELECT 'entries/' || tail FROM entries WHERE about IN (…)"
    records = [record, *(entry for (entry,) in select_in(connection, query, [record]))]
    world = load_world(connection, records, where=f"a.n < {int(n)}")
    acts = {one.act for fields in world.values() for said in fields.values() for one in said}
    undoes = connected(connection, acts)
    query = f"SELECT id FROM acts WHERE n < {int(n)} AND id IN (…)"
    then = {one for (one,) in select_in(connection, query, undoes)}
    void = voided({one: undoes[one] for one in then})
    for fields in world.values():
        for field, said in fields.items():
            fields[field] = [one._replace(void=one.act in void) for one in said]
    return merge_records(world, lambda _: True)[record].life == "contested"
