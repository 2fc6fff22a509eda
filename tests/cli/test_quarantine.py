"""quarantine: what was set apart listed, shown, tried again and dropped; and what `check` says."""

from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_exchange import DeskOf

CODE = "OOST-2-TWE-04"
REASON = "is not UTF-8 at byte 149"


@pytest.fixture
def desk(desk_of: DeskOf, tmp_path: Path) -> Desk:
    """A desk where one line of a file of a colleague's was set apart."""
    other = desk_of("Bart")
    other.run("edit", CODE, "title=Anders")
    file = tmp_path / "van [b]bart.json"
    other.run("export", file)
    file.write_bytes(file.read_bytes().replace(b'"Anders"', b'"Anders \x1b[2J\xff[b]"'))
    desk = desk_of("Anna")
    desk.refused("import", file)
    desk.run("import", file, "--skip-bad", code=3)
    return desk


def test_listed_by_itself(desk: Desk) -> None:
    (one,) = desk.json("quarantine")  # type: ignore[misc]
    assert one == (desk.json("quarantine", "list"))[0]  # type: ignore[index]
    assert (one["n"], one["file"], one["reason"]) == (1, "van [b]bart.json", REASON)
    told = desk.run("quarantine")
    assert f"van [b]bart.json  {one['line']}" in told.stdout
    assert "1 regel apart gezet" in told.stderr


def test_shown_with_its_bytes(desk: Desk, tmp_path: Path) -> None:
    one = desk.json("quarantine", "show", 1)
    assert isinstance(one, dict)
    assert '"Anders \x1b[2J\ufffd[b]"' in one["data"]
    told = desk.run("quarantine", "show", "1").stdout
    assert told.startswith(
        f"van [b]bart.json, regel {one['line']}\ner staan tekens in die niet kunnen ({REASON})\n\n"
    )
    assert '"Anders \ufffd[2J\ufffd[b]"' in told
    desk.run("quarantine", "show", "1", "-o", file := tmp_path / "apart.txt")
    assert file.read_text(encoding="utf-8") == told
    assert "nummer 7" in desk.refused("quarantine", "show", "7")


def test_check_and_problems_end_with_three(desk: Desk) -> None:
    (found,) = desk.json("check", code=3)  # type: ignore[misc]
    assert (found["kind"], found["details"]["reason"]) == ("set_apart", REASON)
    assert "apart gezet" in desk.run("check", code=3).stdout
    (found,) = desk.json("problems", code=3)  # type: ignore[misc]
    assert (found["kind"], found["details"]["count"]) == ("set_apart", 1)


def test_tried_again_all_or_some(desk: Desk) -> None:
    for words in ((), ("1",)):
        found = desk.json("quarantine", "retry", *words, code=3)
        assert isinstance(found, dict)
        assert (found["new"], [one["n"] for one in found["left"]]) == (0, [1])
    assert f"blijft apart (van [b]bart.json, regel {found['left'][0]['line']})" in (
        desk.run("quarantine", "retry", code=3).stderr
    )


def test_dropped_only_by_number(desk: Desk) -> None:
    desk.run("quarantine", "drop", code=2)
    desk.refused("quarantine", "drop", "1", "2")
    assert desk.json("quarantine", "drop", "1") == {"dropped": [1]}
    assert desk.json("quarantine") == []
    assert "niets apart gezet" in desk.run("quarantine").stderr
    assert desk.json("check") == []
    desk.run("quarantine", "retry")


def test_an_unknown_word_is_a_usage_error(desk: Desk) -> None:
    desk.run("quarantine", "verwijder", code=2)
    assert "quarantine [OPTIES]" in desk.run("quarantine", "--help").stdout
