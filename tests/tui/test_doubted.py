"""What is not to be taken at its word says so where it stands: on the screen, and on the command
line, which says the same."""

import re
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from storage.acts import Setting, make_act
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from tests.tui.driving import VHTO, driven
from tui.cli.group import cli

Colleague = Callable[[Callable[[Store], object]], Path]


def altered(colleague: Colleague) -> Path:
    """A file of a colleague in which someone changed what was said."""
    file = colleague(lambda store: store.edit(VHTO, {"goal": "meer meisjes"}))
    file.write_bytes(file.read_bytes().replace(b"meer meisjes", b"geen meisjes"))
    return file


def told(db: Path, *words: object, code: int = 0) -> str:
    result = CliRunner().invoke(cli, ["--db", str(db), *map(str, words)])
    assert result.exit_code == code, result.output
    return re.sub(r"\s+", " ", result.output)


def write_ahead(db: Path) -> None:
    """Something of a laptop on which it is 2031."""
    store = Store.open(db, "Jan")
    said = [Setting(VHTO, "goal", "van straks", ())]
    act = make_act(at="2031-05-03T10:00:00.000Z", by="b" * 16, device="d" * 16, seq=1, set=said)
    with transaction(store.connection):
        take_in(store.connection, [act], (), "2026-03-01T12:00:00.000Z")
    store.close()


async def test_an_altered_act_is_not_verified_in_preview_and_history(
    db: Path, colleague: Colleague
) -> None:
    file = altered(colleague)
    async with driven(db, (120, 40)) as screen:
        await screen.press("i")
        await screen.type(str(file))
        await screen.press("enter")
        await screen.until(lambda: "Enter laat eerst zien" in screen.words)
        await screen.press("enter")
        await screen.until(lambda: "er is iets in veranderd" in screen.words)
        assert "gecontroleerd" in screen.words
        await screen.press("enter")
        await screen.until(lambda: not screen.main.busy and screen.main.form is None)
        screen.main.go_to(VHTO)
        await screen.press("h")
        assert f"Niet gecontroleerd: gered uit {file.name}" in screen.words
        assert "△" in screen.line_with("doel").partition("doel")[0]
    assert f"niet gecontroleerd ({file.name})" in told(db, "history", "TWE-04")


def test_the_command_line_tells_what_is_wrong_with_a_file(db: Path, colleague: Colleague) -> None:
    file = altered(colleague)
    whole = file.read_bytes()
    said = told(db, "import", file, "--skip-bad", code=3)
    assert "er is iets in veranderd" in said
    assert "regel apart gezet" not in said
    assert "bytes" not in told(db, "quarantine", "list")
    file.write_bytes(whole[:-40])
    assert "maar half overgekomen" in told(db, "import", file, code=1)
    lines = whole.split(b"\n")
    at = next(n for n, line in enumerate(lines) if b"geen meisjes" in line and b'"set":' in line)
    lines[at] = lines[at].replace(b'"v":1', b'"v":0')
    file.write_bytes(b"\n".join(lines))
    assert f'regel {at + 1}: in een wijziging ontbreekt iets: {{"at":' in told(
        db, "import", file, "--skip-bad", code=3
    )


async def test_a_wrong_clock_is_told_where_the_act_stands(db: Path) -> None:
    write_ahead(db)
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("h")
        assert "De klok liep voor: volgens de wijziging zelf was het" in screen.words
        assert "3 mei 2031" in screen.words
        assert not any(line.strip().startswith("za 3 mei") for line in screen.lines)  # as a day
        assert "△" in screen.line_with("doel").partition("doel")[0]
    assert "klok daar: 2031-05-03" in told(db, "history", "TWE-04")


async def test_a_conflict_marks_what_is_not_verified(db: Path, colleague: Colleague) -> None:
    file = altered(colleague)
    store = Store.open(db, "Jan")
    store.edit(VHTO, {"goal": "van Jan"})
    store.snapshots.import_(file, skip_bad=True)
    store.close()
    assert f"niet gecontroleerd ({file.name})" in told(db, "conflicts", code=3)
    async with driven(db, (120, 40)) as screen:
        await screen.press("c")
        assert "Niet gecontroleerd: gered uit" in screen.text
