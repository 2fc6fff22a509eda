"""Where a person's value stands before another one of the seed (contract §2, rule 4)."""

import sqlite3
from collections.abc import Collection

from storage.queries.names import title_of
from storage.queries.referents import lookup_in, with_names
from storage.tables.chunks import select_in
from storage.views.field_change import FieldChange

_OF_BOTH = (
    "SELECT s.record FROM said s JOIN acts a ON a.n = s.act WHERE s.record IN (…)"
    " GROUP BY s.record HAVING max(a.by = 'seed' AND a.device = 'seed')"
    " AND NOT min(a.by = 'seed' AND a.device = 'seed')"
)
"""Of most records only the seed or only people said something."""


def sourced(connection: sqlite3.Connection, records: Collection[str]) -> tuple[FieldChange, ...]:
    """The fields of these records of which the seed says something else than what stands there:
    as `before` what stands, as `value` what the seed says. Not those in conflict."""
    both = {record for (record,) in select_in(connection, _OF_BOTH, records)}
    if not both:
        return ()
    from storage.acts import encode
    from storage.merge import merge_field
    from storage.tables.assertions import knower, load_world

    knows = knower(connection)
    found = []
    for record, fields in sorted(load_world(connection, both).items()):
        for field, said in sorted(fields.items()):
            outcome = merge_field(said, knows)
            seeds = [one for one in outcome.heads if one.seed]
            if not seeds or outcome.conflict or outcome.counting[0].seed:
                continue
            newest = max(seeds, key=lambda one: (one.at, one.act))
            if encode(newest.value) != encode(outcome.value):
                code, title = title_of(connection, record)
                values = outcome.value, newest.value
                found.append(FieldChange(record, title, field, *values, code=code))
    return tuple(with_names(lookup_in(connection), found))
