"""How a form looks: fields on a ground, in groups, with what there is to know in the gutter."""

from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.filling import Filling
from tui.draw.theme import DARK, colours

TALL, WIDE = (100, 50), (120, 40)


async def opened(screen: Driver) -> Filling:
    screen.main.go_to(VHTO)
    return await Filling(screen).of(VHTO)


def grounds(screen: Driver, row: int) -> dict[str, str]:
    """The texts of a row of the screen by the ground on which they stand."""
    roles = {colour: role for role, colour in colours(DARK).items()}
    found: dict[str, str] = {}
    for piece in screen.strips[row]:
        back = piece.style.bgcolor.triplet if piece.style and piece.style.bgcolor else None
        role = roles.get(back.hex, "") if back else ""
        found[role] = found.get(role, "") + piece.text
    return found


def row_with(screen: Driver, words: str) -> int:
    return next(n for n, line in enumerate(screen.lines) if words in line)


async def test_fields_lie_in_groups_on_a_ground_and_empty_ones_are_named(db: Path) -> None:
    async with driven(db, TALL) as screen:
        form = await opened(screen)
        heads = [row_with(screen, f"   {word}") for word in ("Wat ", "Wie ", "Wanneer ", "Waar ")]
        assert heads == sorted(heads)
        assert grounds(screen, row_with(screen, "Soort"))["field"].strip(" ▾") == "vaste afspraak"
        chips = grounds(screen, row_with(screen, "Trekker"))
        assert chips["chip"].strip() == "Platform Bèta Techniek ✕"
        assert "doel, voorwaarde" in screen.line_with("nog leeg")
        assert not any("Doel" in line for line in screen.lines)
        left_out = form.form.laid_out.left_out
        assert f"lege velden ({left_out})" in screen.text
        await screen.press("f8")
        assert form.form.laid_out.left_out == 0
        assert "Doel" in screen.text
        assert "nog leeg" not in screen.text


async def test_what_is_filled_in_stays_when_empty_ones_go(db: Path) -> None:
    async with driven(db) as screen:
        form = await opened(screen)
        assert "nog leeg" not in screen.text  # 24 rows: only the footer tells
        await form.put("goal", "meer meisjes")
        await form.at("title")
        await screen.press("f8")
        assert "Doel        meer meisjes" in screen.text
        assert "Voorwaarde" not in screen.text


async def test_the_gutter_and_the_heading_say_what_is_at_stake(db: Path) -> None:
    async with driven(db, TALL) as screen:
        form = await opened(screen)
        await form.put("status", "deels")
        await screen.press("tab")
        assert " • Status" in screen.line_with("Status")
        assert "was ○ openstaand" in screen.line_with("Status")
        assert " * Reden" in screen.line_with("Reden ")
        assert "1 gewijzigd   * 1 verplicht   TWE-04" in screen.lines[row_with(screen, "Wijzig ")]
        await form.put("why", "nog niet af")
        assert "verplicht" not in screen.lines[row_with(screen, "Wijzig ")]


async def test_nothing_moves_when_a_line_is_asked(db: Path) -> None:
    async with driven(db, TALL) as screen:
        form = await opened(screen)
        for key in ("kind", "parties/lead", "title"):
            await form.at(key)
            before = [line.replace("▌", " ") for line in screen.lines[3:-1]]
            await screen.press("tab", "shift+tab", "shift+tab", "tab")
            assert [line.replace("▌", " ") for line in screen.lines[3:-1]] == before


@pytest.mark.parametrize(("size", "beside"), [((80, 24), False), (WIDE, True)])
@pytest.mark.parametrize("keys", ["e", "a", "s", "E"])
async def test_a_form_has_its_place_whatever_the_panes_are(
    db: Path, size: tuple[int, int], beside: bool, keys: str
) -> None:
    async with driven(db, size) as screen:
        screen.main.go_to(VHTO)
        screen.main.panes.state.share = 90  # the page is as low as it can be
        screen.main.panes.fit()
        await screen.press(keys)
        form = screen.main.form
        assert form is not None
        assert form.size.height >= size[1] - 3
        assert screen.main.panes.lists[1].region.width == (30 if beside else 0)
        await screen.press("escape")
        assert screen.main.panes.lists[3].region


async def test_the_list_floats_over_the_form_with_what_was_chosen_on_top(db: Path) -> None:
    async with driven(db, TALL) as screen:
        form = await opened(screen)
        await form.at("regions")
        below = [line for line in screen.lines if "Waarom" in line or "Reden " in line]
        await screen.type("gel")
        at = row_with(screen, "Gekozen")
        assert at == row_with(screen, "Regio's") + 1
        assert "▸ Twente" in screen.lines[at + 1]
        assert "Gevonden" in screen.lines[at + 3]
        marked = grounds(screen, at + 4)
        assert marked["mark"] == "Gel"
        assert form.form.asked.list.region.height <= 14
        await screen.press("up", "enter")  # what was chosen is dropped again
        assert not any("Twente ✕" in line for line in screen.lines)
        assert [line for line in screen.lines if "Waarom" in line or "Reden " in line] == below


async def test_what_fits_nothing_can_be_made_and_stands_last(db: Path) -> None:
    async with driven(db, WIDE) as screen:
        form = await opened(screen)
        await form.at("programmes")
        await screen.type("jet")
        found = form.form.asked.list.offered
        assert found[-1].text == "Maak “jet” aan"
        assert "+ Maak “jet” aan" in screen.text


async def test_a_place_is_shown_and_chosen_in_words(db: Path) -> None:
    async with driven(db, TALL) as screen:
        form = await opened(screen)
        assert "hoofdstuk 2, Twente, 2e punt" in screen.line_with("Vindplaats")
        assert "2.twente" not in screen.text
        await form.put("source", "2.twente.b4")
        await form.save()
    with closing(Store.open(db)) as store:
        assert store.record(VHTO)["source"] == {
            "document": "oost-2014-2016", "locator": "2.twente.b4",
        }  # fmt: skip


async def test_a_date_that_goes_is_told_at_once(db: Path) -> None:
    async with driven(db, TALL) as screen:
        form = await opened(screen)
        await form.put("term.phrase", "voor de zomer van 2015")
        await form.save()
        form = await opened(screen)
        await form.put("term.phrase", "zodra het kan")
        told = "hier stond 30 juni 2015; bewaren haalt die datum weg"
        assert told in screen.words
        await screen.press("escape")


async def test_without_colour_a_field_is_underlined_and_a_chip_has_brackets(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driven(db, TALL) as screen:
        await opened(screen)
        field = screen.strips[row_with(screen, "Soort")]
        ruled = [one.text for one in field if one.style and one.style.underline]
        assert "vaste afspraak" in "".join(ruled)
        assert "[Platform Bèta Techniek ✕]" in screen.line_with("Trekker")


async def test_a_form_stays_when_the_terminal_gets_narrow(db: Path) -> None:
    async with driven(db, (132, 47)) as screen:
        await screen.press("I")
        await screen.pilot.resize_terminal(57, 12)
        await screen.press(*"ooit")
        assert "ooit" in screen.text
