"""Targets: said in words, drawn against 100 only where that is the whole, in any set of signs."""

from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from storage.views.page_elements import TargetRow
from tests.tui.driving import driven
from tui import locale, pages
from tui.cli.result import record_name
from tui.draw.spans import width_of
from tui.locale import charset
from tui.pages.gauge import gauge
from tui.words.called import short_name_of
from tui.words.contents.plain_text import page_text
from tui.words.contents.target_words import aim


def target(**said: str | None) -> TargetRow:
    known: dict[str, str | None] = dict.fromkeys(TargetRow._fields)
    return TargetRow(**known | {"id": "targets/een"} | said)  # type: ignore[arg-type]


GIRLS = {"population": "meisjes in het vmbo", "quantity": "40", "unit": "%", "year": "2020"}
SAID = [
    ({"comparator": "at_least"}, "Meisjes in het vmbo: ten minste 40%, in 2020"),
    ({"comparator": "at_most"}, "Meisjes in het vmbo: ten hoogste 40%, in 2020"),
    ({"comparator": "exactly"}, "Meisjes in het vmbo: 40%, in 2020"),
    ({"baseline": "28"}, "Meisjes in het vmbo: 40%, in 2020, nulmeting 28%"),
    ({"baseline": "28,5 %"}, "Meisjes in het vmbo: 40%, in 2020, nulmeting 28,5%"),
    ({"baseline": "bijna niemand"}, "Meisjes in het vmbo: 40%, in 2020, nulmeting bijna niemand"),
    ({"quantity": "12.5"}, "Meisjes in het vmbo: 12,5%, in 2020"),
    ({"measure": "change", "quantity": "-30"}, "Meisjes in het vmbo: 30% minder, in 2020"),
    ({"measure": "change"}, "Meisjes in het vmbo: 40% meer, in 2020"),
    ({"unit": "uur", "per": "jaar"}, "Meisjes in het vmbo: 40 uur per jaar, in 2020"),
    ({"comparator": "all", "quantity": None, "unit": None},
     "Meisjes in het vmbo: allemaal, in 2020"),
    ({"population": None}, "40%, in 2020"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "text"), SAID)
def test_a_target_in_words(more: dict[str, str | None], text: str):
    assert aim(target(**GIRLS | more)).text == text


MISSING = [
    ({}, "jaar en nulmeting niet genoemd"),
    ({"year": "2020"}, "nulmeting niet genoemd"),
    ({"baseline": "28"}, "jaar niet genoemd"),
    ({"year": "2020", "baseline": "28"}, ""),
    ({"year": "2020", "baseline": "28", "measure": "unknown_change"},
     "hoe de verandering telt is niet gezegd"),
    ({"year": "2020", "other": "Jet-Net"}, "Jet-Net; nulmeting niet genoemd"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "text"), MISSING)
def test_what_is_not_known_is_said(more: dict[str, str], text: str):
    assert aim(target(quantity="40", unit="%", **more)).aside == text


def drawn(room: int = 60, **said: str | None) -> str | None:
    piece = aim(target(**said)).gauge
    return None if piece is None else "".join(span.text for span in gauge(piece, room))


BARS = [
    ({"quantity": "75"}, "━" * 30 + "─" * 10 + "  75%"),
    ({"quantity": "75", "comparator": "at_least"}, "━" * 30 + "─" * 10 + "  ≥ 75%"),
    ({"quantity": "25", "comparator": "at_most"}, "━" * 10 + "─" * 30 + "  ≤ 25%"),
    ({"quantity": "0"}, "─" * 40 + "  0%"),
    ({"quantity": "100"}, "━" * 40 + "  100%"),
    ({"quantity": "75", "baseline": "50"},
     "━" * 20 + "│" + "━" * 9 + "─" * 10 + "  75%   │ 50%"),
    ({"quantity": "50", "baseline": "100"}, "━" * 20 + "─" * 19 + "│  50%   │ 100%"),
    ({"quantity": "75", "baseline": "weinig"}, "━" * 30 + "─" * 10 + "  75%"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "bar"), BARS)
