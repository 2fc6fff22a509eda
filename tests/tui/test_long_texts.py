"""A text too long for anyone: refused with a reason where it is typed, kept and quick where it
came in a file."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from textual.events import Paste

from seed.loader import load
from seed.seed_acts import acts
from storage.acts import Setting, make_act
from storage.store import Store
from storage.text import LONGEST
from tests.tui.conftest import ARRANGEMENT, WORLD
from tests.tui.driving import VHTO, driven
from tests.tui.filling import Filling
from tests.tui.test_editor import Works, temporary, works
from tui.draw import spans
from tui.draw.spans import Line, ink
from tui.forms.parts.typing import Typing
from tui.widgets.line_pane import LinePane
from tui.widgets.safe_inputs import LineInput

__all__ = ["temporary", "works"]  # fixtures of the editor
LONG = "".join(f"Regel {n} van een tekst die veel te lang is.\n" for n in range(5_000))


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small arrangement; a colleague gave VHTO a very long text, and a note on it too."""
    path = tmp_path_factory.mktemp("long") / "long.db"
    said = {
        VHTO: {"text": LONG},
        "entries/long": {"life": "live", "about": VHTO, "kind": "remark", "text": LONG},
    }
    words = [Setting(record, *one, ()) for record, of in said.items() for one in of.items()]
    words.sort(key=lambda one: (one.record, one.field))
    made = make_act(at="2027-01-01T00:00:00.000Z", by="b", device="d", seq=1, set=words)
    Store.create(path, ARRANGEMENT, [*acts(load(WORLD)), made])
    return path


@pytest.fixture
def paragraphs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many paragraphs were broken into lines."""
    count = [0]
    whole = spans.wrap_spans

    def counted(*args: object) -> object:
        count[0] += 1
        return whole(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(spans, "wrap_spans", counted)
    return count


async def test_only_the_lines_that_show_are_made(db: Path) -> None:
    made = 0

    def lines(width: int) -> Iterator[Line]:
        nonlocal made
        for made in range(1, 1001):
            yield [ink(f"regel {made}")]

    async with driven(db) as screen:
        await screen.press("question_mark")
        shown = screen.app.screen.query_one(LinePane)
        shown.show(lines)
        await screen.pilot.pause()
        assert "regel 1" in screen.text
        assert made <= shown.room + 1
        await screen.press("down", "pagedown")
        assert made <= 2 * shown.room + 2
        await screen.press("end")
        assert made == 1000
        assert "regel 1000" in screen.text
        await screen.press("pagedown", "up")
        assert "regel 999" in screen.text


async def test_each_place_where_it_shows_makes_few_lines_of_it(
    long: Path, paragraphs: list[int]
) -> None:
    async with driven(long, (100, 30)) as screen:
        screen.main.go_to(VHTO)
        for key in (
            *("down", "up", "0", "pagedown", "enter", "escape", "escape"),  # the page
            *("h", "down", "up", "escape", "H", "end", "escape", "S", "escape"),
            *("e", "tab", "shift+tab", "escape"), *("s", "x", "escape"), *("a", "x", "escape"),
            *("slash", "r", "e", "g", "e", "l", "escape"), *("c", "escape", "m", "escape"),
        ):  # fmt: skip
            paragraphs[0] = 0
            await screen.press(key)
            assert paragraphs[0] < 400, key
        await screen.press("0")
        assert "van een tekst die veel te lang is" in screen.words


async def test_what_is_pasted_or_typed_over_the_end_is_told_and_changes_nothing(db: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("a")
        typing = screen.app.screen.query_one(Typing)
        await screen.type("Kort. ")
        screen.app.post_message(Paste(LONG))
        await screen.pilot.pause()
        assert "te lang" in screen.text
        assert typing.text == "Kort. "
        typing.insert("x" * (LONGEST - len(typing.text)))
        await screen.press("y")
        assert len(typing.text) == LONGEST
        assert "y" not in typing.text
        typing.select_all()
        screen.app.post_message(Paste("iets anders"))
        await screen.press("enter")
        assert "✓ Aantekening bij" in screen.text
    with closing(Store.open(db)) as store:
        assert [one.text for one in store.page(VHTO).entries] == ["iets anders"]


async def test_one_line_to_type_in_has_the_same_end(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        field = screen.app.screen.query_one(LineInput)
        screen.app.post_message(Paste("x" * (LONGEST + 1)))
        await screen.pilot.pause()
        assert field.value == ""
        assert "te lang" in screen.text


async def test_a_long_text_of_an_editor_waits_until_it_is_shorter(
    db: Path, temporary: Path, works: Works
) -> None:
    works.so(f"f.write_text('lang' * {LONGEST})")
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("a", "x", "f4")
        assert "200.000 tekens" in screen.words
        await screen.press("y", "backspace", "enter")
        assert screen.main.form is not None
        assert "te lang" in screen.words
        works.so("f.write_text(f.read_text()[-8:] + '!')")
        await screen.press("f4")
        assert "langlang!" in screen.text
        await screen.press("backspace", "enter")
        assert screen.main.form is None
    with closing(Store.open(db)) as store:
        assert [one.text for one in store.page(VHTO).entries] == ["langlang"]


async def test_a_form_does_not_touch_a_long_text_that_arrived(long: Path, tmp_path: Path) -> None:
    db = Path(shutil.copy(long, tmp_path / "long.db"))
    async with driven(db) as screen:
        form = await Filling(screen).of(VHTO)
        await form.at("text")
        await screen.press("x", "backspace", "delete", "ctrl+x")
        assert "F4" in screen.text
        await form.put("title", "VHTO: anders")
        await form.save()
    with closing(Store.open(db)) as store:
        assert store.record(VHTO)["title"] == "VHTO: anders"
        assert store.record(VHTO)["text"] == LONG
