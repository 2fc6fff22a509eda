"""Acts in the name of the source that this app does not bring: made by a script that knows only the
contract, through files and folders (contract §2, rule 8)."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from seed.releases import ARRANGEMENT, oost
from tests.cli.conftest import Desk
from tests.cli.test_exchange import DeskOf
from tests.forged import Forged, act, put_segment, snapshot

CODE = "OOST-2-TWE-04"
ID = "agreements/oost-2-twe-04"
LATE = "9999-12-31T00:00:00.000Z"
FORGED = "Alles mag"

Send = Callable[[Desk, Forged], list[str]]


def heads_of(desk: Desk, field: str) -> list[str]:
    """The acts on which a next one on a field of TWE-04 stands, as anyone can read in a file."""
    found = json.loads(desk.run("export", "-").stdout)
    said = [
        (Forged("", json.dumps(one).encode()), parents)
        for one in found["acts"]
        for record, name, _, parents in one["set"]
        if (record, name) == (ID, field)
    ]
    ids = {_id(one) for one, _ in said}
    return sorted(ids - {parent for _, parents in said for parent in parents})


def _id(one: Forged) -> str:
    body = one.body
    return act(**body).id


def seed_act(desk: Desk, **keys: object) -> Forged:
    """The source says that the title of TWE-04 is another, on top of all that is known."""
    title = [[ID, "title", FORGED, heads_of(desk, "title")]]
    return act(**{"by": "seed", "device": "seed", "at": LATE, "set": title} | keys)


@pytest.fixture(params=["file", "folder"])
def send(request: pytest.FixtureRequest, tmp_path: Path) -> Send:
    """Words of the command by which a desk takes in an act that someone made."""

    def made(desk: Desk, *acts: Forged) -> list[str]:
        if request.param == "file":
            (tmp_path / "vals.json").write_bytes(snapshot(ARRANGEMENT, acts))
            return ["import", str(tmp_path / "vals.json")]
        put_segment(tmp_path / "vals", ARRANGEMENT, acts)
        return ["sync", str(tmp_path / "vals")]

    return made


def titled(desk: Desk) -> object:
    return desk.show(CODE)["title"]


def leaving(desk: Desk) -> str:
    return desk.run("export", "-", "--profile", "internal").stdout


@pytest.mark.parametrize("names", [("seed", "seed"), ("seed", "a8"), ("9f", "seed")])
def test_it_is_set_apart_until_a_person_accepts_it(desk: Desk, send: Send, names: tuple[str, str]):
    before = titled(desk)
    words = send(desk, seed_act(desk, by=names[0], device=names[1]))
    told = desk.run(*words, code=3)
    assert titled(desk) == before
    assert "quarantine show 1" in told.stderr
    desk.run(*words, code=3 if words[0] == "import" else 0)
    (one,) = desk.json("quarantine")  # type: ignore[misc]
    assert (one["n"], one["acts"]) == (1, 1)
    assert one["file"] in ("vals.json", "vals")
    (problem,) = desk.json("problems", code=3)  # type: ignore[misc]
    assert (problem["kind"], problem["title"]) == ("seed_apart", one["file"])
    assert desk.show(CODE)["incomplete"] == []
    assert FORGED not in leaving(desk)

    told = desk.run("quarantine", "show", 1)
    assert all(word in told.stdout for word in (CODE, "titel", str(before), FORGED))
    desk.run("quarantine", "retry", code=3)
    desk.run("quarantine", "retry", 1, code=3)
    assert titled(desk) == before

    desk.run("quarantine", "accept", 1)
    assert titled(desk) == FORGED
    assert desk.json("quarantine") == []
    assert FORGED in leaving(desk)
    desk.run(*words)
    assert desk.json("check") == []


def test_looking_tells_it_and_leaves_nothing(desk: Desk, tmp_path: Path):
    file = tmp_path / "vals.json"
    file.write_bytes(snapshot(ARRANGEMENT, [seed_act(desk), seed_act(desk, seq=2)]))
    found = desk.json("import", file, "--preview")
    assert isinstance(found, dict)
    assert (found["held"], found["changes"]) == (2, [])
    assert desk.json("quarantine") == []


def test_it_voids_and_deletes_nothing(desk: Desk, send: Send):
    desk.run("edit", CODE, "goal=een doel")
    (edit, *_) = desk.json("history", CODE)  # type: ignore[misc]
    undo = seed_act(desk, set=[], undo=[edit["id"]])
    gone = seed_act(desk, seq=2, set=[[ID, "life", "deleted", heads_of(desk, "life")]])
    desk.run(*send(desk, undo, gone), code=3)
    shown = desk.show(CODE)
    assert (shown["goal"], shown["life"]) == ("een doel", "live")
    (one,) = desk.json("quarantine")  # type: ignore[misc]
    assert one["acts"] == 2
    shown = desk.json("quarantine", "show", 1)
    assert isinstance(shown, dict)
    assert {(one["field"], one["value"]) for one in shown["would"]["changes"]} == {
        ("goal", None), ("life", "deleted"),
    }  # fmt: skip


def test_what_rests_on_it_is_incomplete(desk: Desk, send: Send):
    forged = seed_act(desk)
    told = act(set=[[ID, "title", "Van een collega", [forged.id]]])
    desk.run(*send(desk, forged, told), code=3)
    shown = desk.show(CODE)
    assert (shown["incomplete"], FORGED in str(shown["conflicts"])) == (["title"], False)
    desk.run("quarantine", "accept", 1)
    shown = desk.show(CODE)
    assert (shown["title"], shown["incomplete"]) == ("Van een collega", [])


def test_only_what_is_in_the_name_of_the_source_is_accepted(desk: Desk, send: Send, tmp_path: Path):
    desk.run(*send(desk, seed_act(desk)), code=3)
    bad = tmp_path / "bedorven.json"
    lines = snapshot(ARRANGEMENT, [act(set=[[ID, "goal", "x", []]])])
    bad.write_bytes(lines.replace(b'"v":1}', b'"v":"1"}'))
    desk.run("import", bad, "--skip-bad", code=3)
    assert "nummer 2" in desk.refused("quarantine", "accept", 2)
    desk.refused("quarantine", "accept", 1, 2)
    desk.refused("quarantine", "accept", 7)
    assert [one["n"] for one in desk.json("quarantine")] == [1, 2]  # type: ignore[union-attr]


def test_dropped_it_is_gone_and_what_comes_later_has_a_number_of_its_own(desk: Desk, send: Send):
    desk.run(*send(desk, seed_act(desk)), code=3)
    desk.run(*send(desk, seed_act(desk, seq=2)), code=3)
    assert [one["n"] for one in desk.json("quarantine")] == [1, 2]  # type: ignore[union-attr]
    desk.run("quarantine", "drop", 1)
    assert [one["n"] for one in desk.json("quarantine")] == [2]  # type: ignore[union-attr]
    assert desk.run("quarantine", "accept", 2).exit_code == 0


def test_what_this_app_brings_comes_in_from_anywhere(desk: Desk, tmp_path: Path):
    """A file that began with a part of the arrangement gets the rest of it."""
    whole = [Forged(act.id, act.data) for act in oost()]
    for name, some in (("een", whole[:40]), ("twee", whole)):
        (tmp_path / f"{name}.json").write_bytes(snapshot(ARRANGEMENT, some))
    new = Desk(tmp_path / "nieuw.db", "Nieuw")
    new.run("import", tmp_path / "een.json", code=3)  # what it refers to is missing yet
    new.run("import", tmp_path / "twee.json")
    assert new.json("quarantine") == []
    assert titled(new) == titled(desk)


def test_a_folder_keeps_what_is_set_apart_here(desk: Desk, desk_of: DeskOf, tmp_path: Path):
    """Old segments are joined, but never without an act that this laptop does not know."""
    folder, forged, other = tmp_path / "map", seed_act(desk), seed_act(desk, seq=2)
    files = [
        put_segment(folder, ARRANGEMENT, [act(seq=1), act(seq=2)]),
        put_segment(folder, ARRANGEMENT, [act(seq=3)]),
        put_segment(folder, ARRANGEMENT, [act(seq=1), forged]),
        put_segment(folder, ARRANGEMENT, [act(seq=4), other]),
    ]
    desk.run("sync", folder, code=3)
    assert [file.exists() for file in files] == [False, False, True, True]
    again = desk.json("sync", folder)
    assert (again["written"], again["joined"]) == (0, 0)  # type: ignore[index]
    assert len([*folder.glob("2014-*/*")]) == 3

    desk.run("quarantine", "accept", 1)
    assert desk.json("sync", folder)["written"] == 0  # type: ignore[index]
    assert len([*folder.glob("2014-*/*")]) == 2
    bart = desk_of("Bart")
    bart.run("sync", folder, code=3)
    assert [one["acts"] for one in bart.json("quarantine")] == [2]  # type: ignore[union-attr]


OWN = """\
[[arrangement]]
id = "proef"
released = "2026-11-25"
title = "Proef"

