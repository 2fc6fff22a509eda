"""What is in each zip: every wheel that its system needs, as locked, and what starts it."""

import ast
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from gettext import GNUTranslations
from itertools import product
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

from offline.__main__ import main
from offline.lock import LOCK, needed_of
from offline.packing import pack
from offline.systems import PROJECT, PYTHONS, SYSTEMS, System
from offline.wheels import build_own
from tests.offline.conftest import LINUX, MOMENT, WITH_PYTHON
from tui import VERSION

PLATFORMS = {
    "windows-x64": ["win_amd64"],
    "macos-arm64": list(mac_platforms((11, 0), "arm64")),
    "macos-x64": list(mac_platforms((10, 15), "x86_64")),
    "linux-x64": [
        *(f"manylinux_2_{minor}_x86_64" for minor in range(17, 4, -1)),
        "manylinux2014_x86_64",
    ],
}
UV = {  # how another resolver calls them
    "windows-x64": "x86_64-pc-windows-msvc",
    "macos-arm64": "aarch64-apple-darwin",
    "macos-x64": "x86_64-apple-darwin",
    "linux-x64": "x86_64-manylinux_2_17",
}
NEWER = {("linux-x64", "3.14"): "manylinux_2_28"}  # as install.md says
TARGETS = [
    pytest.param(system, python, id=f"{system.name}-{python}")
    for system, python in product(SYSTEMS, PYTHONS)
]


def lists(zipped: Path) -> Any:
    with ZipFile(zipped) as file:
        return json.loads(file.read("offline/wheels.json"))


def wheels(zipped: Path, python: str) -> dict[str, str]:
    """The SHA-256 by name of what a Python needs, as the zip says."""
    found: dict[str, str] = lists(zipped)["pythons"][python]["wheels"]
    return found


def fitting(system: System, python: str) -> Iterator[Tag]:
    """The tags that a wheel may have for a system and a Python."""
    version = [int(part) for part in python.split(".")]
    platforms = [*PLATFORMS[system.name]]
    if newer := NEWER.get((system.name, python)):
        platforms.append(f"{newer}_x86_64")
    yield from cpython_tags(version, platforms=platforms)
    yield from compatible_tags(version, platforms=platforms)


def locked() -> dict[str, set[str]]:
    """The hashes that the lock file allows for `name version`."""
    found = {}
    for line in LOCK.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        name, version = line.split()[0].split("==")
        found[f"{canonicalize_name(name)} {version}"] = set(re.findall(r"sha256:(\w+)", line))
    return found


def test_an_environment_without_the_tools_says_what_it_lacks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for module in [*sys.modules]:
        if module.partition(".")[0] in ("cyclonedx", "packageurl"):
            monkeypatch.delitem(sys.modules, module)
    for module in ("cyclonedx", "packageurl"):
        monkeypatch.setitem(sys.modules, module, None)  # as it is where it was never installed
    done = CliRunner().invoke(main, [str(tmp_path / "dist")])
    assert done.exit_code == 1
    assert "cyclonedx, packageurl is not in it" in done.output
    assert "pip install -r requirements-dev.lock" in done.output


