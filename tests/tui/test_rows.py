"""The list draws only what shows, however long it is."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from storage.views.agreement_list import AgreementRow, Group
from storage.views.arrangement_counts import PlaceCount
from tui.draw import theme
from tui.draw.spans import Line, cut, ink, row, width_of, wrap
from tui.rows.agreement_lines import Agreement, Agreements
from tui.rows.place_rows import place_rows
from tui.rows.row import Blank, ChoiceRow, Heading, Row
from tui.user.state import tail_of_key
from tui.widgets.row_list import RowList
from tui.words.record_words import short_code

MANY = 100_000


class Counted(ChoiceRow):
    """A row that counts how often it is drawn."""

    drawn: ClassVar[int] = 0

    def draw(self, width: int) -> Sequence[Line]:
        Counted.drawn += 1
        return super().draw(width)


class Small(App[None]):
    """Only a list."""

    CSS = "RowList { height: 1fr; }"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme.variables()

    def compose(self) -> ComposeResult:
        yield RowList("list")


class Few(tuple[AgreementRow, ...]):
    """RowList that are all there."""

    def find(self, record: str) -> int | None:
        return next((n for n, row in enumerate(self) if row.id == record), None)

    def ids(self) -> Iterator[str]:
        return (row.id for row in self)


def line_of(row: Row) -> str:
    return "".join(span.text for span in row.draw(60)[0]).strip()


def made(n: int, title: str = "") -> AgreementRow:
    return AgreementRow(
        f"agreements/{n}", f"OOST-2-TWE-{n:02}", title or f"afspraak {n}", "commitment", "open",
        ("Platform",), None, "once", False, None, False, False,
    )  # fmt: skip


async def test_moving_in_a_long_list_draws_no_more_than_shows() -> None:
    app = Small()
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.query_one(RowList)
        rows.focus()
        rows.show([Counted(str(n), [ink(str(n))]) for n in range(MANY)], even=True)
        await pilot.pause()
        Counted.drawn = 0
        rows.move(1)
        await pilot.pause()
        rows.page(1)
        await pilot.pause()
        rows.ends(last=True)
        await pilot.pause()
        assert Counted.drawn <= 24 * 6
        assert rows.key == str(MANY - 1)
        assert rows.select("50000")
        assert rows.key == "50000"


def test_agreements_are_made_only_when_asked_for() -> None:
    groups = [
        Group("number", "twente", "own", "Twente", Few(made(n) for n in range(3))),
        Group("number", "oost", "via", "Oost", Few(made(n) for n in range(3, 5))),
    ]
    rows = Agreements(groups, "leeg")
    assert [found.key for found in rows] == [
        None, "agreements/0", "agreements/1", "agreements/2", None, None,
        "agreements/3", "agreements/4",
    ]  # fmt: skip
    assert [rows.find(f"agreements/{n}") for n in (0, 2, 3, 9)] == [1, 3, 6, None]
    assert [rows.position(n) for n in (1, 3, 6, 7, None)] == [1, 3, 4, 5, 0]
    assert rows.total == 5
    assert len(rows) == 8
    assert len(Agreements([], "leeg")) == 1


@pytest.mark.parametrize(
    ("by", "key", "via", "name", "words"),
    [
        ("number", "twente", "own", "Twente", "Van Twente zelf"),
        ("number", "oost", "via", "Oost", "Geldt via Oost"),
        ("number", "oost", "in", "Oost", "In Oost"),
        ("status", "in_progress", None, "", "In uitvoering"),
        ("status", "nieuwer", None, "", "Nieuwer"),
        ("status", None, None, "", "Zonder status"),
        ("term", "2014-2", None, "", "Tweede helft van 2014"),
        ("term", "standing", None, "", "Doorlopend"),
        ("term", "phrase", None, "", "Termijn zonder datum"),
        ("lead", "platform", None, "Platform [b]", "Platform [b]"),
        ("lead", None, None, "", "Zonder trekker"),
        ("programme", None, None, "", "Zonder programma"),
        ("region", None, None, "", "Landelijk, zonder regio"),
    ],
)  # fmt: skip
def test_every_group_says_what_it_is(by, key, via, name: str, words: str) -> None:
    rows = Agreements([Group(by, key, via, name, Few([made(1)]))], "leeg")
    assert line_of(rows[0]).split("  ")[0] == words
    assert "1" in line_of(rows[0])


async def test_a_list_that_grows_with_its_rows_shows_them_from_the_first() -> None:
    app = Small(css_path=None)
    app.CSS = "RowList { height: auto; max-height: 8; }"
    async with app.run_test(size=(40, 12)) as pilot:
        rows = app.query_one(RowList)
        assert rows.room == 1
        rows.show([ChoiceRow(str(n), []) for n in range(9)], "5")
        await pilot.pause()
        assert (rows.room, rows.top) == (7, 0)
        rows.select("8")
        assert rows.top == 2


async def test_headings_are_passed_over_and_keys_are_kept() -> None:
    app = Small()
    async with app.run_test(size=(40, 6)) as pilot:
        rows = app.query_one(RowList)
        items: list[Row] = [
            Heading("a"),
            ChoiceRow("1", []),
            Blank(),
            Heading("b"),
            ChoiceRow("2", []),
        ]
        rows.show(items)
        await pilot.pause()
        assert rows.key == "1"
        rows.move(1)
        assert rows.key == "2"
        rows.move(1)
        assert rows.key == "2"
        rows.show([ChoiceRow("0", []), *items])
        assert rows.key == "2"
        rows.show([ChoiceRow("0", [])])
        assert rows.key == "0"
        rows.show([Heading("niets")])
        assert rows.key is None
        rows.move(1)
        rows.page(1)
        rows.ends(last=True)


@pytest.mark.parametrize("width", [30, 54, 79, 80, 90, 130])
@pytest.mark.parametrize(
    "title", ["kort", "een titel die veel te lang is voor de regel " * 4, "日本" * 60]
)
def test_a_row_fills_its_width_and_ends_with_air(width: int, title: str) -> None:
    line = Agreement(made(4, title)).draw(width)[0]
    assert width_of(line) == width - 1
    assert "".join(span.text for span in line).endswith("TWE-04 ")


def test_short_codes() -> None:
    assert short_code("OOST-2-TWE-04") == "TWE-04"
    assert short_code("OOST-3-TWE-20-K7") == "TWE-20-K7"
    assert short_code("iets") == "iets"
    assert short_code("In-Gesprek-Over") == "In-Gesprek-Over"


@pytest.mark.parametrize("text", ["", "a", "een twee drie", "woord" * 300, "日本 " * 50, " a  b "])
@pytest.mark.parametrize("width", [1, 2, 7, 72])
def test_wrapped_lines_fit_and_lose_no_letters(text: str, width: int) -> None:
    lines = ["".join(span.text for span in line) for line in wrap(text, width)]
    assert lines
    if width > 1 or "日" not in text:
        assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("width", [0, 1, 2, 5, 28])
def test_what_is_cut_fits(width: int) -> None:
    assert cell_len(cut("een titel die te lang is voor de regel", width)) <= width
    assert width_of(row(width, [ink("x" * 99)], [ink("y" * 99)])) == max(width - 1, 0)


def test_a_row_for_each_place_of_a_region_and_the_region_that_each_stands_for():
    tails = ["twente", "twente#2", "twente", ""]
    rows = place_rows([PlaceCount(tail, tail, (), 0, 0) for tail in tails], None)
    keys = [str(row.key) for row in rows]
    assert len({*keys}) == len(keys)
    assert [tail_of_key(key) for key in keys] == tails
