"""Who has a copy of what goes, as far as that is known here."""

from collections.abc import Collection

from storage.backups.daily_copies import copies, replaced
from storage.exchange.folder_register import folders
from storage.queries.history.devices import devices
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.views.erasures import Holder


def holders(connection: Connection, ours: str | None, acts: Collection[str]) -> list[Holder]:
    """The laptops that took part, folders that were synced with, files that brought these acts,
    the daily copies of this file, and what backups took the place of."""
    query = "SELECT DISTINCT device FROM acts WHERE here"
    written_here = {device for (device,) in connection.execute(query).fetchall()}
    found = [
        Holder("device", one.people[0].name or one.device[:8] if one.people else one.device[:8],
               one.arrived)
        for one in devices(connection, ours)
        if not one.ours and one.device not in written_here
    ]  # fmt: skip
    found += [Holder("folder", str(one.place), one.synced) for one in folders(connection)]
    query = (
        "SELECT DISTINCT f.file, a.arrived FROM acts a JOIN arrivals f"
        " ON a.n BETWEEN f.first AND f.last WHERE a.id IN (…)"
    )
    files: dict[str, str] = dict(select_in(connection, query, acts))  # type: ignore[arg-type]
    found += [Holder("file", file, arrived) for file, arrived in sorted(files.items())]
    path = connection.path
    found += [Holder("copy", str(one.path), one.day.isoformat()) for one in copies(path)]
    found += [Holder("replaced", str(one), "") for one in replaced(path)]
    return found
