"""The overviews on screen: the matrix, who does what for whom, standing roles."""

from pathlib import Path

import pytest
from textual.color import Color

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.store import Store
from tests.tui.conftest import ARRANGEMENT
from tests.tui.driving import Driver, driven
from tui.draw.column_headings import two_lines
from tui.screens.main import MainScreen
from tui.screens.overviews.matrix_screen import MatrixScreen
from tui.screens.overviews.parties_screen import PartiesScreen
from tui.screens.overviews.screen import Overview
from tui.screens.overviews.standing_screen import StandingScreen
from tui.widgets.matrix_cells import tone_of
from tui.widgets.matrix_grid import MatrixGrid

KINDS = {"commitment": "open", "declined": None, "opportunity": None}
STANDING = {"nature": "standing"}


def agreement(code: str, title: str, *sets: str, kind: str = "commitment", **fields: object):
    said = {"code": code, "title": title, "kind": kind, "status": KINDS[kind], **fields}
    return Seeded(f"agreements/{code.lower()}", {**said, **dict.fromkeys(sets, True)})


def make(path: Path, seeded: list[Seeded]) -> Path:
    Store.create(path, ARRANGEMENT, acts(seeded))
    return path


TWENTE, ZWOLLE = "regions/twente", "regions/zwolle"
JET, TECH = "programmes/jet-net", "programmes/technet"
PLATFORM, VHTO = "parties/lead/platform", "parties/counterparty/vhto"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Two regions and four programmes; one programme has nothing."""
    return make(
        tmp_path / "klein.db",
        [
            Seeded(f"arrangement/{ARRANGEMENT}", {"title": "Klein"}),
            Seeded("regions/oost", {"name": "Landsdeel Oost", "short": "LAN"}),
            Seeded(TWENTE, {"name": "Twente", "short": "TWE", "parents/oost": True}),
            Seeded(ZWOLLE, {"name": "Zwolle", "short": "ZWO", "parents/oost": True}),
            Seeded(JET, {"name": "Jet-Net"}),
            Seeded(TECH, {"name": "Technet"}),
            Seeded("programmes/leeg", {"name": "Leeg"}),
            Seeded("organisations/platform", {"name": "Platform"}),
            Seeded("organisations/vhto", {"name": "VHTO"}),
            agreement("O-1-TWE-01", "Makelen", TWENTE, JET, PLATFORM, VHTO),
            agreement("O-1-TWE-02", "Vast overleg", TWENTE, JET, PLATFORM, term=STANDING),
            agreement("O-1-ZWO-01", "Geen hulp", ZWOLLE, JET, kind="declined"),
            agreement("O-1-ZWO-02", "Een kans", ZWOLLE, TECH, kind="opportunity"),
            agreement("O-1-LAN-01", "Voor heel Oost", "regions/oost", TECH, PLATFORM),
        ],
    )


def row(screen: Driver, name: str) -> list[str]:
    """The cells of a row of the matrix, without the bar."""
    return screen.line_with(name).replace("▌", " ").removeprefix(f"   {name}").split()


async def test_the_matrix_says_what_each_region_itself_has(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m")
        assert screen.line_with("Oost  ").split() == [
            "Oost", "Twente", "Zwolle", "totaal",
        ]  # fmt: skip
        assert row(screen, "Jet-Net") == ["·", "2", "⊘", "⊘", "2"]
        assert row(screen, "Technet") == ["1", "·", "–", "1"]
        assert row(screen, "Leeg") == ["·"] * 4
        assert row(screen, "zonder programma") == ["·"] * 4
        for sign in ("open afspraken", "⊘ afgezien", "– genoemd, niets open"):
            assert sign in screen.text
        assert "· niets afgesproken" in screen.text
        assert "een regio telt alleen haar eigen afspraken" in screen.text
        assert "1/4   1/3" in screen.text


async def test_cells_have_a_tone_for_how_many_and_say_how_far(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m")
        assert next(line for line in screen.lines if line.startswith("   totaal")).split() == [
            "totaal",
            "1",
            "2",
            "0",
            "3",
        ]
        tones = [
            (segment.text.strip(), str(segment.style.bgcolor.name))
            for segment in screen.strips[screen.lines.index(screen.line_with("Jet-Net"))]
            if segment.style and segment.style.bgcolor
        ]
        assert ("2", screen.app.theme_variables["o-chip"]) in tones
        await screen.press("v")
        assert row(screen, "Jet-Net") == ["·", "○○", "⊘", "○○⊘"]
        assert "○ openstaand" in screen.text
        await screen.press("v")
        assert row(screen, "Jet-Net") == ["·", "2", "⊘", "⊘", "2"]


def test_tones_are_thirds_of_a_high_number() -> None:
    assert [tone_of(n, 5) for n in (0, 1, 2, 3, 4, 9)] == [
        None, "field", "chip", "chip", "heat", "heat",
    ]  # fmt: skip
    assert [tone_of(n, 30) for n in (1, 10, 11, 20, 21, 30)] == [
        "field", "field", "chip", "chip", "heat", "heat",
    ]  # fmt: skip


async def test_who_is_only_named_takes_one_line_and_leads_to_each(tmp_path: Path) -> None:
    named = [f"o{n}" for n in range(5)]
    db = make(
        tmp_path / "genoemd.db",
        [
            Seeded(f"arrangement/{ARRANGEMENT}", {"title": "Klein"}),
            Seeded("organisations/platform", {"name": "Platform"}),
            Seeded("organisations/vhto", {"name": "VHTO"}),
            *(Seeded(f"organisations/{one}", {"name": f"Naam {one}"}) for one in named),
            agreement("O-1-TWE-01", "Voor", PLATFORM, "parties/recipient/vhto"),
            *(
                agreement(f"O-1-TWE-{n:02}", f"Met {one}", PLATFORM, f"parties/counterparty/{one}")
                for n, one in enumerate(named, 2)
            ),
        ],
    )
    async with driven(db, (120, 40)) as screen:
        await screen.press("W")
        assert "doet 6" in screen.line_with("Platform  ━")
        assert screen.line_with("voor 1").split()[:3] == ["▌", "VHTO", "○"]
        assert "in verbinding met" not in screen.text
        line = screen.line_with("Alleen genoemd:")
        assert "Naam o0 1, Naam o1 1" in line
        await screen.press("down", "enter", "end", "enter")
        assert screen.main.state.agreement == "agreements/o-1-twe-06"


async def test_what_the_cell_says_stands_under_it(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m")
        assert "Jet-Net, Landsdeel Oost" in screen.text
        assert "Hierover is niets afgesproken." in screen.text
        await screen.press("right")
        assert "Jet-Net, Twente" in screen.text
        assert "vaste afspraak 2" in screen.text
        assert "Makelen" in screen.text
        assert "Vast overleg" in screen.text
        await screen.press("l")
        assert screen.line_with("Jet-Net, Zwolle").rstrip().endswith("O-1-ZWO-01")
        assert "Geen hulp" in screen.text
        assert "⊘ afgezien" in [line.strip() for line in screen.lines]
        await screen.press("end", "end", "right")
        assert "alle regio's" in screen.text


@pytest.mark.parametrize(
    ("keys", "view", "listed"),
    [
        (("right",), "open", {"O-1-TWE-01", "O-1-TWE-02"}),
        (("right", "right"), "all", {"O-1-ZWO-01"}),
        (("down",), "open", {"O-1-LAN-01"}),
        (("down", "left", "left", "right", "right"), "all", {"O-1-ZWO-02", "O-1-LAN-01"}),
        (("right", "right", "right"), "open", {"O-1-TWE-01", "O-1-TWE-02"}),
    ],
)
async def test_enter_opens_what_the_cell_counts(
    db: Path, keys: tuple[str, ...], view: str, listed: set[str]
) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m", *keys, "enter")
        assert isinstance(screen.app.screen, MainScreen)
        main = screen.main
        assert main.state.pane == 3
        assert main.state.view == view
        rows = [
            one for group in main.store.agreements(main.browser.lists.filter) for one in group.rows
        ]
        assert {one.code for one in rows} == listed


async def test_a_filter_of_before_does_not_hide_what_was_counted(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        screen.main.filters.narrow(party="vhto")
        screen.main.filters.narrow_to(ZWOLLE)
        await screen.press("m")
        assert "Jet-Net, Zwolle" in screen.text
        await screen.press("left", "enter")
        assert screen.main.state.party is None
        assert screen.line_with("3 Open").rstrip().endswith("1/2")


async def test_z_leaves_out_empty_rows_and_keeps_the_cell(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m", "down", "right", "right", "z")
        assert "Leeg" not in screen.text
        assert "zonder programma" not in screen.text
        assert "Technet, Zwolle" in screen.text
        assert "2/2   3/3" in screen.text
        await screen.press("z")
        assert "Leeg" in screen.text
        assert "Technet, Zwolle" in screen.text


async def test_y_copies_the_table(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m", "z", "y")
        assert screen.app.clipboard.splitlines() == [
            "Programma\tLandsdeel Oost\tTwente\tZwolle\ttotaal",
            "Jet-Net\t·\t2\t⊘\t⊘ 2",
            "Technet\t1\t·\t–\t1",
        ]
        assert "De tabel is gekopieerd" in screen.text
        await screen.press("escape", "W", "y")
        assert "Platform\tVHTO\tin verbinding met 1\t1\n" in screen.app.clipboard
        await screen.press("D", "y")
        assert "Platform\tO-1-TWE-02\tVast overleg\n" in screen.app.clipboard


@pytest.mark.parametrize(
    ("keys", "kind"),
    [(("m",), MatrixScreen), (("m", "w"), PartiesScreen), (("m", "D"), StandingScreen),
     (("W",), PartiesScreen), (("D",), StandingScreen), (("W", "D"), StandingScreen)],
)  # fmt: skip
async def test_every_overview_is_two_keys_away_and_esc_leads_back(
    db: Path, keys: tuple[str, ...], kind: type[Overview]
) -> None:
    async with driven(db) as screen:
        await screen.press(*keys)
        assert isinstance(screen.app.screen, kind)
        for _ in keys:
            await screen.press("escape")
        assert isinstance(screen.app.screen, MainScreen)


@pytest.mark.parametrize("words", ["programma's en regio's", "wie doet wat", "doorlopende"])
async def test_every_overview_is_in_the_palette(db: Path, words: str) -> None:
    async with driven(db) as screen:
        await screen.press("f2")
        field = screen.app.screen.query_one("#typed LineInput")
        field.insert_text_at_cursor(words)  # type: ignore[attr-defined]
        await screen.pilot.pause()
        await screen.press("enter")
        await screen.until(lambda: isinstance(screen.app.screen, Overview))


async def test_pairs_and_their_agreements(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("W")
        assert "doet 2" in screen.line_with("   Platform  ")
        assert "VHTO" in screen.line_with("in verbinding met 1")
        assert "Makelen" in screen.text
        await screen.press("down")
        assert "Platform, niemand anders genoemd" in screen.text
        assert "Voor heel Oost" in screen.text
        assert "Makelen" not in screen.text
        assert "Vast overleg" not in screen.text
        await screen.press("enter", "enter")
        assert isinstance(screen.app.screen, MainScreen)
        assert screen.main.browser.pages.record == "agreements/o-1-lan-01"


async def test_a_standing_role_leads_to_where_it_stands(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("m", "D")
        assert "Doorlopende rollen" in screen.text
        assert screen.line_with("Platform  ").rstrip().endswith("1")
        assert "Makelen" not in screen.text
        await screen.press("enter")
        assert isinstance(screen.app.screen, MainScreen)
        assert screen.main.browser.pages.record == "agreements/o-1-twe-02"


async def test_an_empty_file_says_so_in_one_sentence(tmp_path: Path) -> None:
    path = make(tmp_path / "leeg.db", [])
    async with driven(path) as screen:
        await screen.press("m")
        assert row(screen, "zonder programma") == ["·"]
        await screen.press("z")
        assert "Over geen enkel programma is iets afgesproken." in screen.text
        await screen.press("enter", "right", "down", "G", "tab", "y")
        assert isinstance(screen.app.screen, MatrixScreen)
        await screen.press("w")
        assert "Er is geen afspraak open." in screen.text
        await screen.press("enter", "D")
        assert "Er zijn geen doorlopende rollen." in screen.text


async def test_what_others_write_shows(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m", "right")
        assert row(screen, "Jet-Net")[1] == "2"
        other = Store.open(db, "Ander")
        other.status("agreements/o-1-twe-01", "lapsed", "niet meer nodig")
        other.close()
        screen.app.look()
        await screen.pilot.pause()
        assert row(screen, "Jet-Net")[1] == "1"
        assert "Jet-Net, Twente" in screen.text


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """100 regions, 1,000 programmes, of each its own agreement."""
    records = [
        *(Seeded(f"regions/r{n:02}", {"name": f"Regio {n:02}", "short": f"R{n:02}"})
          for n in range(100)),
        *(Seeded(f"programmes/p{n:03}", {"name": f"Programma {n:03}"}) for n in range(1000)),
        *(agreement(f"O-1-R-{n:03}", f"Afspraak {n}", f"regions/r{n % 100:02}",
                    f"programmes/p{n:03}") for n in range(1000)),
    ]  # fmt: skip
    return make(tmp_path / "wijd.db", records)


async def test_only_what_shows_is_counted(wide: Path) -> None:
    async with driven(wide, (80, 24)) as screen:
        await screen.press("m")
        grid = screen.app.screen.query_one(MatrixGrid)
        asked: list[tuple[str, str | None]] = []
        matrix = grid.matrix
        assert matrix is not None
        cell = matrix.cell
        matrix.cell = lambda *at: (asked.append(at), cell(*at))[1]  # type: ignore[assignment,method-assign]
        await screen.press("G", "up", "tab", "tab", "right")
        assert "1.000/1.001" in screen.text
        assert screen.line_with("Programma 999")
        assert len(set(asked)) < 24 * 80
        assert "R00" not in screen.lines[2]
        for _ in range(20):
            await screen.press("tab")
        assert screen.lines[2].split()[-1] == "totaal"
        await screen.press("left")
        assert "Programma 999, Regio 99" in screen.text
        assert row(screen, "Programma 999")[-2:] == ["1", "1"]
        await screen.press("g", *["shift+tab"] * 20)
        assert screen.lines[2].split()[0] == "R00"


async def test_a_click_goes_to_a_cell_and_then_into_it(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m")
        y = next(n for n, line in enumerate(screen.lines) if "Technet" in line)
        x = screen.lines[y].index("–")
        await screen.pilot.click(offset=(x, y))
        assert "Technet, Zwolle" in screen.text
        await screen.pilot.click(offset=(x, y))
        await screen.pilot.pause()
        assert isinstance(screen.app.screen, MainScreen)
        assert screen.main.state.programme == "technet"


async def test_the_cursor_stands_at_the_bar(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m")
        for key in ("right", "down", "right", "right", "end", "left", "home"):
            await screen.press(key)
            x, y = screen.app.cursor_position
            assert screen.lines[y][x] == "▌", key
            assert sum(line.count("▌") for line in screen.lines) == 1


async def test_the_row_and_the_cell_are_lit(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m", "right")
        y = screen.app.cursor_position.y
        strip = screen.strips[y]
        backs = {one.style.bgcolor for one in strip if one.style}
        names = screen.app.theme_variables
        assert backs == {Color.parse(names[f"o-{one}"]).rich_color for one in ("sel", "selblur")}


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Twente", ("", "Twente")),
        ("Gelderland", ("", "Gelderland")),
        ("Landsdeel Oost", ("Landsdeel", "Oost")),
        ("Achterhoek/De Liemers", ("Achterhoek/", "De Liemers")),
        ("Stedendriehoek", ("Steden-", "driehoek")),
        ("Noord en Midden Holland", ("Noord en", "Midden Holland")),
        ("", ("", "")),
        ("x" * 40, ("", "x" * 15 + "…")),
    ],
)
def test_headings_on_two_lines(name: str, heading: tuple[str, str]) -> None:
    assert two_lines(name) == heading


async def test_a_file_that_another_program_holds_is_told(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("m", "right")
        other = Store.open(db, "Ander")
        other.status("agreements/o-1-twe-01", "on_hold")
        other.connection.execute("BEGIN EXCLUSIVE")
        for keys in (("left", "down"), ("w",), ("D",)):
            await screen.press(*keys)
            assert isinstance(screen.app.screen, MatrixScreen), keys
            await screen.until(lambda: "bestand is bezet" in screen.text)
        other.connection.execute("COMMIT")
        other.close()
        await screen.press("w")
        assert isinstance(screen.app.screen, PartiesScreen)
