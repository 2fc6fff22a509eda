"""What the command line says on stderr, and words of the catalogue that a person may type."""

from collections.abc import Sequence

import click

from storage.errors import Refused
from storage.text import shown
from tui.locale import in_all, refusal, say

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
        if wanted in (one, *(said.casefold() for said in in_all(f"{table}.{one}"))):
            return one
    return word


def _short(value: object) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
