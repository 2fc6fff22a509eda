"""What fields and lives of records say before something is changed in them."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from storage.merge import Outcome, merge_field
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.tables.assertions import load_world
from storage.tables.chunks import select_in
from storage.tables.database import Connection

Outcomes = Mapping[str, Outcome]
"""What is said of a record, by field as acts name fields."""


def outcomes_of(
    connection: Connection, records: Collection[str], fields: Collection[str]
) -> dict[str, Outcomes]:
    """What these fields of each record say, with their conflicts."""
    world = load_world(connection, records, fields=fields)
    return {
        record: {field: merge_field(one, lambda _: True) for field, one in said.items()}
        for record, said in world.items()
    }


def differs(outcome: Outcome | None, value: object) -> bool:
    """Whether saying this value would change what a field says."""
    if outcome is None or not outcome.claims:
        return value is not None and value is not False
    return outcome.value != value or type(outcome.value) is not type(value)


def stood(outcome: Outcome | None) -> object:
    """The value of a field; None where nothing was said of it."""
    return outcome.value if outcome is not None and outcome.claims else None


def lives_of(connection: Connection, records: Collection[str]) -> dict[str, str]:
    """Of each record that is known here what the table says of its life."""
    found: dict[str, str] = {}
    by_type: dict[str, list[str]] = defaultdict(list)
    for record in records:
        by_type[type_of(record)].append(tail_of(record))
    for type_, tails in by_type.items():
        if type_ in FIELDS:
            query = f"SELECT tail, life FROM [{type_}] WHERE tail IN (…)"
            found |= {f"{type_}/{tail}": life for tail, life in select_in(connection, query, tails)}
    return found
