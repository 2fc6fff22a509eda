"""What the command line says on stderr, and words of the catalogue that a person may type."""

from collections.abc import Sequence

import click

from storage.errors import Refused
from storage.text import shown
from tui.locale import LANGUAGES, catalogue, refusal, say

LONGEST = 300  # characters of a detail in a sentence


def tell(text: str) -> None:
    """Words for a person, on stderr."""
    click.echo(shown(text), err=True)


def sentence(refused: Refused) -> str:
    """A refusal as one line, with the nearest valid words where there are some."""
    details = {name: _short(value) for name, value in refused.details.items()}
    told = refusal(refused.key, details)
    nearest = details.get("nearest")
    if nearest and nearest not in told:
        told = f"{told} {say('cli.nearest', nearest=nearest)}"
    return " ".join(told.split())


def code_word(table: str, word: str, choices: Sequence[str]) -> str:
    """The word that acts use for one that a person typed, as a catalogue says it or as it is.

    What no catalogue knows comes back unchanged: the store refuses it with the nearest ones.
    """
    wanted = word.strip().casefold()
    for one in choices:
        said = [catalogue(lang).get(f"{table}.{one}", "").casefold() for lang in LANGUAGES]
        if wanted in (one, *said):
            return one
    return word


def _short(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
