"""Acts that are named here and not known, and the records that wait for them."""

from collections import defaultdict
from collections.abc import Collection, Sequence, Set

from storage.acts import Act, Stub
from storage.tables.assertions import known_ids
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.stored_values import parents_in, stored_act


def store_awaited(connection: Connection, acts: Sequence[Act], stubs: Sequence[Stub]) -> None:
    """Remember which records wait for an act that is named but not known."""
    named: dict[str, set[str]] = defaultdict(set)
    for act in acts:
        for record, field, _, parents in act.set:
            for parent in parents:
                named[parent].add(record)
            for seen in act.saw if field == "life" else ():
                named[seen].add(record)
    for stub in stubs:
        for record, _, parents in stub.set:
            for parent in parents:
                named[parent].add(record)
    known = known_ids(connection, named.keys())
    connection.executemany(
        "INSERT OR IGNORE INTO awaited VALUES (?,?)",
        [(act, record) for act in named.keys() - known for record in named[act]],
    )


def waiting_for(connection: Connection, acts: Collection[str]) -> set[str]:
    """The records that waited for these acts; they wait no longer."""
    if not connection.execute("SELECT 1 FROM awaited LIMIT 1").fetchone():
        return set()
    query = "SELECT record FROM awaited WHERE act IN (…)"
    found = {record for (record,) in select_in(connection, query, acts)}
    connection.executemany("DELETE FROM awaited WHERE act = ?", [(act,) for act in acts])
    return found


def await_again(connection: Connection, forgotten: Set[str]) -> set[str]:
    """These acts are known no longer; returns the records that wait for them now. All that is said
    is looked through: it is rare."""
    if not forgotten:
        return set()
    pairs: set[tuple[str, str]] = set()
    query = "SELECT record, parents FROM said WHERE parents <> '[]'"
    for record, parents in connection.execute(query).fetchall():
        pairs |= {(act, record) for act in parents_in(connection, parents) if act in forgotten}
    query = "SELECT id, body FROM acts WHERE NOT erased AND instr(body, '\"saw\":')"
    for id_, body in connection.execute(query).fetchall():
        act = stored_act(connection, id_, body)
        seen = forgotten & {*act.saw}
        pairs |= {(one, said.record) for said in act.set if said.field == "life" for one in seen}
    connection.executemany("INSERT OR IGNORE INTO awaited VALUES (?,?)", sorted(pairs))
    return {record for _, record in pairs}
