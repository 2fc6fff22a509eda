"""The catalogues and the code say the same: nothing lacks, nothing is left over, and no text that
a person reads stands in code."""

import re

import pytest

from tests.tui.said import (
    HOLE,
    KEY,
    PARTS_OF_FIELDS,
    ROOT,
    SAYING,
    is_said,
    of_click,
    patterns,
    texts,
)
from tests.tui.test_catalogue import texts as catalogue

PROSE = re.compile(r"[^\W\d_]{2,}[,.:;!?]? +[^\W\d_]{2,}")
WORD = re.compile(r"[^\W\d_]{2,}")
SHOWING = (
    "ink", "quiet", "accent", "amber", "clean", "cut", "wrap", "label", "labelled", "Sentence",
    "Heading", "toast", "tell", "echo", "warn", "explain", "UsageError",
)  # fmt: skip
NOT_SAID = {
    "LineInput, TextInput",  # a selector of Textual's
    *("Table Grid", "Normal Table", "List Bullet"),  # styles of Word
    "synced daily",  # a name under which something is remembered
    "Gemaakt uit de opdrachten zelf met `python -m tui.screens.key_table > docs/keys.md`.",
}
"""Prose in code that no screen shows; each with the reason, or in a page that says so itself."""

FINDINGS = ROOT / "tui" / "locale" / "findings.py"
"""Knows what the storage layer calls what it found wrong, to say it in other words."""

OF_DATA = {"chapter.titel"}
"""Keys made from a word that only a document or a file brings."""


def test_every_key_that_is_said_stands_in_the_catalogues() -> None:
    known = set(catalogue("nl"))
    sections = {key.partition(".")[0] for key in known}
    said = [
        text
        for text in texts("tui")
        if KEY.fullmatch(text.text)
        and not text.text.endswith((".toml", ".json", ".txt"))  # the name of a file
        and text.text not in PARTS_OF_FIELDS
        and (text.call in SAYING or text.text.partition(".")[0] in sections)
    ]
    assert said
    tables = {key.rpartition(".")[0] for key in known}
    assert not [str(text) for text in said if text.text not in known | tables]


def test_every_refusal_has_its_sentence() -> None:
    known = set(catalogue("nl"))
    refused = [text for text in texts("storage", "tui", "seed") if text.call == "Refused"]
    keys = [text for text in refused if re.fullmatch("[a-z_]+", text.text)]
    assert keys
    sentences = [(f"refused.{text.text}", f"told.{text.text}") for text in keys]
    assert not [pair for pair in sentences if not known & {*pair}]


def test_every_pattern_of_keys_leads_somewhere() -> None:
    known = set(catalogue("nl"))
    said = [text for text in texts("tui") if text.call in SAYING and HOLE in text.text]
    assert said
    for text in said:
        pattern = re.escape(text.text).replace(re.escape(HOLE), ".+")
        assert any(re.fullmatch(pattern, key) for key in known), text


def test_every_entry_of_the_catalogues_is_said() -> None:
    assert patterns()
    assert not [key for key in catalogue("nl") if key not in OF_DATA and not is_said(key)]


def test_click_says_every_entry_of_its_own_catalogue() -> None:
    """It asks for them in its own English, and so there is none in English."""
    assert set(catalogue("nl", "click")) <= of_click()


def test_no_text_for_a_person_stands_in_code() -> None:
    found = [
        text
        for text in texts("tui")
        if PROSE.search(text.text) and "\\" not in text.text and text.path != FINDINGS
    ]
    assert not [str(text) for text in found if text.text not in NOT_SAID]


def test_what_is_shown_is_not_a_word_in_code() -> None:
    shown = [text for text in texts("tui") if text.call in SHOWING and WORD.search(text.text)]
    assert not list(map(str, shown))


@pytest.mark.parametrize(
    ("key", "said"),
    [("status.met", True), ("status.bestaat_niet", False), ("cli.option.as_of", True),
     ("cli.option.nergens", False), ("nergens.met", False), ("command.pane_1", True),
     ("relation_back.repeats", True)],
)  # fmt: skip
def test_what_counts_as_said(key: str, said: bool) -> None:
    assert is_said(key) is said
