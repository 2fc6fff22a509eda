"""An arrangement of one's own: from a folder, or empty; and the page that tells how."""

import json
import re
import shlex
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from seed.loader import read_folder
from storage.store import Store
from tui.__main__ import open_screen
from tui.app import ArrangementApp
from tui.cli.group import cli

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = DOCS / "voorbeeld"
PAGE = (DOCS / "eigen-arrangement.md").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the example where the page says that it is."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE, tmp_path / "docs" / "voorbeeld")
    return tmp_path


def run(*words: object, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, [str(word) for word in words], obj=open_screen)
    assert result.exit_code == code, (words, result.output)
    return result


def acts_in(path: Path) -> set[str]:
    with closing(Store.open(path)) as store:
        return {row[0] for row in store.connection.execute("SELECT id FROM acts").fetchall()}


def commands() -> list[list[str]]:
    blocks = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines]


def is_screen(words: list[str]) -> bool:
    return len(words) == 2 and words[0] == "--db"


def test_every_command_of_the_page_works(desk: Path):
    done = [words for words in commands() if not is_screen(words)]
    for words in done:
        run(*words)
    assert {word for words in done for word in words} >= {
        "new", "seed", "list", "show", "search", "status", "source", "export", "import"
    }  # fmt: skip
    shown = json.loads(run("--db", "collega.db", "show", "WAD-01", "--format", "json").stdout)
    assert (shown["status"], shown["regions"]) == ("in_progress", ["waddenkust"])


def test_the_document_of_the_example_is_covered(desk: Path):
    run("new", "noord.db", "--from", EXAMPLE)
    source = ("--db", "noord.db", "source")
    attached = json.loads(
        run(*source, "attach", EXAMPLE / "document.txt", "--format", "json").stdout
    )
    assert (attached["document"], attached["passages"]) == ("noord-2027-2029", 12)
    covered = json.loads(run(*source, "coverage", "--format", "json").stdout)
    assert covered["total"]["agreements"] == 4
    assert (covered["undecided"], covered["astray"]) == ([], [])


def test_the_files_that_the_page_opens_on_screen_are_there(desk: Path):
    made: set[str] = set()
    for words in commands():
        if is_screen(words):
            assert words[1] in made
        elif words[0] == "new":
            made.add(words[1])
    assert any(map(is_screen, commands()))


def test_the_page_shows_what_the_check_really_says(desk: Path):
    (told,) = re.findall(r"```text\n(.*)\n```", PAGE)
    wrong = desk / "docs" / "voorbeeld" / "gebieden.toml"
    wrong.write_text(wrong.read_text().replace('parents = ["noord"]', 'parents = ["nord"]'))
    said = run("seed", "check", desk / "docs" / "voorbeeld", code=1).stderr
    assert told in said


def test_the_example_is_the_minimum_and_a_little_more():
    counts = json.loads(run("seed", "check", EXAMPLE, "--format", "json").stdout)
    assert counts == {
        "arrangement": "noord-2027-2029",
        "released": "2026-11-25",
        "counts": {
            "arrangement": 1, "regions": 2, "programmes": 2, "organisations": 3,
            "agreements": 4, "targets": 1, "glossary": 1,
        },
        "mistakes": [], "remarks": [],
    }  # fmt: skip


def test_two_laptops_have_the_same_acts_of_a_folder(desk: Path):
    folder = desk / "docs" / "voorbeeld"
    run("new", "een.db", "--from", folder)
    for path in folder.glob("document.*"):
        path.unlink()
    files = [path.read_text() for path in sorted(folder.glob("*.toml"))]
    for path in folder.glob("*.toml"):
        path.unlink()
    (folder / "alles.toml").write_text("\n".join(reversed(files)))  # other files, other order
    run("new", "twee.db", "--from", folder)
    assert acts_in(desk / "een.db") == acts_in(desk / "twee.db")
    assert len(acts_in(desk / "een.db")) == 14


def test_another_day_of_release_gives_other_acts(desk: Path):
    folder = desk / "docs" / "voorbeeld"
    run("new", "een.db", "--from", folder)
    head = folder / "arrangement.toml"
    head.write_text(head.read_text().replace("2026-11-25", "2026-12-01"))
    run("new", "twee.db", "--from", folder)
    assert not acts_in(desk / "een.db") & acts_in(desk / "twee.db")


def test_a_file_belongs_to_the_arrangement_of_its_folder(desk: Path):
    run("new", "noord.db", "--from", EXAMPLE)
    run("--db", "oost.db", "list", "regions")
    run("--db", "oost.db", "export", "oost.json")
    assert "noord-2027-2029" not in run("--db", "noord.db", "import", "oost.json", code=1).stdout
    assert json.loads(run("--db", "noord.db", "list", "regions", "--format", "json").stdout)[0][
        "name"
    ].endswith("Noord")


