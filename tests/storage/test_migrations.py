"""The tables that migrations make are those that the description of the fields asks for, in a new
file and in one of each version before."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.acts import Setting, make_act
from storage.records.fields import FIELDS
from storage.store import Store
from storage.tables.columns import columns, part_columns, set_tables
from storage.tables.migrations import NAMES, VERSION
from tests.storage.small import ARRANGEMENT, VHTO, small

DATA = Path(__file__).parents[1] / "data"
OLD = sorted(DATA.glob("v*.db.gz"))
AT = "2014-10-07T00:00:00.000Z"


def columns_in(path: Path, table: str) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[1] for row in connection.execute(f"PRAGMA table_info([{table}])")}


@pytest.fixture(params=[None, *OLD], ids=lambda old: old.name if old else "new")
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "klein.db"
    if request.param is None:
        Store.create(path, ARRANGEMENT, small())
    else:
        path.write_bytes(gzip.decompress(request.param.read_bytes()))
        Store.open(path).close()
    return path


def test_the_number_of_the_tables_is_that_of_the_migrations():
    assert [int(name[1:4]) for name in NAMES] == [*range(1, VERSION + 1)]


def test_every_field_has_its_column(path: Path):
    for type_ in FIELDS:
        assert columns_in(path, type_) == {*columns(type_)}
        for table, field in set_tables(type_).items():
            assert columns_in(path, table) == {"tail", *part_columns(field)}


def test_what_an_older_version_could_not_show_is_shown(tmp_path: Path):
    """A colleague with this version sent it to a file of 0.2.0, which kept it."""
    path = tmp_path / "oud.db"
    path.write_bytes(gzip.decompress(OLD[-1].read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        said = [
            Setting("entries/0123456789abcdef", field, value, ())
            for field, value in (
                ("about", VHTO), ("function", "voorzitter"), ("kind", "action"), ("life", "live"),
                ("text", "belt"),
            )
        ]  # fmt: skip
        act = make_act(at=AT, by="b" * 16, device="d" * 16, seq=1, set=said)
        (n,) = connection.execute("SELECT max(n) + 1 FROM acts").fetchone()
        connection.execute(
            "INSERT INTO acts (n, id, at, by, device, seq, void, erased, arrived, body)"
            " VALUES (?, ?, ?, ?, ?, 1, 0, 0, ?, ?)",
            (n, act.id, act.at, act.by, act.device, "2999" + AT[4:], act.data.decode()),
        )
        connection.executemany(
            "INSERT INTO said VALUES (?, ?, ?, json_quote(?), '[]')",
            [(one.record, one.field, n, one.value) for one in said],
        )
        connection.execute(
            "INSERT INTO entries (tail, life, conflicts, incomplete, about, kind, text)"
            " VALUES ('0123456789abcdef', 'live', '[]', '[]', ?, 'action', 'belt')",
            (VHTO,),
        )
        connection.commit()
    with closing(Store.open(path)) as store:
        (row,) = store.connection.execute(
            "SELECT function FROM entries WHERE tail = '0123456789abcdef'"
        ).fetchall()
        assert row == ("voorzitter",)
