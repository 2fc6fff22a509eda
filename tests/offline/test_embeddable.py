"""A Python that an administrator fetched goes along in a zip of its own, and nothing else does."""

import hashlib
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from offline.__main__ import main
from tests.offline.conftest import WITH_PYTHON, Made
from tests.offline.embeddable import ARM, stand_in


def test_it_goes_along_whole_and_alone(alone: Path, embeddable: Path) -> None:
    with ZipFile(embeddable) as theirs, ZipFile(alone) as ours:
        carried = {name: ours.read(name) for name in ours.namelist() if name.startswith("python/")}
        assert carried == {f"python/{name}": theirs.read(name) for name in theirs.namelist()}
        wheels = json.loads(ours.read("offline/wheels.json"))
    assert [*wheels["pythons"]] == ["3.12"]
    assert any("cp312-win_amd64" in name for name in wheels["pythons"]["3.12"]["wheels"])


def test_its_hash_is_shown_and_kept(made: Made, alone: Path, embeddable: Path) -> None:
    digest = hashlib.sha256(embeddable.read_bytes()).hexdigest()
    assert f"{embeddable.name}  SHA-256 {digest}" in made.said
    with ZipFile(alone) as file:
        assert digest in file.read("LEESMIJ.txt").decode("ascii")
        assert json.loads(file.read("offline/wheels.json"))["embedded"] == {embeddable.name: digest}
        parts = json.loads(file.read("sbom.cdx.json"))["components"]
    (python,) = (one for one in parts if one["name"] == "cpython")
    assert python["version"] == "3.12.7"
    assert python["hashes"] == [{"alg": "SHA-256", "content": digest}]


def test_what_is_double_clicked_takes_it_before_any_other(alone: Path) -> None:
    with ZipFile(alone) as file:
        lines = file.read("arrangement.cmd").decode("ascii").split("\r\n")
    own = lines.index(r'set python="%~dp0python\python.exe"')
    assert lines[own - 1] == r'if not exist "%~dp0python\python.exe" goto search'
    assert lines[own + 1 : own + 3] == ["goto start", ":search"]
    assert lines.index(":start") > own


def test_other_zips_are_as_they_were(zips: dict[str, Path]) -> None:
    for name, path in zips.items():
        with ZipFile(path) as file:
            carries = any(one.startswith("python/") for one in file.namelist())
        assert carries is (name == WITH_PYTHON)


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        ({"without": "python.exe"}, "is not an embeddable Python for 64-bit Windows"),
        ({"without": "python312._pth"}, "is not an embeddable Python for 64-bit Windows"),
        ({"without": "python312.dll"}, "is not an embeddable Python for 64-bit Windows"),
        ({"processor": ARM}, "is not an embeddable Python for 64-bit Windows"),
        ({"beside": "../tui.py"}, "is not an embeddable Python for 64-bit Windows"),
        ({"tail": "310"}, "is Python 3.10; the zips are for 3.11, 3.12, 3.13, 3.14"),
        (None, "cannot be read as a zip"),
    ],
)
def test_what_is_none_is_refused(
    tmp_path: Path, odd: dict[str, object] | None, reason: str
) -> None:
    file = tmp_path / "python.zip"
    if odd is None:
        file.write_text("not found")
    else:
        stand_in(file, **odd)  # type: ignore[arg-type]
    done = CliRunner().invoke(main, [str(tmp_path / "dist"), "--python", str(file)])
    assert done.exit_code == 1
    assert f": {file} {reason}" in done.output  # before it stands "Error" in the user's language
    assert not (tmp_path / "dist").exists()
