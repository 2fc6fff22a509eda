"""A long text in an editor of one's own, which gets the terminal and gives it back."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.pty import Terminal

Opened = Callable[..., Terminal]
EDITOR = """
import sys
from pathlib import Path
file = Path(sys.argv[1])
print("EDITOR OF:", file.read_text("utf-8")[:12])
file.write_text(input("type> "), "utf-8")
"""


def test_the_editor_gets_the_terminal_and_gives_it_back(opened: Opened, tmp_path: Path) -> None:
    script, temporary = tmp_path / "editor.py", tmp_path / "temporary"
    script.write_text(EDITOR, encoding="utf-8")
    temporary.mkdir()
    told = {"VISUAL": f'"{sys.executable}" "{script}"', "TMPDIR": str(temporary)}
    screen = opened((80, 24), "xterm-256color", **told)
    screen.type("/")
    screen.shows("typ een")
    screen.type(*"twe-04")
    screen.shows("TWE-04")
    screen.type("\r")
    screen.shows("▌○ VHTO")
    screen.type("E")
    screen.shows("Welk veld van VHTO")
    screen.type("e")
    screen.shows("F4 editor")
    screen.type("\x1bOS")
    screen.shows("EDITOR OF: Het Platform", "type>")
    screen.type(*"Elders getypt", "\r")
    screen.shows("E tekst: VHTO", "Elders getypt", "F4 editor")
    screen.type("!")
    screen.shows("Elders getypt!")
    screen.type("\x1a")
    screen.hides("Elders getypt!")
    screen.type("\r")
    screen.shows("✓ TWE-04 gewijzigd", "Elders getypt")
    assert not [one for one in temporary.iterdir() if one.name.startswith("arrangement-")]


@pytest.mark.parametrize(
    ("work", "says"),
    [
        ("sys.stdout.write('\\x1b[?1049h\\x1b[2J'); sys.exit(1)", "De editor werkte niet"),
        ("file.unlink()", "De editor werkte niet"),
        ("Path(__file__).unlink(); import os; os.kill(os.getpid(), 9)", "De editor werkte niet"),
        ("file.write_bytes(b'\\x00\\xff\\xfe\\x00')", "De editor werkte niet"),
    ],
    ids=["exits", "removes the file", "is killed", "writes no text"],
)
def test_an_editor_that_fails_gives_the_terminal_back_too(
    opened: Opened, tmp_path: Path, work: str, says: str
) -> None:
    script = tmp_path / "editor"
    script.write_text(f"#!{sys.executable}\nimport sys\nfrom pathlib import Path\n"
                      f"file = Path(sys.argv[1])\n{work}\n", encoding="utf-8")  # fmt: skip
    script.chmod(0o755)
    screen = opened((80, 24), "xterm-256color", VISUAL=str(script))
    screen.type("a")
    screen.shows("a Aantekening bij")
    screen.type(*"Half getypt")
    screen.shows("Half getypt")
    screen.type("\x1bOS")
    screen.shows(says, "Half getypt")
    script.unlink(missing_ok=True)  # now it is not found
    screen.type("!")
    screen.shows("Half getypt!")
    screen.type("\x1bOS")
    screen.shows("editor is niet gevonden")
    screen.type("?")
    screen.shows("Half getypt!?")
    screen.type("\r")
    screen.shows("✓ Aantekening bij")