def test_new_codes_go_on_with_those_of_the_folder(desk: Path):
    run("new", "noord.db", "--from", EXAMPLE)
    given = ("title=Nieuw", "kind=commitment", "part=2", "regions+=waddenkust")
    made = run("--db", "noord.db", "add", "agreements", *given, "--format", "json").stdout
    assert re.fullmatch(r"NOORD-2-WAD-03-[A-Z]\d", json.loads(made)["code"])


def test_codes_keep_the_prefix_that_the_folder_gave_them(desk: Path):
    folder = desk / "docs" / "voorbeeld"
    for path in folder.glob("*.toml"):
        text = path.read_text().replace("NOORD-", "LN-").replace('prefix = "NOORD"\n', "")
        path.write_text(text)
    run("new", "noord.db", "--from", folder)
    given = ("title=Nieuw", "kind=commitment", "part=2")
    made = run("--db", "noord.db", "add", "agreements", *given, "--format", "json").stdout
    assert json.loads(made)["code"].startswith("LN-2-ALG-")


def test_regions_and_organisations_are_enough_to_begin(desk: Path):
    folder = desk / "docs" / "voorbeeld"
    for name in ("programmas.toml", "afspraken.toml"):
        (folder / name).unlink()
    run("new", "noord.db", "--from", folder)
    assert (
        json.loads(run("--db", "noord.db", "list", "agreements", "--format", "json").stdout) == []
    )
    given = ("title=Eerste", "kind=commitment", "part=1", "regions+=waddenkust")
    made = run("--db", "noord.db", "add", "agreements", *given, "--format", "json").stdout
    assert re.fullmatch(r"NOORD-1-WAD-01-[A-Z]\d", json.loads(made)["code"])
    assert run("--db", "noord.db", "check").exit_code == 0


def test_an_empty_arrangement_has_the_name_of_its_file(desk: Path):
    said = json.loads(run("new", "Zuid-Oost 2030.db", "--format", "json").stdout)
    assert re.fullmatch("zuid-oost-2030-[0-9a-f]{8}", said["arrangement"])
    assert said["counts"] == {"arrangement": 1}
    with closing(Store.open(desk / "Zuid-Oost 2030.db")) as store:
        assert store.totals().title == "Zuid-Oost 2030"
    listed = run("--db", "Zuid-Oost 2030.db", "list", "regions", "--format", "json").stdout
    assert json.loads(listed) == []


def test_the_first_code_of_an_empty_arrangement(desk: Path):
    run("new", "zuid-2030.db")
    given = ("--db", "zuid-2030.db", "add")
    run(*given, "regions", "name=Kempen", "short=KEM")
    made = run(*given, "agreements", "title=Eerste", "kind=commitment", "regions+=Kempen",
               "part=1", "--format", "json").stdout  # fmt: skip
    assert re.fullmatch(r"ZUID-1-KEM-01-[A-Z]\d", json.loads(made)["code"])


def test_what_is_said_of_an_empty_arrangement(desk: Path):
    said = ("--title", "Samenwerking Noordkust", "--period", "2027 tot en met 2030")
    run("new", "een.db", *said, "--prefix", "nk")
    run("new", "twee.db", *said)
    one, two = (head_of(name) for name in ("een.db", "twee.db"))
    assert {key: one[key] for key in ("title", "from", "to", "prefix")} == {
        "title": "Samenwerking Noordkust", "from": "2027-01-01", "to": "2030-12-31",
        "prefix": "NK",
    }  # fmt: skip
    assert two["prefix"] == "NOORDKUST"
    assert one["id"] != two["id"]


def test_codes_keep_their_prefix_whatever_the_title_becomes(desk: Path):
    run("new", "zuid.db", "--prefix", "LZ")
    on = ("--db", "zuid.db")
    run(*on, "edit", head_of("zuid.db")["id"], "title=Heel iets anders")
    given = (*on, "add", "agreements", "kind=commitment", "part=1", "--format", "json")
    made = json.loads(run(*given, "title=Eerste").stdout)
    assert re.fullmatch(r"LZ-1-ALG-01-[A-Z]\d", made["code"])
    run(*on, "edit", head_of("zuid.db")["id"], "prefix=ZUID")
    assert json.loads(run(*given, "title=Tweede").stdout)["code"].startswith("ZUID-1-ALG-02-")
    assert (
        "hoofdletter" in run(*on, "edit", head_of("zuid.db")["id"], "prefix=zu-id", code=1).stderr
    )


