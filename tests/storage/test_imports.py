"""In a fresh interpreter: storage knows no screen, and reading loads nothing heavy."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage.store import Store
from tests.storage.small import ARRANGEMENT, VHTO, small

HEAVY = ("pydantic", "sqlite_utils")
SCREEN = ("textual", "tui")
ROOT = Path(__file__).parents[2]


def imported(code: str, *args: str) -> set[str]:
    """The top-level packages that this code loads."""
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print('--', *sys.modules)", *args],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    return {name.partition(".")[0] for name in ran.stdout.partition("--")[2].split()}


def modules_of(package: str) -> list[str]:
    return [
        ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for file in sorted((ROOT / package).rglob("*.py"))
        if file.name != "__init__.py"
    ]


def test_storage_imports_no_screen_and_no_seed():
    found = imported("import " + ", ".join(modules_of("storage")))
    assert not found & {*SCREEN, "seed"}
    assert {*HEAVY} <= found  # they are looked for under the names that they have


def test_seed_imports_no_screen():
    found = imported("import " + ", ".join(modules_of("seed")))
    assert not found & {*SCREEN}


@pytest.mark.parametrize("package", ["storage.acts", "storage.merge", "storage.records.fields"])
def test_acts_and_merge_know_no_disk_no_clock_and_no_database(package: str):
    found = imported(f"import {package}")
    assert not found & {"sqlite3", "tempfile", "platformdirs", *HEAVY}


def test_the_store_is_imported_without_what_is_heavy():
    assert not imported("import storage.store") & {*HEAVY, *SCREEN, "seed", "click"}


READING = """
import sys
from pathlib import Path
from storage.store import Store
from storage.views.agreement_list import Filter
store = Store.open(Path(sys.argv[1]))
store.version(), store.totals(), store.lists.regions(), store.lists.programmes(Filter("twente"))
store.agreements(Filter("twente")), store.search("vhto", 10), store.page(sys.argv[2])
store.history(sys.argv[2]), store.conflicts(), store.problems.all(), store.find("TWE-01")
store.records("agreements"), store.snapshots.make(), store.close()
"""


def test_reading_a_file_loads_nothing_heavy(tmp_path: Path):
    Store.create(tmp_path / "klein.db", ARRANGEMENT, small())
    found = imported(READING, str(tmp_path / "klein.db"), VHTO)
    assert "sqlite3" in found
    assert not found & {*HEAVY, *SCREEN, "seed", "click"}
