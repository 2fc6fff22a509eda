"""Contract rule 9, stated a second time over whole acts: what held at a moment."""

from collections.abc import Iterable, Mapping

from storage.acts import Act
from storage.clock import moment
from storage.merge import project
from storage.merge.as_of import claimed_moments
from storage.merge.merged_as_json import records_json
from storage.past.past_reader import PastReader
from storage.past.timeline import Timeline
from storage.reader import Reader
from storage.records.fields import FIELDS
from storage.records.record_json import Json
from storage.tables.arrivals import arrival
from storage.tables.assertions import stored_acts, stored_stubs


def times(acts: Iterable[Act], arrived: Mapping[str, str]) -> dict[str, str]:
    """The time of each act; ``arrived`` has by id when each came in."""
    bodies = {act.id: act for act in acts}
    at = {name: act.at for name, act in bodies.items()}
    return claimed_moments(at, {name: _named(act) for name, act in bodies.items()}, arrived)


def until(acts: Mapping[str, Act], moment: str, arrived: Mapping[str, str]) -> list[Act]:
    """The acts whose time is this moment or before it (`YYYY-MM-DDTHH:MM:SS.mmmZ`)."""
    when = times(acts.values(), arrived)
    return [act for name, act in acts.items() if when[name] <= moment]


def stood(store: Reader, when: str, *, known: bool = False) -> dict[str, list[Json]]:
    """All records of a file by type, as they stood, or were known here, at a moment."""
    connection = store.connection
    if known:
        acts = [*stored_acts(connection, "n <= ?", (arrival(connection, when),))]
    else:
        arrived = dict(connection.execute("SELECT id, arrived FROM acts").fetchall())
        bodies = {act.id: act for act in stored_acts(connection)}
        acts = until(bodies, moment(when), arrived)
    records = records_json(project(acts, left=stored_stubs(connection)).values())
    return {type_: records.get(type_, []) for type_ in FIELDS}


def past(store: Reader, when: str, *, known: bool = False) -> PastReader:
    """The same as a reader."""
    return PastReader(store, Timeline(store.connection), when, known=known)


def _named(act: Act) -> set[str]:
    parents = (parent for said in act.set for parent in said.parents)
    return {*act.undo, *act.saw, *act.erase, *parents}
