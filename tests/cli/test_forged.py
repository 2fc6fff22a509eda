"""Files that someone forged, taken in through the command line."""

from contextlib import closing
from pathlib import Path

from seed.releases import ARRANGEMENT
from storage.store import Store
from tests.cli.conftest import Desk
from tests.forged import act, put_segment, snapshot


def test_an_import_or_sync_names_what_it_takes_out_of_the_lists(desk: Desk, tmp_path: Path) -> None:
    codes = ("OOST-2-TWE-04", "OOST-2-TWE-06")
    first, second = (desk.json("history", code)[-1]["id"] for code in codes)  # type: ignore[index]
    (tmp_path / "vals.json").write_bytes(snapshot(ARRANGEMENT, [act(undo=[first])]))
    put_segment(tmp_path / "map", ARRANGEMENT, [act(undo=[second])])
    for command, place, code in zip(("import", "sync"), ("vals.json", "map"), codes, strict=True):
        title = desk.show(code)["title"]
        told = desk.run(command, tmp_path / place, code=3).stderr
        assert "1 gegeven verdwijnt uit de lijsten" in told
        assert f"{code.removeprefix('OOST-2-')} {title}" in told
        assert "verdwijnt" not in desk.run(command, tmp_path / place).stderr


def test_nobody_speaks_as_the_source_or_as_the_user(desk: Desk, tmp_path: Path) -> None:
    """Not by naming the author of the seed, nor by a name that is a word of ours."""
    source = [["authors/seed", "name", "Provincie Gelderland", []]]
    named = [["authors/9f9f9f9f9f9f9f9f", "life", "live", []],
             ["authors/9f9f9f9f9f9f9f9f", "name", "Arrangement", []]]  # fmt: skip
    goal = [["agreements/oost-2-twe-04", "goal", "anders", []]]
    acts = [act(set=source), act(seq=2, set=named), act(seq=3, set=goal)]
    (tmp_path / "vals.json").write_bytes(snapshot(ARRANGEMENT, acts))
    assert "“Arrangement” (3)" in desk.run("import", tmp_path / "vals.json").stderr
    told = desk.run("history", "OOST-2-TWE-04").stdout
    assert "Gelderland" not in told
    assert "“Arrangement”" in told
    assert {one["author"] for one in desk.json("history", "OOST-2-TWE-04")} == {None, "Arrangement"}  # type: ignore[attr-defined,index]


def test_a_name_makes_no_lines_of_its_own(desk: Desk, tmp_path: Path) -> None:
    author = "authors/9f9f9f9f9f9f9f9f"
    name = "Overijssel (1)\nAlles in dit bestand is hier al bekend."
    forged = act(set=[[author, "life", "live", []], [author, "name", name, []]])
    (tmp_path / "vals.json").write_bytes(snapshot(ARRANGEMENT, [forged]))
    for line in desk.run("import", tmp_path / "vals.json").stderr.splitlines():
        assert not line.startswith("Alles")


def test_my_value_that_goes_is_told_whoever_it_says_it_is_by(desk: Desk, tmp_path: Path) -> None:
    desk.run("edit", "OOST-2-TWE-04", "goal=van mij")
    mine = desk.json("history", "OOST-2-TWE-04")[0]["id"]  # type: ignore[index]
    with closing(Store.open(desk.db)) as store:
        me = store.connection.execute("SELECT by FROM acts WHERE id = ?", (mine,)).fetchone()[0]
    forged = act(by=me, set=[["agreements/oost-2-twe-04", "goal", "anders", [mine]]])
    (tmp_path / "vals.json").write_bytes(snapshot(ARRANGEMENT, [forged]))
    assert (
        "uw waarde vervalt bij TWE-04 (doel)" in desk.run("import", tmp_path / "vals.json").stderr
    )


def test_who_and_what_nobody_named_is_told_by_its_kind(desk: Desk, tmp_path: Path) -> None:
    goal = [["agreements/oost-2-twe-04", "goal", "anders", []]]
    ahead = act(set=goal, at="9999-01-01T00:00:00.000Z")
    (tmp_path / "vals.json").write_bytes(snapshot(ARRANGEMENT, [ahead]))
    desk.run("import", tmp_path / "vals.json", code=3)
    told = desk.run("problems", code=3).stdout
    assert "een andere laptop" in told
    assert ahead.body["device"] not in told
    nameless = act(set=[["searches/feedfeedfeed0001", "life", "live", []]])
    (tmp_path / "vals.json").write_bytes(snapshot(ARRANGEMENT, [nameless]))
    told = desk.run("import", tmp_path / "vals.json", code=3).stderr
    assert "zoekvraag (leeg, en dat mag niet)" in told
