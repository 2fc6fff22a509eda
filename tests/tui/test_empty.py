"""An arrangement in which nothing stands yet: every pane says so, with the key that begins."""

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from storage.store import Store
from tests.tui.driving import driven
from tests.tui.test_snapshots import looks
from tui.cli.group import cli


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "noord-2027.db"
    assert CliRunner().invoke(cli, ["new", str(path)]).exit_code == 0
    return path


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_each_pane_says_how_to_begin(empty: Path, size: tuple[int, int]):
    async with driven(empty, size) as app:
        await looks(app, f"empty-{size[0]}x{size[1]}")


async def test_the_keys_that_it_names_make_the_first(empty: Path):
    async with driven(empty) as app:
        await app.press("1", "n")
        await app.type("Kempen")
        await app.press("tab")
        await app.type("KEM")
        await app.press("enter")
        await app.until(lambda: app.main.form is None)
        app.line_with("Kempen")
        await app.press("2", "n")
        await app.type("Windnetwerk")
        await app.press("enter")
        await app.until(lambda: app.main.form is None)
        app.line_with("Windnetwerk")
        app.line_with("Nog niets afgesproken.")
    with closing(Store.open(empty)) as store:
        assert [place.name for place in store.lists.regions()] == ["Kempen"]


async def test_in_the_past_no_pane_names_a_key_that_makes_something(empty: Path):
    async with driven(empty) as app:
        await app.press("T")
        await app.until(lambda: app.main.browser.travel.past is not None)
        await app.until(lambda: "Er was toen nog niets afgesproken." in app.text)
        assert "Nog geen regio's." in app.text
        assert "maakt" not in app.text


async def test_e_completes_the_arrangement_itself(empty: Path):
    async with driven(empty) as app:
        await app.press("e")
        await app.type(" tot 2029")
        await app.press("enter")
        await app.until(lambda: app.main.form is None)
        assert "noord-2027 tot 2029" in app.lines[0]


async def test_after_the_first_agreement_it_is_a_list_like_any_other(empty: Path):
    with closing(Store.open(empty, "Anna")) as store:
        store.add("agreements", {"title": "Eerste", "kind": "commitment"})
    async with driven(empty) as app:
        app.line_with("Eerste")
        assert "Nog niets afgesproken" not in app.text
        assert "NOORD-0-ALG-01-" in app.text


async def test_a_file_without_any_act_opens(tmp_path: Path):
    Store.create(tmp_path / "niets.db", "niets")
    async with driven(tmp_path / "niets.db") as app:
        app.line_with("Kies een afspraak.")