def test_at_a_keyboard_it_asks(desk: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tui.cli.cmd_new._at_keyboard", lambda: True)
    given = "Arrangement Kempen\nooit\n2028-2030\n2\n\n"  # what cannot be is asked again
    result = CliRunner().invoke(cli, ["--lang", "nl", "new", "x.db"], input=given)
    assert result.exit_code == 0, result.output
    assert "Titel [x]" in result.stderr
    assert "Begin van de codes [KEMPEN]" in result.stderr
    assert "geen periode" in result.stderr
    assert "kan geen begin van een code zijn" in result.stderr
    found = head_of("x.db")
    assert (found["title"], found["to"], found["prefix"]) == (
        "Arrangement Kempen", "2030-12-31", "KEMPEN"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--period", "ooit"), "geen periode"),
        (("--prefix", "2-Z"), "begin van een code"),
        (("--title", "…"), "geen letter of cijfer"),
        (("--from", EXAMPLE, "--title", "X"), "laat --title weg"),
    ],
)
def test_what_no_arrangement_begins_with(desk: Path, words: tuple[object, ...], said: str):
    assert said in run("--lang", "nl", "new", "x.db", *words, code=1).stderr
    assert not (desk / "x.db").exists()


def test_without_db_it_says_which_file_and_of_what(desk: Path):
    first = run("--lang", "nl", "list", "regions").stderr
    assert "arrangement van Oost" in first
    assert "oost-2014-2016.db" in first
    assert "--db" not in run("--lang", "nl", "list", "regions").stderr
    run("new", "noord.db", "--from", EXAMPLE)
    said = run("--lang", "nl", "list", "regions").stderr
    assert "Zonder --db: " in said
    assert str(desk / "noord.db") in said
    assert "--db" not in run("--lang", "nl", "--db", "noord.db", "list", "regions").stderr
    (desk / "noord.db").unlink()
    assert "--db" not in run("--lang", "nl", "list", "regions").stderr


def test_two_that_are_called_the_same_are_never_one(desk: Path):
    (desk / "elders").mkdir()
    for name in ("scherm.db", "elders/scherm.db"):
        run("new", name)
    run("--db", "scherm.db", "export", "scherm.json")
    said = run("--lang", "nl", "--db", "elders/scherm.db", "import", "scherm.json", code=1).stderr
    assert "ander arrangement" in said


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[ArrangementApp]:
    """The apps that were started, without a terminal; the first goes on with another file."""
    started: list[ArrangementApp] = []

    def run_app(app: ArrangementApp) -> None:
        app.next = None if started else Path("noord.db")
        started.append(app)

    monkeypatch.setattr(ArrangementApp, "run", run_app)
    monkeypatch.setattr("tui.cli.group.at_terminal", lambda: True)
    return started


def test_the_screen_says_which_file_it_has_and_goes_on_with_a_new_one(
    desk: Path, opened: list[ArrangementApp]
):
    run("new", "noord.db", "--from", EXAMPLE)
    ended = run("--lang", "nl").stderr
    first, then = opened
    assert "met het arrangement van Oost: oost-2014-2016.db" in first.told("oost-2014-2016")
    assert then.path == Path("noord.db")
    assert "gemaakt in noord.db" in then.told("noord-2027-2029")
    assert 'Openen: arrangement --db "noord.db"' in ended
    opened.clear()
    run("--lang", "nl")
    assert "Zonder --db is dit oost-2014-2016.db" in opened[0].told("oost-2014-2016")


def head_of(name: str) -> dict[str, str]:
    (found,) = json.loads(run("--db", name, "list", "arrangement", "--format", "json").stdout)
    shown: dict[str, str] = json.loads(
        run("--db", name, "show", found["id"], "--format", "json").stdout
    )
    return shown


def test_a_short_name_is_three_capitals(desk: Path):
    run("new", "zuid.db")
    said = run("--db", "zuid.db", "add", "regions", "name=Kempen", "short=Kem", code=1)
    assert "drie hoofdletters" in said.stderr


def test_a_file_that_exists_stays_as_it_is(desk: Path):
    for name, more in (("a.db", ()), ("b.db", ("--from", EXAMPLE))):
        (desk / name).write_bytes(b"iets anders")
        assert name in run("new", name, *more, code=1).stderr
        assert (desk / name).read_bytes() == b"iets anders"


@pytest.mark.parametrize("name", ["-", "….db", "niets/x.db"])
def test_a_name_that_cannot_be(desk: Path, name: str):
    before = sorted(desk.rglob("*"))
    said = run("new", name, code=1)
    assert said.stderr.count("\n") == 1
    assert sorted(desk.rglob("*")) == before


