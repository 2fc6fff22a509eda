"""Making a new arrangement file."""

import os
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.files.atomic import file_beside
from storage.tables import database, meta, opening

if TYPE_CHECKING:
    from storage.acts import Act


def create(
    path: Path, arrangement: str, acts: "Iterable[Act]" = (), profile: str | None = None
) -> None:
    """Make a new file with these acts, whole or not at all; ``profile`` says how the document of
    the arrangement is divided."""
    from storage import clock
    from storage.identity.device_identity import new_id
    from storage.tables.insert import take_in

    for there in (path, database.journal_of(path)):
        if os.path.lexists(there):
            raise Refused("file_exists", path=there)
    with (
        file_beside(path, private=True) as made,
        closing(opening.prepare(made)) as connection,
        database.transaction(connection),
    ):
        connection.keep = keep_index
        texts = {meta.ARRANGEMENT: arrangement, meta.TOKEN: new_id()}
        if profile is not None:
            texts[meta.PROFILE] = profile
        meta.write(connection, texts)
        take_in(connection, acts, (), clock.now())


def keep_index(connection: database.Connection) -> None:
    """Bring up to date what the file keeps of all agreements."""
    from storage.queries.agreements.kept_index import keep

    keep(connection)
