"""export, import, diff, conflicts, resolve, problems, check, backup and going back to one."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.conftest import Desk

CODE = "OOST-2-TWE-04"
DeskOf = Callable[[str], Desk]


@pytest.fixture
def anna(desk_of: DeskOf) -> Desk:
    return desk_of("Anna")


@pytest.fixture
def bart(desk_of: DeskOf) -> Desk:
    return desk_of("Bart")


def swap(one: Desk, other: Desk, folder: Path) -> tuple[int, int]:
    """Both export, both import; the exit codes."""
    files = [folder / f"van-{desk.name}.json" for desk in (one, other)]
    one.run("export", files[0])
    other.run("export", files[1])
    codes = []
    for desk, file in ((one, files[1]), (other, files[0])):
        looked = desk.json("import", file, "--preview")
        assert isinstance(looked, dict)
        expected = 3 if looked["conflicts"] else 0
        codes.append(desk.run("import", file, code=expected).exit_code)
    return codes[0], codes[1]


def contents(desk: Desk) -> object:
    """All records and the ids of all acts."""
    found = json.loads(desk.run("export", "-", "--profile", "internal").stdout)
    return found["records"], found["acts_digest"]


def test_two_copies_with_conflicting_edits_end_equal(
    anna: Desk, bart: Desk, tmp_path: Path
) -> None:
    anna.run("status", CODE, "in_progress", "--why", "begonnen")
    bart.run("status", CODE, "on_hold")
    anna.run("edit", "TWE-05", "goal=een doel")
    bart.run("note", CODE, "gebeld")
    assert swap(anna, bart, tmp_path) == (3, 3)
    assert contents(anna) == contents(bart)
    assert swap(anna, bart, tmp_path) == (0, 0)

    (conflict,) = anna.json("conflicts", code=3)  # type: ignore[misc]
    assert (conflict["code"], conflict["field"]) == (CODE, "status")
    assert [claim["value"] for claim in conflict["claims"]] == ["on_hold", "in_progress"]
    assert anna.show(CODE)["conflicts"] == ["status"]
    assert anna.show(CODE)["status"] == "on_hold"
    assert "twee waarden" in anna.run("show", CODE).stdout
    told = anna.run("conflicts", code=3)
    assert "aangehouden" in told.stdout
    assert "Bart" in told.stdout
    anna.run("conflicts", CODE, "-o", file := tmp_path / "conflict.txt", code=3)
    assert file.read_text(encoding="utf-8") == anna.run("conflicts", CODE, code=3).stdout

    assert "3" in anna.refused("resolve", CODE, "status", "--take", "3")
    assert "geen conflict" in anna.refused("resolve", CODE, "title", "--take", "1")
    assert "status" in anna.refused("resolve", CODE, "stattus", "--value", "met")
    anna.run("resolve", CODE, "status", "--take", "1", "--value", "met", code=2)
    anna.run("resolve", CODE, "status", code=2)
    anna.run("resolve", CODE, "status", "--take", "2", "--why", "samen besproken")
    assert anna.show(CODE)["status"] == "in_progress"
    assert anna.json("conflicts") == []
    swap(anna, bart, tmp_path)
    assert bart.json("conflicts") == []
    assert contents(anna) == contents(bart)


def test_a_conflict_is_settled_with_another_value(anna: Desk, bart: Desk, tmp_path: Path) -> None:
    anna.run("edit", CODE, "term=voor de zomer")
    bart.run("edit", CODE, "term=na de zomer")
    anna.run("delete", "TWE-05")
    bart.run("edit", "TWE-05", "goal=blijft nodig")
    swap(anna, bart, tmp_path)
    assert bart.show("TWE-05")["life"] == "contested"
    assert "met: arrangement restore OOST-2-TWE-05" in bart.run("conflicts", code=3).stderr
    bart.run("resolve", CODE, "term", "--value", "in het najaar")
    term = bart.show(CODE)["term"]
    assert isinstance(term, dict)
    assert term["phrase"] == "in het najaar"
    bart.run("resolve", "TWE-05", "life", "--value", "live")
    assert bart.show("TWE-05")["life"] == "live"
    assert bart.json("conflicts") == []
    swap(anna, bart, tmp_path)
    assert contents(anna) == contents(bart)


def test_preview_changes_nothing(anna: Desk, bart: Desk, tmp_path: Path) -> None:
    bart.run("edit", CODE, "title=Anders gezegd")
    file = tmp_path / "bart.json"
    bart.run("export", file)
    before = contents(anna)
    found = json.loads(anna.run("import", file, "--preview", "--format", "json").stdout)
    assert (found["new_acts"], found["conflicts"]) == (2, 0)
    assert ["Bart", 2] in found["senders"]
    told = anna.run("import", file, "--preview").stdout
    assert "Anders gezegd" in told
    assert contents(anna) == before
    anna.run("import", file, "--preview", "--edits", code=2)


def test_by_stream(anna: Desk, bart: Desk) -> None:
    bart.run("edit", CODE, "title=Anders gezegd")
    data = bart.run("export", "-").stdout_bytes
    anna.run("import", "-", stdin=data)
    assert anna.show(CODE)["title"] == "Anders gezegd"


def test_a_file_on_one_line_has_no_lines_to_name(desk: Desk, tmp_path: Path) -> None:
    document = json.loads(desk.run("export", "-").stdout)
    document["acts"][0]["seq"] = -1
    file = tmp_path / "plat.json"
    file.write_text(json.dumps(document), "utf-8")
    told = desk.refused("import", file)
    assert "is niet verwerkt (" in told
    assert "regel" not in told
    assert "regel 0" not in desk.run("import", file, "--skip-bad", code=3).stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with a name")
def test_by_a_pipe(anna: Desk, bart: Desk, tmp_path: Path) -> None:
    bart.run("edit", CODE, "title=Anders gezegd")
    data = bart.run("export", "-").stdout_bytes
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_bytes, args=(data,))
    writer.start()
    anna.run("import", pipe)
    writer.join()
    assert anna.show(CODE)["title"] == "Anders gezegd"


def test_only_what_is_lacking(anna: Desk, bart: Desk, tmp_path: Path) -> None:
    theirs, ours = tmp_path / "theirs.json", tmp_path / "ours.json"
    bart.run("export", theirs)
    anna.run("edit", CODE, "goal=x")
    assert "Gaat mee: 2 wijzigingen" in anna.run("export", ours, "--since", theirs).stderr
    assert json.loads(ours.read_text("utf-8"))["count"] == 2
    nothing = anna.run("export", ours, "--since", "2090-01-01")
    assert "Gaat mee: 0 wijzigingen" in nothing.stderr
    assert json.loads(ours.read_text("utf-8"))["count"] == 0
    assert "geen datum" in anna.refused("export", ours, "--since", "nergens.json")
    assert "partners" in anna.refused("export", ours, "--profile", "partner")
    anna.run("export", ours, "--since", theirs)
    bart.run("import", ours)
    assert bart.show(CODE)["goal"] == "x"


def test_a_file_that_came_too_early_waits(anna: Desk, bart: Desk, tmp_path: Path) -> None:
    first, second = tmp_path / "een.json.gz", tmp_path / "twee.json.gz"
    bart.run("edit", CODE, "goal=eerst")
    bart.run("export", first)
    bart.run("edit", CODE, "goal=dan")
    bart.run("export", second, "--since", first)
    told = anna.run("import", second, "--preview").stderr
    assert "wacht op 1 wijziging uit een ander bestand" in told
    assert "wacht op 1 wijziging" in anna.run("import", second, code=3).stderr
    assert anna.show(CODE)["incomplete"] == ["goal"]
    assert "wacht op" not in anna.run("import", first).stderr
    assert anna.show(CODE)["goal"] == "dan"
    assert anna.show(CODE)["incomplete"] == []


def test_a_public_file_is_not_importable(anna: Desk, tmp_path: Path) -> None:
    file = tmp_path / "openbaar.json"
    assert "openbaar" in anna.run("export", file, "--profile", "public").stderr
    assert "openbaar" in anna.refused("import", file)


def test_what_goes_along_and_what_stays_is_told_first(anna: Desk, tmp_path: Path) -> None:
    anna.run("note", CODE, "alleen voor ons", "--own")
    file = tmp_path / "uit.json"
    told = anna.run("export", file).stderr.splitlines()
    assert told[0].startswith("Gaat mee: 158 afspraken, ")
    assert told[1] == "Blijft hier: 1 eigen aantekening"
    anna.run("meeting", "prepare", "liaisonoverleg", "--date", "2026-12-04")
    told = anna.run("export", file).stderr.splitlines()
    assert told[1] == "Blijft hier: 1 eigen aantekening, 5 eigen agendapunten"
    found = anna.json("export", file)
    assert isinstance(found, dict)
    assert (found["stays"]["own"], found["stays"]["own_items"]) == (6, 5)
    anna.run("meeting", "share")  # they are deleted here
    anna.run("delete", "TWE-05", "--why", "dubbel")
    told = anna.run("export", file).stderr.splitlines()
    assert told[0].startswith("Gaat mee: 157 afspraken, ")
    assert told[1] == "Blijft hier: 1 eigen aantekening"
    since = anna.run("export", file, "--since", file).stderr.splitlines()
    assert since[:2] == ["Gaat mee: 0 wijzigingen", told[1]]
    found = anna.json("export", file, "--profile", "public")
    assert isinstance(found, dict)
    assert (found["stays"]["own"], found["stays"]["names"] > 0) == (1, True)
    assert anna.run("export", file, "--profile", "internal").stderr.splitlines()[1] == (
        "Blijft hier: niets"
    )
    before = file.read_bytes()
    assert "altijd heel" in anna.refused("export", file, "--profile", "public", "--since", file)
    assert file.read_bytes() == before


def test_a_file_edited_by_hand(anna: Desk, bart: Desk, tmp_path: Path) -> None:
    file = tmp_path / "bart.json"
    bart.run("export", file)
    file.write_text(
        file.read_text("utf-8").replace(
            '"title":"VHTO: schakel met de regio"', '"title":"Nieuw"', 1
        ),
        "utf-8",
    )
    before = contents(anna)
    told = anna.run("import", file, code=1).stderr
    assert "Nieuw" in told
    assert "--edits" in told
    assert contents(anna) == before
    anna.run("import", file, "--edits")
    assert anna.show(CODE)["title"] == "Nieuw"


def test_records_only(anna: Desk, tmp_path: Path) -> None:
    file = tmp_path / "met-de-hand.json"
    record = {"id": "agreements/oost-2-twe-04", "goal": "met de hand"}
    file.write_text(json.dumps({"records": {"agreements": [record]}}), "utf-8")
    assert "met de hand" in anna.run("import", file, code=1).stderr
    anna.run("import", file, "--edits")
    assert anna.show(CODE)["goal"] == "met de hand"


def test_a_spoilt_file(anna: Desk, bart: Desk, tmp_path: Path) -> None:
    bart.run("edit", CODE, "goal=gaaf")
    bart.run("edit", CODE, "goal=kapot")
    file = tmp_path / "bart.json"
    bart.run("export", file)
    lines = file.read_bytes().split(b"\n")
    (bad,) = [n for n, line in enumerate(lines) if b'"kapot"' in line and b'"set":[' in line]
    lines[bad] = lines[bad].replace(b'"v":1', b'"v":"1"')
    file.write_bytes(b"\n".join(lines))
    before = contents(anna)
    told = anna.refused("import", file)
    assert f"regel {bad + 1}" in told
    assert contents(anna) == before
    told = anna.run("import", file, "--skip-bad", code=3).stderr
    assert "apart gezet" in told
    assert anna.show(CODE)["goal"] == "gaaf"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format":"x"}', b"\xff", b"[" * 100_000])
def test_what_is_no_snapshot(anna: Desk, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "raar.json"
    file.write_bytes(data)
    before = anna.db.read_bytes()
    anna.refused("import", file)
    anna.refused("diff", file, file)
    assert anna.db.read_bytes() == before


def test_diff(anna: Desk, tmp_path: Path) -> None:
    old, new = tmp_path / "oud.json", tmp_path / "nieuw.json"
    anna.run("export", old)
    acts = json.loads(old.read_bytes())["count"]
    anna.run("edit", CODE, "title=Anders", "regions+=zwolle")
    anna.run("export", new)
    found = anna.json("diff", old, new)
    assert isinstance(found, dict)
    assert {(one["field"]) for one in found["changes"] if "twe-04" in one["record"]} == {
        "title", "regions",
    }  # fmt: skip
    assert found == anna.json("diff", old)
    same = anna.json("diff", old, old)
    assert isinstance(same, dict)
    assert (same["changes"], same["clashes"]) == ([], [])
    assert same["acts"] == {"only_a": 0, "only_b": 0, "both": acts}
    shown = anna.run("diff", old, new)
    assert "Anders" in shown.stdout
    assert f"0 alleen in het eerste, 2 alleen in het tweede, {acts} in beide" in shown.stderr
    anna.run("note", CODE, "per brief", "--kind", "decision")
    assert "besluit" in anna.run("diff", new).stdout


def test_the_schema_of_every_file_is_printed(anna: Desk, tmp_path: Path) -> None:
    whole = anna.json("schema")
    assert isinstance(whole, dict)
    assert {"snapshot", "segment", "records", "act", "stub", "agreements"} < {*whole["$defs"]}
    one = anna.json("schema", "act")
    assert isinstance(one, dict)
    assert one["$ref"] == "#/$defs/act"
    file = tmp_path / "schema.json"
    anna.run("schema", "segment", "-o", file)
    assert json.loads(file.read_bytes())["$defs"]["segment"]
    assert "snapshot" in anna.refused("schema", "snapshots")


def test_problems_and_check(anna: Desk, bart: Desk, tmp_path: Path) -> None:
    assert anna.json("problems") == []
    assert anna.json("check") == []
    assert "in orde" in anna.run("check").stderr
    added = anna.json("add", "programmes", "name=Proef", "kind=project")
    assert isinstance(added, dict)
    swap(anna, bart, tmp_path)
    anna.run("delete", added["id"])
    bart.run("edit", CODE, "programmes+=Proef")
    file = tmp_path / "bart.json"
    bart.run("export", file)
    anna.run("import", file, code=3)
    (problem,) = anna.json("problems", code=3)  # type: ignore[misc]
    assert (problem["kind"], problem["code"]) == ("dangling", CODE)
    assert "verwijst naar" in anna.run("problems", code=3).stdout
    assert anna.json("check") == []


def test_check_finds_a_changed_table(anna: Desk) -> None:
    import sqlite3

    with sqlite3.connect(anna.db) as other:
        other.execute("UPDATE agreements SET title = 'Anders' WHERE tail = 'oost-2-twe-04'")
    other.close()
    (finding,) = anna.json("check", code=3)  # type: ignore[misc]
    assert finding["kind"] == "table_differs"


def test_backup_and_back(anna: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.db"
    anna.run("edit", CODE, "goal=toen")
    anna.run("backup", copy)
    anna.run("edit", CODE, "goal=nu")
    found = anna.json("restore-backup", copy)
    assert isinstance(found, dict)
    assert anna.show(CODE)["goal"] == "toen"
    assert Path(found["kept"]).is_file()
    assert anna.run("backup", "-").stdout_bytes.startswith(b"SQLite format 3")
    assert "waarin u werkt" in anna.refused("backup", anna.db)
    assert "waarin u werkt" in anna.refused("export", anna.db)
    broken = tmp_path / "kapot.db"
    broken.write_bytes(b"niets")
    anna.refused("restore-backup", broken)
    anna.refused("restore-backup", tmp_path / "nergens.db")
    assert anna.show(CODE)["goal"] == "toen"


def test_a_new_file_takes_the_arrangement_of_the_first_import(anna: Desk, tmp_path: Path) -> None:
    file = tmp_path / "elders.json"
    anna.run("edit", CODE, "goal=een doel")
    anna.run("export", file)
    new = Desk(tmp_path / "nieuw.db", "Cor")
    looked = new.run("import", file, "--preview")
    assert "een doel" in looked.stdout
    assert len(looked.stdout.splitlines()) < 6  # not all of the arrangement itself
    assert "velden van het arrangement zelf" in looked.stderr
    assert not new.db.exists()
    new.refused("import", tmp_path / "nergens.json")
    assert not new.db.exists()
    assert str(new.db) in new.run("import", file).stderr
    assert contents(new) == contents(anna)

    other = tmp_path / "ander.json"
    other.write_text(
        json.dumps({"arrangement": "zuid-2030", "records": {"regions": []}}), encoding="utf-8"
    )
    assert "zuid-2030" in new.refused("import", other, "--edits")
    third = Desk(tmp_path / "derde.db", "Dirk")
    third.run("import", other, code=1)
    assert not third.db.exists()
    third.run("import", other, "--edits")
    assert third.json("list", "regions") == []
    assert "ander arrangement" in third.refused("import", file)


def test_what_was_taken_back_under_a_colleagues_note_is_a_conflict_that_shows(
    anna: Desk, bart: Desk, tmp_path: Path
) -> None:
    added = anna.json("add", "agreements", "title=Proeftuin", "kind=request")
    assert isinstance(added, dict)
    made, file = str(added["id"]), tmp_path / "swap.json"
    anna.run("export", file)
    bart.run("import", file)
    bart.run("note", made, "gebeld")
    anna.run("undo")
    bart.run("export", file)
    assert "1 nieuw conflict" in anna.run("import", file, code=3).stderr
    assert str(added["code"]) in anna.run("conflicts", code=3).stdout
    assert anna.show(made)["life"] == "contested"
    assert "Proeftuin" in anna.run("show", made).stdout
    anna.run("resolve", made, "life", "--value", "live")
    assert anna.show(made)["title"] == "Proeftuin"


def test_a_comparison_says_what_it_leaves_out(desk: Desk, tmp_path: Path) -> None:
    desk.run("note", CODE, "blijft hier", "--own")
    desk.run("export", tmp_path / "uit.json")
    told = desk.run("diff", tmp_path / "uit.json").stderr
    assert "Niet vergeleken" in told
    assert "1 eigen aantekening" in told
    desk.run("export", tmp_path / "alles.json", "--profile", "internal")
    assert "Niet vergeleken" not in desk.run("diff", tmp_path / "alles.json").stderr