def test_mistakes_are_told_and_nothing_is_made(desk: Path):
    folder = desk / "docs" / "voorbeeld"
    path = folder / "gebieden.toml"
    path.write_text(path.read_text().replace('"LNO"', '"Lno"').replace("parents", "parent"))
    head = folder / "arrangement.toml"
    head.write_text(head.read_text().replace('released = "2026-11-25"\n', ""))
    before = sorted(desk.rglob("*"))
    for words in (("new", "noord.db", "--from", folder), ("seed", "check", folder)):
        result = run(*words, code=1)
        assert result.stdout == ""
        *lines, last = result.stderr.splitlines()
        assert [line.partition(": ")[0] for line in lines] == [
            f"{head}:3", f"{path}:6", f"{path}:16",
        ]  # fmt: skip
        assert "released" in lines[0]
        assert "drie hoofdletters" in lines[1]
        assert "parents" in lines[2]  # the nearest
        assert last.startswith("3 fouten")
    assert sorted(desk.rglob("*")) == before


def test_mistakes_as_json(desk: Path):
    folder = desk / "docs" / "voorbeeld"
    path = folder / "afspraken.toml"
    path.write_text(path.read_text().replace("NOORD-2-WAD-02", "NOORD-2-WAD-01"))
    result = run("seed", "check", folder, "--format", "json", code=1)
    (found,) = json.loads(result.stdout)["mistakes"]
    assert (found["file"], found["record"], found["field"]) == (
        str(path), "agreements/noord-2-wad-02", "code",
    )  # fmt: skip
    line = path.read_text().splitlines()[found["line"] - 1]
    assert line == 'code = "NOORD-2-WAD-01"'
    assert found["reason"]


@pytest.mark.parametrize("released", ["2026-11-25", '"2026-11-25"'])
def test_the_day_of_release_with_or_without_quotes(desk: Path, released: str):
    (desk / "m").mkdir()
    (desk / "m" / "a.toml").write_text(
        f'[[arrangement]]\nid = "m"\ntitle = "M"\nreleased = {released}\nfrom = 2027-01-01\n'
    )
    assert read_folder(desk / "m").released == "2026-11-25"


@pytest.mark.parametrize("released", ["2026", '"morgen"', '"20261125"', "2026-11-25T10:00:00"])
def test_what_is_no_day_of_release(desk: Path, released: str):
    (desk / "m").mkdir()
    (desk / "m" / "a.toml").write_text(
        f'[[arrangement]]\nid = "m"\ntitle = "M"\nreleased = {released}\n'
    )
    assert ":4: arrangement/m released: " in run("seed", "check", "m", code=1).stderr


def test_what_stays_within_one_organisation_is_no_seed(desk: Path):
    (desk / "m").mkdir()
    (desk / "m" / "a.toml").write_text(
        '[[arrangement]]\nid = "m"\ntitle = "M"\nreleased = "2026-11-25"\n'
        '[[entries]]\nid = "own-1"\nabout = "arrangement/m"\nkind = "remark"\ntext = "stil"\n'
        '[[passages]]\nid = "m"\ntext = "letterlijk"\n'
    )
    said = run("new", "m.db", "--from", "m", code=1).stderr
    assert ":6: entries/own-1 id: " in said
    assert ":11: passages/m id: " in said
    assert not (desk / "m.db").exists()


@pytest.mark.parametrize("known", ["[blocks]", "document.txt"])
def test_a_place_that_the_document_does_not_have_is_found(desk: Path, known: str):
    folder = desk / "docs" / "voorbeeld"
    if known == "document.txt":  # then the document itself says which places there are
        division = folder / "document.toml"
        division.write_text(division.read_text().partition("[blocks]")[0])
    else:
        (folder / "document.txt").unlink()
    agreements = folder / "afspraken.toml"
    text = agreements.read_text().replace("2.waddenkust.b2", "2.waddenkust.b7")
    agreements.write_text(text)
    said = run("seed", "check", folder, code=1).stderr
    assert "geen plek 2.waddenkust.b7" in said
    assert "2.waddenkust.b1" in said
    line = text[: text.index("2.waddenkust.b7")].count("\n") + 1
    assert f"afspraken.toml:{line}: " in said


def test_how_the_document_is_divided_goes_along(desk: Path):
    folder = desk / "docs" / "voorbeeld"
    (folder / "document.txt").unlink()  # divided so it has other places
    text = '[[chapters]]\nkey = "2"\nbegins = "Afspraken"\n'
    (folder / "document.toml").write_text(text)
    run("new", "noord.db", "--from", folder)
    with closing(Store.open(desk / "noord.db")) as store:
        assert store.profile == text
    (folder / "document.toml").write_text("[[chapters]]\nsleutel = 2\n")
    for words in (("new", "ander.db", "--from", folder), ("seed", "check", folder)):
        assert f"{folder / 'document.toml'}: " in run(*words, code=1).stderr
    assert not (desk / "ander.db").exists()
