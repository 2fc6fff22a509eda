"""`erase`: what others ask to erase, also by forged files, confirmed or refused by a command."""

import json
from pathlib import Path

import pytest

from seed.releases import ARRANGEMENT
from tests.cli.conftest import Desk
from tests.forged import Forged, Json, act, put_segment, snapshot, stub_of
from tui.user.draft_file import DraftFile
from tui.user.drafts import Kept

CODE = "OOST-2-TWE-04"
ID = "agreements/oost-2-twe-04"
NAME = "Wilhelmina Klaassen"

SECRET = act(set=[[ID, "goal", f"bellen met {NAME}", []]])
ERASURE = act(seq=2, set=[[ID, "goal", "bellen", [SECRET.id]]], erase=[SECRET.id])


def bring(desk: Desk, folder: Path, *acts: Forged, erased: list[Json] | None = None, code: int = 0):
    file = folder / "van-ver.json"
    file.write_bytes(snapshot(ARRANGEMENT, acts, erased or []))
    return desk.run("import", file, code=code)


def pending(desk: Desk, *words: str) -> list[dict[str, object]]:
    found = desk.json("erase", "pending", *words)
    assert isinstance(found, list)
    return found


def test_what_someone_asks_waits_and_is_confirmed(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path, SECRET)
    told = bring(desk, tmp_path, ERASURE, code=3).stderr
    assert "erase pending" in told
    assert "1 verzoek om te wissen" in told
    table = desk.run("erase", "pending").stdout
    assert "doel" in table
    assert NAME not in table
    (problem,) = (one for one in json.loads(desk.run("problems", "--format", "json", code=3).stdout)
                  if one["kind"] == "to_erase")  # fmt: skip
    assert problem["details"]["act"] == ERASURE.id
    assert NAME in desk.run("export", "-").stdout
    assert "1 wijziging gewist" in desk.run("erase", "confirm", ERASURE.id[:8]).stderr
    assert NAME not in desk.run("export", "-", "--profile", "internal").stdout
    assert NAME.encode() not in desk.db.read_bytes()
    assert desk.show(CODE)["goal"] == "bellen"
    assert "Er wacht niets" in desk.run("erase", "pending").stderr
    assert [one["confirmed"] for one in pending(desk, "--all")] == [True]
    bring(desk, tmp_path, SECRET)
    assert NAME.encode() not in desk.db.read_bytes()
    desk.run("check")


def test_who_refuses_keeps_it_and_can_think_again(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path, SECRET, ERASURE, code=3)
    assert "blijft op deze laptop" in desk.run("erase", "refuse", ERASURE.id).stderr
    assert NAME in desk.run("export", "-").stdout
    assert pending(desk) == []
    desk.run("erase", "confirm", ERASURE.id)
    assert NAME not in desk.run("export", "-").stdout


