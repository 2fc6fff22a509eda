"""Files that someone forged, taken in through the command line."""

from pathlib import Path

from seed.releases import ARRANGEMENT
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
        assert "1 record verdwijnt uit de lijsten" in told
        assert f"{code.removeprefix('OOST-2-')} {title}" in told
        assert "verdwijnt" not in desk.run(command, tmp_path / place).stderr
