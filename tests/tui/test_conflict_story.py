"""A conflict tells who set what, who settled it and who opened it again; on the screen and on the
command line alike."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from storage.store import Store
from tests.tui.driving import VHTO, driven
from tui.cli.group import cli

Colleague = Callable[[Callable[[Store], object]], Path]


def told(db: Path, *words: object, code: int = 0) -> str:
    result = CliRunner().invoke(cli, ["--db", str(db), *map(str, words)])
    assert result.exit_code == code, result.output
    return re.sub(r"\s+", " ", result.output)


def settled_twice(db: Path, colleague: Colleague) -> None:
    """Jan and a colleague differ; two others each settle that in another way."""
    store = Store.open(db, "Jan")
    store.edit(VHTO, {"goal": "meer meisjes", "regions/gelderland": True})
    theirs = colleague(lambda other: other.edit(VHTO, {"goal": "meer jongens"}))
    store.snapshots.import_(theirs)
    both = db.parent / "beide.json"
    store.snapshots.export(both)

    def settle(value: str, why: str) -> Callable[[Store], object]:
        def work(other: Store) -> None:
            other.snapshots.import_(both)
            other.resolve(VHTO, "goal", value, why)

        return work

    store.snapshots.import_(colleague(settle("meer meisjes", "zo besproken")))
    store.snapshots.import_(colleague(settle("iedereen", "kan samen")))
    store.close()


async def test_two_settlements_are_two_choices_and_h_tells_how_it_came(
    db: Path, colleague: Colleague
) -> None:
    settled_twice(db, colleague)
    async with driven(db, (120, 29)) as screen:
        await screen.press("c")
        assert (
            "al opgelost, maar twee keer en elk anders: door Collega 3 en Collega 2" in screen.words
        )
        assert "koos de waarde van Jan" in screen.text
        assert "koos een andere waarde" in screen.text
        await screen.press("h")
        for said in (
            "Jan vulde in: meer meisjes",
            "Collega 1 vulde in: meer jongens",
            "hier binnengekomen met colleague-1.json",
            "Collega 2 loste het conflict op en koos de waarde van Jan: meer meisjes",
            "Reden: zo besproken",
            "Collega 3 loste het conflict op en koos een andere waarde: iedereen",
        ):
            assert said in screen.words, said
        await screen.press("escape")
        assert "Collega 1 vulde in" not in screen.words
        await screen.press("1")
        assert "Er zijn geen conflicten" not in screen.words


async def test_taking_back_a_settlement_tells_who_opened_it_and_why(
    db: Path, colleague: Colleague
) -> None:
    settled_twice(db, colleague)
    store = Store.open(db, "Jan")
    last, first = (store.log.story(VHTO, "goal")[n] for n in (-1, -2))
    store.changes.undo_chosen([first.act.id, last.act.id], "eerst overleggen")
    store.close()
    async with driven(db, (100, 30)) as screen:
        await screen.press("c")
        assert "Jan draaide de keuze van Collega" in screen.words
        assert "het conflict staat weer open" in screen.words
        assert "n volgende" in screen.words or "h hoe het kwam" in screen.words
    said = told(db, "conflicts", "TWE-04", code=3)
    assert "het conflict ging weer open" in said
    assert "Reden: eerst overleggen" in said
    found = json.loads(told(db, "conflicts", "TWE-04", "--format", "json", code=3))
    assert [turn["what"] for turn in found[0]["story"]][-2:] == ["settled", "taken_back"]


async def test_help_names_no_value_that_is_not_there(db: Path, colleague: Colleague) -> None:
    settled_twice(db, colleague)
    async with driven(db, (120, 40)) as screen:
        await screen.press("c", "question_mark")
        assert "er is geen waarde" not in screen.words
        assert screen.text.count("Neem") <= 4
