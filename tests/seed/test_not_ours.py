"""No run of nine words of the document stands in this repository."""

import subprocess
from pathlib import Path

import pytest

from tests.seed.runs import KNOWN, runs

ROOT = Path(__file__).parents[2]
MADE = {".git", ".venv", "dist", "build", "__pycache__", ".mypy_cache", ".ruff_cache"}


def files() -> list[Path]:
    """The files of the repository; in an unpacked copy, all that were not made by running it."""
    asked = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if asked.returncode == 0:
        return [ROOT / name for name in asked.stdout.decode().split("\0") if name]
    return [path for path in ROOT.rglob("*") if path.is_file() and not MADE & {*path.parts}]


def test_no_run_of_nine_words_of_the_document_stands_here() -> None:
    known = frozenset(KNOWN.read_text().split())
    found = [
        f"{path.relative_to(ROOT)}: {run}"
        for path in files()
        if path.is_file() and path != KNOWN
        for told, run in runs(path.read_bytes().decode("utf-8", "ignore"))
        if told in known
    ]
    assert found == []


@pytest.mark.parametrize("between", [" ", "\n", " – ", '", "'])
def test_a_run_is_found_whatever_stands_between_its_words(between: str) -> None:
    words = "Een rij van negen woorden die hier zo staat"
    (first,) = runs(words)
    (again,) = runs(words.upper().replace(" ", between))
    assert first == again
