"""Starting from an unpacked zip: the first time, every time after, and when it cannot be."""

import json
import os
import subprocess
import time
from pathlib import Path

import docx
import pytest

from tests.offline.conftest import LATER, PYTHON, Laptop
from tui import VERSION

FIRST = "Eerste start, dit duurt even: uitpakken in {}\n"
OTHERWISE = """
import runpy, sys
{}
sys.argv = ["tui.py", "--version"]
runpy.run_path("tui.py", run_name="__main__")
"""


MAC = """
import importlib.machinery, os, sys, zipfile
sys.platform = "darwin"
kind = ".cpython-{{}}{{}}-darwin.so".format(*sys.version_info)
importlib.machinery.EXTENSION_SUFFIXES[0] = kind
os.uname = lambda: os.uname_result(("Darwin", "", "", "", "{}"))
zipfile.ZipFile.extractall = lambda *_: sys.exit("unpacks")
"""


def otherwise(change: str) -> list[str]:
    """Ask for the version on a laptop that differs in this."""
    return [PYTHON, "-S", "-c", OTHERWISE.format(change)]


def wheel(laptop: Laptop, project: str) -> Path:
    return next((laptop.home / "wheels").glob(f"{project}-*"))


def test_the_first_start_unpacks_and_the_second_does_not(laptop: Laptop) -> None:
    assert laptop.starts() == FIRST.format(laptop.home / "app")
    (folder,) = laptop.unpacked
    (laptop.home / "wheels").rename(laptop.home / "elsewhere")  # nothing is read from it again
    assert laptop.starts() == ""
    assert laptop.unpacked == [folder]
    assert not laptop.caches.exists()


def test_byte_code_is_kept(laptop: Laptop) -> None:
    laptop.starts()
    assert list(laptop.home.glob("app/*/tui/cli/__pycache__/group.*.pyc"))


@pytest.mark.parametrize(
    "python",
    [["-S", "tui.py"], ["-I", "-S", "tui.py"], ["-P", "-S", "tui.py"]],
    ids=["as a file", "isolated, as an embedded Python is", "with a safe path"],
)
def test_other_ways_to_start(laptop: Laptop, python: list[str]) -> None:
    laptop.starts(PYTHON, *python, "--version")


def test_what_is_double_clicked_starts_it_from_anywhere(laptop: Laptop) -> None:
    starter = laptop.home / "arrangement"
    laptop.starts("sh", "-c", 'cd / && exec "$0" --version', str(starter))
    assert not list(laptop.home.glob("arrangement.*"))


def test_what_is_double_clicked_says_that_there_is_no_python(laptop: Laptop) -> None:
    laptop.env["PATH"] = str(laptop.caches)
    said = laptop.refused("/bin/sh", str(laptop.home / "arrangement"))
    assert said == "Er is geen Python gevonden. Lees LEESMIJ.txt."


def test_its_own_modules_come_before_those_of_the_python(laptop: Laptop) -> None:
    """An environment with other versions of the same packages does not matter."""
    others = laptop.home.parent / "others"
    others.mkdir()
    (others / "click.py").write_text("raise SystemExit('the wrong one')")
    laptop.env["PYTHONPATH"] = str(others)
    laptop.starts()


@pytest.mark.parametrize("version", [(3, 8, 18), (3, 10, 13), (3, 15, 0)])
def test_a_python_that_the_zip_is_not_for(laptop: Laptop, version: tuple[int, ...]) -> None:
    said = laptop.refused(*otherwise(f"sys.version_info = {version}"))
    assert said == (
        f"Dit is Python {version[0]}.{version[1]}. "
        "Deze zip werkt met Python 3.11, 3.12, 3.13 of 3.14."
    )
    assert laptop.unpacked == []


