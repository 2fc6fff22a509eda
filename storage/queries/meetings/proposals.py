"""What a point of an agenda proposes for its agreement, and what changed there since."""

import sqlite3
from collections.abc import Collection, Mapping

from storage.errors import Refused
from storage.merge import merge_field
from storage.queries.names import title_of
from storage.queries.referents import lookup_in, with_names
from storage.records.record_json import Json
from storage.records.validation import checked
from storage.tables.assertions import load_world
from storage.tables.chunks import select_in
from storage.views.field_change import FieldChange
from storage.views.meeting import Proposal

Connection = sqlite3.Connection

_BY = """
SELECT w.name FROM said s JOIN acts a ON a.n = s.act LEFT JOIN authors w ON w.tail = a.by
 WHERE s.record = ? AND s.field = 'proposal' AND NOT a.void ORDER BY a.at DESC, a.id DESC LIMIT 1"""

_AGAIN = "SELECT target, act FROM erasing WHERE act IN (…)"
"""What acts erase, and so say again."""


def heads_of(connection: Connection, record: str, fields: Collection[str]) -> dict[str, list[str]]:
    """The acts whose values stand in these fields, by field: on what a proposal was made."""
    if not fields:
        return {}
    said = load_world(connection, [record], fields=fields)[record]
    found = {field: merge_field(said[field], lambda _: True) for field in fields if field in said}
    return {
        field: sorted(one.act for one in found[field].heads) if field in found else []
        for field in fields
    }


def proposed_values(proposal: object) -> dict[str, object]:
    """The values of a proposal that an agreement can take, by field as acts name it; whatever else
    a merge left there is passed over."""
    found: dict[str, object] = {}
    for field, value in proposal.items() if isinstance(proposal, Mapping) else ():
        try:
            found[str(field)] = checked("agreements/", str(field), value)
        except Refused:
            continue
    return found


def proposal_of(connection: Connection, item: Json, agreement: str | None) -> Proposal | None:
    """What a point proposes; None where it proposes nothing, or its agreement is not here."""
    values = proposed_values(item["proposal"])
    if agreement is None or not values:
        return None
    said = load_world(connection, [agreement], fields=values.keys())[agreement]
    now = {field: merge_field(said[field], lambda _: True) for field in values if field in said}
    title = title_of(connection, agreement)[1]
    changes = (
        FieldChange(agreement, title, field, now[field].value if field in now else None, value)
        for field, value in values.items()
    )
    seen = item["seen"] if isinstance(item["seen"], Mapping) else {}
    heads = {field: {one.act for one in outcome.heads} for field, outcome in now.items()}
    acts = {act for some in heads.values() for act in some}
    again = {target: act for target, act in select_in(connection, _AGAIN, acts)}  # noqa: C416
    stale = (
        field
        for field, value in values.items()
        if heads.get(field, set()) != {again.get(one, one) for one in _ids(seen.get(field))}
        and (field not in now or now[field].value != value)
    )
    row = connection.execute(_BY, (item["id"],)).fetchone()
    return Proposal(
        tuple(with_names(lookup_in(connection), changes)), row[0] if row else None, tuple(stale)
    )


def _ids(value: object) -> set[str]:
    """The ids in a list of them; none in whatever else a merge left there."""
    return {one for one in value if isinstance(one, str)} if isinstance(value, list) else set()
