"""One field of a record, by one key or two."""

from pathlib import Path
from string import ascii_lowercase

import pytest

from storage.records.fields import FIELDS
from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.filling import Filling
from tests.tui.test_filling import record
from tui.forms.edit.fields_form import FieldList
from tui.forms.edit.status_form import StatusForm
from tui.forms.model.form_fields import field_letters, fields_of
from tui.locale import use
from tui.words.line_keys import line_keys


async def on_page(screen: Driver) -> Filling:
    screen.main.go_to(VHTO)
    await screen.press("0")
    return Filling(screen)


async def test_two_keys_to_any_field(db: Path) -> None:
    async with driven(db) as screen:
        form = await on_page(screen)
        await screen.press("E")
        assert "Welk veld van VHTO" in screen.text
        assert "▌t Titel       VHTO: schakel met de regio" in screen.text
        await screen.press("t")
        assert form.keys == ["title", "why"]
        await form.put("title", "VHTO: de regio")
        await form.save()
        assert "TWE-04 gewijzigd   u draait terug" in screen.text
    assert record(db)["title"] == "VHTO: de regio"


async def test_one_key_from_a_line_that_is_highlighted(db: Path) -> None:
    async with driven(db) as screen:
        form = await on_page(screen)
        await screen.press("down", "E")
        assert form.keys == ["parties/lead", "why"]
        await screen.press("escape")
        assert screen.main.form is None
        await screen.press("down", "E")
        assert form.keys[0].startswith("parties/")


async def test_every_field_has_one_letter_and_it_goes_there(db: Path) -> None:
    async with driven(db) as screen:
        form = await on_page(screen)
        fields = fields_of(screen.main.store, "agreements", record(db))
        assert len({field.letter for field in fields}) == len(fields)
        for field in fields:
            await screen.press("E", field.letter)
            if field.key in ("status", "signal"):
                assert not isinstance(screen.main.form, FieldList)
            else:
                assert form.keys[0].partition(".")[0] == field.key
            await screen.press("escape")
            assert screen.main.form is None


async def test_a_status_goes_by_its_own_form(db: Path) -> None:
    async with driven(db) as screen:
        await on_page(screen)
        letter = next(
            one.letter
            for one in fields_of(screen.main.store, "agreements", record(db))
            if one.key == "status"
        )
        await screen.press("E", letter)
        assert isinstance(screen.main.form, StatusForm)


async def test_the_whole_term_is_one_field(db: Path) -> None:
    async with driven(db) as screen:
        form = await on_page(screen)
        await screen.press("E")
        (letter,) = (
            one.letter
            for one in fields_of(screen.main.store, "agreements", record(db))
            if one.key == "term"
        )
        await screen.press(letter)
        assert form.keys[0] == "term.phrase"
        assert "term.to" in form.keys
        await form.put("term.phrase", "in 2015")
        await form.save()
    assert record(db)["term"]["to"] == "2015-12-31"  # type: ignore[index]


async def test_arrows_and_escape(db: Path) -> None:
    async with driven(db) as screen:
        form = await on_page(screen)
        await screen.press("E", "down", "enter")
        assert form.keys == ["text", "why"]
        await screen.press("escape", "E", "escape")
        assert screen.main.form is None
        await screen.press("E", "1")  # a key that is no letter of a field does nothing
        assert isinstance(screen.main.form, FieldList)


async def test_a_draft_of_one_field_is_not_that_of_the_whole(db: Path) -> None:
    async with driven(db) as screen:
        form = await on_page(screen)
        await screen.press("E", "t", "end", "x", "escape", "e")
        assert form.form.answer.text == "VHTO: schakel met de regio"
        await screen.press("escape", "E", "t")
        assert form.form.answer.text == "VHTO: schakel met de regiox"


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("type_", [type_ for type_ in FIELDS if line_keys(type_)])
def test_letters_do_for_every_type(db: Path, type_: str, lang: str) -> None:
    use(lang)
    store = Store.open(db)
    try:
        fields = fields_of(store, type_, {"id": f"{type_}/x"})
        assert {field.key for field in fields} == field_letters(type_).keys()
    finally:
        store.close()
        use("nl")
    assert all(field.letter in ascii_lowercase for field in fields)
    assert len({field.letter for field in fields}) == len(fields)