def test_a_python_of_another_kind(laptop: Laptop) -> None:
    said = laptop.refused(
        *otherwise(
            "import importlib.machinery as machinery\n"
            "machinery.EXTENSION_SUFFIXES[0] = '.cpython-313t-x86_64-linux-gnu.so'"
        )
    )
    assert said == (
        "Deze zip is voor linux-x64 en voor de gewone Python van python.org. Hier draait een "
        "andere soort (cpython-313t-x86_64-linux-gnu). Neem de zip of de Python die hierbij past."
    )
    assert laptop.unpacked == []


@pytest.mark.parametrize(("machine", "fits"), [("arm64", True), ("x86_64", False)])
def test_a_zip_of_the_other_mac(
    zips: dict[str, Path], tmp_path: Path, machine: str, fits: bool
) -> None:
    """Both kinds of Mac name their modules alike."""
    laptop = Laptop(tmp_path)
    laptop.unpack(zips["macos-arm64"])
    said = laptop.refused(*otherwise(MAC.format(machine)))
    assert (said == "unpacks") is fits
    assert ("Hier draait een andere soort" in said) is not fits


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_wheel_that_is_not_the_listed_one(laptop: Laptop, damage: str) -> None:
    rich = wheel(laptop, "rich")
    if damage == "gone":
        rich.unlink()
        trouble = "is niet te lezen (No such file or directory)"
    else:
        rich.write_bytes(rich.read_bytes()[:-1] + b"x")
        trouble = "is beschadigd of veranderd"
    assert laptop.refused() == (
        f"Het bestand {rich.name} in de map wheels {trouble}. Er is niets uitgepakt of gestart. "
        "Pak de zip opnieuw uit; helpt dat niet, haal de zip dan opnieuw op."
    )
    assert laptop.unpacked == []


@pytest.mark.parametrize("content", [None, "{", ""])
def test_the_list_of_wheels_is_gone_or_damaged(laptop: Laptop, content: str | None) -> None:
    lists = laptop.home / "offline" / "wheels.json"
    lists.unlink() if content is None else lists.write_text(content)
    assert laptop.refused() == (
        "Het bestand wheels.json in de map offline ontbreekt of is beschadigd. "
        "Pak de hele zip opnieuw uit."
    )


def test_the_start_file_alone(laptop: Laptop) -> None:
    """As when it is opened inside the zip."""
    alone = laptop.home / "alone"
    alone.mkdir()
    (laptop.home / "tui.py").rename(alone / "tui.py")
    assert laptop.refused(PYTHON, "-S", "alone/tui.py") == (
        "Hier staat alleen tui.py. Pak de hele zip uit in een map en start vanuit die map."
    )


def read_only(laptop: Laptop, *command: str) -> list[str]:
    """A command for which the folder of the laptop cannot be written."""
    if os.geteuid() != 0:
        laptop.home.chmod(0o555)
        return [*command]
    bind = 'mount --bind . . && mount -o remount,ro,bind . && cd "$PWD" && exec "$@"'
    if subprocess.run(["unshare", "-m", "true"], check=False).returncode:
        pytest.skip("root here, and no namespace for a read-only mount")
    return ["unshare", "-m", "sh", "-c", bind, "sh", *command]


def test_a_folder_that_cannot_be_written(laptop: Laptop) -> None:
    here, cache = laptop.home / "app", laptop.caches / "arrangement" / "app"
    command = read_only(laptop, *laptop.command("--version"))
    assert laptop.starts(*command) == FIRST.format(here) + FIRST.format(cache)
    assert len(list(cache.iterdir())) == 1
    assert laptop.starts(*command) == ""
    assert laptop.unpacked == []


def test_no_folder_can_be_written(laptop: Laptop) -> None:
    laptop.caches.write_text("a file")
    said = laptop.refused(*read_only(laptop, *laptop.command("--version")))
    assert said.startswith(f"Uitpakken is niet gelukt in {laptop.home / 'app'} (")
    assert f" en ook niet in {laptop.caches / 'arrangement' / 'app'} (Not a directory)." in said


def test_a_start_that_breaks_off_leaves_nothing_that_is_used(laptop: Laptop) -> None:
    fails = "import zipfile\nzipfile.ZipFile.extractall = lambda *_: sys.exit('broken off')"
    assert laptop.run(*otherwise(fails)).stderr.endswith("broken off\n")
    assert laptop.unpacked == []
    laptop.starts()


