"""Every text stands in both languages, with the same values in it, and every key is there."""

import ast
import errno
import gettext
import string
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from storage.records.fields import (
    ENTRY_KINDS,
    FIELDS,
    KINDS,
    PARTY_ROLES,
    RELATIONS,
    STATUSES,
    TYPES,
)
from tui import locale
from tui.locale.findings import PATTERNS, text_for
from tui.words import dates, values
from tui.words.locator import locator_in_words

TUI = Path(__file__).parents[2] / "tui"


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def texts(lang: str, name: str = "arrangement") -> dict[str, tuple[str, ...]]:
    """The texts of a catalogue by key: one, or two where there are plurals."""
    with (TUI / "locale" / lang / "LC_MESSAGES" / f"{name}.po").open("rb") as file:
        found = read_po(file)
    assert not [message.id for message in found if message.fuzzy and message.id]
    return {
        message.id[0] if message.pluralizable else message.id: message.string
        if message.pluralizable
        else (message.string,)
        for message in found
        if message.id
    }


def test_both_languages_say_the_same_things() -> None:
    dutch, english = texts("nl"), texts("en")
    assert dutch.keys() == english.keys()
    for key, said in dutch.items():
        assert len(said) == len(english[key]), key
        assert all(said), key
        assert all(english[key]), key
        assert set.union(*map(holes, said)) == set.union(*map(holes, english[key])), key


@pytest.mark.parametrize("lang", locale.LANGUAGES)
def test_what_is_compiled_is_what_is_written(lang: str) -> None:
    """Else: pybabel compile -d tui/locale -D "arrangement click" """
    locale.use(lang)
    for key, said in texts(lang).items():
        if not any(map(holes, said)):
            assert locale.say(key) == said[0]
    click = gettext.translation("click", locale.FOLDER, ["nl"])
    assert all(click.gettext(key) == said[0] for key, said in texts("nl", "click").items())


def literal_keys() -> set[str]:
    """The keys that the code says as they are."""
    found = set()
    for path in TUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def test_every_key_that_is_said_is_there() -> None:
    assert literal_keys() <= set(texts("nl"))


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("status", STATUSES), ("kind", KINDS), ("role", PARTY_ROLES), ("role_long", PARTY_ROLES),
        ("relation", RELATIONS), ("relation_back", RELATIONS), ("entry_kind", ENTRY_KINDS),
        ("type", TYPES), ("types", TYPES),
        ("field", sorted({name for fields in FIELDS.values() for name in fields})),
    ],
)  # fmt: skip
def test_every_word_of_the_records_is_there(table: str, names: tuple[str, ...]) -> None:
    assert all(locale.known(f"{table}.{name}") for name in names)


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("2.twente.b5", "hoofdstuk 2, Twente, 5e punt"),
        ("1.p3", "hoofdstuk 1, 3e alinea"),
        ("2.zwolle.b2.s1", "hoofdstuk 2, Zwolle, 2e punt, 1e onderdeel"),
        ("1.afspraken.h", "hoofdstuk 1, concrete afspraken, kop"),
        ("titel.p2", "titelblad, 2e alinea"),
        ("oost.p1", "Landsdeel Oost, 1e alinea"),
        ("bijlage.hca.b1", "bijlage, Human Capital Agenda's, 1e punt"),
        ("9.x", "9.x"),
        ("12.midden-noord.p1", "hoofdstuk 12, Midden noord, 1e alinea"),
        ("2.x..b1", "2.x..b1"),
        ("2.twente.b" + "9" * 50, "2.twente.b" + "9" * 50),
        ("", ""),
    ],
)
def test_a_locator_in_words(locator: str, words: str) -> None:
    assert locator_in_words(locator) == words


def test_dates_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert dates.day("2014-04-01") == "1 april 2014"
    assert dates.day_short("2014-09-12") == "12 sep 2014"
    assert dates.day_short(f"{date.today().year}-09-12") == "12 sep"
    assert dates.day_named("2014-09-19T12:00:00.000Z") == "vr 19 september"
    assert dates.moment_in_words("9999-99-99") == "zonder datum"
    assert dates.moment_in_words("0001-01-01T00:00:00.000Z")
    assert dates.day_short(None) == ""


def test_counts_and_refusals() -> None:
    assert locale.say_count("count.conflicts", 1) == "1 conflict"
    assert locale.say_count("count.conflicts", 1243) == "1.243 conflicten"
    assert locale.say_count("nergens", 2) == locale.say("nergens") == "nergens"
    assert locale.refusal("weird", {"a": "{x}"}) == "Dat kan niet: weird (a: {x})."
    assert "…" in locale.refusal("no_file", {})


def test_whole_values_in_words() -> None:
    source = {"document": "oost-2014-2016", "locator": "2.twente.b2"}
    assert values.in_words("source", source) == "hoofdstuk 2, Twente, 2e punt"
    lead = {"organisation": "platform", "role": "lead"}
    assert values.in_words("parties", [lead]) == "trekker platform"
    assert values.in_words("parties", ["platform"]) == "platform"
    assert values.in_words("parties", []) == "niets"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "de schijf is vol"),
        (OSError(errno.EROFS, "Read-only file system"), "daar kan alleen gelezen worden"),
        (PermissionError(errno.EACCES, "Permission denied"), "u mag dat niet"),
        (OSError(errno.ENOTTY, "Inappropriate ioctl"), "Inappropriate ioctl"),
        (OSError("zomaar"), "zomaar"),
        (ValueError("embedded null byte"), "zo kan een bestand daar niet heten"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"), "dat is geen gewone tekst"),
        (MemoryError(), "er is te weinig geheugen"),
    ],
)
def test_what_the_system_says_in_words_of_ours(error: Exception, words: str) -> None:
    assert locale.system_reason(error) == words
    told = locale.refusal("cannot_write", {"path": "x", "reason": error})
    assert told == f"In x kan niet geschreven worden: {words}."


def test_every_error_of_the_system_that_is_known_has_words() -> None:
    assert all(locale.known(f"system.{word}") for word in locale.SYSTEM.values())


def test_every_finding_has_words() -> None:
    assert all(locale.known(f"found.{word}") for _, word in PATTERNS)
    assert locale.wrong_in("count 5, acts 4").endswith("5 wijzigingen in te staan en het zijn er 4")
    assert locale.wrong_in("iets anders") == "iets anders"
    told = locale.refusal("spoilt", {"line": 3, "reason": "act 2 lacks seq"})
    assert told.endswith("(regel 3: in een wijziging ontbreekt iets).")


def test_every_way_to_be_no_act_is_a_finding() -> None:
    """Those that the storage layer names, as far as they stand in it as they are."""
    storage = TUI.parent / "storage"
    named = {
        node.args[0].value
        for path in storage.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "NotAnAct"
        if node.args and isinstance(node.args[0], ast.Constant)
    }
    assert len(named) > 15
    assert [one for one in named if text_for(str(one)) is None] == []