[[agreements]]
id = "een"
code = "PROEF-1-ALG-01"
title = "Eerste"
kind = "commitment"
"""


def test_of_an_arrangement_of_ones_own_what_made_the_file_comes_in(tmp_path: Path):
    (tmp_path / "proef").mkdir()
    (tmp_path / "proef" / "arrangement.toml").write_text(OWN)
    made, other = Desk(tmp_path / "a.db", "Anna"), Desk(tmp_path / "b.db", "Bart")
    made.run("new", made.db, "--from", tmp_path / "proef")
    made.run("export", tmp_path / "proef.json")
    other.run("import", tmp_path / "proef.json")
    assert other.show("PROEF-1-ALG-01")["title"] == "Eerste"

    late = [["agreements/een", "title", FORGED, []]]
    (tmp_path / "later.json").write_bytes(
        snapshot("proef", [act(by="seed", device="seed", at=LATE, set=late)])
    )
    for desk in (made, other):
        desk.run("import", tmp_path / "later.json", code=3)
        assert desk.show("PROEF-1-ALG-01")["title"] == "Eerste"


def test_a_folder_of_the_arrangement_that_the_app_brings_makes_no_file(tmp_path: Path):
    """Else it would hold acts that every other laptop sets apart."""
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "a.toml").write_text(OWN.replace("proef", ARRANGEMENT))
    desk = Desk(tmp_path / "a.db", "Anna")
    assert ARRANGEMENT in desk.refused("new", desk.db, "--from", tmp_path / "map")
    assert not desk.db.exists()
