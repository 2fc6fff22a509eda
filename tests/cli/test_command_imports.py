"""A command loads what it needs: in a fresh interpreter, what the quick ones do without."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

RUN = """
import sys
from tui.cli.group import cli
try:
    cli(sys.argv[1:])
finally:
    print(*sys.modules, file=sys.stderr)
"""
NEVER = {
    "pydantic", "sqlite_utils", "textual", "difflib", "gzip", "hashlib", "tomllib", "platformdirs",
    "rich", "shutil", "tempfile",
}  # fmt: skip
NOT = {
    ("search", "vhto"): ("storage.acts", "storage.merge", "storage.phrases",
                         "storage.queries.agreements", "storage.queries.filters",
                         "storage.queries.pages", "tui.cli.text_page"),
    ("show", "TWE-01"): ("storage.acts", "storage.merge", "storage.search", "tui.cli.text_tables",
                         "storage.tables.insert", "storage.journal", "storage.snapshot",
                         "storage.queries.overviews"),
}  # fmt: skip


@pytest.mark.parametrize("words", NOT, ids=" ".join)
def test_a_command_loads_only_what_it_needs(words: tuple[str, ...], whole: Path) -> None:
    run = [sys.executable, "-c", RUN, "--db", str(whole), *words]
    ran = subprocess.run(run, capture_output=True, text=True, check=True, encoding="utf-8")
    loaded = {*ran.stderr.splitlines()[-1].split()}
    assert "sqlite3" in loaded
    assert not {name for name in loaded if name.partition(".")[0] in NEVER}
    assert not loaded & {*NOT[words]}
    assert all(map(find_spec, (*NEVER, *NOT[words])))  # they have these names still
