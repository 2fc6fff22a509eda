"""What closed meetings adopted of agreements, and what came after."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from storage.merge import merge_field
from storage.merge.adopted_field import AdoptedField, Closing, adopted_field, closing_of
from storage.queries.joins import joins
from storage.queries.names import title_of
from storage.queries.phases import held, phase_of
from storage.queries.referents import lookup_in, with_names
from storage.records.ids import tail_of
from storage.tables.assertions import Loaded, known_ids, load_world
from storage.tables.chunks import select_in
from storage.tables.stored_values import stored_act
from storage.tables.void_acts import connected
from storage.views.adoption import Adoption, LaterValue
from storage.views.field_change import FieldChange

Connection = sqlite3.Connection

_BODIES = "SELECT id, at, body FROM acts WHERE NOT erased AND id IN (…)"
_LATEST = "SELECT max(at) FROM acts WHERE id IN (…)"
_DECIDED = """
SELECT max(a.at) FROM items i JOIN said s ON s.record = 'items/' || i.tail AND s.field = 'outcome'
  JOIN acts a ON a.n = s.act WHERE a.id NOT IN (SELECT act FROM erasing) AND i.meeting IN (…)"""
_ERASED = """
SELECT a.id, coalesce(e.act, '') FROM acts a LEFT JOIN erasing e ON e.target = a.id
 WHERE a.erased AND a.id IN (…)"""
_TURNS = "SELECT id, at FROM acts WHERE NOT void AND NOT erased AND id IN (…)"
_MEETINGS = "SELECT meeting FROM items WHERE life <> 'deleted' AND agreement IN (…)"
UNTOLD = ("life", "code", "joined")
"""What is no content of an agreement that a meeting adopts."""


def closing(connection: Connection, meeting: str) -> tuple[Closing, frozenset[str]] | None:
    """The closing of a meeting, and the acts that it saw and that are not here; None where it is
    not closed. Where it was closed on several laptops, all of that together."""
    tails = joins(connection, "meetings").all_of(tail_of(meeting))
    if phase_of(connection, tails) != "closed":
        return None
    records = [f"meetings/{tail}" for tail in tails]
    said = load_world(connection, records, fields=["phase"]).values()
    heads = [one for fields in said if fields
             for one in merge_field(fields["phase"], lambda _: True).counting]  # fmt: skip
    stood = {parent for one in heads for parent in one.parents}
    saw: set[str] = set()
    at, again = "", False
    closed = {one.act for one in heads if one.value == "closed"}
    for id_, when, body in select_in(connection, _BODIES, closed):
        act = stored_act(connection, id_, body)
        saw |= {*act.saw}
        at = max(at, when)
        again = again or not stood.isdisjoint(act.erase)
    if again:  # it says again what was closed before, no earlier than what was decided or seen last
        last = [*select_in(connection, _LATEST, saw), *select_in(connection, _DECIDED, tails)]
        at = min(at, max((when for (when,) in last if when), default=at))
    missing = frozenset(saw - known_ids(connection, saw))
    return closing_of(at, saw, connected(connection, saw)), missing


def adoptions(connection: Connection, agreement: str) -> list[Adoption]:
    """The meetings that adopted an agreement, the last first, each with what changed since."""
    tails = joins(connection, "agreements").all_of(tail_of(agreement))
    joined = joins(connection, "meetings")
    spoken = {joined.of(tail) for (tail,) in select_in(connection, _MEETINGS, tails) if tail}
    found = []
    for one in held(connection) if spoken else ():
        meeting = f"meetings/{one.tail}"
        known = closing(connection, meeting) if one.tail in spoken else None
        if known is not None and has_adopted(connection, known[0], agreement):
            later = tuple(later_values(connection, known[0], agreement))
            found.append(Adoption(meeting, one.title or "", one.date, later, bool(known[1])))
    return found


def has_adopted(connection: Connection, closing: Closing, agreement: str) -> bool:
    """Whether a meeting adopted an agreement, or one that gave way to it."""
    return _adopted_record(_all_said(connection, agreement), closing) is not None


def later_values(connection: Connection, closing: Closing, agreement: str) -> Iterator[LaterValue]:
    """What an agreement says otherwise now than what was adopted of it, field by field; nothing of
    one that the meeting did not adopt."""
    world = _all_said(connection, agreement)
    record = _adopted_record(world, closing)
    if record is None:
        return
    title = title_of(connection, agreement)[1]
    lookup = lookup_in(connection)
    acts = {one.act for said in world[record].values() for one in said}
    closing = closing._replace(erased=_erased(connection, acts))
    for field, said in sorted(world[record].items()):
        one = adopted_field(said, closing)
        if field in UNTOLD or one.erased:
            continue
        heads = (
            _after(connection, closing, one)
            if record == agreement
            else _after_join(world, record, agreement, field, one)
        )
        for value, act, at, arrived in heads:
            stood = one.values[0] if one.values else None
            change = FieldChange(agreement, title, field, stood, value)
            (told,) = with_names(lookup, [change])
            yield LaterValue(told, act, at, arrived, one.values)


_Head = tuple[object, str, str, bool]
"""A value, the act by which it stands, when that was, and whether it came in after the closing
and was made before."""


def _after(connection: Connection, closing: Closing, one: AdoptedField) -> Iterator[_Head]:
    for head in (*one.changed, *one.arrived):
        yield head.value, head.act, head.at, head in one.arrived
    if one.again:
        turns = connected(connection, one.turned).keys() - closing.saw
        found = ((at, act) for act, at in select_in(connection, _TURNS, turns))
        at, act = max(found, default=("", ""))
        for value in one.again:
            yield value, act, at, at <= closing.at


def _after_join(
    world: Loaded, record: str, agreement: str, field: str, one: AdoptedField
) -> Iterator[_Head]:
    """What the one says that it gave way to; it does so by the act that joined them."""
    by = merge_field(world[record].get("joined", ()), lambda _: True).counting
    now = merge_field(world[agreement].get(field, ()), lambda _: True).claims
    values = [claim.value for claim in now] or [None]
    if by and one.values and not all(value in one.values for value in values):
        for value in values:
            yield value, by[0].act, by[0].at, False


def _all_said(connection: Connection, agreement: str) -> Loaded:
    """All that is said of an agreement and of those that gave way to it, itself in front."""
    tails = joins(connection, "agreements").all_of(tail_of(agreement))
    return load_world(connection, [f"agreements/{tail}" for tail in tails])


def _adopted_record(world: Loaded, closing: Closing) -> str | None:
    """The first of these of which a closing saw something."""
    return next(
        (
            record
            for record, fields in world.items()
            if any(one.act in closing.saw for said in fields.values() for one in said)
        ),
        None,
    )


def _erased(connection: Connection, acts: Collection[str]) -> Mapping[str, Collection[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for id_, by in select_in(connection, _ERASED, acts):
        found[id_].add(by)
    return found
