"""An arrangement that begins empty: its title, its period and what its codes begin with."""

import re
import secrets
import unicodedata
from datetime import date
from pathlib import Path

from seed.seeded import Seed, Seeded
from storage.errors import Refused
from storage.phrases import read_phrase
from storage.records.validation import checked
from storage.text import typed

_ANY = frozenset({
    "samenwerkingsarrangement", "arrangement", "samenwerking", "afspraken", "agenda", "landsdeel",
    "regio", "provincie", "techniek", "onderwijs", "het", "een", "van", "voor", "and", "the",
})  # fmt: skip
"""Words with which the title of any arrangement may begin."""

Period = tuple[str, str]
"""The first and the last day, in ISO form."""


def begin(title: str, today: date, prefix: str = "", period: Period | None = None) -> Seed:
    """An arrangement with an id that no other has, whatever it is called.

    Without a ``prefix`` its codes begin with what ``prefix_of`` finds in the title, also when the
    title changes later. Raises Refused for a title without a letter or figure, or a prefix that
    no code can begin with.
    """
    title = typed(title).strip()
    name = "-".join(_words(title))
    if not name:
        raise Refused("no_letters", value=title)
    arrangement = f"{name[:40].rstrip('-')}-{secrets.token_hex(4)}"
    record = f"arrangement/{arrangement}"
    values: dict[str, object] = {"title": checked(record, "title", title)}
    if period is not None:
        values["from"], values["to"] = period
    values["prefix"] = checked(record, "prefix", prefix.strip().upper() or prefix_of(title))
    return Seed(arrangement, today.isoformat(), [Seeded(record, values)])


def arrangement_title(file: Path) -> str:
    """What an arrangement is called after its file."""
    return typed(file.stem).replace("_", " ").strip()


def prefix_of(title: str) -> str:
    """What codes may well begin with: the first word that says which arrangement it is."""
    words = [word for word in _words(title) if word[0].isalpha()]
    own = [word for word in words if word not in _ANY]
    return next(iter(own or words), "A")[:12].upper()


def period_of(said: str, today: date) -> Period | None:
    """From when until when, as "2027-2030" or in other words; None where nothing is said. Raises
    Refused for what has no first and last day."""
    if not said.strip():
        return None
    found = read_phrase(said, today)
    if found is None or not found.start or not found.end or found.every:
        raise Refused("no_period", field="period", value=said)
    return found.start, found.end


def _words(title: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.findall("[a-z0-9]+", letters)
