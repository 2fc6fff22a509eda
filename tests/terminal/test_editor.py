"""A long text in an editor of one's own, which gets the terminal and gives it back."""

import sys
from collections.abc import Callable
from pathlib import Path

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
    screen.shows("Typ om te zoeken.")
    screen.type(*"vhto")
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
