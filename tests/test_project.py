"""What the project says of itself is so: versions, what it needs, its pictures and links."""

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.metadata import packages_distributions
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.pictures.scenes import SCENES
from tui import VERSION
from tui.cli.cmd_overview import SHAPES
from tui.screens.main.commands import MAIN
from tui.screens.registry import SCREENS

ROOT = Path(__file__).parents[1]
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
ABOUT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def pins(name: str) -> dict[str, str]:
    """The version of each project in a lock file; every one of them has its hashes."""
    found = {}
    for line in text(name).replace("\\\n", " ").splitlines():
        assert " --hash=sha256:" in line
        requirement = Requirement(line.split(" --hash=")[0])
        found[canonicalize_name(requirement.name)] = str(requirement.specifier)
    return found


def test_every_version_has_its_date_and_the_newest_is_this_one() -> None:
    versions = re.findall(r"^## (\S+) \((.+)\)$", text("CHANGELOG.md"), re.MULTILINE)
    assert len(versions) == text("CHANGELOG.md").count("\n## ")
    (first, when), *others = versions
    assert first == VERSION == ABOUT["project"]["version"]
    assert when == "not released yet" or date.fromisoformat(when)
    days = [date.fromisoformat(day) for _, day in others]
    assert days == sorted(days, reverse=True)


def test_what_is_imported_is_declared() -> None:
    """What only comes along with something else can go with its next version."""
    optional = ABOUT["project"]["optional-dependencies"]
    declared = {
        canonicalize_name(Requirement(one).name)
        for one in [*ABOUT["project"]["dependencies"], *optional["documents"]]
    }
    own = {"seed", "storage", "tui", *sys.stdlib_module_names}
    projects = packages_distributions()
    for folder in ("seed", "storage", "tui"):
        for path in (ROOT / folder).rglob("*.py"):
            for module in imported(path) - own:
                names = {canonicalize_name(one) for one in projects[module]}
                names = {"pydantic" if one == "pydantic-core" else one for one in names}
                assert names & declared, f"{path} imports {module}"


