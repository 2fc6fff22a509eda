"""Whole screens as text, in ``snapshots/``; UPDATE_SNAPSHOTS=1 writes them anew."""

import os
import re
from collections.abc import Callable
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

import pytest

from storage import clock
from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.filling import Filling
from tui.user import places, settings
from tui.user.draft_file import DraftFile
from tui.user.drafts import Drafts
from tui.user.settings import Settings
from tui.widgets.safe_inputs import LineInput

TWENTE = "regions/twente"
Work = Callable[[Callable[[Store], object]], Path]
NOTE = "Aantekening bij VHTO: schakel met de regio"
NOON = 1416830400  # of 24 November 2014, so that it is the same day everywhere
FOLDER = Path(__file__).with_name("snapshots")
SIZES = ((80, 24), (120, 40))
UPDATE = bool(os.environ.get("UPDATE_SNAPSHOTS"))
Mask = Callable[[str], str]
SCREENS: dict[str, tuple[str, ...]] = {
    "main": (),
    "twente": ("1", "end", "enter", "down", "down"),
    "empty-region": ("1", "down", "down", "enter"),
    "page": ("1", "end", "enter", "down", "down", "0", "enter"),
    "status": ("s", "down", "down"),
    "edit": ("e",),
    "edit-text": ("e", "down", "shift+enter", "n", "o", "g"),
    "edit-set": ("e", *["down"] * 10, "left"),
    "edit-list": ("e", "down", "down", "space", "down"),
    "edit-wrong": ("e", *["down"] * 13, "3", "1", "minus", "2", "enter"),
    "edit-draft": ("e", "x", "escape", "e"),
    "fields": ("0", "E", "down"),
    "field-term": ("0", "E", "i", "i", "n", "space", *"2015"),
    "field-make": ("0", "E", "v", *"Bouwmensen"),
    "new": ("1", "end", "enter", "n"),
    "signal": ("z", "up"),
    "note": ("a",),
    "marked": ("space", "space", "down", "space"),
    "preview": ("M", "s", "down", "n", "u", "enter"),
    "places": ("M", "e"),
    "search": ("slash", "t", "e", "c", "h", "n"),
    "help": ("h", "question_mark"),
    "jump": ("f",),
    "order": ("r", "down"),
    "ours": ("w",),
    "region": ("1", "end"),
    "grouped": ("r", "t", "r", "e", "k", "enter"),
    "matrix": ("m", "right", "down"),
    "parties": ("W", "down"),
    "standing": ("D", "down"),
    "exchange-empty": ("X",),
    "palette": ("f2", *"verander"),
    "settings": ("comma", "down"),
    "settings-key": ("comma", *["down"] * 6, "enter", "e"),
}


def steady(text: str) -> str:
    """What is kept of a picture: not today's date, nor the time, nor how large a file is."""
    found = re.sub(r"arrangement-\d{4}-\d\d-\d\d", "arrangement-JJJJ-MM-DD", text)
    found = re.sub(r"(Gemaakt +).*", r"\1…", found)
    found = re.sub(r" +(\w+(?: \d| \[i\])?), \d{1,2} [a-z]{3}$", r" \1, ·· ···", found, flags=re.M)
    found = re.sub(r"\d\d\.\d\d uur|▌  \d\d\.\d\d", lambda time: "·" * len(time[0]), found)
    found = re.sub(r"\d+ (dag|week|wek|maand|jaar)(en)?(?= geleden)", "·· …", found)
    found = re.sub(r" *\d+ (?=kB|bytes)", lambda size: f"{'· ':>{len(size[0])}}", found)
    return f"{found}\n"


def uncounted(text: str) -> str:
    """The list of commands, without how many there are."""
    return re.sub(r"\d+ (van|of) \d+", lambda count: "·" * len(count[0]), text)


def first_keys(text: str) -> str:
    """The settings, with the first seven commands alone."""
    return re.sub(r"(\n   (?:Toetsen|Keys): .*\n(?:.*\n){7})(?:.*\S.*\n)*", r"\1", text)


MASKS: dict[str, Mask] = {
    "palette": uncounted, "settings": first_keys, "settings-key": first_keys,
}  # fmt: skip
"""A command more changes no picture but its own."""


def compare(name: str, text: str) -> None:
    """Compare with what was kept."""
    path = FOLDER / f"{name}.txt"
    if UPDATE:
        path.write_text(steady(text), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == steady(text)


async def looks(screen: Driver, name: str, mask: Mask = str) -> None:
    """Wait until the screen looks as it was kept: what a thread works on may come late. ``mask``
    leaves out what differs each time."""
    path = FOLDER / f"{name}.txt"
    kept = path.read_text(encoding="utf-8") if path.exists() and not UPDATE else ""
    with suppress(AssertionError):  # compare says what differs
        await screen.until(lambda: not kept or kept == steady(mask(screen.text)), patience=30)
    compare(name, mask(screen.text))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["main", "twente", "status", "search", "help", "palette", "edit"])
