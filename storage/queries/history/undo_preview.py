"""What taking acts back would do, worked out without writing."""

from collections.abc import Collection, Sequence
from typing import Literal

from storage.acts import Act
from storage.merge import Merged, Outcome, voided
from storage.queries.erasure_requests import without_asked
from storage.queries.history.state_difference import state_difference, state_json
from storage.queries.names import listed_name
from storage.queries.referents import lookup_in, referred_in, with_names
from storage.records.ids import type_of
from storage.tables.chunks import select_in
from storage.tables.clocks import WHEN
from storage.tables.database import Connection
from storage.tables.projection import merged_if
from storage.tables.void_acts import connected
from storage.views.undo_effect import Stays, TakingBack

MOST = 200  # records that are worked out; of the rest only the number is told
NEW = "new"  # stands for the act that would take back


def taking_back(connection: Connection, acts: Sequence[Act], most: int = MOST) -> TakingBack:
    """What would change where these acts were taken back, and what stays, because it was changed
    again later; of the first ``most`` records."""
    flipped = _flipped(connection, [act.id for act in acts])
    query = "SELECT DISTINCT s.record FROM said s JOIN acts a ON a.n = s.act WHERE a.id IN (…)"
    every = {record for (record,) in select_in(connection, query, flipped)}
    touched = sorted(record for record in every if type_of(record) != "passages")
    passages = sorted(every.difference(touched))
    looked = touched[:most]
    now = merged_if(connection, [*looked, *passages[:1]], {})
    then = merged_if(connection, [*looked, *passages[:1]], flipped)
    called = {record: listed_name(connection, record) for record in looked}
    lookup = lookup_in(connection)
    changes = [
        change
        for record in looked
        for change in state_difference(
            called[record][0], state_json(now[record]), state_json(then[record]), called[record][1]
        )
    ]
    stays = [
        Stays(
            record, called[record][0], field, *_what_stands(connection, then[record].fields[field]),
            referred_in(lookup, record, field, (then[record].fields[field].value,)),
        )
        for record, field in _untouched(acts, now, then)
    ]  # fmt: skip
    changes = with_names(lookup, without_asked(connection, changes))
    return TakingBack(
        tuple(changes), tuple(stays), len(touched) - len(looked),
        passages=len(passages), passages_then=_then(now, then, passages[:1]),
    )  # fmt: skip


def _then(
    now: dict[str, Merged], then: dict[str, Merged], passages: Sequence[str]
) -> Literal["gone", "back", "other"]:
    """What becomes of the first of these."""
    for one in passages:
        if now[one].listed != then[one].listed:
            return "back" if then[one].listed else "gone"
    return "other"


def _flipped(connection: Connection, acts: Collection[str]) -> dict[str, bool]:
    """The acts that would become void, or stand again, with whether they would be void."""
    undoes = connected(connection, {*acts})
    reached = {*acts, *undoes, *(target for targets in undoes.values() for target in targets)}
    void = voided({**undoes, NEW: [*acts]})
    query = "SELECT id, void FROM acts WHERE id IN (…)"
    return {
        act: act in void
        for act, was in select_in(connection, query, reached)
        if bool(was) != (act in void)
    }


def _untouched(
    acts: Sequence[Act], now: dict[str, Merged], then: dict[str, Merged]
) -> list[tuple[str, str]]:
    """The fields that these acts set and that others have set since: nothing changes there."""
    said = dict.fromkeys((one.record, one.field) for act in acts for one in act.set)
    return [
        (record, field)
        for record, field in said
        if record in then
        and then[record].fields[field].heads
        and then[record].fields[field].heads == now[record].fields[field].heads
    ]


def _what_stands(connection: Connection, field: Outcome) -> tuple[object, str | None, str]:
    """What a field says, who said it and when."""
    first = field.claims[0]
    query = f"SELECT w.name, {WHEN} FROM acts a LEFT JOIN authors w ON w.tail = a.by WHERE a.id = ?"
    author, when = connection.execute(query, (first.act,)).fetchone()
    return first.value, author, when
