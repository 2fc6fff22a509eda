"""What stands in the tables, read back as what was written there."""

import json
import sqlite3

from storage.acts import Act, NotAnAct, Stub, decode, read_act, read_stub
from storage.acts.act import read_ids
from storage.tables.damaged_cells import reading_back


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
