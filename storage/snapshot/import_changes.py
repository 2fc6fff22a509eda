"""What taking a file in changes, record by record: as it was, beside as it is then."""

from collections.abc import Collection, Iterable

from storage.acts import Act
from storage.merge.merged_as_json import as_json
from storage.progress import ALONE, Progress
from storage.queries.erasure_requests import without_asked
from storage.queries.history.last_said import last_said
from storage.queries.names import listed_name, title_of
from storage.queries.referents import lookup_in, with_names
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.records.record_json import DERIVED, Json
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.projection import merged_now
from storage.tables.void_acts import connected
from storage.views.field_change import FieldChange
from storage.views.import_preview import Gone

MOST = 1000  # records of which is listed what changes; nobody reads more


class ImportChanges:
    """Remembers how records were before acts come in: of those that were there first, then new
    ones, as many as are listed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        (self._last,) = connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
        self._there: set[str] = set()
        self._new: set[str] = set()
        self._before: dict[str, Json] = {}

    def sees(self, acts: Collection[Act]) -> None:
        """These acts are about to come in."""
        if len(self._there) == MOST:
            return
        touched = self._touched(acts) - self._there - self._new
        query = f"SELECT DISTINCT record FROM said WHERE act <= {self._last} AND record IN (…)"
        there = {record for (record,) in select_in(self._connection, query, touched)}
        kept = sorted(there)[: MOST - len(self._there)]
        self._before |= records_now(self._connection, kept)
        self._there |= {*kept}
        self._new |= {*sorted(touched - there)[: MOST - len(self._new)]}

    def changes(self, progress: Progress) -> tuple[list[FieldChange], int]:
        """What changed in them, and how many other records changed. Of what someone asks to erase
        only that it says something."""
        listed = [*self._there, *sorted(self._new)[: MOST - len(self._there)]]
        after = records_now(self._connection, listed, progress.part(0, 0.8))
        found = changes(self._connection, self._before, after, progress.part(0.8, 1))
        found = without_asked(self._connection, found)
        if len(listed) < MOST:
            return found, 0
        query = f"SELECT count(DISTINCT record) FROM said WHERE act > {self._last}"
        (touched,) = self._connection.execute(query).fetchone()
        return found, max(touched - len(listed), 0)

    def _touched(self, acts: Collection[Act]) -> set[str]:
        """The records that these acts set, or that acts which they undo have set, and what entries
        among them are about."""
        found, undone = set[str](), set[str]()
        for act in acts:
            found.update(said.record for said in act.set)
            undone.update(act.undo)
        undoes = connected(self._connection, undone)  # of an undo too: what that took back
        undone |= {target for targets in undoes.values() for target in targets}
        query = (
            "SELECT DISTINCT s.record FROM acts a JOIN said s ON s.act = a.n"
            " WHERE NOT a.erased AND a.id IN (…)"
        )
        found |= {record for (record,) in select_in(self._connection, query, undone)}
        return found | self._about(found) | _said_about(acts)

    def _about(self, records: Collection[str]) -> set[str]:
        """What entries among these are about: an entry may make that contested."""
        tails = [tail_of(record) for record in records if type_of(record) == "entries"]
        query = "SELECT about FROM entries WHERE about IS NOT NULL AND tail IN (…)"
        return {about for (about,) in select_in(self._connection, query, tails)}


def _said_about(acts: Collection[Act]) -> set[str]:
    """What these acts say that entries are about."""
    said = (one for act in acts for one in act.set if one.field == "about")
    return {one.value for one in said if isinstance(one.value, str)}


def records_now(
    connection: Connection, ids: Iterable[str], progress: Progress = ALONE
) -> dict[str, Json]:
    """These records as they are, without those that nobody says anything of any more."""
    known = [record for record in ids if type_of(record) in FIELDS]
    merged = merged_now(connection, known, progress.part(0, 0.8))
    found = progress.part(0.8, 1).over(merged.items(), len(merged))
    return {record: as_json(one) for record, one in found if one.listed}


def gone_records(connection: Connection, records: Collection[str]) -> tuple[Gone, ...]:
    """These records as they were called."""
    return tuple(Gone(record, *title_of(connection, record)) for record in sorted(records))


def changes(
    connection: Connection, before: dict[str, Json], after: dict[str, Json], progress: Progress
) -> list[FieldChange]:
    """What is otherwise in the records that are there after."""
    found = []
    said = last_said(connection, after)
    for record in progress.over(sorted(after), len(after)):
        title, code = listed_name(connection, record)
        old = before.get(record, {})
        for field, value in after[record].items():
            if field in DERIVED:
                continue
            was = old.get(field)
            if was != value and (old or value not in (None, [])):
                found.append(
                    FieldChange(
                        record, title, field, was, value, code=code, said=said.get((record, field))
                    )
                )
    return with_names(lookup_in(connection), found)
