"""Problems on the screen: told, explained, and mended with one key."""

import json
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from storage.acts import Setting, make_act
from storage.store import Store
from storage.tables.database import transaction
from storage.tables.insert import take_in
from tests.tui.driving import VHTO, Driver, driven
from tui.cli.group import cli
from tui.forms.parts.fill_form import FillForm
from tui.screens.problems.screen import ProblemsScreen

AT = "2014-10-07T09:12:03.120Z"
TERM = {"phrase": "x", "from": "2015-01-01", "to": "2014-01-01", "precision": "day",
        "nature": "once", "every": None, "trigger": None}  # fmt: skip


def arrive(db: Path, *said: tuple[str, str, object]) -> None:
    """What another laptop says, which nothing checked."""
    set_ = [Setting(record, field, value, ()) for record, field, value in sorted(said, key=repr)]
    act = make_act(at=AT, by="b" * 16, device="d" * 16, seq=1, set=set_)
    store = Store.open(db)
    with transaction(store.connection):
        take_in(store.connection, [act], (), AT)
    store.close()


async def at_problems(screen: Driver, words: str) -> None:
    await screen.until(lambda: screen.main.problems.wrong)
    await screen.press("P")
    await screen.until(lambda: words in screen.words)


FIELDS = {
    "term": ((VHTO, "term", TERM), "De termijn eindigt op", "term.to"),
    "status": ((VHTO, "status", "bijna"), "Dat woord kent dit programma niet", "status"),
    "lead": ((VHTO, "parties/lead/weg", True), "dat is niet in dit bestand", "parties/lead"),
    "region": ((VHTO, "regions/weg", True), "dat is niet in dit bestand", "regions"),
    "title": ((VHTO, "title", None), "Hier moet iets staan", "title"),
    "superseded": ((VHTO, "status", "superseded"), "De status is vervangen", "related"),
    "period": (("arrangement/oost-2014-2016", "to", "2013-01-01"), "De looptijd eindigt", "to"),
}  # fmt: skip


@pytest.mark.parametrize("what", FIELDS)
async def test_enter_opens_the_field(db: Path, what: str) -> None:
    said, told, line = FIELDS[what]
    arrive(db, said)
    async with driven(db, (100, 30)) as screen:
        await at_problems(screen, told)
        await screen.press("enter")
        form = screen.main.form
        assert isinstance(form, FillForm)
        assert form.answer.key == line


async def test_a_code_that_two_have_is_given_anew_and_back(db: Path) -> None:
    other = "agreements/ander"
    arrive(db, (other, "life", "live"), (other, "title", "Ander"), (other, "kind", "request"),
           (other, "code", "OOST-2-TWE-04"))  # fmt: skip
    async with driven(db, (100, 30)) as screen:
        await at_problems(screen, "Nog een afspraak heeft de code OOST-2-TWE-04")
        await screen.press("enter")
        await screen.until(lambda: "Er zijn geen problemen." in screen.text)
        assert "heeft nu code" in screen.text
        await screen.press("u")
        await screen.until(lambda: "Nog een afspraak" in screen.text)
        assert "elders" not in screen.text
        await screen.press("escape")
        await screen.until(lambda: "△ 2 problemen" in screen.lines[0])


async def test_what_was_deleted_is_restored(db: Path) -> None:
    store = Store.open(db, "Anna")
    store.delete("regions/twente")
    store.close()
    async with driven(db, (100, 30)) as screen:
        await at_problems(screen, "Twente, en dat is verwijderd")
        await screen.press("R")
        await screen.until(lambda: "Er zijn geen problemen." in screen.text)
    assert Store.open(db).record("regions/twente")["life"] == "live"


async def test_a_note_about_nothing_is_deleted(db: Path) -> None:
    arrive(db, ("entries/n", "life", "live"), ("entries/n", "text", "los"),
           ("entries/n", "kind", "remark"))  # fmt: skip
    async with driven(db, (80, 24)) as screen:
        await at_problems(screen, "hoort bij niets")
        await screen.press("enter")
        await screen.until(lambda: "Er zijn geen problemen." in screen.text)


