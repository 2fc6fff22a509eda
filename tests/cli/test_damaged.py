"""What everyday reads say of a damaged file: that it is, and which copy one can go on with."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.backups.daily_copies import copies, newest
from storage.errors import Refused
from storage.queries.pages import record_page
from storage.store import Store
from tests.cli.conftest import Desk
from tests.damage.filled import VHTO

CODE = "OOST-2-TWE-04"
HARM = {
    "UPDATE acts SET body = substr(body, 1, 200)": ("history", CODE),
    "UPDATE acts SET body = replace(body, 'VHTO', 'vhto')": ("history",),
    "UPDATE acts SET body = CAST(body AS BLOB)": ("history",),
    "UPDATE said SET value = 'half'": ("edit", CODE, "goal=x"),
    "UPDATE said SET parents = '[\"x\"' WHERE field = 'title'": ("list", "agreements"),
    "UPDATE agreements SET conflicts = '['": ("show", CODE),
    "UPDATE agreements SET title = x'00ff'": ("show", CODE),
    "DROP TABLE agreements_parties": ("overview", "parties"),
}


@pytest.mark.parametrize(("statement", "words"), HARM.items())
def test_a_damaged_file_is_told_with_the_copy(
    desk: Desk, statement: str, words: tuple[str, ...]
) -> None:
    desk.run("note", CODE, "kennismaking")
    with closing(sqlite3.connect(desk.db)) as connection:
        connection.execute(statement)
        connection.commit()
    told = desk.refused(*words)
    assert "Het bestand is beschadigd" in told
    assert "restore-backup" in told
    assert desk.attempt("check").exit_code in (1, 3)


def test_a_copy_that_is_damaged_itself_is_not_offered(desk: Desk) -> None:
    desk.run("edit", CODE, "goal=x")
    (copy,) = copies(desk.db)
    assert newest(desk.db) == copy
    with closing(sqlite3.connect(copy.path)) as connection:
        connection.execute("UPDATE said SET value = 'half' WHERE field = 'title'")
        connection.commit()
    assert newest(desk.db) is None


def test_no_daily_copy_is_made_of_a_body_that_was_changed(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.db)) as connection:
        connection.execute("UPDATE acts SET body = replace(body, 'Twente', 'twente')")
        connection.commit()
    assert "Geen reservekopie van vandaag" in desk.attempt("edit", CODE, "goal=x").stderr
    assert copies(desk.db) == []


def test_an_error_of_the_program_is_no_damage(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*_: object, **__: object) -> None:
        raise ValueError("of the program")

    monkeypatch.setattr(record_page, "record_page", wrong)
    with closing(Store.open(desk.db)) as store, pytest.raises(ValueError, match="of the program"):
        store.page(VHTO)
    with closing(sqlite3.connect(desk.db)) as connection:
        connection.execute("UPDATE said SET value = 'half' WHERE field = 'title'")
        connection.commit()
    with closing(Store.open(desk.db)) as store, pytest.raises(Refused, match="damaged"):
        store.page(VHTO)


@pytest.mark.parametrize("module", ["pydantic_core", "pydantic"])
def test_a_blocked_module_is_named_and_reading_goes_on(desk: Desk, module: str) -> None:
    """As where a policy lets no compiled module start: what writes needs them, reading does not."""
    code = (
        f"import sys; sys.modules[{module!r}] = None; from tui.cli.group import cli;"
        f" sys.argv = ['arrangement', '--db', {str(desk.db)!r}, *sys.argv[1:]]; cli()"
    )
    before = desk.db.read_bytes()
    for words, exits in ((("edit", CODE, "goal=x"), 1), (("show", CODE), 0)):
        done = subprocess.run(
            [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert done.returncode == exits, done.stderr
        assert (module in done.stderr and "beheerder" in done.stderr) == (exits == 1)
        assert "fout in het programma" not in done.stderr
    assert desk.db.read_bytes() == before