async def test_screen_in_english(db: Path, name: str, size: tuple[int, int]) -> None:
    async with driven(db, size, lang="en") as screen:
        await screen.press(*SCREENS[name])
        await looks(screen, f"{name}-english-{size[0]}x{size[1]}", MASKS.get(name, str))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
async def test_screen(db: Path, name: str, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        await screen.until(
            lambda: screen.main.problems.wrong is not None
        )  # counted beside the screen
        await screen.press(*SCREENS[name])
        await looks(screen, f"{name}-{size[0]}x{size[1]}", MASKS.get(name, str))


@pytest.mark.parametrize("size", SIZES)
async def test_drafts_are_offered(db: Path, size: tuple[int, int]) -> None:
    drafts = Drafts()
    drafts.keep(VHTO, {"title": "VHTO: schakel met de scholen"}, name="Wijzig VHTO: schakel")
    drafts.keep(f"note {VHTO}", {"text": "Gebeld met VHTO, over"}, open=True, name=NOTE)
    file = DraftFile(db)
    file.save(drafts.all())
    file.close()
    async with driven(db, size) as screen:
        await screen.until(lambda: "niet bewaard" in screen.lines[0 if size[1] < 30 else 1])
        await looks(screen, f"drafts-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_is_asked(db: Path, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        await screen.press("s", "down", "enter")
        await looks(screen, f"who-asked-{size[0]}x{size[1]}")
        await screen.press("N")
        await looks(screen, f"who-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES)
async def test_changed_meanwhile(db: Path, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        form = await Filling(screen).of(VHTO)
        await form.put("title", "Mijn titel")
        with closing(Store.open(db, by="Bob")) as other:
            other.edit(VHTO, {"title": "Die van Bob", "kind": "ambition"})
        await screen.until(lambda: "Bob" in screen.text)
        await looks(screen, f"edit-meanwhile-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", [(160, 45), (50, 20)])
async def test_wide_and_narrow(db: Path, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        await looks(screen, f"main-{size[0]}x{size[1]}")


@pytest.fixture
def files(home: Path, colleague: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a colleague in Downloads, on the desktop and on a stick, newest first: as it was
    exported, edited by hand, and cut short."""
    monkeypatch.setattr(places, "mounts", lambda: [("stick", home / "media")])
    data = colleague(_changes).read_bytes()
    lines = data.split(b"\n")
    edited = data.replace(b'"goal":null', b'"goal":"doel"', 1)
    files = {
        "Downloads/arrangement-2014-11-24.json": data,
        "Downloads/arrangement-2014-11-24 (1).json": edited,
        "media/KINGSTON/overleg/van Marieke, na het liaisonoverleg.json": b"\n".join(lines[:-5]),
        "Desktop/arrangement-2014-06-12.json": data,
    }
    for n, (name, content) in enumerate(files.items()):
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        when = NOON - n * 24 * 3600
        os.utime(file, (when, when))


def _changes(store: Store) -> None:
    store.status(VHTO, "in_progress")
    store.edit(VHTO, {"title": "VHTO: schakel met scholen in de regio"})
    store.note(VHTO, "Eerste gesprek gehad.")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("size", SIZES)
async def test_import(db: Path, size: tuple[int, int]) -> None:
    async def press(*keys: str) -> None:
        await screen.press(*keys)
        await screen.until(lambda: not screen.main.busy)

    async def same(name: str) -> None:
        await looks(screen, f"import-{name}-{size[0]}x{size[1]}")

    async with driven(db, size) as screen:
        await press("i")
        await screen.until(lambda: "06-12" in screen.text and "Marieke" in screen.text)
        await screen.until(lambda: "(1)" in screen.text)
        await same("list")
        await press(*"stick")
        await same("filtered")
        await press("ctrl+u", "enter")
        await same("preview")
        await press("escape", "down", "enter")
        await same("edits")
        await press("tab")
        await same("edits-left")
        await press("escape", "down", "enter")
        await same("spoilt")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("size", SIZES)
async def test_export(db: Path, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        await screen.press("x")
        await screen.until(
            lambda: all(name in screen.text for name in ("Downloads", "KINGSTON", "Bureaublad"))
        )
        await screen.until(lambda: "Blijft hier" in screen.text)
        await looks(screen, f"export-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES)
async def test_difference(
    db: Path, colleague: Callable[[Callable[[Store], object]], Path], size: tuple[int, int]
) -> None:
    file = colleague(_changes)
    with closing(Store.open(db, "Jan de Vries")) as store:
        store.edit(VHTO, {"title": "VHTO: schakel met Twente"})
    async with driven(db, size) as screen:
        await screen.press("p")
        screen.app.screen.query_one("#path", LineInput).value = str(file)
        await screen.press("enter")
        await screen.until(lambda: "Alleen in" in screen.text)
        await looks(screen, f"difference-{size[0]}x{size[1]}")


@pytest.mark.parametrize("size", SIZES)
async def test_conflict(
    db: Path,
    colleague: Work,
    size: tuple[int, int],
) -> None:
    texts = (
        "Platform en regio praten vóór de zomer over vrouwen. Het Platform nodigt uit.",
        "Platform en regio praten in oktober over vrouwen, samen met VHTO. De regio nodigt uit.",
    )
    files = [colleague(lambda store, t=text: store.edit(VHTO, {"text": t})) for text in texts]  # type: ignore[misc]
    store = Store.open(db)
    for file in files:
        store.snapshots.import_(file)
    store.close()
    async with driven(db, size) as screen:
        screen.main.go_to(VHTO)
        await screen.press("c")
        parts = re.sub(r"laptop \w+ *|(ma|di|wo|do|vr|za|zo) \d+ \w+ \d{4}, *", "", screen.text)
        both = parts.replace("Collega 2", "Collega 1")
        assert both.partition("Hoe het zo kwam")[0].count("Collega 1") == 2
        assert "Twee waarden voor tekst." in both


@pytest.fixture
def changed(
    db: Path, colleague: Work, monkeypatch: pytest.MonkeyPatch, on: Callable[[str], None]
) -> Path:
    """A file in which two people changed things, on three days, one of them elsewhere."""

    minutes = count()
    on("2026-11-30")  # another year than that of what they did

    def at_ten(day: int, job: Callable[[Store], object]) -> Callable[[Store], object]:
        def then(store: Store) -> None:
            with monkeypatch.context() as at:
                at.setattr(clock, "now", lambda: f"2027-10-{day:02}T10:{next(minutes):02}:00.000Z")
                job(store)

        return then

    file = colleague(at_ten(7, lambda store: store.edit(TWENTE, {"profile": "Veel techniek."})))
    with closing(Store.open(db, "Jan de Vries")) as store:
        at_ten(7, _changes)(store)
        at_ten(8, lambda store: store.snapshots.import_(file))(store)
        at_ten(9, lambda store: store.edit(VHTO, {"title": "VHTO: schakel met Twente"}))(store)
        at_ten(9, lambda store: store.edit(TWENTE, {"profile": "Veel techniek en bouw."}))(store)
    return db


PAST: dict[str, tuple[str, ...]] = {
    "history-region": ("1", "end", "h", "down"),
    "history-whole": ("H", "down", "space", "down", "down", "space"),
    "history-redline": ("3", "j", "j", "j", "j", "h", "space", "G"),
    "taking-back": ("H", "space", "down", "down", "space", "u"),
    "undo-list": ("U", "down", "down", "down"),
    "since": ("S",),
    "changes": ("S", *"9 oktober 2027", "enter"),
    "time-slider": ("3", "j", "j", "j", "j", "T", "end", "left"),
    "time-typed": ("T", "end", "left", *"8 okt"),
}


def without_moments(text: str) -> str:
    found = re.sub(r"laptop [0-9a-f]{8}", "laptop ········", text)
    found = re.sub(r"\d\d\.\d\d", "··.··", found)
    return re.sub(r"\d+ [a-z]+ 20(26|28|29)", lambda day: "·" * len(day[0]), found)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAST)
async def test_what_happened(
    changed: Path, name: str, size: tuple[int, int], on: Callable[[str], None]
) -> None:
    if name.startswith("time"):
        on("2027-10-08")
    async with driven(changed, size) as screen:
        for key in PAST[name]:
            await screen.press({" ": "space"}.get(key, key))
            await screen.until(lambda: not screen.main.browser.travel.moving)
        await screen.until(lambda: "Even zoeken" not in screen.text)
        await looks(screen, f"{name}-{size[0]}x{size[1]}", without_moments)


@pytest.mark.parametrize("size", SIZES)
async def test_in_ascii_without_letters_and_in_english(db: Path, size: tuple[int, int]) -> None:
    settings.save(Settings(language="en", theme="contrast", signs="ascii", letters=False))
    async with driven(db, size, lang=None) as screen:
        await looks(screen, f"main-ascii-en-{size[0]}x{size[1]}")
        await screen.press("f2", *"regions", "enter")
        await screen.until(lambda: len(screen.app.screen_stack) == 2)
        await looks(screen, f"matrix-ascii-en-{size[0]}x{size[1]}")
        await screen.press("f1")
        await looks(screen, f"help-ascii-en-{size[0]}x{size[1]}")
