"""What people read names people and things by their names, and fields by their labels."""

import re
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from storage.store import Store
from tests.tui.driving import VHTO, driven
from tui.cli.group import cli

Colleague = Callable[[Callable[[Store], object]], Path]
SLUGS = re.compile(r"\b(jet-net|food-valley|platform|organisation|body|lead|also_at|regions)\b")
CHANGES = {
    "regions/food-valley": True,
    "programmes/jet-net": True,
    "parties/lead/vhto": True,
    "also_at/2.twente.b5": True,
    "trigger_met": {"date": "2014-05-01", "evidence": "brief"},
}


def told(db: Path, *words: object, code: int = 0) -> str:
    result = CliRunner().invoke(cli, ["--db", str(db), *map(str, words)])
    assert result.exit_code == code, result.output
    return re.sub(r"\s+", " ", result.output)


def change(store: Store) -> None:
    store.edit(VHTO, CHANGES)
    body = store.add("organisations", {"name": "MBO-overleg", "kind": "body"})
    tail = body.partition("/")[2]
    store.add("meetings", {"title": "Overleg mei", "body": tail, "date": "2014-05-01",
                           f"participants/{tail}/voorzitter": True})  # fmt: skip


async def test_previews_histories_and_conflicts_name_things(db: Path, colleague: Colleague) -> None:
    file = colleague(change)
    async with driven(db, (120, 40)) as screen:
        await screen.press("i")
        await screen.type(str(file))
        await screen.press("enter")
        await screen.until(lambda: not screen.main.busy)
        assert "Food Valley" in screen.text
        assert not SLUGS.findall(right_of(screen.lines))
        await screen.press("enter")
        await screen.until(lambda: not screen.main.busy)
        screen.main.go_to(VHTO)
        await screen.press("h")
        assert "Food Valley" in screen.text
        assert "hoofdstuk 2, Twente, 5e punt" in screen.words
        assert not SLUGS.findall(screen.text)
    shown = told(db, "history", "TWE-04")
    assert "Food Valley" in shown
    assert not SLUGS.findall(shown)


def right_of(lines: list[str]) -> str:
    return "\n".join(line[31:] for line in lines)


def test_what_two_files_differ_in_is_named(db: Path, colleague: Colleague) -> None:
    before, after = colleague(lambda _: None), colleague(change)
    for words in (("diff", before, after), ("diff", before)):
        if len(words) == 2:
            told(db, "import", after)
        shown = told(db, *words)
        assert "MBO-overleg" in shown
        assert "Food Valley" in shown
        assert "jet-net" not in shown.replace("programmes/jet-net", "")


def test_a_conflict_names_what_the_values_point_at(db: Path, colleague: Colleague) -> None:
    files = [
        colleague(lambda store, one=one: store.edit("regions/twente", {"organisation": one}))  # type: ignore[misc]
        for one in ("vhto", "regio-twente")
    ]
    told(db, "import", files[0])
    told(db, "import", files[1], code=3)
    for words in (("conflicts",), ("conflicts", "regions/twente")):
        shown = told(db, *words, code=3)
        assert "VHTO" in shown
        assert "Regio Twente" in shown
        assert "regio-twente" not in shown
