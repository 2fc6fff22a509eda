"""What the command line says on stderr, and words of the catalogue that a person may type."""

import re
import sys
from collections.abc import Sequence
from datetime import date

import click

from storage.errors import Refused
from storage.text import shown
from tui.locale import in_all, known, refusal, say, worded
from tui.words.choice_words import keys_for

LONGEST = 300  # characters of a detail in a sentence
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "–": "-", "→": "->"})


def tell(text: str) -> None:
    """Words for a person, on stderr."""
    click.echo(_printable(shown(text), sys.stderr.encoding or "utf-8"), err=True)


def _printable(text: str, encoding: str) -> str:
    """With plain signs where a code page lacks the proper ones: in a file, or an old console."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN)
    return text


def refusal_line(refused: Refused) -> str:
    """A refusal as one line, with the nearest valid words where there are some."""
    details = {name: _short(worded(value)) for name, value in refused.details.items()}
    field = f"field.{details.get('field')}"
    if refused.key in ("invalid_number", "invalid_value") and known(field):
        details["field"] = say(field)
    told = refusal(refused.key, details)
    nearest = str(details.get("nearest") or "")
    if nearest and not re.search(rf"(?<!\w){re.escape(nearest)}(?!\w)", told):
        told = f"{told} {say('cli.nearest', nearest=nearest)}"
    return " ".join(f"{told} {_copy(refused) or _force(refused)}".split())


def _copy(refused: Refused) -> str:
    """The copy that one can go on with, and the command that does."""
    copy, day = refused.details.get("copy"), refused.details.get("day")
    if not isinstance(day, date):
        return ""
    from tui.words.dates import ago
    from tui.words.dates import day as in_words

    when = in_words(day.isoformat())
    file = refused.details.get("file")
    return say("cli.go_on", day=when, ago=ago(day), file=file, copy=copy)


def _force(refused: Refused) -> str:
    """That the option helps, where it does."""
    return say("cli.force") if refused.details.get("force") else ""


def code_word(key: str, word: str, choices: Sequence[str]) -> str:
    """The word that acts use for one that a person typed, as a catalogue says it or as it is;
    ``key`` is that of the line in a form where it can be chosen.

    Of a word that is two ("voornemen of overweging") either will do. What no catalogue knows
    comes back unchanged: the store refuses it with the nearest ones.
    """
    wanted = word.strip().casefold()
    for one in choices:
        said = [text.casefold() for found in keys_for(key, one) for text in in_all(found)]
        if wanted in (one, *said, *(half for text in said for half in text.split(" of "))):
            return one
    return word


def _short(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
