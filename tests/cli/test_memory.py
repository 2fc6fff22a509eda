"""Files that were made to fill the memory or to take hours, under a limit on the process."""

import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from seed.releases import ARRANGEMENT
from tests.cli.conftest import Desk
from tests.forged import act, snapshot

resource = pytest.importorskip("resource", reason="this system knows no limit on a process")

MOST = 1 << 30  # bytes that the process may take
SECONDS = 30  # that it may work
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word() -> bytes:
    """Paragraphs of one letter, a million of them in a few kilobytes."""
    text = f'<w:document xmlns:w="{WORD}"><w:body>{"<w:p/>" * 2_000_000}</w:body></w:document>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", text)
    return packed.getvalue()


def many(key: str) -> bytes:
    """A file with very many wrong keys, in one place of it."""
    wrong = {f"x{n}": 1 for n in range(400_000)}
    head = {"format": "arrangement-snapshot", "version": 1, "records": {}}
    return gzip.compress(json.dumps(head | ({key: wrong} if key else wrong)).encode(), 1)


BOMBS: dict[str, tuple[tuple[str, ...], Callable[[], bytes]]] = {
    "b.docx": (("source", "attach"), word),
    "b.md": (("source", "attach"), lambda: b"- a\n" * 900_000),
    "b.txt": (("source", "attach"), lambda: b"a\n\n" * 900_000),
    "keys.json.gz": (("import",), lambda: many("")),
    "types.json.gz": (("import",), lambda: many("records")),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_is_made_to_fill_the_memory(desk: Desk, tmp_path: Path, name: str) -> None:
    words, make = BOMBS[name]
    (tmp_path / name).write_bytes(make())
    before = desk.db.read_bytes()
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--db", str(desk.db), *words, str(tmp_path / name)],
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONUTF8": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST)),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert desk.db.read_bytes() == before


def test_an_act_that_stands_on_very_many_that_nobody_has(desk: Desk, tmp_path: Path) -> None:
    """Other programs wait while it comes in: it takes as long as it is, not the square of that."""
    parents = sorted(hashlib.sha256(b"%d" % n).hexdigest() for n in range(20_000))
    one = act(set=[["agreements/oost-2-twe-04", "goal", "doel", parents]])
    (tmp_path / "veel.json").write_bytes(snapshot(ARRANGEMENT, [one]))
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--db", str(desk.db), "import", str(tmp_path / "veel.json")],
        capture_output=True, text=True, check=False, env=os.environ | {"PYTHONUTF8": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
    )  # fmt: skip
    assert done.returncode in (0, 3), done.stderr
    assert "20.000 wijzigingen uit een ander bestand" in done.stderr


@pytest.mark.parametrize("words", [("import",), ("source", "attach"), ("diff",), ("sync",)])
def test_a_device_is_no_file(desk: Desk, words: tuple[str, ...]) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")
    assert "/dev/zero" in desk.refused(*words, "/dev/zero")


def test_a_pipe_into_which_nobody_writes(desk: Desk, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with a name")
    pipe = tmp_path / "pijp.txt"
    os.mkfifo(pipe)
    for words in (("source", "attach"), ("import",), ("diff",), ("restore-backup",)):
        assert "pijp.txt is geen bestand dat te lezen is" in desk.refused(*words, pipe)
