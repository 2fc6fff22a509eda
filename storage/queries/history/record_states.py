"""One record as it stood after each of its acts, for comparing any two moments of it."""

from storage.merge import merge_records, voided
from storage.merge.as_of import claimed_moments
from storage.queries.history.state_difference import state_difference, state_json
from storage.queries.names import named_in_lists
from storage.queries.referents import lookup_in, with_names
from storage.records.record_json import Json
from storage.tables.assertions import load_world
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.void_acts import connected
from storage.views.field_change import FieldChange


class RecordStates:
    """What acts say of a record, read once."""

    def __init__(self, connection: Connection, record: str) -> None:
        self._record = record
        self._title = named_in_lists(connection, record)
        self._lookup = lookup_in(connection)
        self._said = load_world(connection, [record])[record]
        setting = {one.act for said in self._said.values() for one in said}
        self._undoes = connected(connection, setting)
        query = "SELECT id, at, arrived FROM acts WHERE id IN (…)"
        rows = [*select_in(connection, query, {*setting, *self._undoes})]
        at: dict[str, str] = {act: when for act, when, _ in rows}
        arrived: dict[str, str] = {act: when for act, _, when in rows}
        named: dict[str, set[str]] = {act: {*undone} for act, undone in self._undoes.items()}
        for said in self._said.values():
            for one in said:
                named.setdefault(one.act, set()).update(one.parents)
        self._times = claimed_moments(at, named, arrived)

    def between(self, one: str, other: str) -> list[FieldChange]:
        """What differs between the record after one of its acts and after another, the earlier
        first. An act of which nothing is known here counts as the end."""
        first, last = sorted(self._times.get(act, "~") for act in (one, other))
        found = state_difference(self._title, self._state(first), self._state(last))
        return with_names(self._lookup, found)

    def _state(self, when: str) -> Json:
        here = {act for act, time in self._times.items() if time <= when}
        void = voided({act: undone for act, undone in self._undoes.items() if act in here})
        fields = {
            field: [one._replace(void=one.act in void) for one in said if one.act in here]
            for field, said in self._said.items()
        }
        world = {self._record: {field: said for field, said in fields.items() if said}}
        return state_json(merge_records(world, _everything)[self._record])


def _everything(_: str) -> bool:
    """Whether an act is known: what is under way is no part of a comparison."""
    return True
