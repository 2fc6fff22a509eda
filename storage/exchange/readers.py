"""Who else exchanges in a folder, as far as that shows: of whom something came through it."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from storage.exchange.folder_register import folder_name, place_text
from storage.exchange.segment_reader import VerifiedSegment
from storage.identity import remembered
from storage.queries.history.devices import known_people
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.views.exchange_folders import Exchanged
from storage.views.laptops import Person

_CAME = (
    "SELECT DISTINCT a.by FROM arrivals r JOIN acts a ON a.n BETWEEN r.first AND r.last"
    " WHERE r.file = ? AND a.by IS NOT NULL"
)
_LAST = (
    "SELECT r.first, r.last, a.arrived FROM arrivals r JOIN acts a ON a.n = r.last"
    " WHERE r.file = ? ORDER BY r.first DESC LIMIT 1"
)


def readers(
    connection: Connection,
    path: Path,
    place: Path,
    me: str | None,
    besides: Mapping[str, Person] = MappingProxyType({}),
) -> tuple[Person, ...]:
    """Everyone but who writes here (``me``) of whom something came through a folder, now or
    before; ``besides`` are those of whom something was just found there, by author."""
    rows = connection.execute(_CAME, (folder_name(place),)).fetchall()
    known = {by for (by,) in rows} | {*remembered.load(path).readers.get(place_text(place), ())}
    found = {**known_people(connection, known), **besides}
    return _sorted(one for by, one in found.items() if by not in (me, "seed"))


def exchanged(connection: Connection, path: Path, place: Path, me: str | None) -> Exchanged:
    """When something really came out of a folder last, and of whom; and when something went in."""
    row = connection.execute(_LAST, (folder_name(place),)).fetchone()
    came, of = None, set[str]()
    if row is not None:
        first, last, came = row
        query = "SELECT DISTINCT by FROM acts WHERE n BETWEEN ? AND ? AND by IS NOT NULL"
        of = {by for (by,) in connection.execute(query, (first, last)).fetchall()}
    went = remembered.load(path).went.get(place_text(place))
    named = known_people(connection, of - {me, "seed"})
    return Exchanged(came, _sorted(named.values()), went)


def authors_in(connection: Connection, segments: Iterable[VerifiedSegment]) -> set[str]:
    """Of whom acts stand in these segments, as far as these acts are known here."""
    query = "SELECT DISTINCT by FROM acts WHERE by IS NOT NULL AND id IN (…)"
    ids = (act for one in segments for act in one.acts.ids())
    return {by for (by,) in select_in(connection, query, ids)}


def remember_readers(
    connection: Connection, path: Path, place: Path, authors: Collection[str], *, wrote: bool
) -> None:
    """Of whom something lay in a folder that was just synced with, and whether something went
    in."""
    kept, name = remembered.load(path), place_text(place)
    known = kept.readers.get(name, ())
    if not wrote and {*authors} <= {*known}:
        return
    kept.readers[name] = sorted({*known, *authors})
    if wrote:
        query = "SELECT synced FROM folders WHERE place = ?"
        (kept.went[name],) = connection.execute(query, (name,)).fetchone()
    remembered.save(path, kept)


def _sorted(found: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted(found, key=lambda one: (one.organisation or "", one.name or "", one.by)))
