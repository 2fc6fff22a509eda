"""Reading from the file what acts say of records, as the merge wants it."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

from storage.acts import Act, Stub
from storage.merge import Assertion
from storage.progress import ALONE, Progress
from storage.tables.chunks import CHUNK, select_in
from storage.tables.damaged_cells import reading_back
from storage.tables.stored_values import stored_act, stored_stub

Loaded = dict[str, dict[str, list[Assertion]]]


def load_world(
    connection: sqlite3.Connection,
    records: Collection[str],
    progress: Progress = ALONE,
    *,
    fields: Collection[str] = (),
    where: str = "1",
    void: Collection[str] | None = None,
) -> Loaded:
    """All that is said of these records; every one of them has a place in the answer.

    With ``fields`` only what is said of these; one that ends in "/" stands for all elements of a
    set that begin so. ``where`` is a condition on the acts ``a`` that count, and ``void`` then the
    void ones among them.
    """
    world: Loaded = {record: defaultdict(list) for record in records}
    which, values = _only(fields)
    rows = select_in(
        connection,
        "SELECT s.record, s.field, a.id, a.at, a.by = 'seed' AND a.device = 'seed', s.value,"
        " s.parents, a.void, a.erased, s.field = 'life' AND NOT a.erased"
        f" FROM said s JOIN acts a ON a.n = s.act WHERE s.record IN (…){which} AND ({where})",
        progress.over(records, len(records)),
        *values,
    )
    lives: dict[str, list[tuple[str, int]]] = defaultdict(list)
    with reading_back(connection):
        for record, field, act, at, seed, value, parents, is_void, erased, of_life in rows:
            said = world[record][field]
            if of_life:
                lives[act].append((record, len(said)))
            said.append(
                Assertion(
                    act,
                    at,
                    bool(seed),
                    json.loads(value),
                    () if parents == "[]" else tuple(json.loads(parents)),
                    bool(erased or (is_void if void is None else act in void)),
                )
            )
    # one act may delete thousands: each is read once, and those that saw nothing are not
    query = "SELECT id, body FROM acts WHERE instr(body, '\"saw\":') AND id IN (…)"
    for act, body in select_in(connection, query, lives):
        saw = stored_act(connection, act, body).saw
        for record, place in lives[act]:
            said = world[record]["life"]
            said[place] = said[place]._replace(saw=saw)
    return world


def _only(fields: Collection[str]) -> tuple[str, list[str]]:
    """The end of a query that reads these fields only, and its values."""
    if not fields:
        return "", []
    starts = [field for field in fields if field.endswith("/")]
    exact = [field for field in fields if not field.endswith("/")]
    parts = ["(s.field >= ? AND s.field < ?)"] * len(starts)  # an element may be ""
    values = [value for start in starts for value in (start, f"{start[:-1]}0")]  # "0" follows "/"
    parts += [f"s.field IN ({','.join('?' * len(exact))})"] * bool(exact)
    return f" AND ({' OR '.join(parts)})", [*values, *exact]


def known_ids(connection: sqlite3.Connection, ids: Collection[str]) -> set[str]:
    """Which of these acts are known here, as body or as stub."""
    rows = select_in(connection, "SELECT id FROM acts WHERE erased < 2 AND id IN (…)", ids)
    return {act for (act,) in rows}


def knower(connection: sqlite3.Connection) -> Callable[[str], bool]:
    """The same asked of one act at a time, as the merge asks it."""
    query = "SELECT 1 FROM acts WHERE id = ? AND erased < 2"
    return lambda act: connection.execute(query, (act,)).fetchone() is not None


def stored_acts(
    connection: sqlite3.Connection, where: str = "1", values: Sequence[object] = ()
) -> Iterator[Act]:
    """Acts with a body, in order of arrival; read whole in pages, so that no cursor stays open."""
    last = 0
    while True:
        rows = connection.execute(
            f"SELECT n, id, body FROM acts WHERE NOT erased AND n > ? AND ({where})"
            " ORDER BY n LIMIT ?",
            (last, *values, CHUNK),
        ).fetchall()
        if not rows:
            return
        for last, id_, body in rows:  # noqa: B007 - the last one leads to the next page
            yield stored_act(connection, id_, body)


def stored_stubs(connection: sqlite3.Connection) -> list[Stub]:
    """The stubs that count, by id."""
    query = "SELECT id, body FROM acts WHERE erased AND erased < 2 ORDER BY id"
    rows = connection.execute(query).fetchall()
    return [stored_stub(connection, id_, body) for id_, body in rows]
