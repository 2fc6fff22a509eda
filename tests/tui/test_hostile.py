"""Text that could steer the terminal, or that looks like markup, is text everywhere.

The file is made from the description of the fields, and every screen, form and widget there is
must be reached: what is new cannot be forgotten.
"""

import shutil
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widget import Widget

from seed.document.beside import profile_of, read_document
from storage.records.fields import FIELDS
from storage.store import Store
from storage.text import shown, typed
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.filling import Filling, some_record
from tests.tui.for_people import not_for_people
from tests.tui.nasty import LONG, NASTY, make, odd
from tests.tui.ways import OWN_DOCUMENT, WAYS, Way, not_reached
from tui.screens.meetings.watch_screen import WatchScreen
from tui.widgets.row_list import RowList
from tui.widgets.safe_inputs import LineInput
from tui.widgets.text_input import TextInput
from tui.words.line_keys import line_keys

WIDE = (160, 45)
NARROW = (40, 12)


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with nasty text everywhere; copy it."""
    path = tmp_path_factory.mktemp("nasty") / "nasty.db"
    make(path)
    return path


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a third colleague, with whom nobody agrees."""
    path = tmp_path_factory.mktemp("third") / "third.db"
    make(path, (3,))
    with closing(Store.open(path)) as store:
        return store.snapshots.make()


@pytest.fixture
def db(nasty: Path, snapshot: bytes, tmp_path: Path, home: Path) -> Path:
    (home / "nasty.json").write_bytes(snapshot)
    blocks = (NASTY, "- Tekst met [b]opmaak[/b]", LONG)
    (home / "nasty.txt").write_text("\n\n".join(blocks), encoding="utf-8")
    return Path(shutil.copy(nasty, tmp_path / "[x] nasty.db"))


@pytest.fixture
def own(db: Path, home: Path) -> Path:
    """An arrangement of one's own, with a document of its own."""
    path = db.with_name("[x] own.db")
    Store.create(path, "rivierenland-1234")
    with closing(Store.open(path, "Anna")) as store:
        store.add("agreements", {"title": NASTY, "kind": "commitment"})
        found = read_document(store, home / "nasty.txt", profile_of(store))
        store.documents.attach(found.document, found.passages)
    return path


def harmless(screen: Driver) -> bool:
    """Nothing on the screen could steer a terminal."""
    whole = "".join(screen.lines)
    return shown(whole) == whole


async def at_rest(screen: Driver) -> None:
    """Nothing is being worked out, on the main screen or on the one that lies on it."""
    await screen.until(lambda: not (screen.main.busy or getattr(screen.app.screen, "busy", False)))


async def walked(screen: Driver, way: Way) -> AsyncIterator[str]:
    """The keys of a way from VHTO, where it is, and back to the main screen; yields each key once
    pressed."""
    if way in WAYS:
        screen.main.go_to(VHTO)
        await screen.pilot.pause()
    for key in way.keys:
        await screen.press(key)
        await at_rest(screen)
        yield key
    for _ in range(6):
        if len(screen.app.screen_stack) == 1 and screen.main.form is None:
            return
        await screen.press("escape")
        await at_rest(screen)
        yield "escape"
    raise AssertionError(f"Esc does not lead back from: {way.name}\n{screen.text}")


async def stuff(screen: Driver) -> None:
    """Put nasty text in every field that shows: it is cleaned there."""
    for field in [*screen.app.screen.query(LineInput), *screen.app.screen.query(TextInput)]:
        if not field.display:
            continue
        if isinstance(field, TextInput):
            field.insert(NASTY + LONG)
            assert typed(field.text) == field.text
        else:
            field.insert_text_at_cursor(NASTY + LONG)
            assert typed(field.value) == field.value
        await screen.pilot.pause()
        assert harmless(screen)


@pytest.mark.parametrize("way", {way.keys: way for way in WAYS}.values(), ids=lambda way: way.name)
async def test_every_way_shows_it_as_text(db: Path, way: Way) -> None:
    """Also on a narrow screen, where it is put in every field: that is cleaned, and what is made
    of it, saved or refused, shows as text."""
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        for key in way.keys:
            await screen.press(key)
            await at_rest(screen)
            assert harmless(screen), key
        await screen.pilot.resize_terminal(*NARROW)
        assert harmless(screen)
        await stuff(screen)
        await screen.press("enter")
        await at_rest(screen)
        assert harmless(screen)


@pytest.mark.parametrize("way", OWN_DOCUMENT, ids=lambda way: way.name)
async def test_a_document_of_ones_own_shows_as_text(own: Path, way: Way) -> None:
    async with driven(own) as screen:
        async for key in walked(screen, way):
            assert harmless(screen), key


