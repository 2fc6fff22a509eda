"""A meeting at the command line, from its agenda to the next one."""

import errno
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Desk

BODY, DAY = "liaisonoverleg", "2026-12-04"


@pytest.fixture
def prepared(desk: Desk) -> Desk:
    """An agenda with three agreements, of which two have a proposal."""
    desk.run("meeting", "prepare", BODY, "--date", DAY)
    for code in ("OOST-2-TWE-04", "OOST-B-ALG-31", "OOST-2-STE-11"):
        desk.run("meeting", "item", "add", code, "--minutes", "5")
    desk.run("meeting", "item", "propose", "TWE-04", "status=in_progress", "--why", "loopt goed")
    desk.run("meeting", "item", "propose", "ALG-31", "term=voor 1 juli 2027")
    desk.run("meeting", "share")
    desk.run("meeting", "open")
    return desk


def shown(desk: Desk, *words: str) -> str:
    return desk.run("meeting", "show", *words).stdout


def test_an_agenda_says_why_each_agreement_is_there(prepared: Desk) -> None:
    told = shown(prepared)
    assert "6 VHTO: schakel met de regio (TWE-04)" in told
    assert "Waarom      loopt goed" in told
    assert "Voorstel    status: openstaand → in uitvoering" in told
    assert "Samen       40 min" in told
    assert "/" not in told.replace("agreements/", "")
    prepared.run("meeting", "item", "add", "Gast: de HCA", "--minutes", "15", "--shared")
    prepared.run("meeting", "item", "move", "Gast: de HCA", "2")
    assert "2 Gast: de HCA" in shown(prepared)


def test_what_is_adopted_decided_and_closed_stands_in_the_minutes(prepared: Desk) -> None:
    preview = prepared.run("meeting", "adopt", "--except", "ALG-31", "--preview").stdout
    assert "TWE-04" in preview
    assert "ALG-31" not in preview
    prepared.run("meeting", "adopt", "--except", "ALG-31")
    prepared.run("meeting", "decide", "ALG-31", "anders", "term=voor 1 sep 2027", "--why", "later",
                 "--reserve", "VHTO", "--until", "2027-02-01")  # fmt: skip
    prepared.run("meeting", "note", "een brief sturen", "--item", "TWE-04", "--kind", "actie",
                 "--who", "VHTO", "--term", "voor 1 februari 2027")  # fmt: skip
    prepared.run("meeting", "decide", "Rondvraag", "ingetrokken", "--why", "geen tijd meer")
    prepared.run("meeting", "attend", "VHTO", "directeur", "--text", "vanaf 10.15 uur")
    assert "nog niets besloten" in prepared.refused("meeting", "close")
    prepared.run("meeting", "close", "--hold")
    told = shown(prepared, DAY)
    for said in (
        "Conceptverslag", "VHTO, directeur", "status: openstaand → in uitvoering",
        "onder voorbehoud van VHTO tot 1 februari 2027", "een brief sturen", "vanaf 10.15 uur",
        "AANGEHOUDEN", "8 Technicampus", "geen tijd meer",
    ):  # fmt: skip
        assert said in told
    assert prepared.show("OOST-2-TWE-04")["status"] == "in_progress"


def test_the_next_meeting_begins_with_what_was_left(prepared: Desk) -> None:
    prepared.run("meeting", "decide", "TWE-04", "as_proposed", "--reserve", "VHTO")
    prepared.run("meeting", "close", "--hold")
    said = prepared.run("meeting", "amend", "TWE-04", "ook de brief", "--meeting", DAY).stderr
    assert "De afspraak zelf blijft: in uitvoering" in said
    told = shown(prepared, DAY)
    assert "AANVULLINGEN" in told
    assert "ook de brief" in told.partition("AANVULLINGEN")[0]  # at the decision itself
    prepared.run("meeting", "prepare", BODY, "--date", "2027-06-01", "--from", "TWE-04")
    told = shown(prepared, "2027-06-01")
    assert "4 Algemeen" in told  # under the names of regions, those without one here
    assert "Twente" in told
    assert told.count("(TWE-04)") == 1
    assert "onder voorbehoud van VHTO" in told
    assert "aangehouden 4 dec 2026" in " ".join(told.split())
    prepared.run("meeting", "close", "2027-06-01", "--hold")
    assert "Verslag, vastgesteld in: Liaisonoverleg" in shown(prepared, DAY)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("meeting open niets", "niets"),
        ("meeting decide 9.9 held", "staat niet op de agenda"),
        ("meeting decide STE-11 as_proposed", "geen voorstel"),
        ("meeting decide TWE-04 zomaar", "zomaar"),
        ("meeting decide 1 otherwise status=met", "geen afspraak"),
        ("meeting item add x --under 99", "niet op de agenda"),
        ("meeting amend TWE-04 tekst --meeting 2026-12-04", "nog niet gesloten"),
        ("meeting prepare bestaatniet --date 2026-12-04", "bestaatniet"),
        ("meeting prepare liaisonoverleg --date gisterenmorgen", "gisterenmorgen"),
        ("meeting share", "geen punten"),
        ("meeting show niets", "Gesprek over de samenwerking, 6 februari 2014"),
    ],
)
def test_what_cannot_be_gets_a_sentence(prepared: Desk, words: str, said: str) -> None:
    assert said in prepared.refused(*words.split())


def test_without_a_meeting_it_is_told_which_there_are(desk: Desk, tmp_path: Path) -> None:
    for words in ("meeting show", "meeting close", f"report agenda -o {tmp_path / 'x.md'}"):
        assert "Gesprek over de samenwerking, 6 februari 2014" in desk.refused(*words.split())
    done = desk.run("report", "minutes", "-o", tmp_path / "verslag.md")
    assert "Gesprek over de samenwerking, 6 februari 2014. Een ander" in done.stderr