async def test_met_without_evidence_opens_a_note_of_that_kind(db: Path) -> None:
    arrive(db, (VHTO, "status", "met"))
    async with driven(db, (80, 24)) as screen:
        await at_problems(screen, "er staat geen bewijs bij")
        await screen.press("enter")
        await screen.type("gezien")
        await screen.press("enter")
        await screen.until(lambda: screen.main.problems.wrong == 0)
    (note,) = Store.open(db).records("entries")
    assert (note["kind"], note["about"]) == ("evidence", VHTO)


@pytest.mark.parametrize(
    "said",
    [[(VHTO, "joined", "weg")], [(VHTO, "joined", "oost-2-twe-05"),
      ("agreements/oost-2-twe-05", "joined", "oost-2-twe-04")]],
)  # fmt: skip
async def test_a_join_that_leads_nowhere_is_made_loose(db: Path, said: list) -> None:
    arrive(db, *said)
    async with driven(db, (80, 24)) as screen:
        await at_problems(screen, "maakt dit weer los")
        await screen.press("enter")
        await screen.until(lambda: "Er zijn geen problemen." in screen.text)


async def test_an_unknown_role_is_taken_out(db: Path) -> None:
    arrive(db, (VHTO, "parties/baas/platform", True))
    async with driven(db, (80, 24)) as screen:
        await at_problems(screen, "Dat woord kent dit programma niet")
        await screen.press("enter")
        await screen.until(lambda: "Er zijn geen problemen." in screen.text)


async def test_what_mends_itself_says_so_and_goes_to_its_record(db: Path) -> None:
    store = Store.open(db)
    act = make_act(at=AT, by="b" * 16, device="d" * 16, seq=1,
                   set=[Setting(VHTO, "title", "later", ("f" * 64,))])  # fmt: skip
    with transaction(store.connection):
        take_in(store.connection, [act], (), AT)
    store.close()
    async with driven(db, (100, 30)) as screen:
        await at_problems(screen, "U hoeft hier niets te doen.")
        await screen.press("enter")
        assert "een ander bestand" in screen.text
        assert isinstance(screen.app.screen, ProblemsScreen)
        await screen.press("o")
        assert screen.main.browser.pages.record == VHTO


async def test_without_problems_the_key_says_so(db: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        await screen.until(lambda: screen.main.problems.wrong == 0)
        await screen.press("P")
        assert "er zijn geen problemen" in screen.text
        assert not isinstance(screen.app.screen, ProblemsScreen)


async def test_what_asks_nothing_rests_with_a_key_and_on_the_command_line(db: Path) -> None:
    store = Store.open(db, "Jan")
    said = [Setting(VHTO, "goal", "van straks", ())]
    act = make_act(at="2031-05-03T10:00:00.000Z", by="b" * 16, device="d" * 16, seq=1, set=said)
    with transaction(store.connection):
        take_in(store.connection, [act], (), "2026-03-01T12:00:00.000Z")
    store.close()
    async with driven(db) as screen:
        await screen.press("P")
        await screen.until(lambda: "U hoeft hier niets te doen" in screen.text)
        assert "z gezien" in screen.words
        await screen.press("z")
        await screen.until(lambda: "Gezien, vraagt niets" in screen.text)
        assert "probleem" not in screen.lines[0]
        await screen.press("z")
        await screen.until(lambda: "Gezien, vraagt niets" not in screen.text)
    run = partial(CliRunner().invoke, cli)
    assert run(["--db", str(db), "problems"]).exit_code == 3
    done = run(["--db", str(db), "problems", "--seen", "1"])
    assert (done.exit_code, "(gezien)" in done.output) == (0, True)
    assert json.loads(run(["--db", str(db), "problems", "--format", "json"]).stdout)[0]["resting"]
    assert run(["--db", str(db), "problems", "--seen", "2"]).exit_code == 1