async def test_a_way_leads_to_every_screen_form_and_widget(
    db: Path, own: Path, tmp_path: Path, home: Path
) -> None:
    """One way after another, on a screen where all panes show; there too it is text."""
    (home / "config" / "arrangement" / "screen").rmdir()  # opened for the first time
    seen: set[type[Widget]] = set()
    read: set[tuple[str, str]] = set()

    def look(screen: Driver) -> None:
        for one in screen.app.screen_stack:
            seen.update(map(type, one.walk_children(with_self=True)))

    damaged = tmp_path / f"{NASTY.replace('/', '')[:60]}.db"
    damaged.write_text(NASTY)
    synchronised = tmp_path / "OneDrive" / "[x] nasty.db"
    synchronised.parent.mkdir()
    shutil.copy(db, synchronised)
    ways = {db: WAYS, own: OWN_DOCUMENT}
    for path in (db, own, damaged, synchronised):
        async with driven(path, WIDE) as screen:
            await screen.pilot.pause()
            assert harmless(screen)
            look(screen)
            for way in ways.get(path, ()):
                async for key in walked(screen, way):
                    assert harmless(screen), (way.name, key)
                    read |= {(way.name, one) for one in not_for_people(screen.text)}
                    look(screen)
    async with driven(db, WIDE, follow="meetings/nasty") as screen:
        await screen.until(lambda: isinstance(screen.app.screen, WatchScreen))
        assert harmless(screen)
        read |= {("a meeting followed", one) for one in not_for_people(screen.text)}
        look(screen)
    assert not read, "an id, a place or a name of the code is to be read"
    missing = not_reached(seen)
    assert not missing, (
        f"no way leads to {', '.join(missing)}: add the keys that lead there to WAYS in"
        " tests/tui/ways.py, so that nasty text is tried on it too"
    )


async def test_markup_shows_letter_by_letter(db: Path) -> None:
    async with driven(db, WIDE) as screen:
        assert "[/] [x] [b]vet[/b] �[31mrood" in screen.text


async def test_toasts_and_refusals_show_it(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("d")
        assert "verwijderd" in screen.text
        assert harmless(screen)
        await screen.press("u")
        assert harmless(screen)
        screen.main.toast(NASTY + LONG, "red", NASTY)
        await screen.pilot.pause()
        assert "[/] [x]" in screen.text
        assert harmless(screen)


async def test_a_conflict_of_nasty_values_can_be_settled(db: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("c")
        assert harmless(screen)
        await screen.press("n", "1")
        assert harmless(screen)


async def test_what_is_pasted_outside_a_field_does_nothing(db: Path) -> None:
    async with driven(db) as screen:
        await screen.until(lambda: screen.main.problems.wrong is not None)
        before = screen.text
        screen.app.post_message(Paste("dq\x1b[2J"))
        await screen.pilot.pause()
        assert screen.text == before


async def test_a_long_search_is_quick_and_harmless(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        screen.app.screen.query_one(LineInput).value = "VHTO [/] \" ' * ( NEAR"
        await screen.pilot.pause()
        assert screen.app.screen.query(RowList)
        assert harmless(screen)


def test_shown_keeps_lines_and_ordinary_letters() -> None:
    assert shown("a\nb\tc é 日本 ’") == "a\nb c é 日本 ’"
    assert shown("\x1b\x00\u202e\ud800\x9b") == "�" * 5


def test_typed_is_composed_and_clean() -> None:
    assert typed("e\u0301\x1b\u202e\r\nx") == "é\nx"


@pytest.mark.parametrize("type_", [type_ for type_ in FIELDS if line_keys(type_)])
async def test_every_line_of_every_form_takes_it_as_text(db: Path, type_: str) -> None:
    store = Store.open(db)
    record = some_record(store, type_)
    store.close()
    async with driven(db, (80, 40)) as screen:
        form = await Filling(screen).of(record)
        assert harmless(screen)
        for key in form.keys:
            await form.put(key, NASTY + LONG[:500])
            assert typed(form.form.answer.text) == form.form.answer.text
            assert harmless(screen), key
        await screen.press("enter")
        assert harmless(screen)
        for key in form.keys if form.open else ():  # where all is text it is saved
            await form.at(key)
            assert harmless(screen), key


async def test_values_of_another_kind_show_in_every_list_page_and_form(tmp_path: Path) -> None:
    records = odd(tmp_path / "odd.db")
    async with driven(tmp_path / "odd.db", WIDE) as screen:
        for keys in (("t", "t", "r", "down", "down", "enter"), ("P", "G"), ("H", "enter"), ("m",),
                     ("W",), ("o",), ("slash", "o", "d"), ("c",), ("x",), ("w",)):  # fmt: skip
            await screen.pilot.press(*keys)
            await screen.until(lambda: not screen.main.busy)
            await screen.pilot.press("escape", "escape")
        for record in records:
            type_, _, tail = record.partition("/")
            if line_keys(type_) and tail == "odd":
                screen.main.go_to(record)
                await screen.pilot.press("0", "e", "escape", "escape")


async def test_what_can_be_chosen_shows_it_as_text(db: Path) -> None:
    async with driven(db, (100, 40)) as screen:
        form = await Filling(screen).of(VHTO)
        for key in form.keys:
            await form.at(key)
            await screen.press("space")
            assert harmless(screen), key
        await form.put("parties/contact", "vhto")
        assert "[/] [x] [b]vet[/b]" in screen.text
        await screen.press("enter", "down")
        assert harmless(screen)
