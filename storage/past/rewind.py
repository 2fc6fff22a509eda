"""Moving the tables of a copy to another moment: acts taken out or put back, records merged."""

from collections.abc import Collection

from storage.merge import voided
from storage.past.timeline import Timeline
from storage.progress import ALONE, Progress
from storage.tables.chunks import chunks, select_in
from storage.tables.database import Connection, transaction
from storage.tables.projection import merge_anew

TABLES = {
    "acts": "n IN (…)",
    "said": "act IN (…)",
    "undone": "act IN (SELECT id FROM acts WHERE n IN (…))",
}  # of what acts themselves brought; the order in which they are put back


def rewind(
    copy: Connection,
    source: Connection,
    timeline: Timeline,
    wanted: Collection[int],
    progress: Progress = ALONE,
) -> set[str]:
    """Make a copy hold just the acts with these numbers, put back from ``source``; what is left
    of erased acts stays. Returns the records that may have changed."""
    rows = copy.execute("SELECT n FROM acts WHERE NOT erased").fetchall()
    held = {n for (n,) in rows}
    out, back = held - set(wanted), set(wanted) - held
    with transaction(copy):
        touched, undone = _touched(copy, out), _undone(copy)
        for part in chunks(out):
            for table in reversed(TABLES):
                _where(copy, f"DELETE FROM {table}", table, part)
        for part in chunks(back):
            for table in TABLES:
                found = _where(source, f"SELECT * FROM {table}", table, part)
                if found:
                    marks = ",".join("?" * len(found[0]))
                    copy.executemany(f"INSERT INTO {table} VALUES ({marks})", found)
            _where(copy, "UPDATE acts SET void = 0", "acts", part)
        touched |= _touched(copy, back) | _bring_voids_up(copy, undone)
        touched |= {record for n in out | back for record in timeline.waiting.get(n, ())}
        merge_anew(copy, touched, progress)
    return touched


def _where(
    connection: Connection, query: str, table: str, part: list[int]
) -> list[tuple[object, ...]]:
    marks = ",".join("?" * len(part))
    where = TABLES[table].replace("(…)", f"({marks})")
    return connection.execute(f"{query} WHERE {where}", part).fetchall()


def _touched(connection: Connection, numbers: Collection[int]) -> set[str]:
    """The records of which these acts say something."""
    found: set[str] = set()
    for part in chunks(numbers):
        marks = ",".join("?" * len(part))
        query = f"SELECT DISTINCT record FROM said WHERE act IN ({marks})"
        found |= {record for (record,) in connection.execute(query, part).fetchall()}
    return found


def _undone(copy: Connection) -> set[str]:
    """Every act that is named in an undo: no other can be void."""
    return {act for (act,) in copy.execute("SELECT target FROM undone").fetchall()}


def _bring_voids_up(copy: Connection, before: set[str]) -> set[str]:
    """Say anew which acts are void; the records that this changes. ``before`` are those that were
    named in an undo when it was said last."""
    undoes: dict[str, list[str]] = {}
    for act, target in copy.execute("SELECT act, target FROM undone").fetchall():
        undoes.setdefault(act, []).append(target)
    void = voided(undoes)
    query = "SELECT id FROM acts WHERE void AND id IN (…)"
    was = {act for (act,) in select_in(copy, query, before | void)}
    flipped = [(int(act in void), act) for act in void ^ was]
    copy.executemany("UPDATE acts SET void = ? WHERE id = ?", flipped)
    found: set[str] = set()
    for part in chunks(act for _, act in flipped):
        marks = ",".join("?" * len(part))
        query = f"SELECT DISTINCT record FROM said JOIN acts ON n = act WHERE id IN ({marks})"
        found |= {record for (record,) in copy.execute(query, part).fetchall()}
    return found
