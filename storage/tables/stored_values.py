"""What stands in the tables, read back as what was written there."""

import json
import sqlite3
from pathlib import Path

from storage.acts import Act, NotAnAct, Stub, decode, read_act, read_stub
from storage.acts.act import read_ids
from storage.errors import ODD, Refused
from storage.tables.database import Connection


class reading_back:  # noqa: N801 - it reads as words, and is quicker than a generator
    """Within it stored values are read back and nothing else is done: one that is not as it was
    written says that the file is damaged, which is raised as Refused."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        return

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, ODD):
            raise damaged(self._connection) from error


def damaged(connection: sqlite3.Connection) -> Refused:
    """That what a file says cannot be what was written in it."""
    path = connection.path if isinstance(connection, Connection) else Path()
    return Refused("damaged", path=path)


def stored_act(connection: sqlite3.Connection, id_: str, body: str) -> Act:
    """The act with this id, of its body. Raises Refused where the body says another one."""
    with reading_back(connection):
        act = read_act(decode(body))
        if act.id != id_:
            raise NotAnAct("is not the one that its id names")
        return act


def stored_stub(connection: sqlite3.Connection, id_: str, body: str) -> Stub:
    """What is left of the act with this id. Raises Refused where it says another one."""
    with reading_back(connection):
        stub = read_stub(decode(body))
        if stub.id != id_:
            raise NotAnAct("is not the one that its id names")
        return stub


def parents_in(connection: sqlite3.Connection, text: str) -> tuple[str, ...]:
    """Ids of acts that were written as JSON. Raises Refused where they are none."""
    if text == "[]":
        return ()
    with reading_back(connection):
        return read_ids(json.loads(text), "parents")


def stored_json(connection: sqlite3.Connection, text: str) -> object:
    """A value that was written as JSON. Raises Refused where it is none."""
    with reading_back(connection):
        return json.loads(text)