def test_looking_into_a_file_tells_it_first(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "van-ver.json"
    file.write_bytes(snapshot(ARRANGEMENT, [SECRET, ERASURE]))
    told = desk.run("import", file, "--preview")
    assert told.stderr.startswith("Iemand vraagt 1 wijziging te wissen: VHTO")
    assert NAME not in told.output
    assert pending(desk) == []


def test_what_never_came_is_not_said_to_be_gone(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path, ERASURE, code=3)
    assert "stond daar niets van" in desk.run("erase", "confirm", ERASURE.id).stderr
    bring(desk, tmp_path, SECRET)
    assert NAME.encode() not in desk.db.read_bytes()


@pytest.mark.parametrize("chosen", [SECRET.id, "0" * 64, ERASURE.id[:5], "TWE-04"])
def test_only_what_erases_is_confirmed_or_refused(desk: Desk, tmp_path: Path, chosen: str) -> None:
    bring(desk, tmp_path, SECRET, ERASURE, code=3)
    for command in ("confirm", "refuse"):
        assert "geen wijziging die andere wist" in desk.refused("erase", command, chosen)
    assert len(pending(desk)) == 1


def test_all_is_known_is_said_only_where_it_is(desk: Desk, tmp_path: Path) -> None:
    known = "hier al bekend"
    assert known not in bring(desk, tmp_path, erased=[stub_of(SECRET)]).stderr
    assert known in bring(desk, tmp_path, erased=[stub_of(SECRET)]).stderr
    bring(desk, tmp_path, SECRET, ERASURE, code=3)
    assert known in bring(desk, tmp_path, SECRET, ERASURE).stderr
    told = bring(desk, tmp_path, ERASURE, erased=[stub_of(SECRET, undo=["e" * 64])]).stderr
    assert known in told  # beside a body a stub says nothing
    desk.run("erase", "confirm", ERASURE.id)
    assert known in bring(desk, tmp_path, SECRET, ERASURE).stderr
    desk.run("erase", "refuse", ERASURE.id)
    assert known not in bring(desk, tmp_path, SECRET, ERASURE).stderr
    assert NAME in desk.run("export", "-").stdout


def test_a_stub_that_anyone_makes_undoes_nothing(desk: Desk, tmp_path: Path) -> None:
    """It would take back all that was ever said, of an act that nobody has."""
    every = sorted(one["id"] for one in json.loads(
        desk.run("history", "--format", "json").stdout))  # fmt: skip
    before = desk.show(CODE)
    forged: Json = {"id": "f" * 64, "set": [[ID, "title", []]], "undo": every}
    told = bring(desk, tmp_path, erased=[forged])
    assert "telt hier niet mee" in told.stderr
    assert "waar die stond" not in told.stderr
    put_segment(tmp_path / "map", ARRANGEMENT, [], [forged])
    desk.run("sync", tmp_path / "map")
    assert desk.show(CODE) == before
    asks = act(seq=3, erase=["f" * 64])
    bring(desk, tmp_path, asks, code=3)
    other: Json = {"id": "e" * 64, "set": [], "undo": []}
    told = bring(desk, tmp_path, act(seq=4, erase=["e" * 64]), erased=[other], code=3)
    assert "1 gewiste wijziging is hier nu bekend waar die stond" in told.stderr
    assert len(pending(desk)) == 2  # they count now, and stand where they can be refused
    desk.run("erase", "refuse", asks.id)
    assert desk.show(CODE) == before
    desk.run("check")


def test_all_that_would_go_is_named(desk: Desk, tmp_path: Path) -> None:
    """A stub that counts undoes all that was ever said: no record or field of it stays unsaid."""
    acts = desk.json("history", "--format", "json")
    every = sorted(one["id"] for one in acts)  # type: ignore[attr-defined]
    agreements = {one["title"] for one in desk.json("list", "agreements")}  # type: ignore[attr-defined]
    lost: Json = {"id": "f" * 64, "set": [], "undo": every}
    bring(desk, tmp_path, act(seq=3, erase=["f" * 64]), erased=[lost], code=3)
    (one,) = pending(desk)
    places = one["places"]
    assert isinstance(places, list)
    assert agreements <= {place["title"] for place in places}
    assert len(places) > 2000
    assert "more" not in one
    table = desk.run("erase", "pending").stdout
    (told,) = (one["details"]["value"] for one in desk.json("problems", code=3)  # type: ignore[attr-defined]
               if one["kind"] == "to_erase")  # fmt: skip
    for title in agreements:
        assert title in table
        assert title in told


def test_a_preview_shows_all_and_nothing_goes_without_a_yes(desk: Desk) -> None:
    desk.run("note", CODE, f"bellen met {NAME}")
    act = str(desk.json("history", CODE)[0]["id"])  # type: ignore[index]
    found = desk.run("erase", act, "--word", NAME, "--preview")
    assert NAME in found.stdout
    assert "bellen met [naam]" in found.stderr
    assert "buiten bereik" in found.stderr
    told = desk.run("erase", act, "--word", NAME, code=1).stderr
    assert "--yes" in told
    assert NAME in desk.run("export", "-").stdout
    told = desk.run("erase", act[:8], "--word", NAME, "--yes", "--why", "gevraagd").stderr
    assert "1 wijziging gewist" in told
    assert NAME not in desk.run("export", "-", "--profile", "internal").stdout
    assert "bellen met [naam]" in desk.run("show", CODE).stdout
    assert pending(desk) == []
    assert NAME.encode() not in desk.db.read_bytes()
    desk.run("check")


def test_all_that_was_said_of_a_record_goes(desk: Desk) -> None:
    made = desk.json("add", "people", f"name={NAME}", "function=balie")
    assert isinstance(made, dict)
    would = desk.json("erase", made["id"], "--preview")
    assert isinstance(would, dict)
    assert (would["number"], would["names"]) == (1, [NAME])
    done = desk.json("erase", made["id"], "--without", "function", "--yes")
    assert isinstance(done, dict)
    assert (done["number"], done["clean"]) == (1, True)
    assert desk.show(str(made["id"]))["function"] is None


@pytest.mark.parametrize("what", ["TWE-999", "0" * 64, "people/niemand"])
def test_what_is_not_there_is_refused_with_a_sentence(desk: Desk, what: str) -> None:
    assert desk.refused("erase", what, "--yes")
    assert desk.refused("erase", what, "--preview")


def test_drafts_that_hold_it_go_and_others_stay(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(desk.config))
    at = "2014-10-07T09:00:00+00:00"
    drafts = {
        "agreements/other": Kept({"text": f"ook met {NAME} bellen met {NAME}"}, at=at),
        ID: Kept({"goal": "iets anders daarover"}, at=at),
        f"meeting meetings/m {ID} mend": Kept({"~Wat is gezegd?": "half verbeterd"}, at=at),
        "agreements/else": Kept({"text": "blijft"}, at=at),
    }
    file = DraftFile(desk.db)
    file.save(drafts)
    file.close()
    bring(desk, tmp_path, SECRET, ERASURE, code=3)
    assert "3 niet bewaarde teksten" in desk.run("erase", "confirm", ERASURE.id).stderr
    assert [*DraftFile(desk.db).load()] == ["agreements/else"]


def test_history_shows_it_only_when_asked(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path, SECRET, ERASURE, code=3)
    for words in (("history", CODE), ("history",)):
        assert NAME not in desk.run(*words, "--format", "json").stdout
        assert NAME not in desk.run(*words).stdout
    assert NAME in desk.run("history", CODE, "--erased").stdout


def spoilt(kind: str) -> bytes:
    """The line with what goes, as it is no valid act."""
    data = {
        "half": SECRET.data[:-12],
        "changed": SECRET.data.replace(b'"2014-10-07T', b'"2014-99-07T'),
        "escaped": SECRET.data.replace(b'"2014-10-07T', b'"2014-99-07T').replace(b"W", b"\\u0057"),
    }[kind]
    assert data != SECRET.data
    return snapshot(ARRANGEMENT, [SECRET]).replace(SECRET.data, data)


@pytest.mark.parametrize("kind", ["half", "changed", "escaped"])
@pytest.mark.parametrize("later", [False, True])
def test_a_piece_of_it_in_what_is_set_apart_goes_too(
    desk: Desk, tmp_path: Path, kind: str, later: bool
) -> None:
    file = tmp_path / "stuk.json"
    file.write_bytes(spoilt(kind))
    other = tmp_path / "ander.json"
    elsewhere = act(seq=7, at="2014-99-07T09:12:03.120Z", set=[[ID, "condition", "blijft", []]])
    other.write_bytes(snapshot(ARRANGEMENT, [elsewhere]))
    desk.run("import", other, "--skip-bad", code=3)
    if not later:
        desk.run("import", file, "--skip-bad", code=3)
    bring(desk, tmp_path, SECRET, ERASURE, code=3)
    told = desk.run("erase", "confirm", ERASURE.id).stderr
    assert "1 wijziging gewist" in told
    for _ in range(2):
        desk.run("import", file, "--skip-bad", code=3)
        assert b"Klaassen" not in desk.db.read_bytes()
    left = {one["file"]: one for one in desk.json("quarantine")}  # type: ignore[attr-defined]
    assert (len(left), left["stuk.json"]["size"]) == (2, 0)
    assert "leeggemaakt" in desk.run("quarantine").stdout
    assert left["ander.json"]["size"] == len(elsewhere.data)
    desk.run("quarantine", "retry", code=3)
    desk.run("check", code=3)


def test_what_a_backup_took_the_place_of_holds_it_too(desk: Desk, tmp_path: Path) -> None:
    desk.run("note", CODE, f"bellen met {NAME}")
    note = str(desk.json("history", CODE)[0]["id"])  # type: ignore[index]
    desk.run("backup", tmp_path / "reserve.db")
    desk.run("restore-backup", tmp_path / "reserve.db")
    (kept,) = tmp_path.glob("Anna-vervangen-*.db")
    would = desk.json("erase", note, "--word", NAME, "--preview")
    assert isinstance(would, dict)
    assert ("replaced", str(kept)) in {(one["kind"], one["name"]) for one in would["holders"]}
    assert kept.name in desk.run("erase", note, "--word", NAME, "--preview").stderr
    assert kept.name in desk.run("erase", note, "--word", NAME, "--yes").stderr
    assert NAME.encode() in kept.read_bytes()
    desk.run("erase", "confirm", "--copies")
    assert NAME.encode() not in kept.read_bytes()
    Desk(kept, "Anna").run("check")


def test_a_file_that_only_names_it_otherwise_brings_no_problem(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path, SECRET, ERASURE, code=3)
    acts = desk.json("history", CODE)
    (head,) = (one["id"] for one in acts  # type: ignore[attr-defined]
               if "title" in {said["field"] for said in one["changes"]})  # fmt: skip
    told = bring(desk, tmp_path, act(seq=3, set=[[ID, "title", "Anders", [head]]])).stderr
    assert "Anders" in desk.run("problems", code=3).stdout
    assert "probleem" not in told