def test_a_meeting_that_gave_way_is_reached_by_its_id(prepared: Desk) -> None:
    prepared.run("meeting", "close", "--hold")
    prepared.run("meeting", "prepare", BODY, "--date", "2027-06-01", "--title", "Later")
    lines = prepared.run("list", "meetings", "--ids").stdout.splitlines()
    first, later = (next(line.split()[-1] for line in lines if day in line)
                    for day in ("4 december 2026", "1 juni 2027"))  # fmt: skip
    prepared.run("join", first, later)
    assert shown(prepared, first) == shown(prepared, later)
    assert "AANGEHOUDEN" in shown(prepared, first)
    assert "meetings/nul" in prepared.refused("meeting", "show", "meetings/nul")


def test_whoever_writes_can_tell_why(prepared: Desk) -> None:
    prepared.run("meeting", "prepare", BODY, "--date", "2027-06-01", "--why", "eerste reden")
    at = ("--meeting", DAY)
    prepared.run("meeting", "item", "move", "TWE-04", "1", "--why", "tweede reden", *at)
    prepared.run("meeting", "note", "gebeld", "--why", "derde reden", *at)
    prepared.run("meeting", "attend", "VHTO", "directeur", "--why", "vierde reden", *at)
    prepared.run("meeting", "adopt", "--except", "ALG-31", "STE-11", "--why", "vijfde reden", *at)
    prepared.run("meeting", "close", DAY, "--hold", "--why", "zesde reden")
    prepared.run("meeting", "amend", "TWE-04", "later", "--why", "zevende reden", *at)
    told = prepared.run("history").stdout
    for n in ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende"):
        assert f"{n} reden" in told
    assert prepared.show("OOST-B-ALG-31")["term"] != "voor 1 juli 2027"


def test_options_that_say_nothing_are_no_commands(prepared: Desk) -> None:
    for words in ("adopt TWE-04", "decide TWE-04 held --until 2027-02-01"):
        assert prepared.run("meeting", *words.split(), code=2).stderr


def test_one_point_decided_on_two_laptops(desk_of: Callable[[str], Desk], tmp_path: Path) -> None:
    anna, bart = desk_of("Anna"), desk_of("Bart")
    anna.run("meeting", "prepare", BODY, "--date", DAY, "--from", "TWE-04", "--shared")
    anna.run("export", stick := tmp_path / "stick.json")
    bart.run("import", stick)
    bart.run("meeting", "decide", "TWE-04", "held")
    anna.run("meeting", "decide", "TWE-04", "discussed")
    bart.run("export", back := tmp_path / "terug.json")
    anna.run("import", back, code=3)
    assert "--ids" in anna.run("conflicts", code=3).stderr
    (line,) = [one for one in anna.run("conflicts", "--ids", code=3).stdout.splitlines()
               if " 2 " in one]  # fmt: skip
    assert "op een andere laptop iets anders" in shown(anna)
    for words in (("close", "--hold"), ("decide", "TWE-04", "held")):
        assert "twee laptops" in anna.refused("meeting", *words)
    anna.run("resolve", line.split()[0], "outcome", "--take", "2")
    assert "op een andere laptop" not in shown(anna)
    anna.run("meeting", "close", "--hold")
    anna.run("export", stick, "--force")
    told = desk_of("Cor").run("import", stick).stderr
    assert "Het verslag kwam binnen van Liaisonoverleg" in told
    meeting = json.loads(shown(anna, DAY, "--format", "json"))["agenda"]["meeting"]["id"]
    bart.run("edit", meeting, "phase=running")
    bart.run("export", back, "--force")
    anna.run("import", back, code=3)
    assert "of het nog loopt of gesloten is" in " ".join(shown(anna, DAY).split())
    refused = anna.refused("meeting", "decide", "TWE-04", "held", "--meeting", DAY)
    assert "Kies eerst bij de conflicten" in refused


def test_a_reservation_is_answered(prepared: Desk) -> None:
    assert "geen voorbehoud" in prepared.refused("meeting", "answer", "TWE-04", "lifted")
    prepared.run("meeting", "decide", "TWE-04", "as_proposed", "--reserve", "VHTO")
    prepared.run("meeting", "close", "--hold")
    assert "misschien" in prepared.refused("meeting", "answer", "TWE-04", "misschien")
    prepared.run("meeting", "answer", "TWE-04", "opgeheven", "--why", "zij belden")
    told = shown(prepared, DAY)
    assert "Conceptverslag" in told
    assert "Een verslag staat niet in dit bestand" in shown(prepared, "6 februari 2014")
    assert "onder voorbehoud van VHTO, opgeheven" in told
    assert "VOORBEHOUDEN" not in told
    (line,) = [one for one in prepared.run("list", "items", "--ids").stdout.splitlines()
               if "TWE-04" in one]  # fmt: skip
    page = prepared.run("show", line.split()[-1]).stdout
    assert "onder voorbehoud van VHTO, opgeheven" in page


def test_a_report_that_is_open_in_word_stays(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(source: Path, target: Path) -> Path:
        error = PermissionError(errno.EACCES, "Toegang geweigerd")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    (folder := tmp_path / "map").mkdir()
    (file := folder / "lijst.docx").write_bytes(b"open in Word")
    monkeypatch.setattr(Path, "replace", in_use)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    told = desk.refused("report", "list", "regio:twente", "-o", file, "--force")
    assert "open in een ander programma" in told
    assert file.read_bytes() == b"open in Word"
    assert [*folder.iterdir()] == [file]
