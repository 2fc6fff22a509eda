"""What closed meetings adopted of agreements, and what came after."""

import sqlite3
from collections.abc import Collection, Iterator

from storage.merge import merge_field
from storage.merge.adopted_field import AdoptedField, Closing, adopted_field, closing_of
from storage.queries.joins import joins
from storage.queries.names import title_of
from storage.queries.referents import lookup_in, with_names
from storage.records.ids import tail_of
from storage.tables.assertions import known_ids, load_world
from storage.tables.chunks import select_in
from storage.tables.stored_values import stored_act
from storage.tables.void_acts import connected
from storage.views.adoption import Adoption, LaterValue
from storage.views.field_change import FieldChange

Connection = sqlite3.Connection

_BODIES = "SELECT id, at, body FROM acts WHERE NOT erased AND id IN (…)"
_ERASED = "SELECT id FROM acts WHERE erased AND id IN (…)"
_MEETINGS = """
SELECT m.tail, m.title, m.date, i.outcome FROM items i JOIN meetings m ON m.tail = i.meeting
 WHERE i.agreement IN (…) AND i.life <> 'deleted' AND m.life <> 'deleted' AND m.phase = 'closed'"""


def closing(connection: Connection, meeting: str) -> tuple[Closing, frozenset[str]] | None:
    """The closing of a meeting, and the acts that it saw and that are not here; None where it is
    not closed. Where it was closed on several laptops, all of that together."""
    said = load_world(connection, [meeting], fields=["phase"])[meeting].get("phase", [])
    heads = merge_field(said, lambda _: True).counting if said else ()
    acts = [one.act for one in heads if one.value == "closed"]
    if not acts:
        return None
    saw: set[str] = set()
    at = ""
    for id_, when, body in select_in(connection, _BODIES, acts):
        saw |= {*stored_act(connection, id_, body).saw}
        at = max(at, when)
    erased = {id_ for (id_,) in select_in(connection, _ERASED, saw)}
    missing = frozenset(saw - known_ids(connection, saw))
    return closing_of(at, saw, connected(connection, saw), erased), missing


def adopted(
    connection: Connection, closing: Closing, agreement: str
) -> Iterator[tuple[str, AdoptedField]]:
    """Each field of an agreement of which something is said, as it was adopted."""
    for field, said in sorted(load_world(connection, [agreement])[agreement].items()):
        yield field, adopted_field(said, closing)


def adoptions(connection: Connection, agreement: str) -> list[Adoption]:
    """The meetings that adopted an agreement, the last first, each with what changed since."""
    tails = joins(connection, "agreements").all_of(tail_of(agreement))
    meetings = {
        tail: (title, date)
        for tail, title, date, outcome in select_in(connection, _MEETINGS, tails)
        if outcome not in (None, "held")
    }
    found = []
    for tail, (title, date) in meetings.items():
        known = closing(connection, f"meetings/{tail}")
        if known is not None:
            later = later_values(connection, known[0], agreement)
            found.append(
                Adoption(f"meetings/{tail}", title or "", date, tuple(later), bool(known[1]))
            )
    return sorted(found, key=lambda one: (one.date or "", one.meeting), reverse=True)


def later_values(
    connection: Connection, closing: Closing, agreement: str, fields: Collection[str] = ()
) -> Iterator[LaterValue]:
    """What an agreement says otherwise now than what was adopted, field by field; of ``fields``
    only, where some are given."""
    title = title_of(connection, agreement)[1]
    lookup = lookup_in(connection)
    for field, one in adopted(connection, closing, agreement):
        if field == "life" or (fields and field not in fields) or one.erased:
            continue
        for head in (*one.changed, *one.arrived):
            stood = one.values[0] if one.values else None
            change = FieldChange(agreement, title, field, stood, head.value)
            (told,) = with_names(lookup, [change])
            yield LaterValue(told, head.act, head.at, head in one.arrived, one.values)