def test_every_system_has_its_zip_and_its_sum(zips: dict[str, Path]) -> None:
    assert set(zips) == {WITH_PYTHON, *(system.name for system in SYSTEMS)}
    folder = next(iter(zips.values())).parent
    sums = dict(line.split()[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert sums == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in zips.values()
    }


@pytest.mark.parametrize(("system", "python"), TARGETS)
def test_the_wheels_are_there_fit_and_are_those_of_the_lock_file(
    zips: dict[str, Path], system: System, python: str
) -> None:
    tags = set(fitting(system, python))
    allowed = locked()
    with ZipFile(zips[system.name]) as file:
        for name, digest in wheels(zips[system.name], python).items():
            assert hashlib.sha256(file.read(f"wheels/{name}")).hexdigest() == digest
            project, version, _, own_tags = parse_wheel_filename(name)
            assert own_tags & tags, f"{name} does not fit"
            assert project == "arrangement" or digest in allowed[f"{project} {version}"]


def test_what_only_some_systems_need_is_in_their_zips_only() -> None:
    lock = (
        "a==1 ; sys_platform == 'win32' \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
        "b==2 ; platform_machine == 'arm64' and python_full_version >= '3.13' --hash=sha256:cc\n"
        "c==3 \\\n    --hash=sha256:dd\n"
    )
    needs = {
        (system.name, python): needed_of(lock, system, python)
        for system, python in product(SYSTEMS, PYTHONS)
    }
    assert needs["windows-x64", "3.11"] == [
        "a==1 --hash=sha256:aa --hash=sha256:bb", "c==3 --hash=sha256:dd",
    ]  # fmt: skip
    assert needs["macos-arm64", "3.13"] == ["b==2 --hash=sha256:cc", "c==3 --hash=sha256:dd"]
    assert needs["macos-arm64", "3.12"] == needs["linux-x64", "3.14"] == ["c==3 --hash=sha256:dd"]


@pytest.mark.parametrize(("system", "python"), TARGETS)
def test_they_are_all_that_the_app_needs_there(
    zips: dict[str, Path], tmp_path: Path, system: System, python: str
) -> None:
    """A resolver that has only these wheels, and the markers of that system, would install them
    all."""
    names = wheels(zips[system.name], python)
    newer = NEWER.get((system.name, python))
    platform = f"x86_64-{newer}" if newer else UV[system.name]
    with ZipFile(zips[system.name]) as file:
        file.extractall(tmp_path, [f"wheels/{name}" for name in names])
    done = subprocess.run(
        [
            sys.executable, "-m", "uv", "pip", "install", "arrangement[documents]",
            "--offline", "--no-index",
            "--find-links", "wheels", "--no-build", "--no-cache", "--no-python-downloads",
            "--python-platform", platform, "--python-version", python, "--target", "there",
            "--dry-run",
        ],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    installed = set(re.findall(r"^ \+ (\S+)==(\S+)", done.stderr, re.MULTILINE))
    projects = (name.split("-")[:2] for name in names)
    assert installed == {(canonicalize_name(name), version) for name, version in projects}


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_nothing_else_is_in_it(zips: dict[str, Path], system: System) -> None:
    with ZipFile(zips[system.name]) as file:
        entries = {entry.filename: entry for entry in file.infolist()}
    listed = {name for python in PYTHONS for name in wheels(zips[system.name], python)}
    assert {name for name in entries if name.startswith("wheels/")} == {
        f"wheels/{name}" for name in listed
    }
    roots = {name.split("/")[0] for name in entries}
    assert roots == {
        "LEESMIJ.txt", "LICENSE.txt", "docs", "licenties", "offline", "sbom.cdx.json", "tui.py",
        "wheels", system.starter[0],
    }  # fmt: skip
    running = {name for name, entry in entries.items() if entry.external_attr >> 16 & 0o111}
    assert running == {system.starter[0]}


def test_every_wheel_can_be_unpacked_without_an_installer(zips: dict[str, Path]) -> None:
    """None has files for elsewhere, which an installer would have to move."""
    for zipped in zips.values():
        with ZipFile(zipped) as file:
            for name in file.namelist():
                if name.endswith(".whl"):
                    with file.open(name) as content, ZipFile(content) as wheel:
                        moved = [one for one in wheel.namelist() if ".data/" in one]
                        assert not moved, f"{name}: {moved}"


def test_the_same_source_gives_the_same_bytes(here: Path, tmp_path: Path) -> None:
    with ZipFile(here) as file:
        file.extractall(tmp_path)
    for wheel in tmp_path.glob("wheels/arrangement-*"):
        wheel.unlink()
    own = build_own(tmp_path / "wheels", MOMENT)
    names = {python: wheels(here, python) for python in PYTHONS}
    again = {python: [own.with_name(name) for name in names[python]] for python in PYTHONS}
    with ZipFile(own) as wheel, wheel.open("tui/locale/nl/LC_MESSAGES/arrangement.mo") as texts:
        made = GNUTranslations(texts).info()["pot-creation-date"]
    assert made == "2027-01-15 08:00+0000"  # not when it was built
    pack(tmp_path / "again.zip", LINUX, VERSION, again, MOMENT)
    assert (tmp_path / "again.zip").read_bytes() == here.read_bytes()


def test_start_files_are_for_any_python_3_and_any_code_page() -> None:
    sources = [*PROJECT.glob("offline/root/*"), *PROJECT.glob("offline/start/*.py")]
    assert len(sources) > 5
    for source in sources:
        text = source.read_text(encoding="ascii")
        if source.suffix == ".py":
            ast.parse(text, feature_version=(3, 8))


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system.name)
def test_what_is_double_clicked_knows_which_pythons_will_do(
    zips: dict[str, Path], system: System
) -> None:
    with ZipFile(zips[system.name]) as file:
        text = file.read(system.starter[0]).decode("ascii")
    first, last = (tuple(map(int, python.split("."))) for python in (PYTHONS[0], PYTHONS[-1]))
    assert f"{first} <= sys.version_info[:2] <= {last}" in text
    assert text.count("\r\n") == (text.count("\n") if system.name == "windows-x64" else 0)
