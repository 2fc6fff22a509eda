"""What a zip carries beside the app: pages to read, licences, and the bill of materials."""

import json
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

import cyclonedx.schema
import jsonschema_rs
import pytest

from offline.systems import PYTHONS
from tests.offline.conftest import WITH_PYTHON

SCHEMAS = Path(cyclonedx.schema.__file__).parent / "_res"
TEXT = ("LEESMIJ.txt", "LICENSE.txt")


class Page(HTMLParser):
    """The tags of a page with their attributes, and the words in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, name: str) -> list[dict[str, str]]:
        """The attributes of each tag of a kind."""
        return [attributes for tag, attributes in self.tags if tag == name]


@pytest.fixture(scope="module")
def pages(here: Path) -> dict[str, Page]:
    with ZipFile(here) as file:
        names = [name for name in file.namelist() if name.endswith(".html")]
        return {name: Page(file.read(name).decode("utf-8")) for name in names}


def bill(zipped: Path) -> Any:
    with ZipFile(zipped) as file:
        return json.loads(file.read("sbom.cdx.json"))


def test_the_pages_are_there_and_a_person_finds_them(pages: dict[str, Page], here: Path) -> None:
    names = {PurePosixPath(name).name for name in pages}
    assert {"handleiding.html", "toetsen.html", "keys.html", "toegankelijkheid.html"} <= names
    with ZipFile(here) as file:
        read_me = file.read("LEESMIJ.txt").decode("ascii")
        assert not [name for name in file.namelist() if name.endswith(".md") and "/" not in name]
    assert all(name in read_me for name in names)
    assert not {"#", "|", "`", "*"} & set(read_me)


def test_pages_need_nothing_but_themselves(pages: dict[str, Page], here: Path) -> None:
    """Every link and picture leads to something in the zip, and none to a network."""
    with ZipFile(here) as file:
        there = set(file.namelist())
    folders = {str(parent) for name in there for parent in PurePosixPath(name).parents}
    for name, page in pages.items():
        assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in page.tags}
        used = [one["href"] for one in page.all("a")] + [one["src"] for one in page.all("img")]
        for target in used:
            path, _, place = unquote(target).partition("#")
            found = str(PurePosixPath(name).parent / path) if path else name
            assert found in there | folders, f"{name}: {target}"
            ids = [attributes.get("id") for _, attributes in pages[found].tags] if place else []
            assert not place or place in ids, f"{name}: {target}"


def test_pages_can_be_read_without_seeing_them(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        (language,) = (one["lang"] for one in page.all("html"))
        assert language == ("en" if name == "docs/keys.html" else "nl")
        levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3")]
        assert levels.count(1) == 1
        assert all(down - up <= 1 for up, down in pairwise(levels)), name
        ids = Counter(attributes["id"] for _, attributes in page.tags if "id" in attributes)
        assert set(ids.values()) == {1}
        assert all(one["alt"] for one in page.all("img")), name
        assert all(one.get("scope") == "col" for one in page.all("th")), name
        assert page.all("a")[0]["href"] == "#text"  # past the list of pages
        assert not [raw for raw in ("|---", "](", ".md") if raw in page.words], name


@pytest.mark.parametrize("kind", ["linux-x64", "windows-x64", WITH_PYTHON])
def test_licences_of_all_that_it_carries(zips: dict[str, Path], kind: str) -> None:
    with ZipFile(zips[kind]) as file:
        wheels = [name.split("/")[1] for name in file.namelist() if name.startswith("wheels/")]
        texts = [name for name in file.namelist() if name.startswith("licenties/")]
        assert all(file.read(name).strip() for name in texts)
        assert ("python/LICENSE.txt" in file.namelist()) is (kind == WITH_PYTHON)
    assert {"-".join(name.split("-")[:2]) for name in wheels} == {
        name.split("/")[1] for name in texts
    }


@pytest.mark.parametrize("kind", ["linux-x64", "macos-arm64", WITH_PYTHON])
def test_the_bill_is_of_what_is_there(zips: dict[str, Path], kind: str) -> None:
    found = bill(zips[kind])
    app = found["metadata"]["component"]
    with ZipFile(zips[kind]) as file:
        lists = json.loads(file.read("offline/wheels.json"))["pythons"]
    listed = {name: digest for one in lists.values() for name, digest in one["wheels"].items()}
    parts = [one for one in found["components"] if one["name"] != "cpython"]
    assert {one["bom-ref"]: one["hashes"][0]["content"] for one in [app, *parts]} == listed
    assert all(one["licenses"] for one in parts)
    (core, *_) = (one for one in parts if one["name"] == "pydantic_core")
    assert "pyo3" in {one["name"] for one in core["components"]}  # compiled into it
    needs = {one["ref"]: one.get("dependsOn", []) for one in found["dependencies"]}
    reached, todo = set(), [app["bom-ref"]]
    while todo:
        reached.add(one := todo.pop())
        todo += [need for need in needs[one] if need not in reached]
    assert reached == set(listed)
    cores = [one["bom-ref"] for one in parts if one["name"] == "pydantic_core"]
    assert len(cores) == (1 if kind == WITH_PYTHON else len(PYTHONS))


@pytest.mark.parametrize("kind", ["linux-x64", WITH_PYTHON])
def test_the_bill_is_valid_cyclonedx(zips: dict[str, Path], kind: str) -> None:
    def schema(name: str) -> Any:
        return json.loads((SCHEMAS / f"{name}.SNAPSHOT.schema.json").read_text("utf-8"))

    def beside(address: str) -> Any:
        return schema(address.rsplit("/", 1)[-1].removesuffix(".SNAPSHOT.schema.json"))

    found = bill(zips[kind])
    assert found["specVersion"] == "1.6"
    validator = jsonschema_rs.validator_for(schema("bom-1.6"), retriever=beside)
    assert [error.message for error in validator.iter_errors(found)] == []