def test_what_a_start_left_half_done_is_removed_after_a_day(laptop: Laptop) -> None:
    laptop.starts()
    (folder,) = laptop.unpacked
    for name, age in {"0123456789ab.0001": 0, "0123456789ab.0002": 2 * 24 * 60 * 60}.items():
        half = laptop.home / "app" / name
        half.mkdir()
        os.utime(half, times=(time.time() - age, time.time() - age))
    (laptop.home / "app" / "van mij").mkdir()
    laptop.starts()
    assert set(laptop.unpacked) == {folder, "0123456789ab.0001", "van mij"}


def test_a_virus_scanner_that_holds_the_new_files_for_a_moment(laptop: Laptop) -> None:
    """Windows refuses to rename a folder while a file in it is open."""
    held = (
        "import os\n"
        "rename, answers = os.rename, [PermissionError(13, 'held'), PermissionError(13, 'held')]\n"
        "def slow(*names):\n"
        "    if answers: raise answers.pop()\n"
        "    rename(*names)\n"
        "os.rename = slow"
    )
    assert laptop.starts(*otherwise(held)) == FIRST.format(laptop.home / "app")
    assert laptop.starts() == ""


def test_two_first_starts_at_once(laptop: Laptop) -> None:
    both = [
        subprocess.Popen(
            laptop.command("--version"), cwd=laptop.home, env=laptop.env, stdout=subprocess.PIPE
        )
        for _ in range(2)
    ]
    assert [one.communicate()[0] for one in both] == [f"arrangement {VERSION}\n".encode()] * 2
    assert len(laptop.unpacked) == 1


def test_the_next_version_is_unpacked_over_it(laptop: Laptop, newer: Path) -> None:
    laptop.starts()
    (before,) = laptop.unpacked
    assert not list(laptop.home.glob("app/*/tui/nieuw.txt"))
    laptop.unpack(newer)
    assert laptop.starts() == FIRST.format(laptop.home / "app")
    (after,) = laptop.unpacked
    assert after != before
    assert (laptop.home / "app" / after / "tui" / "nieuw.txt").is_file()
    assert [path.name for path in laptop.home.glob("wheels/arrangement-*")] == [
        f"arrangement-{LATER}-py3-none-any.whl"
    ]


def test_it_reads_word_and_pdf(laptop: Laptop) -> None:
    document = docx.Document()
    document.add_heading("Samenwerkingsarrangement", 1)
    document.add_paragraph("Een zin uit een Word-bestand.")
    document.save(str(laptop.home / "bron.docx"))
    attached = laptop.run(*laptop.command("source", "attach", "bron.docx"))
    assert attached.returncode == 0, attached.stderr
    found = laptop.run(*laptop.command("search", "Word-bestand"))
    assert "Een zin uit een" in found.stdout
    tested = laptop.run(*laptop.command("selftest", "--format", "json"))
    readers = {one["name"]: one["value"] for one in json.loads(tested.stdout)["reading"]}
    assert readers == {"word": "werkt", "pdf": "werkt"}


BARRED = """
import importlib
load = importlib.import_module
def barred(name, *more):
    if name.endswith("_pydantic_core"):
        raise ImportError("DLL load failed: blocked by group policy")
    return load(name, *more)
importlib.import_module = barred
"""


def test_a_module_that_a_policy_blocks_is_named_once(laptop: Laptop) -> None:
    done = laptop.run(*otherwise(BARRED))
    assert (done.returncode, done.stdout.strip()) == (0, f"arrangement {VERSION}")
    (told,) = [line for line in done.stderr.splitlines() if "laat een onderdeel" in line]
    assert "_pydantic_core" in told
    assert "blocked by group policy" in told
    assert "beheerder" in told
    assert "laat een onderdeel" not in laptop.run(*otherwise(BARRED)).stderr
