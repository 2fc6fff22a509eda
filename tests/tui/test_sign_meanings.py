"""One sign has one meaning: in the table, in ASCII, and in what is drawn."""

import ast
from collections import Counter
from pathlib import Path

from tests.tui.driving import VHTO, driven
from tui.draw import signs
from tui.locale import charset

MADE_ELSEWHERE = {"tui/draw/paint.py", "tui/draw/signs.py"}
TUI = Path(signs.__file__).parents[1]


def test_a_sign_says_one_thing_in_either_set() -> None:
    meanings = [sign for sign, _ in signs.MEANINGS]
    assert [sign for sign, n in Counter(sign.text for sign in meanings).items() if n > 1] == []
    plain = Counter(charset.ASCII.get(one.text, one.text) for one in meanings)
    shared = {sign for sign, n in plain.items() if n > 1}
    assert shared == {"@"}  # of a meeting, held or planned
    ends = {signs.BAR, signs.PROMPT, "…", "▾"}
    assert not ends & {one.text for one in meanings}


def test_no_text_begins_with_the_sign_of_what_is_late_but_a_term() -> None:
    """What warns or refuses has another sign; the self-test draws on a bare terminal."""
    found = []
    for path in TUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                late = node.value == "!" or node.value.startswith("! ")
                found += [path.relative_to(TUI).as_posix()] if late else []
    assert [one for one in found if not one.startswith("selftest/")] == ["draw/text_signs.py"]


async def test_marks_stand_in_the_place_of_the_bar_and_end(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("3", "space")
        assert screen.line_with("VHTO: schakel")[30:34] == "▎○ V"
        bold = [
            segment
            for strip in screen.strips
            for segment in strip
            if segment.text.startswith("VHTO: schakel") and segment.style and segment.style.bold
        ]
        assert bold
        await screen.press("escape")
        assert "▎" not in screen.text