def test_a_share_is_drawn_against_100(said: dict[str, str], bar: str):
    assert drawn(unit="%", **said) == bar


@pytest.mark.parametrize(
    "said",
    [
        {"quantity": "40", "unit": "uur"},
        {"quantity": "2"},
        {"unit": "%"},
        {"quantity": "130", "unit": "%"},
        {"quantity": "-30", "unit": "%"},
        {"quantity": "30", "unit": "%", "measure": "change"},
        {"quantity": "30", "unit": "%", "measure": "unknown_change"},
        {"quantity": "nan", "unit": "%"},
        {"quantity": "veel", "unit": "%"},
        {"comparator": "all"},
    ],
)
def test_what_has_no_whole_is_not_drawn(said: dict[str, str]):
    assert drawn(**said) is None


@pytest.mark.parametrize("room", range(1, 60))
def test_a_bar_never_takes_more_than_its_room(room: int):
    piece = aim(target(quantity="75", unit="%", comparator="at_least", baseline="50")).gauge
    assert piece is not None
    spans = gauge(piece, room)
    assert width_of(spans) <= max(room, len("≥ 75%   │ 50%"))
    assert "≥ 75%" in "".join(span.text for span in spans)


def test_a_bar_in_ascii():
    charset.use_charset(ascii=True)
    said = {"quantity": "75", "unit": "%", "comparator": "at_least", "baseline": "50"}
    bar = drawn(**said)
    assert bar is not None
    assert bar.isascii()
    assert {"=", "-", "|"} <= set(bar)


def test_a_bar_needs_no_colour():
    """What is reached and what is not differ in their sign too."""
    bar = drawn(quantity="75", unit="%")
    assert bar is not None
    assert bar.count("━") == 30
    assert bar.count("─") == 10


def furnished(db: Path) -> Store:
    store = Store.open(db, "Anna")
    more = {"measure": "level", "comparator": "at_least", "baseline": "28"}
    store.add("targets", {"region": "twente", "programme": "jet-net", **GIRLS, **more})
    return store


def test_a_target_is_called_by_what_it_is(db: Path):
    with closing(furnished(db)) as store:
        (target_id,) = [str(record["id"]) for record in store.records("targets")]
        assert (
            short_name_of(store, target_id) == record_name(store, target_id) == GIRLS["population"]
        )


def test_the_page_of_a_region_names_the_programme_and_the_other_way_round(db: Path):
    with closing(furnished(db)) as store:
        for record, other in (("regions/twente", "Jet-Net"), ("programmes/jet-net", "Twente")):
            text = page_text(store.page(record), "2016")
            line = "Meisjes in het vmbo: ten minste 40%, in 2020, nulmeting 28%"
            assert f"{line}; {other}\n" in text


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_lines_of_a_page_hold_the_bar_and_its_link(db: Path, lang: str):
    locale.use(lang)
    with closing(furnished(db)) as store:
        lines = [*pages.page_lines(store.page("regions/twente"), 54, "2016")]
        texts = ["".join(span.text for span in line).strip() for line in lines]
        assert [text for text in texts if "≥ 40%   │ 28%" in text]
        (target_id,) = [record["id"] for record in store.records("targets")]
        assert target_id in [getattr(line, "link", None) for line in lines]


async def test_enter_on_a_target_opens_its_own_page_with_the_bar(db: Path):
    with closing(furnished(db)) as store:
        (target_id,) = [str(record["id"]) for record in store.records("targets")]
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to("regions/twente")
        await screen.press("0")
        while screen.main.panes.page.link != target_id:
            await screen.press("down")
        await screen.press("enter")
        assert screen.main.browser.pages.record == target_id
        assert "≥ 40%   │ 28%" in screen.text
