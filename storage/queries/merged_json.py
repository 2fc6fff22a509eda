"""Records as JSON, as they are now."""

from collections.abc import Collection

from storage.errors import Refused
from storage.merge.merged_as_json import as_json, records_json
from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.records.record_json import Json
from storage.tables.database import Connection
from storage.tables.projection import merged_now


def records(connection: Connection, type_: str, ids: Collection[str] | None = None) -> list[Json]:
    """All records of a type, deleted ones too, by id; or those of these ids."""
    if ids is None:
        query = "SELECT DISTINCT record FROM said WHERE record >= ? AND record < ?"
        rows = connection.execute(query, (f"{type_}/", f"{type_}0")).fetchall()
        ids = [record for (record,) in rows]
    return records_json(merged_now(connection, ids).values()).get(type_, [])


def record(connection: Connection, id_: str) -> Json:
    """One record. Raises Refused where there is none."""
    found = merged_now(connection, [id_])[id_]
    if not found.listed or type_of(id_) not in FIELDS:
        raise Refused("not_there_then", code=id_)
    return as_json(found)
