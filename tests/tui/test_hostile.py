"""Text that could steer the terminal, or that looks like markup, is text everywhere."""

import shutil
from pathlib import Path

import pytest

from seed.acts import acts
from seed.loader import Seeded, load
from storage.acts import Setting, make_act
from storage.store import Store
from storage.text import shown, typed
from tests.tui.conftest import ARRANGEMENT, WORLD
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.filling import Filling, some_record
from tui.forms.order import ORDER
from tui.widgets.fields import Area, Field
from tui.widgets.rows import Rows

NASTY = "[/] [x] [b]vet[/b] \x1b[31mrood\x1b]0;titel\x07 \u202eomgekeerd\u2066 \x9b2J {x} %s"
LONG = "woord" * 20_000
TEXTS = ["title", "text", "goal", "condition", "reading"]


def nasty_world() -> list[Seeded]:
    """The small arrangement with nasty text in every place that shows any."""
    records = []
    for record in load(WORLD):
        values = dict(record.values)
        for field in ("name", "title", "text"):
            if field in values:
                values[field] = f"{NASTY} {values[field]}"
        if record.id == VHTO:
            values |= dict.fromkeys(TEXTS, f"{NASTY}\n{LONG}")
            values["title"] = f"VHTO {NASTY} {LONG}"
            values["term"] = {
                "phrase": NASTY, "from": None, "to": None, "precision": "none",
                "nature": "once", "every": None, "trigger": None,
            }  # fmt: skip
            values["code"] = "OOST-2-[/]\x1b[1m-04"
            values["signal"] = {"colour": "red", "reason": NASTY}
        records.append(Seeded(record.id, values))
    return records


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in which two nasty colleagues disagree."""
    path = tmp_path_factory.mktemp("nasty") / "nasty.db"
    seeded = acts(nasty_world())
    more = [
        make_act(
            at=f"2020-01-0{n}T00:00:00.000Z", by=f"{n}" * 16, device=f"[/]{n}\x1b", seq=1,
            set=[Setting(f"authors/{n}{'0' * 15}", "name", NASTY, ()),
                 Setting(VHTO, "title", f"{NASTY} {n} VHTO", ()),
                 Setting(VHTO, "status", "met" if n == 1 else NASTY, ()),
                 Setting(f"entries/{n}", "life", "live", ()),
                 Setting(f"entries/{n}", "about", VHTO, ()),
                 Setting(f"entries/{n}", "kind", NASTY if n == 1 else "action", ()),
                 Setting(f"entries/{n}", "date", NASTY, ()),
                 Setting(f"entries/{n}", "text", f"{NASTY} {LONG}", ())],
            why=NASTY,
        )
        for n in (1, 2)
    ]  # fmt: skip
    Store.create(path, ARRANGEMENT, [*seeded, *more])
    return path


@pytest.fixture
def db(nasty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(nasty, tmp_path / "[x] nasty.db"))


def harmless(screen: Driver) -> bool:
    """Nothing on the screen could steer a terminal."""
    whole = "".join(screen.lines)
    return shown(whole) == whole


@pytest.mark.parametrize("size", [(80, 24), (160, 45), (50, 20)])
async def test_every_screen_shows_it_as_text(db: Path, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        assert harmless(screen)
        await screen.press("1", "end", "enter", "2", "g", "enter", "backspace")
        screen.main.go_to(VHTO)
        await screen.press("0", "enter", "G", "g", "escape", "escape")
        assert harmless(screen)
        for key in ("h", "c", "question_mark", "f2", "slash", "s", "z", "e", "n", "a", "x", "i"):
            await screen.press(key)
            assert harmless(screen), key
            await screen.press("down", "up", "escape", "escape" if key == "c" else "down")
            assert len(screen.app.screen_stack) == 1, key
            assert screen.main.form is None, key


async def test_markup_shows_letter_by_letter(db: Path) -> None:
    async with driven(db, (160, 45)) as screen:
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


@pytest.mark.parametrize("where", ["slash", "f2", "s", "z", "a", "e", "n", "x", "i"])
async def test_what_is_pasted_into_a_field_is_cleaned(db: Path, where: str) -> None:
    async with driven(db) as screen:
        await screen.press(where)
        found = [*screen.app.screen.query(Field), *screen.app.screen.query(Area)]
        for field in found:
            if isinstance(field, Area):
                field.insert(NASTY + LONG)
                assert typed(field.text) == field.text
            else:
                field.insert_text_at_cursor(NASTY + LONG)
                assert typed(field.value) == field.value
            await screen.pilot.pause()
            assert harmless(screen)
        await screen.press("enter")
        await screen.until(lambda: not screen.main.busy)
        assert harmless(screen)


@pytest.mark.parametrize("type_", ORDER)
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
        for key in form.keys:
            await form.at(key)
            assert harmless(screen), key


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


async def test_pasting_outside_a_field_does_nothing(db: Path) -> None:
    from textual.events import Paste

    async with driven(db) as screen:
        before = screen.text
        screen.app.post_message(Paste("dq\x1b[2J"))
        await screen.pilot.pause()
        assert screen.text == before


async def test_a_long_search_is_quick_and_harmless(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        screen.app.screen.query_one(Field).value = "VHTO [/] \" ' * ( NEAR"
        await screen.pilot.pause()
        assert screen.app.screen.query(Rows)
        assert harmless(screen)


def test_shown_keeps_lines_and_ordinary_letters() -> None:
    assert shown("a\nb\tc é 日本 ’") == "a\nb c é 日本 ’"
    assert shown("\x1b\x00\u202e\ud800\x9b") == "�" * 5


def test_typed_is_composed_and_clean() -> None:
    assert typed("e\u0301\x1b\u202e\r\nx") == "é\nx"