def imported(path: Path) -> set[str]:
    """The first names of the modules that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_what_builds_it_is_locked_as_what_it_needs() -> None:
    build = pins("requirements-build.lock")
    assert ABOUT["dependency-groups"]["build"] == sorted(ABOUT["build-system"]["requires"])
    assert {Requirement(one).name for one in ABOUT["build-system"]["requires"]} <= build.keys()
    everything = pins("requirements-dev.lock")
    for name in LOCKS:
        assert pins(name).items() <= everything.items(), name
    for line in re.findall(r"pip install [^&\n]*-e \.", text("README.md")):
        assert "--no-deps --no-build-isolation" in line


def test_powershell_5_knows_every_word_of_its_lines() -> None:
    (found,) = re.findall(r"```powershell\n(.*?)```", text("README.md"), re.DOTALL)
    assert "&" not in found
    assert "/" not in found
    shell = re.findall(r"```sh\n(python3 -m venv .*)\n```", text("README.md"))[0].split(" && ")
    told = [line.replace("\\python -m pip", "\\pip") for line in found.splitlines()]
    assert told == [line.replace("python3", "py").replace("/bin/", "\\Scripts\\") for line in shell]


def test_every_picture_is_used_and_can_be_drawn_anew() -> None:
    there = {path.stem for path in (ROOT / "docs" / "pictures").iterdir()}
    used = {
        name
        for path in DOCS
        for name in re.findall(r"pictures/([\w-]+)\.svg", path.read_text("utf-8"))
    }
    assert there == used == {scene.name for scene in SCENES}


def test_every_overview_is_named_where_people_look() -> None:
    ((first, others),) = re.findall(r"overview (\w+) +# also (.*)", text("README.md"))
    assert [first, *others.split(", ")] == [*SHAPES]
    found = {one.id: one.keys[0] for one in MAIN if one.id in SHAPES}
    told = re.findall(
        r"\(`(.)`\) \| `arrangement overview (\w+)`", text("docs/toegankelijkheid.md")
    )
    assert {name: key for key, name in told} == found
    assert {f"help.screen_{name}" for name in SHAPES} <= {name for name, _ in SCREENS}


def test_every_link_of_the_docs_leads_somewhere() -> None:
    for path in [*DOCS, ROOT / "SECURITY.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_publiccode_is_as_its_standard_says() -> None:
    """The mandatory keys and the limits of version 0.7."""
    found = yaml.safe_load(text("publiccode.yml"))
    mandatory = {
        "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType",
        "description", "legal", "maintenance", "localisation",
    }  # fmt: skip
    assert mandatory <= found.keys()
    assert found["publiccodeYmlVersion"] == "0.7"
    assert found["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert found["softwareType"] == "standalone/desktop"
    for language in found["description"].values():
        assert len(language["shortDescription"]) <= 150
        assert 150 <= len(language["longDescription"]) <= 10_000
        assert language["features"]
    assert found["maintenance"]["type"] in {"internal", "community"}
    assert all(one["name"] for one in found["maintenance"]["contacts"])
    assert found["localisation"]["localisationReady"] is True
    assert set(found["localisation"]["availableLanguages"]) == {"nl", "en"}


def test_publiccode_says_what_the_project_says() -> None:
    found = yaml.safe_load(text("publiccode.yml"))
    assert found["url"] == ABOUT["project"]["urls"]["Source"]
    assert found["legal"]["license"] == ABOUT["project"]["license"]
    assert f">={found['dependsOn']['open'][0]['versionMin']}" == ABOUT["project"]["requires-python"]
    released = f"## {found['softwareVersion']} ({found['releaseDate']})"
    assert released in text("CHANGELOG.md").splitlines()


IN_EACH = {"__init__", "commands", "lines", "rows", "screen", "store"}
"""What a file is called in each folder that has one; `store` is also what the screen calls ours."""
OF_EACH = {"data", "load", "migrate", "render", "report", "save", "sheet", "table", "told"}
"""What each file of a kind has: overviews, migrations, formats, kinds of reports, what is kept."""


def test_a_file_and_a_name_are_for_one_thing() -> None:
    """No file is long, no two files and no two public classes or functions share a name."""
    files, names = Counter[str](), Counter[str]()
    for path in [*(ROOT / "storage").rglob("*.py"), *(ROOT / "tui").rglob("*.py")]:
        code = path.read_text("utf-8")
        assert code.count("\n") <= 250, f"{path.relative_to(ROOT)} is over 250 lines"
        files[path.stem] += 1
        defined = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        names.update(one.name for one in ast.parse(code).body if isinstance(one, defined))
    assert {one for one, n in files.items() if n > 1} <= IN_EACH
    assert {one for one, n in names.items() if n > 1 and one[0] != "_"} <= OF_EACH


PUBLIC = {"_exit", "_fields", "_replace"}
"""Of the standard library, and public although an underscore begins it."""
INSIDE = {
    "tests/offline/conftest.py": {"_base_executable"},  # the Python below a virtual environment
    "tests/tui/driving.py": {  # when Textual rests, and what it need not read again
        "_compositor",
        "_on_timer_update",
        "_parse_rules",
        "_ready",
        "_variables",
    },
}
"""What a library does not tell in another way, in the one file that asks for it."""


def test_no_test_looks_into_what_is_private() -> None:
    """A test of what is private fails when only the inside changes."""
    found = [
        f"{name}:{line} {private}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for name in [path.relative_to(ROOT).as_posix()]
        for line, private in private_of_others(ast.parse(path.read_text("utf-8")))
        if private not in PUBLIC | INSIDE.get(name, set())
    ]
    assert found == []


def private_of_others(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The private names that a file takes from what it does not define itself, with their lines."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls")):
                continue
            case ast.Attribute(attr=name, lineno=line):
                names = [name]
            case ast.ImportFrom(names=imported, lineno=line):
                names = [one.name for one in imported]
            case ast.Call(
                func=ast.Attribute(attr="setattr" | "object") | ast.Name(id="getattr" | "setattr"),
                args=[_, ast.Constant(value=str(name)), *_],
                lineno=line,
            ):
                names = [name]
            case _:
                continue
        yield from ((line, one) for one in names if re.match("_(?!_)", one))
